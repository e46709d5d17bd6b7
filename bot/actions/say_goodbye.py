"""Says goodbye."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.speaking import Events, SpeakingAction, leave_form
from addressing import addressed

if TYPE_CHECKING:
    from rasa_sdk import Tracker

    from replies import Speaker


class SayGoodbye(SpeakingAction):
    """Answers a goodbye, and drops what was half asked."""

    NAME = "action_say_goodbye"

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """By name when it is known."""
        name, used = addressed(speaker.visitor)
        goodbye = "goodbye_name" if name else "goodbye"
        speaker.say(speaker.words.text(goodbye, name=name), used=used)
        return leave_form(tracker)
