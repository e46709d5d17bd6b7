"""Requests about memory itself: "do you remember my size?", "what did you promise me?", "forget that".

They name a kind of fact, of which there are many and few words for each: patterns find them. Where none knows the shape of a
question and the classifier takes it for one of memory, whatever it names is asked for. One module a language; how they are put together
is the same for all.
"""

from .finding import (
    asks_for_one_thing,
    goes_on_to,
    may_be_of_ones_own,
    memory_request,
    named_in,
    of_kind,
)
from .request import INTENTS, Asked, MemoryRequest

__all__ = [
    "INTENTS",
    "Asked",
    "MemoryRequest",
    "asks_for_one_thing",
    "goes_on_to",
    "may_be_of_ones_own",
    "memory_request",
    "named_in",
    "of_kind",
]
