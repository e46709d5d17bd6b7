"""What is remembered: hearing it, using it, showing it, putting it right and forgetting it."""

from .asking_again import asked_again
from .corrections import Selection
from .forgetting import forget
from .hearing import remember, settle
from .listening import Listening, said_before
from .memory import Memory
from .recall import Recall, Recalled, recalled
from .recollection import (
    RememberedFact,
    allowed_facts,
    doubtful_facts,
    facts_at_hand,
    usable_facts,
    with_quotes,
)
from .tidying import Tidying

__all__ = [
    "Listening",
    "Memory",
    "Recall",
    "Recalled",
    "RememberedFact",
    "Selection",
    "Tidying",
    "allowed_facts",
    "asked_again",
    "doubtful_facts",
    "facts_at_hand",
    "forget",
    "recalled",
    "remember",
    "said_before",
    "settle",
    "usable_facts",
    "with_quotes",
]
