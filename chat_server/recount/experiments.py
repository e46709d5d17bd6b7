"""What experiments ought to show: people by what they saw first, and what the log tells of them afterwards."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from .dialogues import Couponed, Seen, Told, handed_off_at

if TYPE_CHECKING:
    from chat_server.services.experiments import Report

_LOWEST, _RANGE = 1, 4


@dataclass(frozen=True)
class People:
    """Dialogues and orders by whose they are."""

    dialogues: Mapping[str, Sequence[Told]]
    orders: Mapping[str, Sequence[datetime]]
    coupons: Mapping[str, Sequence[Couponed]]

    def couponed(self, seen: Seen, kind: str) -> bool:
        theirs = self.coupons.get(seen.contact_id, ())
        return any(one.type == kind and seen.at <= one.at < seen.until for one in theirs)

    def after(self, seen: Seen) -> list[Told]:
        """Begun in the time they had."""
        theirs = self.dialogues.get(seen.contact_id, ())
        return [told for told in theirs if seen.at <= told.opened_at < seen.until]

    def ordered(self, seen: Seen) -> bool:
        return any(seen.at <= at < seen.until for at in self.orders.get(seen.contact_id, ()))


def people(
    dialogues: Iterable[Told],
    orders: Mapping[str, Sequence[datetime]],
    coupons: Iterable[Couponed],
) -> People:
    """Sorted out once."""
    by_contact: dict[str, list[Told]] = defaultdict(list)
    for told in dialogues:
        by_contact[told.contact_id or ""].append(told)
    given: dict[str, list[Couponed]] = defaultdict(list)
    for one in coupons:
        given[one.contact_id].append(one)
    return People(by_contact, orders, given)


def counted(
    lines: Sequence[Seen], variants: Sequence[str], everyone: People, as_of: datetime
) -> dict[str, object]:
    """Of one experiment: who saw what, and sums of those whose time was over."""
    first: dict[str, Seen] = {}
    for seen in sorted(lines, key=lambda seen: seen.at):
        first.setdefault(seen.contact_id, seen)
    found: dict[str, object] = {}
    for variant in variants:
        theirs = [seen for seen in first.values() if seen.variant == variant]
        over = [seen for seen in theirs if seen.until <= as_of]
        found[variant] = {"seen": len(theirs), **_outcomes(over, everyone)}
    return found


def shown(report: Report) -> dict[str, object]:
    """The same of what the page shows."""
    return {
        variant.name: {
            "seen": report.deal.counts[place],
            **{
                str(key): {"people": one.tally.people, "total": one.tally.total}
                for key, one in report.figures[place].items()
            },
        }
        for place, variant in enumerate(report.experiment.arms)
    }


def _outcomes(over: Sequence[Seen], everyone: People) -> dict[str, object]:
    begun = [(seen, theirs) for seen in over if (theirs := everyone.after(seen))]
    resolved = sum(
        any(told.resolved and told.resolved[0] < seen.until for told in theirs)
        for seen, theirs in begun
    )
    handed = sum(
        any((at := handed_off_at(told)) and at < seen.until for told in theirs)
        for seen, theirs in begun
    )
    scores = [[told.rating for told in theirs if told.rating] for _, theirs in begun]
    means = [(sum(each) / len(each) - _LOWEST) / _RANGE for each in scores if each]
    return {
        "dialogue": {"people": len(over), "total": len(begun)},
        "resolved": {"people": len(over), "total": resolved},
        "coupon": {
            "people": len(over),
            "total": sum(everyone.couponed(seen, "coupon_minted") for seen in over),
        },
        "redeemed": {
            "people": len(over),
            "total": sum(everyone.couponed(seen, "coupon_redeemed") for seen in over),
        },
        "order": {"people": len(over), "total": sum(map(everyone.ordered, over))},
        "handoff": {"people": len(begun), "total": handed},
        "rating": {"people": len(means), "total": sum(means)},
    }
