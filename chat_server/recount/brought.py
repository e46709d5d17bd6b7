"""What elements and campaigns ought to show of a period: how far people came, and what came of their dialogues."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from .dialogues import Opened, Reading, Told, by_bot_alone

if TYPE_CHECKING:
    from chat_server.domain.campaigns.figures import CampaignFigures
    from chat_server.services.element_report import ElementReport

    from .known import Known
    from .lines import Line

Period = tuple[datetime, datetime]
Figures = dict[str, object]
_ENOUGH = 20
_CAMPAIGN = (
    "elements",
    "opened",
    "dialogues",
    "handed_off",
    "resolved",
    "bot_alone",
    "coupons",
    "redeemed",
    "ordered",
)
_SEEN = ("element_seen", "element_named")


class After:
    """What the log tells of the time after a dialogue; `ordered` looks for orders of the same customer."""

    def __init__(self, lines: Iterable[Line], ordered: Callable[[Told], bool]) -> None:
        self._ordered = ordered
        self._given: set[str | None] = set()
        self._used: set[str | None] = set()
        self._bought: set[str | None] = set()
        for line in lines:
            if line.type == "coupon_minted":
                self._given.add(line.conversation_id)
            elif line.type == "coupon_redeemed":
                self._used.add(line.conversation_id)
                # Money back is no order.
                if line.data.get("kind") != "money_back":
                    self._bought.add(line.conversation_id)

    def given(self, told: Told) -> bool:
        """A coupon, in it."""
        return told.conversation_id in self._given

    def used(self, told: Told) -> bool:
        """The coupon given in it."""
        return told.conversation_id in self._used

    def ordered(self, told: Told) -> bool:
        """By the customer, or with that coupon."""
        return told.conversation_id in self._bought or self._ordered(told)


def steps(
    reading: Reading, known: Known, code: str, found: Sequence[Told], after: After, period: Period
) -> Figures:
    """Of one element; `found` are the dialogues of the period that it brought."""
    talked = {told.contact_id for told in found}

    def came(*kinds: str) -> set[str | None]:
        lines = reading.came.get(code, ())
        return {who for at, kind, who in lines if kind in kinds and _within(at, period)}

    reached: dict[str, tuple[int, int | None]] = {
        "opened": (len(_browsers(reading.opened, known, "opened", code, period)), None),
        "shown": (len(talked | came("element_shown", *_SEEN)), None),
        "seen": (len(talked | came(*_SEEN)), None),
        "dialogue": _those(found, lambda _: True),
        "handoff": _those(found, lambda told: bool(told.handoffs)),
        "coupon": _those(found, after.given),
        "order": _those(found, after.ordered),
    }
    bases = {"seen": "shown", "dialogue": "seen"} | dict.fromkeys(
        ("handoff", "coupon", "order"), "dialogue"
    )
    made: Figures = {}
    for name, (people, dialogues) in reached.items():
        base = reached[bases[name]][0] if name in bases else None
        sure = base is not None and base >= _ENOUGH and people <= base
        share = people / base if base and sure else None
        made[name] = {"people": people, "dialogues": dialogues, "out_of": base, "share": share}
    cents, _ = known.costs.get(code, (0, ""))
    return {
        "steps": made,
        "robots": len(_browsers(reading.fetched, known, "robot", code, period)),
        "cost_each": cents / len(found) if cents and found else None,
    }


def shown_steps(report: ElementReport) -> Figures:
    """The same of what the page shows."""
    return {
        "steps": {
            one.name: {
                "people": one.people,
                "dialogues": one.dialogues,
                "out_of": one.out_of,
                "share": one.interval.value if one.interval else None,
            }
            for one in report.steps
        },
        "robots": report.robots,
        "cost_each": report.cost_each.value if report.cost_each else None,
    }


def campaign(
    reading: Reading,
    known: Known,
    campaign_id: str,
    found: Sequence[Told],
    after: After,
    period: Period,
) -> Figures:
    """Of one campaign; `found` are its dialogues of the period."""
    own = [code for code, whose in known.codes.items() if whose == campaign_id]
    costs = Counter[str]()
    for code in own:
        cents, currency = known.costs.get(code, (0, ""))
        costs[currency] += cents
    return {
        "elements": len(own),
        "opened": sum(_within(one.at, period) for c in own for one in reading.opened.get(c, ())),
        "dialogues": len(found),
        "handed_off": sum(bool(told.handoffs) for told in found),
        "resolved": sum(told.resolved is not None for told in found),
        "bot_alone": sum(map(by_bot_alone, found)),
        "coupons": sum(map(after.given, found)),
        "redeemed": sum(map(after.used, found)),
        "ordered": sum(map(after.ordered, found)),
        "costs": {currency: cents for currency, cents in costs.items() if cents},
    }


def shown_campaigns(found: Iterable[CampaignFigures]) -> Figures:
    """`/reports/campaigns`."""
    return {
        one.campaign.id: {
            **{name: getattr(one, name) for name in _CAMPAIGN},
            "costs": {currency: cents for currency, cents in one.costs.items() if cents},
        }
        for one in found
    }


def _browsers(
    lines: dict[str, list[Opened]], known: Known, step: str, code: str, period: Period
) -> set[str]:
    """Each counts on a day at its first coming. What lines of earlier versions do not tell is looked up beside them."""
    first: dict[tuple[str, object], datetime] = {}
    untold = min((one.at for each in lines.values() for one in each), default=None)
    told = [
        (one.at, who)
        for one in lines.get(code, ())
        for who in ([one.person] if one.person else known.browsers.get((step, code, one.at), ()))
    ]
    if step == "robot":
        told += [
            (at, who)
            for (kind, whose, at), people in known.browsers.items()
            for who in people
            if kind == step and whose == code and (untold is None or at < untold)
        ]
    for at, who in sorted(told):
        first.setdefault((who, at.astimezone(UTC).date()), at)
    return {who for (who, _), at in first.items() if _within(at, period)}


def _those(found: Sequence[Told], holds: Callable[[Told], bool]) -> tuple[int, int]:
    """People and dialogues."""
    those = [told for told in found if holds(told)]
    return len({told.contact_id for told in those}), len(those)


def _within(at: datetime, period: Period) -> bool:
    return period[0] <= at < period[1]
