"""What each page of figures ought to show, from dialogues read out of the log."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import asdict
from datetime import date, datetime, timedelta
from math import floor

from chat_server.domain.hold_out import Arm
from chat_server.domain.lift.comparison import Outcome, compare
from chat_server.services.experiments import Report

from . import brought
from .brought import After
from .dialogues import HelpLine, Reading, Told, by_bot_alone, handed_off_at, handoff_reason, said
from .experiments import counted, people
from .known import Known
from .owed import Owed

Period = tuple[datetime, datetime]
Figures = dict[str, object]
_MOST = 40
_COHORTS = 12
_ORDER_DAYS, _MINUTE = 14, 600
_DAY = timedelta(days=1)


class Pages:
    """`everyone` has the dialogues oldest first, each with whose it is."""

    def __init__(self, reading: Reading, known: Known) -> None:
        self._reading = reading
        self._known = known
        self._all = sorted(
            reading.dialogues.values(), key=lambda told: (told.opened_at, told.conversation_id)
        )
        self._times = [told.opened_at for told in self._all]
        self._earlier = _earlier(self._all)
        self._people = people(self._all, known.orders, reading.coupons)
        self._left = self._left_after()
        self._after = After(reading.given, self._ordered)
        self._theirs: dict[str, list[Told]] = defaultdict(list)
        for told in self._all:
            self._theirs[told.contact_id or ""].append(told)

    def overview(self, period: Period) -> Figures:
        """`/reports/overview`."""
        since, until = period
        found = self.within(period)
        scores = Counter(told.rating for told in found if told.rating is not None)
        rated = sum(scores.values())
        first = [wait(told.opened_at, told.first_reply_at) for told in found]
        human = [wait(handed_off_at(told), told.first_agent_reply_at) for told in found]
        return {
            "dialogues": len(found),
            "previous_dialogues": len(self.within((since - (until - since), since))),
            "handed_off": _many(found, lambda told: bool(told.handoffs)),
            "resolved": _many(found, lambda told: told.resolved is not None),
            "resolved_without_human": _many(found, by_bot_alone),
            "rated": rated,
            "rating_mean": round(sum(s * n for s, n in scores.items()) / rated, 2)
            if rated
            else None,
            "ratings": {str(score): scores[score] for score in range(1, 6)},
            "first_replies": sum(wait is not None for wait in first),
            "first_reply_median_seconds": median(first),
            "agent_replies": sum(wait is not None for wait in human),
            "agent_reply_median_seconds": median(human),
            "contacts": len({told.contact_id for told in found}),
            "returning_contacts": len(
                {told.contact_id for told in found if told.conversation_id in self._earlier}
            ),
            "bot_messages": sum(told.bot_messages for told in found),
            "facts_used": sum(told.facts_used for told in found),
            "memory_used": _many(found, lambda told: told.facts_used > 0),
            "days": _days(found, period),
            "handoff_reasons": shares(map(handoff_reason, found)),
            "intents": shares(intent for told in found for intent in told.intents),
            "elements": shares(said(told, "element") for told in found),
            "campaigns": shares(said(told, "campaign") for told in found),
            "channels": shares(said(told, "channel") or "website" for told in found),
            "languages": shares(said(told, "language") or "en" for told in found),
        }

    def memory(self, period: Period) -> Figures:
        """`/reports/memory`; the statistics are the page's own, what they are of is not."""
        outcomes = [
            Outcome(
                contact_id=told.contact_id or "",
                arm=Arm(arm),
                share=share,
                opened_at=told.opened_at,
                resolved=told.resolved is not None,
                handed_off=bool(told.handoffs),
                asked_again=told.asked_again > 0,
                ordered=self._ordered(told),
                rating=told.rating,
            )
            for told in self.within(period)
            if (arm := said(told, "memory_arm")) in ("treated", "held_out")
            and isinstance(share := told.origin.get("memory_share"), int)
        ]
        return {"measures": {one.key: asdict(one) for one in compare(outcomes)}}

    def retention(self, unit: str, today: date) -> Figures:
        """`/reports/retention`: people by when they came first, and how many of them had a dialogue then and later."""
        first: dict[str | None, str] = {}
        came: dict[str, dict[str, set[str | None]]] = defaultdict(lambda: defaultdict(set))
        for told in self._all:
            at = _name(unit, told.opened_at.date())
            if told.opened_at.date() <= today:
                came[first.setdefault(told.contact_id, at)][at].add(told.contact_id)
        names = _names(unit, today)
        return {
            cohort: {at: len(came[cohort][at]) for at in names[number:]}
            for number, cohort in enumerate(names)
        }

    def help(self, period: Period) -> Figures:
        """`/reports/help`."""
        since, until = period
        within = [line for line in self._reading.help if since <= line.at < until]
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for line in within:
            if line.type == "help_shown":
                counts[_place(line)]["shown"] += 1
                counts[_place(line)]["handed_off"] += line.id in self._left
            elif line.type == "help_judged":
                said_of = "helpful" if line.data.get("helpful") is True else "not_helpful"
                counts[_place(line)][said_of] += 1
        names = ("shown", "helpful", "not_helpful", "handed_off")
        return {
            "passages": {place: {n: count[n] for n in names} for place, count in counts.items()},
            "missed": sum(
                line.type == "help_missed" and isinstance(line.data.get("seq"), int)
                for line in within
            ),
        }

    def elements(self) -> Figures:
        """`/elements`."""
        begun = self._begun()
        return {
            code: {"opened": len(self._reading.opened.get(code, ())), "dialogues": begun[code]}
            for code in self._known.codes
        }

    def credit(self, period: Period, days: int) -> Figures:
        """`/elements/{code}/orders`, of every element."""
        window, owed = timedelta(days=days), {code: Owed() for code in self._known.codes}
        since, until = period
        for contact_id, orders in self._known.bought.items():
            met = self._reading.met.get(contact_id, [])
            theirs = [told.opened_at for told in self._theirs.get(contact_id, [])]
            for at in orders.values():
                within = [one for one in met if one[0] <= at <= one[0] + window]
                if not within or not since <= at < until:
                    continue
                had = {
                    (contact_id, number)
                    for number, opened in enumerate(theirs)
                    if opened <= at <= opened + window and since <= opened < until
                }
                for which, (_, code) in (("first", min(within)), ("last", max(within))):
                    owed.setdefault(code, Owed()).add(which, contact_id, had)
        return {code: one.figures() for code, one in owed.items()}

    def element(self, code: str, period: Period) -> Figures:
        """`/elements/{code}`."""
        found = [told for told in self.within(period) if said(told, "element") == code]
        return brought.steps(self._reading, self._known, code, found, self._after, period)

    def brought(self, period: Period) -> Figures:
        """`/reports/campaigns`."""
        found: dict[str | None, list[Told]] = defaultdict(list)
        for told in self.within(period):
            found[said(told, "campaign")].append(told)
        return {
            campaign: brought.campaign(
                self._reading, self._known, campaign, found[campaign], self._after, period
            )
            for campaign in self._known.campaigns
        }

    def experiment(self, report: Report) -> Figures:
        """`/experiments/{id}`, as of the same moment."""
        lines = [seen for seen in self._reading.seen if seen.experiment == report.experiment.id]
        names = [variant.name for variant in report.experiment.arms]
        return counted(lines, names, self._people, report.as_of)

    def campaigns(self) -> Figures:
        """`/campaigns`."""
        begun = self._begun()
        sums = {name: Counter(opened=0, dialogues=0) for name in self._known.campaigns}
        for code, campaign in self._known.codes.items():
            if campaign in sums:
                sums[campaign]["opened"] += len(self._reading.opened.get(code, ()))
                sums[campaign]["dialogues"] += begun[code]
        return {name: dict(one) for name, one in sums.items()}

    def _begun(self) -> Counter[str | None]:
        return Counter(said(told, "element") for told in self._all)

    def within(self, period: Period) -> list[Told]:
        """Dialogues opened in it."""
        since, until = (bisect_left(self._times, moment) for moment in period)
        return self._all[since:until]

    def _ordered(self, told: Told) -> bool:
        last = told.opened_at + _ORDER_DAYS * _DAY
        placed = self._known.orders.get(told.contact_id or "", ())
        return any(told.opened_at < at <= last for at in placed)

    def _left_after(self) -> set[str]:
        """For each handoff the line of the passage that was shown last before it."""
        shown: dict[str, list[HelpLine]] = defaultdict(list)
        for line in sorted(self._reading.help, key=lambda line: line.at):
            if line.type == "help_shown":
                shown[line.conversation_id].append(line)
        left: set[str] = set()
        for conversation_id, theirs in shown.items():
            for at, _ in self._reading.dialogues[conversation_id].handoffs:
                left.update([line.id for line in theirs if line.at <= at][-1:])
        return left


