"""Asks for the order number; a signed-in customer picks from their own orders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.speaking import Events, SpeakingAction

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rasa_sdk import Tracker

    from replies import Speaker
    from shop import Record, Shop

OFFERED_ORDERS = 4


class AskOrderNumber(SpeakingAction):
    """The form's question when no order is known."""

    NAME = "action_ask_order_number"

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """Offer what can be offered, ask for the rest."""
        del tracker
        visitor = speaker.visitor
        orders = await self._shop.orders_of(visitor.contact_id) if visitor.identified else []
        if orders:
            latest = sorted(
                orders, key=lambda order: str(order.get("placed_at", "")), reverse=True
            )[:OFFERED_ORDERS]
            states = speaker.words.table("order_states")
            speaker.offer(
                speaker.words.text("which_order"),
                [(_label(order, states), str(order["number"])) for order in latest],
            )
        else:
            speaker.say(speaker.words.text("ask_order_number"))
        return []


def _label(order: Record, states: Mapping[str, str]) -> str:
    status = str(order["status"])
    return f"{order['number']} \u00b7 {states.get(status, status)}"
