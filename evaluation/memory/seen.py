"""What came of a dialogue: what the bot said after each line, and what was known of each person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from .dialogues import Check, Dialogue

_SAID_IN = ("text", "label", "title", "subtitle", "description")


@dataclass(frozen=True)
class KnownFact:
    """A fact as the hub shows it to an agent; `until` is when it ended or was forgotten."""

    id: str
    key: str
    value: str
    subject: str | None
    source: str
    state: str
    since: datetime
    until: datetime | None
    quote: str

    @classmethod
    def of(cls, view: Mapping[str, Any]) -> KnownFact:
        """From the wire."""
        ended = view.get("ended_at")
        return cls(
            id=view["id"],
            key=view["key"],
            value=view["value"],
            subject=view.get("subject"),
            source=view["source"],
            state=view["state"],
            since=datetime.fromisoformat(view["observed_at"]),
            until=datetime.fromisoformat(ended) if ended else None,
            quote=view.get("quote") or "",
        )


@dataclass
class Line:
    """A line of the visitor to the bot, and the bot's words after it."""

    person: str
    text: str
    check: Check | None
    seq: int = 0
    at: datetime | None = None
    replies: list[str] = field(default_factory=list)
    # Of these what the bot itself says: the words on a choice are the visitor's.
    spoken: list[str] = field(default_factory=list)
    used: list[str] = field(default_factory=list)
    seconds: float | None = None
    # Why the bot could not answer, if it could not.
    trouble: str | None = None


@dataclass(frozen=True)
class Greeted:
    """What the widget showed before the first word."""

    person: str
    text: str
    check: Check


@dataclass
class Memory:
    """What was known of a person: after the last session, and ever; `contact_id` is who they are to the hub."""

    contact_id: str | None = None
    current: list[KnownFact] = field(default_factory=list)
    unconfirmed: list[KnownFact] = field(default_factory=list)
    ever: dict[str, KnownFact] = field(default_factory=dict)
    forgotten: dict[str, datetime] = field(default_factory=dict)

    def keep(self, facts: Iterable[KnownFact]) -> None:
        """The newest sight of each."""
        self.ever.update((fact.id, fact) for fact in facts)

    def until(self, fact: KnownFact) -> datetime | None:
        """When it held no longer, if ever."""
        ends = [at for at in (fact.until, self.forgotten.get(fact.id)) if at is not None]
        return min(ends, default=None)

    def held(self, at: datetime) -> list[KnownFact]:
        """What counted at a time."""
        return [
            fact
            for fact in self.ever.values()
            if fact.since <= at
            and fact.state != "unconfirmed"
            and ((end := self.until(fact)) is None or end > at)
        ]


@dataclass
class Played:
    """Everything there is to judge; `said` are all words of a person, also those written to agents."""

    dialogue: Dialogue
    lines: list[Line] = field(default_factory=list)
    greetings: list[Greeted] = field(default_factory=list)
    people: dict[str, Memory] = field(default_factory=dict)
    said: dict[str, list[str]] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    def memory(self, person: str) -> Memory:
        """Of one of them."""
        return self.people.setdefault(person, Memory())


def words_of(content: object) -> str:
    """All that a reader would see of a message."""
    found: list[str] = []
    _collect(content, found)
    return "\n".join(found)


def spoken_in(content: Mapping[str, Any]) -> str:
    """What its author says in a message, without what there is to be picked."""
    return str(content.get("text") or "")


def _collect(content: object, found: list[str]) -> None:
    if isinstance(content, dict):
        found.extend(
            content[key] for key in _SAID_IN if isinstance(content.get(key), str) and content[key]
        )
        for value in content.values():
            if isinstance(value, dict | list):
                _collect(value, found)
    elif isinstance(content, list):
        for value in content:
            _collect(value, found)
