"""Takes the answer to "is that so?" about something that was heard badly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.speaking import Events, SpeakingAction
from remembering import words_to

if TYPE_CHECKING:
    from rasa_sdk import Tracker

    from replies import Speaker


class FactConfirmed(SpeakingAction):
    """Answers the yes; the fact itself is confirmed by `facts.py`."""

    NAME = "action_fact_confirmed"

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """Thank."""
        del tracker
        speaker.say(words_to(speaker.visitor).confirmed)
        return []


class FactDenied(SpeakingAction):
    """Answers the no."""

    NAME = "action_fact_denied"

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """Drop it."""
        del tracker
        speaker.say(words_to(speaker.visitor).denied)
        return []
