"""What became of answers from help pages: how often each was shown, what was said of it, and who went to a person after."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from chat_server.domain.events import Event, EventType

from .place import Place

# What the report is made from.
LINES = (EventType.HELP_SHOWN, EventType.HELP_JUDGED, EventType.HELP_MISSED)


@dataclass
class Counted:
    """One passage in one language; whoever said nothing of it is in `shown` alone."""

    place: Place
    shown: int = 0
    helpful: int = 0
    not_helpful: int = 0
    handed_off: int = 0


@dataclass(frozen=True)
class Missed:
    """A question that found no page; the words are the dialogue's, and gone when they are gone there."""

    conversation_id: str
    seq: int
    language: str
    at: datetime


def count(lines: Iterable[Event], handoffs: Iterable[Event]) -> list[Counted]:
    """Most shown first. A dialogue that went to a person counts for the page shown last before that."""
    counted: dict[Place, Counted] = {}
    shown: dict[str, list[Event]] = {}
    for line in sorted(lines, key=lambda one: one.at):
        if line.type is EventType.HELP_MISSED:
            continue
        one = counted.setdefault(place := _place(line), Counted(place))
        if line.type is EventType.HELP_SHOWN:
            one.shown += 1
            shown.setdefault(line.conversation_id or "", []).append(line)
        elif line.data.get("helpful") is True:
            one.helpful += 1
        else:
            one.not_helpful += 1
    for place in _left_after(shown, handoffs):
        counted[place].handed_off += 1
    return sorted(counted.values(), key=lambda one: (-one.shown, one.place))


def missed(lines: Iterable[Event]) -> list[Missed]:
    """Newest first."""
    found = [
        Missed(line.conversation_id or "", seq, str(line.data.get("language", "")), line.at)
        for line in lines
        if line.type is EventType.HELP_MISSED and isinstance(seq := line.data.get("seq"), int)
    ]
    return sorted(found, key=lambda one: one.at, reverse=True)


def _left_after(shown: Mapping[str, Sequence[Event]], handoffs: Iterable[Event]) -> list[Place]:
    """Each answer once: the last one before a handoff of its dialogue."""
    left = {
        before[-1].id: _place(before[-1])
        for handoff in handoffs
        if (
            before := [
                one for one in shown.get(handoff.conversation_id or "", ()) if one.at <= handoff.at
            ]
        )
    }
    return list(left.values())


def _place(line: Event) -> Place:
    return Place(*(str(line.data.get(name, "")) for name in ("language", "article", "passage")))
