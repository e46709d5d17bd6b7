"""An order in words and on a card."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from components.vocabulary import said_as
from replies import short

if TYPE_CHECKING:
    from actions.order_form import AskedOrder
    from phrases import Phrases
    from replies import Content, Speaker
    from shop import Record

SHOWN_ITEMS = 3


def status_sentence(order: Record, words: Phrases) -> str:
    """Where the order is, in one sentence."""
    number, status, carrier = order["number"], str(order.get("status")), order.get("carrier")
    eta, delivered = words.day(order.get("eta")), words.day(order.get("delivered_at"))
    if status == "shipped":
        by = words.text("order_shipped_by", carrier=carrier) if carrier else ""
        expected = words.text("order_shipped_expected", day=eta) if eta else ""
        return words.text("order_shipped", number=number, by=by, expected=expected)
    if status == "packed" and eta:
        return words.text("order_packed_expected", number=number, day=eta)
    if status == "delivered" and delivered:
        return words.text("order_delivered_on", number=number, day=delivered)
    if status in words.table("order_states"):
        return words.text(f"order_{status}", number=number)
    return words.text("order_other", number=number, status=status)


def order_card(order: Record, words: Phrases) -> Content:
    """The order as a card, with its tracking link."""
    items = [_item(item, words) for item in order.get("items", [])]
    more = (
        words.text("and_more", count=len(items) - SHOWN_ITEMS) if len(items) > SHOWN_ITEMS else ""
    )
    actions: list[dict[str, Any]] = []
    if order.get("tracking_url") and order.get("status") == "shipped":
        actions.append({"label": words.button("track_parcel"), "url": order["tracking_url"]})
    if order.get("status") == "delivered":
        actions.append({"label": words.button("return_something"), "payload": "/return_item"})
    card: Content = {"title": words.text("order_title", number=order["number"]), "actions": actions}
    if items:
        card["subtitle"] = short(", ".join(items[:SHOWN_ITEMS]) + more)
    return card


def say_not_found(speaker: Speaker, asked: AskedOrder) -> None:
    """The number and the person do not go together, or one of them is mistyped; which one is not told to strangers."""
    # No question: what was said is not asked for again, it may be put right.
    text = "order_not_in_account" if asked.contact_id else "order_not_under_email"
    speaker.offer(
        speaker.words.text(text, number=asked.number, email=asked.email),
        [speaker.choice("try_other_number", "/track_order"), speaker.talk_to_a_person],
        used=asked.used,
    )


def _item(item: dict[str, Any], words: Phrases) -> str:
    colour = said_as("colour", item["colour"], words.language) if item.get("colour") else ""
    details = ", ".join(detail for detail in (str(item.get("size") or ""), colour) if detail)
    return f"{item.get('quantity', 1)} \u00d7 {item.get('name', item.get('sku', ''))}{f' ({details})' if details else ''}"
