"""Forgets what the visitor wants forgotten, and says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rasa_sdk.events import SlotSet

from actions.speaking import Events, SpeakingAction
from memory_requests import memory_request

if TYPE_CHECKING:
    from rasa_sdk import Tracker

    from known_facts import KnownFact, Visitor
    from replies import Speaker

# What the dialogue itself still holds of it.
_SLOTS = {
    "email": ("email",),
    "order_number": ("order_number", "last_order"),
    "size": ("size",),
    "colour": ("colour",),
    "product_interest": ("product",),
}


class ForgetFact(SpeakingAction):
    """Answers "forget my size" and "forget that"."""

    NAME = "action_forget_fact"

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """The hub deletes it with the answer; nothing is repeated here."""
        request = memory_request(tracker.latest_message.get("text") or "")
        facts = _meant(speaker.visitor, request.key if request else None)
        if not facts:
            speaker.say(
                "There is nothing of that kind that I remember, so there is nothing to forget. "
                "Under \u201cWhat we remember about you\u201d in this chat's menu you see all there is."
            )
            return []
        speaker.forget(facts)
        labels = " and ".join(dict.fromkeys(fact.label.lower() or "that" for fact in facts))
        speaker.say(f"Done: I have forgotten it ({labels}). It is deleted from our records.")
        emptied = {slot for fact in facts for slot in _SLOTS.get(fact.key, ())}
        return [SlotSet(slot, None) for slot in sorted(emptied)]


def _meant(visitor: Visitor, key: str | None) -> list[KnownFact]:
    """All of a kind; without one what was said last in this dialogue."""
    known = [*visitor.facts, *visitor.doubtful]
    if key is not None:
        return [fact for fact in known if fact.key == key]
    here = [fact for fact in known if fact.said_here]
    last = max((fact.observed_at for fact in here), default=None)
    return [fact for fact in here if fact.observed_at == last]
