"""Takes in the visitor's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.speaking import Events, SpeakingAction, entity_in_message
from actions.take_note import TakeNote

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
        known = speaker.visitor.fact("name")
        by_fact = known if known and known.just_said else None
        name = by_fact.value if by_fact else entity_in_message(tracker, "name")
        if name is None and tracker.latest_message["entities"]:
            # "The Katla one" sounds like an introduction and is none.
            return await self._take_note.speak(speaker, tracker)
        if name:
            speaker.say(speaker.words.text("nice_to_meet", name=name), used=[by_fact])
        else:
            speaker.say(speaker.words.text("thanks_for_telling"))
        return []
