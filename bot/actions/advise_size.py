"""Adds the visitor's own size to what is said about sizes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.speaking import Events, SpeakingAction
from remembering import lower_first, sentence_of

if TYPE_CHECKING:
    from rasa_sdk import Tracker

    from replies import Speaker


class AdviseSize(SpeakingAction):
    """Follows the general advice; silent when no size is known."""

    NAME = "action_advise_size"

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """Start from what they told us."""
        size = speaker.visitor.fact("size", tracker.get_slot("product"))
        if size is not None:
            speaker.say(
                speaker.words.text("known_size", fact=lower_first(sentence_of(size))),
                used=[size],
            )
        return []
