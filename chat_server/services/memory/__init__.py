"""What is remembered: hearing it, using it, showing it, putting it right and forgetting it."""

from .allowance import allowance_of
from .asking_again import asked_again
from .catching_up import CatchingUp
from .corrections import Selection
from .findable import follow_consent, is_findable
from .forgetting import dialogues_of, end_with, forget, grant, withdraw
from .hearing import remember, take_name
from .listening import Listening, learn_at_start, said_before
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
from .second_hearing import Looked, SecondHearing
from .tidying import Tidying

__all__ = [
    "CatchingUp",
    "Listening",
    "Looked",
    "Memory",
    "Recall",
    "Recalled",
    "RememberedFact",
    "SecondHearing",
    "Selection",
    "Tidying",
    "allowance_of",
    "allowed_facts",
    "asked_again",
    "dialogues_of",
    "doubtful_facts",
    "end_with",
    "facts_at_hand",
    "follow_consent",
    "forget",
    "grant",
    "is_findable",
    "learn_at_start",
    "recalled",
    "remember",
    "said_before",
    "take_name",
    "usable_facts",
    "with_quotes",
    "withdraw",
]
