"""Forgets what the visitor wants forgotten, and says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.speaking import Events, SpeakingAction
from forgotten import emptied_of
from memory_requests import memory_request
from remembering import words_to

if TYPE_CHECKING:
    from rasa_sdk import Tracker

    from known_facts import KnownFact, Visitor
    from memory_requests import Asked
    from replies import Speaker


class ForgetFact(SpeakingAction):
    """Answers "forget my size" and "forget that"."""

    NAME = "action_forget_fact"

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """The hub deletes it with the answer; nothing is repeated here."""
        words = words_to(speaker.visitor)
        request = memory_request(tracker.latest_message.get("text") or "")
        facts = _meant(speaker.visitor, request.asked if request else ())
        if not facts:
            speaker.say(words.nothing_to_forget)
            return []
        speaker.forget(facts)
        labels = dict.fromkeys(fact.label.lower() or words.things[""] for fact in facts)
        speaker.say(words.forgotten.format(labels=words.between.join(labels)))
        return emptied_of({fact.key for fact in facts})


def _meant(visitor: Visitor, asked: tuple[Asked, ...]) -> list[KnownFact]:
    """All of a kind; without one what was said last in this dialogue."""
    known = [*visitor.facts, *visitor.doubtful]
    if asked:
        return [fact for one in asked for fact in known if fact.key in one.keys]
    here = [fact for fact in known if fact.said_here]
    last = max((fact.observed_at for fact in here), default=None)
    return [fact for fact in here if fact.observed_at == last]
