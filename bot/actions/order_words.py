"""An order in words and on a card."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from replies import short

if TYPE_CHECKING:
    from actions.order_form import AskedOrder
    from replies import Content, Speaker
    from shop import Record

SHOWN_ITEMS = 3


def status_sentence(order: Record) -> str:
    """Where the order is, in one sentence."""
    number, carrier = order["number"], order.get("carrier")
    eta, delivered = day(order.get("eta")), day(order.get("delivered_at"))
    by, on = f" with {carrier}" if carrier else "", f" on {delivered}" if delivered else ""
    expected = f" and should be with you around {eta}" if eta else ""
    sentences = {
        "placed": f"Order {number} has reached us and is waiting to be packed.",
        "packed": f"Order {number} is packed and leaves our warehouse next{f'; it should be with you around {eta}' if eta else ''}.",
        "shipped": f"Order {number} is on its way{by}{expected}.",
        "delivered": f"Order {number} was delivered{on}.",
        "cancelled": f"Order {number} was cancelled.",
        "returned": f"Order {number} came back to us as a return.",
    }
    return sentences.get(str(order.get("status")), f"Order {number} is {order.get('status')}.")


def order_card(order: Record) -> Content:
    """The order as a card, with its tracking link."""
    items = [_item(item) for item in order.get("items", [])]
    more = f" and {len(items) - SHOWN_ITEMS} more" if len(items) > SHOWN_ITEMS else ""
    actions: list[dict[str, Any]] = []
    if order.get("tracking_url") and order.get("status") == "shipped":
        actions.append({"label": "Track the parcel", "url": order["tracking_url"]})
    if order.get("status") == "delivered":
        actions.append({"label": "Return something", "payload": "/return_item"})
    card: Content = {"title": f"Order {order['number']}", "actions": actions}
    if items:
        card["subtitle"] = short(", ".join(items[:SHOWN_ITEMS]) + more)
    return card


def say_not_found(speaker: Speaker, asked: AskedOrder) -> None:
    """The number and the person do not go together, or one of them is mistyped; which one is not told to strangers."""
    whose = "in your account" if asked.contact_id else f"under {asked.email}"
    # No question: what was said is not asked for again, it may be put right.
    hint = (
        "Perhaps the number has a typo."
        if asked.contact_id
        else "Perhaps one of them has a typo; just write it here as it should be."
    )
    speaker.offer(
        f"I can't find order {asked.number} {whose}. {hint}",
        [("Try another number", "/track_order"), ("Talk to a person", "/talk_to_human")],
        used=asked.used,
    )


def day(moment: str | None) -> str:
    """``2026-11-12T09:00:00Z`` as "12 November", with the year when it is another; nothing when there is no date."""
    if not moment:
        return ""
    try:
        parsed = datetime.fromisoformat(moment)
    except ValueError:
        return ""
    year = "" if parsed.year == datetime.now(tz=parsed.tzinfo).year else f" {parsed.year}"
    return f"{parsed.day} {parsed:%B}{year}"


def _item(item: dict[str, Any]) -> str:
    details = ", ".join(str(item[key]) for key in ("size", "colour") if item.get(key))
    return f"{item.get('quantity', 1)} \u00d7 {item.get('name', item.get('sku', ''))}{f' ({details})' if details else ''}"
