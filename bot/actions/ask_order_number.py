"""Asks for the order number; a signed-in customer picks from their own orders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.speaking import Events, SpeakingAction

if TYPE_CHECKING:
    from rasa_sdk import Tracker

    from replies import Speaker
    from shop import Shop

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
            speaker.offer(
                "Which order is it about?",
                [
                    (f"{order['number']} \u00b7 {order['status']}", str(order["number"]))
                    for order in latest
                ],
            )
        else:
            speaker.say(
                "What is your order number? It has five digits and is in the confirmation e-mail, like 10432."
            )
        return []
