"""Offers a human for what the bot may not do itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.speaking import Events, SpeakingAction
from replies import TALK_TO_A_PERSON

if TYPE_CHECKING:
    from rasa_sdk import Tracker

    from replies import Speaker


class OfferPerson(SpeakingAction):
    """Asks whether a colleague should take over."""

    NAME = "action_offer_person"

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """Ask, and remember what a bare yes will mean."""
        del tracker
        speaker.offer(
            "Shall I bring in a colleague?", [TALK_TO_A_PERSON, ("No, thank you", "/deny")]
        )
        speaker.expect_answer_about("human")
        return []
