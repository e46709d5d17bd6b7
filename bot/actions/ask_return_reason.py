"""Asks why something is returned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.speaking import Events, SpeakingAction

if TYPE_CHECKING:
    from rasa_sdk import Tracker

    from replies import Speaker

_REASONS = ("Too small", "Too large", "Not as expected", "Damaged or faulty", "No longer needed")


class AskReturnReason(SpeakingAction):
    """The return form's last question."""

    NAME = "action_ask_return_reason"

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """Offer the usual reasons; any words will do."""
        del tracker
        speaker.offer("Why would you like to return it? Pick one or tell me in your own words.", [(reason, reason) for reason in _REASONS])
        return []
