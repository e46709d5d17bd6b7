"""What dialogues were about: told in words (complaints, praise, suggestions, problems), asked for, handed over for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Literal, TypeAlias

from .rise import PAST_DAYS, Rise, Series, rises_among

Kind: TypeAlias = Literal["told", "intent", "handoff"]
TOLD = ("complaint", "praise", "suggestion", "open_problem")
# What is said in passing is no reason to come.
IN_PASSING = frozenset(
    {"greet", "goodbye", "thanks", "affirm", "deny", "give_name", "inform", "stop", "bot_challenge"}
)
_DAY = timedelta(days=1)
# No more on a page than anybody reads; what rose is told whatever its place.
_MOST = 200


@dataclass(frozen=True)
class Theme:
    """`key` is the kind of fact, the intent or the reason; `about` the product it was told of."""

    kind: Kind
    key: str
    about: str | None = None


@dataclass(frozen=True)
class Heard:
    """A theme in a dialogue, by when that began."""

    theme: Theme
    conversation_id: str
    at: datetime


@dataclass(frozen=True)
class ThemeCount:
    """Dialogues of the period, of the one before it, and by day."""

    theme: Theme
    dialogues: int
    previous: int
    days: list[int]


@dataclass(frozen=True)
class Alert:
    """A theme that rose on a day."""

    theme: Theme
    day: date
    rise: Rise


def told(key: str, value: str, abouts: Sequence[str]) -> list[Theme]:
    """A fact's themes: its kind, a problem by which one it is, and both by each product it is about."""
    name = f"{key}:{value}" if key == "open_problem" else key
    return [Theme("told", name), *(Theme("told", name, about) for about in abouts)]


def daily(heard: Iterable[Heard]) -> Counter[tuple[Theme, date]]:
    """Dialogues of each theme by day, each once."""
    return Counter(
        (theme, day)
        for theme, _, day in {(one.theme, one.conversation_id, _day(one.at)) for one in heard}
    )


def count(
    by_day: Counter[tuple[Theme, date]], since: date, until: date, first: date, today: date
) -> tuple[list[ThemeCount], list[Alert]]:
    """Days [since, until), most frequent first; alerts are of days that are over, newest first.

    `first` is the first day of which anything is known: before it nothing was usual.
    """
    length = (until - since).days
    before = since - length * _DAY
    themes = {theme for theme, _ in by_day}
    counted = []
    for theme in themes:
        days = [by_day[theme, since + n * _DAY] for n in range(length)]
        previous = sum(by_day[theme, before + n * _DAY] for n in range(length))
        if sum(days):
            counted.append(ThemeCount(theme, sum(days), previous, days))
    counted.sort(
        key=lambda one: (-one.dialogues, one.theme.kind, one.theme.key, one.theme.about or "")
    )
    return counted[:_MOST], _alerts(by_day, themes, since, min(until, today), first)


def _alerts(
    by_day: Counter[tuple[Theme, date]],
    themes: Iterable[Theme],
    since: date,
    until: date,
    first: date,
) -> list[Alert]:
    """What goes on rising is told on its first day alone."""
    found: list[Alert] = []
    risen: set[Theme] = set()
    begin = since - PAST_DAYS * _DAY
    every = [begin + n * _DAY for n in range(max(0, (until - begin).days))]
    counts = {theme: Series([by_day[theme, day] for day in every]) for theme in themes}
    for n in range(max(0, (until - since).days)):
        day = since + n * _DAY
        known = min(PAST_DAYS, (day - first).days)
        rose = rises_among(counts, PAST_DAYS + n - known, PAST_DAYS + n + 1)
        found += [Alert(theme, day, rise) for theme, rise in rose.items() if theme not in risen]
        risen = set(rose)
    return found[::-1]


def _day(at: datetime) -> date:
    return at.astimezone(UTC).date()
