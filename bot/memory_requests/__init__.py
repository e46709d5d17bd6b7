"""Requests about memory itself: "do you remember my size?", "what did you promise me?", "forget that".

They name a kind of fact, of which there are many and few words for each: patterns find them, no classifier has to. One module
a language; how they are put together is the same for all.
"""

from .finding import memory_request
from .request import INTENTS, Asked, MemoryRequest

__all__ = ["INTENTS", "Asked", "MemoryRequest", "memory_request"]
