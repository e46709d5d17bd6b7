"""What is remembered: hearing it, using it, showing it, putting it right and forgetting it."""

from .corrections import Selection
from .hearing import remember, settle
from .memory import Memory
from .recollection import RememberedFact, doubtful_facts, usable_facts, with_quotes
from .tidying import Tidying

__all__ = [
    "Memory",
    "RememberedFact",
    "Selection",
    "Tidying",
    "doubtful_facts",
    "remember",
    "settle",
    "usable_facts",
    "with_quotes",
]
