"""Goes on in the language that was picked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.speaking import Events, SpeakingAction

if TYPE_CHECKING:
    from rasa_sdk import Tracker

    from replies import Speaker


class ChooseLanguage(SpeakingAction):
    """The pick is kept before any action runs, so the voice is in that language already."""

    NAME = "action_choose_language"

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """Show it by speaking it."""
        del tracker
        speaker.say(speaker.words.text("what_can_i_do"))
        return []
