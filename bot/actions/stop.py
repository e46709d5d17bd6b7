"""Stops whatever the bot was asking for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.speaking import Events, SpeakingAction, leave_form

if TYPE_CHECKING:
    from rasa_sdk import Tracker

    from replies import Speaker


class Stop(SpeakingAction):
    """Answers "never mind"."""

    NAME = "action_stop"

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """Leave an open form and be ready for something else."""
        speaker.say(speaker.words.text("stopped"))
        return leave_form(tracker)
