"""What the dialogue itself still holds of what is forgotten: it goes too, also out of a form that is running."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rasa_sdk.events import SlotSet

if TYPE_CHECKING:
    from collections.abc import Collection

_SLOTS = {
    "email": ("email",),
    "order_number": ("order_number", "order_confirmed", "last_order"),
    "open_problem": ("return_reason",),
    "size": ("size",),
    "colour": ("colour",),
    "product_interest": ("product",),
    "product_liked": ("product",),
    "product_disliked": ("product",),
    "product_owned": ("product",),
}


def emptied_of(keys: Collection[str]) -> list[dict[str, Any]]:
    """Events that empty the slots for facts of these kinds."""
    slots = {slot for key in keys for slot in _SLOTS.get(key, ())}
    # Also what the bot last asked about.
    return [SlotSet(slot, None) for slot in (*sorted(slots), "asked_fact")]
