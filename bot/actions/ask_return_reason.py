"""Asks why something is returned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.speaking import Events, SpeakingAction

if TYPE_CHECKING:
    from rasa_sdk import Tracker

    from replies import Speaker


class AskReturnReason(SpeakingAction):
    """The return form's last question."""

    NAME = "action_ask_return_reason"

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """Offer the usual reasons; any words will do."""
        del tracker
        speaker.offer(
            speaker.words.text("ask_return_reason"),
            [(reason, reason) for reason in speaker.words.table("return_reasons").values()],
        )
        return []
