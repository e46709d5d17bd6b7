"""Greetings that come up by themselves on a website's page: when, and for whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, TypeAlias

from .facts.fact import Fact
from .facts.words import language_of

Visits: TypeAlias = Literal["any", "first", "again"]
# Who has a problem that is not solved is not advertised to.
_OPEN_PROBLEM = "open_problem"


@dataclass(frozen=True)
class Said:
    """A greeting in one language."""

    text: str
    replies: tuple[str, ...] = ()

    def written(self) -> dict[str, object]:
        """As it is kept."""
        return {"text": self.text, "replies": list(self.replies)}

    @classmethod
    def read(cls, kept: Mapping[str, object]) -> Said:
        """What `written` gave."""
        replies = kept.get("replies")
        return cls(
            str(kept.get("text", "")),
            tuple(map(str, replies)) if isinstance(replies, list) else (),
        )


@dataclass
class ProactiveGreeting:
    """Of a response element of the kind greeting; `replies` are offered under it in the chat.

    All that is given must hold: `page` is a part of the page's address, `after_seconds` and `scroll_percent` count on
    one page, `leaving` waits until the pointer leaves for the window's upper edge. With a fact or a segment it is for
    known contacts only. Without an inbox it comes up on the pages of all. `translations` are by language of those we
    serve; who reads none of them is told `text`.
    """

    code: str
    text: str
    changed_at: datetime
    replies: list[str] = field(default_factory=list)
    page: str | None = None
    after_seconds: int = 0
    scroll_percent: int = 0
    leaving: bool = False
    visits: Visits = "any"
    fact_key: str | None = None
    fact_value: str | None = None
    segment_id: str | None = None
    inbox_id: str | None = None
    active: bool = True
    translations: dict[str, dict[str, object]] = field(default_factory=dict)

    def said(self, locale: str | None) -> Said:
        """In the language of a locale, else as it was written first."""
        own = self.translations.get(language_of(locale).tag)
        if own is None:
            return Said(self.text, tuple(self.replies))
        return Said.read(own)

    @property
    def asks_who(self) -> bool:
        """Whether only the hub can tell for whom it is."""
        return self.fact_key is not None or self.segment_id is not None

    def fitting(self, facts: Sequence[Fact]) -> list[Fact]:
        """Those of the facts that it goes by."""
        wanted = None if self.fact_value is None else self.fact_value.casefold()
        return [
            one
            for one in facts
            if one.key == self.fact_key and wanted in {None, one.value.casefold()}
        ]


def is_troubled(facts: Sequence[Fact]) -> bool:
    """Whether there is something to be mended before anything is offered."""
    return any(one.key == _OPEN_PROBLEM for one in facts)
