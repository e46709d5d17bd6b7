"""Tells what is remembered about the visitor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.speaking import Events, SpeakingAction
from remembering import MOST_TOLD, told, words_to

if TYPE_CHECKING:
    from rasa_sdk import Tracker

    from replies import Speaker


class TellRemembered(SpeakingAction):
    """Answers "what do you know about me"."""

    NAME = "action_tell_remembered"

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """List the facts said last, and say where to change them."""
        del tracker
        words, facts = words_to(speaker.visitor), speaker.visitor.facts[-MOST_TOLD:]
        if facts:
            said = [words.remembered.format(facts=told(facts, words))]
            said.append(words.more if len(speaker.visitor.facts) > len(facts) else words.no_more)
        else:
            said = [words.nothing if speaker.visitor.remembers else words.nothing_allowed]
        speaker.say(words.join.join((*said, words.where)), used=facts)
        return []
