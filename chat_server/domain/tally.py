"""Dialogues of a time, counted: sums that can be added, so that days make months and periods.

Distinct people add up because each dialogue is counted by when the same contact's dialogue before it was: a person of a period is a
dialogue in it whose one before is not. Waits are kept whole: to a tenth of a second under a minute, to a second above.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

# channel, language, element, campaign, variant; an empty word where there is none.
About = tuple[str, str, str, str, str]
_FIELDS = ("channel", "language", "element", "campaign", "variant")
FIRST_REPLY, AGENT_REPLY = "first_reply", "agent_reply"
INTENT, HANDOFF_REASON = "intent", "handoff_reason"
# How the bot did: keyed by language, by score, by intent.
MISSED, ASKED_AGAIN = "missed", "asked_again"
BOT_RATED, INTENT_HANDED = "bot_rated", "intent_handed"
# How people did, keyed by who they are; a wait by who and how long.
AGENT, AGENT_RESOLVED, AGENT_WAIT = "agent", "agent_resolved", "agent_wait"
AGENT_RATED = tuple(f"agent_rated_{score}" for score in range(1, 6))
# How people rated dialogues, keyed by score.
SCORED = "scored_by_agent"
BY_ANYONE = "taken"
OVERVIEW = (INTENT, HANDOFF_REASON, FIRST_REPLY, AGENT_REPLY)
BOT = (*OVERVIEW, MISSED, ASKED_AGAIN, BOT_RATED, INTENT_HANDED)
PEOPLE = (AGENT_REPLY, HANDOFF_REASON, BY_ANYONE, AGENT, AGENT_RESOLVED, AGENT_WAIT, *AGENT_RATED)
EVERY = tuple(dict.fromkeys((*BOT, *PEOPLE, SCORED)))


@dataclass
class Day:
    """Dialogues opened on one UTC day."""

    day: date
    dialogues: int = 0
    handed_off: int = 0
    resolved: int = 0


@dataclass
class Tally:
    """`counts` are sums by name for each kind of dialogue, `marks` how often something was so, by kind and word."""

    counts: dict[About, Counter[str]] = field(default_factory=dict)
    marks: dict[str, Counter[str]] = field(default_factory=dict)
    days: dict[str, Day] = field(default_factory=dict)
    contacts: int = 0
    returning: int = 0

    def count(self, about: About, **more: int) -> None:
        """So many more."""
        self.counts.setdefault(about, Counter()).update(more)

    def mark(self, kind: str, key: str, n: int) -> None:
        """So often more."""
        self.marks.setdefault(kind, Counter())[key] += n

    def day(self, day: str, dialogues: int, handed_off: int, resolved: int) -> None:
        """A part of a day."""
        one = self.days.setdefault(day, Day(date.fromisoformat(day)))
        one.dialogues += dialogues
        one.handed_off += handed_off
        one.resolved += resolved

    def total(self, name: str) -> int:
        """Over all kinds."""
        return sum(counts[name] for counts in self.counts.values())

    def shares(self, name: str) -> Counter[str]:
        """Dialogues by what is known of them; what is not known is left out."""
        if name not in _FIELDS:
            return self.marks.get(name, Counter())
        at, shares = _FIELDS.index(name), Counter[str]()
        for about, counts in self.counts.items():
            if about[at]:
                shares[about[at]] += counts["dialogues"]
        return shares

    def waits(self, kind: str) -> int:
        """How many waited for a reply and got it."""
        return self.marks.get(kind, Counter()).total()

    def median(self, kind: str) -> float | None:
        """In seconds."""
        return median(self.marks.get(kind, Counter()))

    def by_agent(self, agent_id: str) -> Counter[str]:
        """Waits of those whom this person alone answered."""
        begin = f"{agent_id} "
        waits = self.marks.get(AGENT_WAIT, Counter())
        return Counter({key[len(begin) :]: n for key, n in waits.items() if key.startswith(begin)})


def median(tenths: Counter[str]) -> float | None:
    """In seconds, of tenths of them and how often each."""
    waits = sorted((int(wait), n) for wait, n in tenths.items())
    total = sum(n for _, n in waits)
    if not total:
        return None
    both = (_at(waits, (total - 1) // 2) + _at(waits, total // 2)) / 2
    return round(both / 10, 1)


def _at(waits: list[tuple[int, int]], place: int) -> int:
    for tenths, n in waits:
        if place < n:
            return tenths
        place -= n
    raise AssertionError("a place within the total")


@dataclass(frozen=True)
class Cover:
    """What answers for a period: spans that were counted, and times that have to be counted now."""

    months: tuple[str, ...]
    days: tuple[str, ...]
    raw: tuple[tuple[datetime, datetime], ...]

    @property
    def spans(self) -> tuple[str, ...]:
        """Days that are in no month of it, and months."""
        within = set(self.months)
        return (*self.months, *(day for day in self.days if day[:7] not in within))

    @property
    def is_mostly_counted(self) -> bool:
        """Else rows are asked for all of it at once."""
        raw = sum((end - begin for begin, end in self.raw), timedelta(0))
        return raw <= timedelta(days=len(self.days))


def cover(since: datetime, until: datetime, counted: set[str], first: datetime | None) -> Cover:
    """Before `first` nothing was; a period that does not begin and end with a day is counted as a whole."""
    whole = all(moment == _midnight(moment) for moment in (since, until))
    if first is None or not whole:
        return Cover((), (), ((since, until),) if first is not None else ())
    begin = max(since, _midnight(first))
    days: list[str] = []
    raw: list[tuple[datetime, datetime]] = []
    while begin < until:
        end = begin + timedelta(days=1)
        if (name := begin.date().isoformat()) in counted:
            days.append(name)
        elif raw and raw[-1][1] == begin:
            raw[-1] = raw[-1][0], end
        else:
            raw.append((begin, end))
        begin = end
    by_month = Counter(day[:7] for day in days)
    months = tuple(
        month
        for month, n in by_month.items()
        if month in counted and n == _length(month, _midnight(first))
    )
    return Cover(months, tuple(days), tuple(raw))


def _length(month: str, first: datetime) -> int:
    """Days of it from the first dialogue on."""
    begin = datetime.fromisoformat(f"{month}-01").replace(tzinfo=first.tzinfo)
    end = (begin + timedelta(days=32)).replace(day=1)
    return (end - max(begin, first)).days


def _midnight(moment: datetime) -> datetime:
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)
