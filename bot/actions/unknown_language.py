"""Answers a message in a language the bot does not know: which ones it does, and that there are people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rasa_sdk.events import SlotSet

from actions.not_understood import MISSES_TO_HAND_OVER
from actions.speaking import Events, SpeakingAction, leave_form
from languages import ENGLISH, OWN_NAMES
from phrases import phrases_in

if TYPE_CHECKING:
    from rasa_sdk import Tracker

    from phrases import Phrases
    from replies import Speaker


class UnknownLanguage(SpeakingAction):
    """Counts as a miss like any other: the second in a row brings in a human."""

    NAME = "action_unknown_language"

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """Offer the languages there are, or hand over."""
        misses = (tracker.get_slot("misses") or 0) + 1
        if misses >= MISSES_TO_HAND_OVER:
            speaker.say(_also_in_english(speaker.words, "still_not_understood"))
            speaker.hand_over("not_understood", "The visitor writes in a language the bot lacks.")
            return [SlotSet("misses", 0), *leave_form(tracker)]
        languages = [
            (name, f'/choose_language{{"language": "{language}"}}')
            for language, name in OWN_NAMES.items()
        ]
        said = _also_in_english(speaker.words, "unknown_language")
        speaker.offer(said, [*languages, speaker.talk_to_a_person])
        return [SlotSet("misses", misses)]


def _also_in_english(words: Phrases, key: str) -> str:
    """Who knows neither our language nor English has at least the names of the languages."""
    said = words.text(key)
    return said if words.language == ENGLISH else f"{said}\n{phrases_in(ENGLISH).text(key)}"
