"""Tells where an order is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rasa_sdk.events import SlotSet

from actions.order_form import AskedOrder
from actions.order_words import order_card, say_not_found, status_sentence
from actions.speaking import Events, SpeakingAction

if TYPE_CHECKING:
    from rasa_sdk import Tracker

    from replies import Speaker
    from shop import Shop


class OrderStatus(SpeakingAction):
    """Answers "where is my order" once the form has what it needs."""

    NAME = "action_order_status"

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """Look it up; without a number the form was left and there is nothing to say."""
        asked = AskedOrder.from_tracker(tracker)
        if asked.number:
            order = await asked.find(self._shop)
            if order is None:
                say_not_found(speaker, asked)
            else:
                speaker.show(
                    status_sentence(order, speaker.words),
                    [order_card(order, speaker.words)],
                    used=asked.used,
                )
        return [SlotSet("order_number", None), SlotSet("order_confirmed", None)]
