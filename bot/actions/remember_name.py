"""Takes in the visitor's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.speaking import Events, SpeakingAction
from actions.take_note import TakeNote
from facts import heard

if TYPE_CHECKING:
    from rasa_sdk import Tracker

    from replies import Speaker
    from shop import Shop


class RememberName(SpeakingAction):
    """Answers "my name is Anna"."""

    NAME = "action_remember_name"

    def __init__(self, shop: Shop) -> None:
        self._take_note = TakeNote(shop)

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """Use the name at once, if it is the visitor's own."""
        message = tracker.latest_message
        told = heard(message.get("text") or "", "give_name", 1.0, message["entities"])
        name = next((fact.value for fact in told if fact.key == "name"), None)
        if name is None and message["entities"]:
            # "The Katla one" sounds like an introduction and is none.
            return await self._take_note.speak(speaker, tracker)
        if name:
            speaker.say(f"Nice to meet you, {name}! What can I do for you?")
        else:
            speaker.say("Thank you for telling me. What can I do for you?")
        return []
