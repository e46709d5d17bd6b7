"""What became of answers from help pages: how often each was shown, what was said of it, and who went to a person after."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
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


@dataclass
class HelpTally:
    """What can be added up: passages by place, and how many questions found no page."""

    places: dict[Place, Counted] = field(default_factory=dict)
    missed: int = 0

    def at(self, place: Place) -> Counted:
        """Of one passage."""
        return self.places.setdefault(place, Counted(place))

    def add(self, of: Counted) -> None:
        """So much more."""
        one = self.at(of.place)
        one.shown += of.shown
        one.helpful += of.helpful
        one.not_helpful += of.not_helpful
        one.handed_off += of.handed_off

    def passages(self) -> list[Counted]:
        """Most shown first."""
        return sorted(self.places.values(), key=lambda one: (-one.shown, one.place))


def tally(lines: Iterable[Event], around: Iterable[Event]) -> HelpTally:
    """A dialogue that went to a person counts for the page shown last before that, by all its lines, which are `around`."""
    made = HelpTally()
    left = _left_after(around)
    for line in lines:
        if line.type is EventType.HELP_MISSED:
            made.missed += isinstance(line.data.get("seq"), int)
            continue
        one = made.at(_place(line))
        if line.type is EventType.HELP_SHOWN:
            one.shown += 1
            one.handed_off += line.id in left
        elif line.data.get("helpful") is True:
            one.helpful += 1
        else:
            one.not_helpful += 1
    return made


def missed(lines: Iterable[Event]) -> list[Missed]:
    """Newest first."""
    found = [
        Missed(line.conversation_id or "", seq, str(line.data.get("language", "")), line.at)
        for line in lines
        if line.type is EventType.HELP_MISSED and isinstance(seq := line.data.get("seq"), int)
    ]
    return sorted(found, key=lambda one: one.at, reverse=True)


def _left_after(around: Iterable[Event]) -> set[str]:
    """Each answer once: the last one before a handoff of its dialogue."""
    shown: dict[str | None, Event] = {}
    left: set[str] = set()
    # Of a moment the page comes first.
    for line in sorted(around, key=lambda one: (one.at, one.type is EventType.HANDED_OFF)):
        if line.type is EventType.HELP_SHOWN:
            shown[line.conversation_id] = line
        elif line.type is EventType.HANDED_OFF and line.conversation_id in shown:
            left.add(shown[line.conversation_id].id)
    return left


def _place(line: Event) -> Place:
    return Place(*(str(line.data.get(name, "")) for name in ("language", "article", "passage")))
