"""Tells what the visitor said before, in their own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from actions.speaking import Events, SpeakingAction
from remembering import day_of, words_to

if TYPE_CHECKING:
    from rasa_sdk import Tracker

    from memory_words import Words
    from replies import Speaker

_MOST, _LONGEST = 2, 300


class TellSaid(SpeakingAction):
    """Answers "what did I say about the jacket"."""

    NAME = "action_tell_said"

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """Their words with the day; nothing is made up where nothing was found."""
        words = words_to(speaker.visitor)
        recalled = (tracker.get_slot("visitor") or {}).get("recalled") or {}
        said = recalled.get("said") or []
        if said:
            speaker.say(words.join.join(_quoted(one, words) for one in said[:_MOST]))
        else:
            remembers = speaker.visitor.remembers
            speaker.say(words.not_found if remembers else words.not_allowed)
        return []


def _quoted(one: dict[str, Any], words: Words) -> str:
    quote = str(one.get("quote", ""))[:_LONGEST]
    # One after the other and the visitor's own words last: braces in them mean nothing.
    return words.quoted.replace("{day}", day_of(one.get("at"), words)).replace("{quote}", quote)
