"""`/reports/incentives`: coupons that were given and used, read out of the log; whoever is forgotten took theirs with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from chat_server.domain.incentive import Listed
from chat_server.services.incentives import IncentiveReport

if TYPE_CHECKING:
    from .dialogues import Told
    from .lines import Line

KINDS = frozenset({"codes_listed", "coupon_minted", "coupon_redeemed", "guarantee_used"})
# As many as the page lists.
_MOST = 500
Figures = dict[str, object]


def shown(report: IncentiveReport) -> Figures:
    """By incentive, and the products that money was asked back for."""
    return {
        "incentives": {
            one.id: {
                "given": uses.given,
                "people": uses.people,
                "dialogues": uses.dialogues,
                "used": uses.used,
                "used_dialogues": uses.used_dialogues,
                "discount_cents": uses.discount_cents,
                "total_cents": uses.total_cents,
                **_listed_shown(report.listed.get(one.id)),
                "published": {
                    code.code: code.uses for code in report.published.get(one.id, []) if code.uses
                },
            }
            for one, uses in report.counted
        },
        "guarantees": len(report.guarantees),
        "troubled": dict(report.troubled),
    }


def counted(
    lines: Sequence[Line],
    incentives: Sequence[str],
    dialogues: Mapping[str, Told],
    since: datetime,
    until: datetime,
) -> Figures:
    """The same from the lines."""
    theirs = [line for line in lines if line.contact_id]
    redeemed = {line.data.get("coupon"): line for line in theirs if line.type == "coupon_redeemed"}
    given: dict[str, list[Line]] = {name: [] for name in incentives}
    for line in theirs:
        told = dialogues.get(line.conversation_id or "")
        if line.type == "coupon_minted" and told is not None and since <= told.opened_at < until:
            given.setdefault(str(line.data.get("incentive")), []).append(line)
    backs = [line for line in theirs if line.type == "guarantee_used" and since <= line.at < until][
        -_MOST:
    ]
    return {
        "incentives": {
            name: _uses(coupons, redeemed) | _listed(lines, name, since, until)
            for name, coupons in given.items()
        },
        "guarantees": len(backs),
        "troubled": dict(Counter(str(line.data.get("sku") or "") for line in backs)),
    }


def _listed_shown(listed: Listed | None) -> dict[str, int]:
    found = listed or Listed("", 0, 0, 0)
    return {
        "codes": found.codes,
        "codes_left": found.left,
        "codes_used_apart": found.used_apart,
    }


def _listed(lines: Sequence[Line], incentive: str, since: datetime, until: datetime) -> Figures:
    """Who is forgotten had their code all the same."""
    theirs = [line for line in lines if line.data.get("incentive") == incentive]
    counts = [line.data.get("count") for line in theirs if line.type == "codes_listed"]
    codes = sum(count for count in counts if isinstance(count, int))
    spent = [
        line
        for line in theirs
        if line.data.get("listed") and line.type in {"coupon_minted", "coupon_redeemed"}
    ]
    redeemed = [line for line in theirs if line.type == "coupon_redeemed"]
    apart = [line for line in redeemed if line.data.get("apart") and since <= line.at < until]
    published = (line.data.get("published") for line in redeemed)
    return {
        "codes": codes,
        "codes_left": codes - len({line.data.get("coupon") for line in spent}),
        "codes_used_apart": len(apart),
        "published": dict(Counter(str(code) for code in published if code)),
    }


def _uses(coupons: Sequence[Line], redeemed: Mapping[object, Line]) -> dict[str, int]:
    used = [
        redeemed[line.data.get("coupon")] for line in coupons if line.data.get("coupon") in redeemed
    ]

    def cents(name: str) -> int:
        return sum(value for line in used if isinstance(value := line.data.get(name), int))

    return {
        "given": len(coupons),
        "people": len({line.contact_id for line in coupons}),
        "dialogues": len({line.conversation_id for line in coupons}),
        "used": len(used),
        "used_dialogues": len({line.conversation_id for line in used}),
        "discount_cents": cents("discount_cents"),
        "total_cents": cents("total_cents"),
    }
