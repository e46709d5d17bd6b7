"""Offers a human for what the bot may not do itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.speaking import Events, SpeakingAction

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
            speaker.words.text("shall_i_bring"),
            [speaker.talk_to_a_person, speaker.choice("no_thanks", "/deny")],
        )
        speaker.expect_answer_about("human")
        return []
