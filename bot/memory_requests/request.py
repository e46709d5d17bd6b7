"""What can be asked of memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

_INTENTS = {
    "ask": "ask_remembered",
    "others": "ask_remembered",
    "forget": "forget_fact",
    "recall": "ask_said",
    "all": "what_is_remembered",
}
# Set by patterns and never learned from examples; what is remembered as a whole is learned too.
INTENTS = frozenset(_INTENTS.values()) - {"what_is_remembered"}


@dataclass(frozen=True)
class Asked:
    """One thing that is asked for: a fact of any of these kinds is an answer.

    ``topic`` is the occasion, product or member of the household it has to be about, ``of`` the relative it is of; both are
    names in `topics.py`. ``wished``: what they wish of it is asked, not how the one they have is. ``own``: they say that it is theirs.
    """

    keys: tuple[str, ...]
    topic: str | None = None
    of: str | None = None
    wished: bool = False
    own: bool = True


@dataclass(frozen=True)
class MemoryRequest:
    """``ask`` and ``forget`` name what is meant; without anything the latter is about what was said last.

    ``others`` asks for somebody else's facts: ``name`` is who, where they are named.
    """

    wish: Literal["ask", "others", "forget", "recall", "all"]
    asked: tuple[Asked, ...] = ()
    name: str | None = None

    @property
    def intent(self) -> str:
        """As rules know it."""
        return _INTENTS[self.wish]
