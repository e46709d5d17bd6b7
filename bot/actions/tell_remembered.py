"""Tells what is remembered about the visitor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.speaking import Events, SpeakingAction
from remembering import MOST_TOLD, told

if TYPE_CHECKING:
    from rasa_sdk import Tracker

    from replies import Speaker

_WHERE = "Under \u201cWhat we remember about you\u201d in this chat's menu you can see, correct or delete it."


class TellRemembered(SpeakingAction):
    """Answers "what do you know about me"."""

    NAME = "action_tell_remembered"

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """List the facts said last, and say where to change them."""
        del tracker
        facts = speaker.visitor.facts[-MOST_TOLD:]
        if facts:
            more = " There is more." if len(speaker.visitor.facts) > len(facts) else ""
            speaker.say(f"This is what I remember: {told(facts)}{more} {_WHERE}", used=facts)
        else:
            speaker.say(
                f"I remember nothing about you from before. What you write here is kept for our customer service only. {_WHERE}"
            )
        return []
