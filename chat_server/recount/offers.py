"""`/reports/offers`: dialogues with an offer, and how far it came, read out of the log and the shop's orders."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from chat_server.services.offer_report import OfferReport

if TYPE_CHECKING:
    from .dialogues import Told
    from .lines import Line
    from .rows import Rows

KINDS = frozenset({"offer_made", "offer_accepted", "offer_declined"})
_DAYS = timedelta(days=14)
_STEPS = ("made", "accepted", "declined", "known", "ordered")
Figures = dict[str, object]


def shown(report: OfferReport) -> Figures:
    """Sizes of what the page counts."""
    groups = {"all": {"all": report.every}, "by": report.by, "why": report.why}
    return {
        group: {
            name: {step: len(getattr(one, step)) for step in _STEPS} for name, one in found.items()
        }
        for group, found in {**groups, "sku": report.products}.items()
    }


def counted(
    lines: Sequence[Line],
    dialogues: Mapping[str, Told],
    rows: Rows,
    since: datetime,
    until: datetime,
) -> Figures:
    """The same from the lines."""
    answered = {
        (line.type, line.conversation_id, line.data.get("sku"))
        for line in lines
        if line.type != "offer_made"
    }
    customer = {one.id: one.external_id for one in rows.people}
    bought: dict[str, list[tuple[datetime, frozenset[str]]]] = defaultdict(list)
    for order in rows.orders:
        bought[order.customer_id or ""].append((order.placed_at, order.skus))
    found: dict[str, dict[str, dict[str, set[str]]]] = {
        group: defaultdict(lambda: {step: set() for step in _STEPS})
        for group in ("all", "by", "why", "sku")
    }
    # The page tells of all of them also where there are none.
    found["all"].update(all={step: set() for step in _STEPS})
    for line in lines:
        told = dialogues.get(line.conversation_id or "")
        if line.type != "offer_made" or told is None or not since <= told.opened_at < until:
            continue
        sku, whose = str(line.data.get("sku")), customer.get(line.contact_id or "")
        reached = {"made"}
        for step in ("accepted", "declined"):
            if (f"offer_{step}", line.conversation_id, sku) in answered:
                reached.add(step)
        if whose:
            reached.add("known")
            if any(line.at < at <= line.at + _DAYS and sku in skus for at, skus in bought[whose]):
                reached.add("ordered")
        keys = {
            "all": "all",
            "by": "bot" if line.actor_kind == "bot" else "agent",
            "why": str(line.data.get("reason") or "own_choice"),
            "sku": sku,
        }
        for group, key in keys.items():
            for step in reached:
                found[group][key][step].add(told.conversation_id)
    return {
        group: {
            key: {step: len(those) for step, those in one.items()} for key, one in keyed.items()
        }
        for group, keyed in found.items()
    }