def _name(unit: str, day: date) -> str:
    """The first day of its week or month."""
    return (day - timedelta(days=day.weekday() if unit == "week" else day.day - 1)).isoformat()


def _names(unit: str, today: date) -> list[str]:
    """The last twelve, oldest first."""
    found: list[str] = []
    while len(found) < _COHORTS:
        found.insert(0, _name(unit, today))
        today = date.fromisoformat(found[0]) - _DAY
    return found


def _earlier(oldest_first: Iterable[Told]) -> set[str]:
    """Dialogues whose contact had one before."""
    first: dict[str | None, str] = {}
    return {
        told.conversation_id
        for told in oldest_first
        if first.setdefault(told.contact_id, told.conversation_id) != told.conversation_id
    }


def _many(found: Iterable[Told], holds: Callable[[Told], bool]) -> int:
    return sum(map(holds, found))


def wait(begin: datetime | None, end: datetime | None) -> int | None:
    """In tenths of a second; from a minute on in whole seconds."""
    if begin is None or end is None or end < begin:
        return None
    tenths = (end - begin) / timedelta(seconds=0.1)
    if tenths < _MINUTE:
        return floor(tenths + 0.5)
    return 10 * floor((end - begin) / timedelta(seconds=1) + 0.5)


def median(waits: Iterable[int | None]) -> float | None:
    """In seconds."""
    known = sorted(wait for wait in waits if wait is not None)
    if not known:
        return None
    lower, upper = known[(len(known) - 1) // 2], known[len(known) // 2]
    return round((lower + upper) / 20, 1)


def _days(found: Iterable[Told], period: Period) -> dict[str, Figures]:
    since, until = period
    days: dict[str, dict[str, int]] = {}
    day = since.date()
    while day <= (until - timedelta(microseconds=1)).date():
        days[day.isoformat()] = {"dialogues": 0, "handed_off": 0, "resolved": 0}
        day += _DAY
    for told in found:
        one = days[told.opened_at.date().isoformat()]
        one["dialogues"] += 1
        one["handed_off"] += bool(told.handoffs)
        one["resolved"] += told.resolved is not None
    return {name: dict(one) for name, one in days.items()}


def shares(values: Iterable[str | None]) -> dict[str, int]:
    """The most frequent of them."""
    counted = Counter(value for value in values if value)
    return dict(sorted(counted.items(), key=lambda one: (-one[1], one[0]))[:_MOST])


def _place(line: HelpLine) -> str:
    return "/".join(str(line.data.get(name, "")) for name in ("language", "article", "passage"))
