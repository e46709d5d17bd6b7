"""Tells what is remembered about the visitor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.open_problem import PROBLEM_WORDS
from actions.speaking import Events, SpeakingAction

if TYPE_CHECKING:
    from rasa_sdk import Tracker

    from known_facts import KnownFact
    from replies import Speaker

_WORDS = {
    "name": "your name is {}",
    "email": "your e-mail is {}",
    "phone": "your phone number is {}",
    "order_number": "you asked about order {}",
    "product_interest": "you are interested in: {}",
    "size": "your size is {}",
    "colour": "you like {}",
}
_WHERE = "Under \u201cWhat we remember about you\u201d in this chat's menu you can see, correct or delete it."


class TellRemembered(SpeakingAction):
    """Answers "what do you know about me"."""

    NAME = "action_tell_remembered"

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """List every fact, and say where to change them."""
        del tracker
        facts = list(speaker.visitor.facts)
        known = [words for fact in facts if (words := _sentence(fact))]
        if known:
            speaker.say(f"This is what I remember: {'; '.join(known)}. {_WHERE}", used=facts)
        else:
            speaker.say(
                f"I remember nothing about you from before. What you write here is kept for our customer service only. {_WHERE}"
            )
        return []


def _sentence(fact: KnownFact) -> str | None:
    if fact.key == "open_problem":
        return f"{PROBLEM_WORDS.get(fact.value, 'a problem')} is not sorted yet"
    return _WORDS[fact.key].format(fact.value) if fact.key in _WORDS else None
