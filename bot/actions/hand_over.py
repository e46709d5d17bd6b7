"""Brings in a human because the visitor wants one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.speaking import Events, SpeakingAction, intent_of, leave_form

if TYPE_CHECKING:
    from rasa_sdk import Tracker

    from replies import Speaker


class HandOver(SpeakingAction):
    """Answers "human please", or yes to the bot's offer of one."""

    NAME = "action_hand_over"

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """Say so, and ask the hub."""
        speaker.say(speaker.words.text("handing_over"))
        if tracker.get_slot("pending") == "complaint" and intent_of(tracker) == "affirm":
            speaker.hand_over(
                "complaint", "The visitor has a complaint and accepted the offer of a person."
            )
        else:
            speaker.hand_over("visitor_asked", "The visitor asked for a person.")
        return leave_form(tracker)
