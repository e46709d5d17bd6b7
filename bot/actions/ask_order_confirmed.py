"""Asks whether the order we know of is the one meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.order_form import known_order
from actions.speaking import Events, SpeakingAction

if TYPE_CHECKING:
    from rasa_sdk import Tracker

    from replies import Speaker


class AskOrderConfirmed(SpeakingAction):
    """The form's question when an order is known."""

    NAME = "action_ask_order_confirmed"

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """Ask for a yes instead of for a number."""
        number, fact = known_order(tracker)
        speaker.offer(
            speaker.words.text("ask_order_confirmed", number=number),
            [
                speaker.choice("yes_that_order", "/affirm"),
                speaker.choice("no_other_order", "/deny"),
            ],
            used=[fact],
        )
        return []
