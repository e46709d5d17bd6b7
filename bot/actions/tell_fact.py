"""Tells one thing that is remembered, or that it was never said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.speaking import Events, SpeakingAction
from memory_requests import memory_request
from remembering import with_its_day

if TYPE_CHECKING:
    from rasa_sdk import Tracker

    from replies import Speaker

_WORDS = {
    "email": "your e-mail address", "phone": "your phone number", "order_number": "an order number", "name": "your name",
    "size": "your size", "colour": "your colour", "budget": "your budget", "delivery_place": "where to deliver to",
    "home": "where you live", "occasion_date": "that date", "occasion": "an occasion", "company": "your company",
    "company_role": "your role", "household": "that", "preferred_channel": "how you like to be reached",
    "preferred_hour": "when you like to be reached", "form_of_address": "how you like to be addressed",
    "language": "which language you prefer", "open_problem": "of a problem", "complaint": "of a complaint",
    "suggestion": "of a suggestion", "product_liked": "what you like", "product_disliked": "what you do not like",
    "product_owned": "what you own", "product_interest": "what you are looking for",
}  # fmt: skip
# Of what may be many, the latest are told.
_MOST = 3


class TellFact(SpeakingAction):
    """Answers "do you remember my size"."""

    NAME = "action_tell_fact"

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """The value with its day; nothing is made up where nothing was said."""
        request = memory_request(tracker.latest_message.get("text") or "")
        key = request.key if request else None
        facts = [fact for fact in speaker.visitor.facts if fact.key == key][-_MOST:]
        if facts:
            speaker.say(" ".join(with_its_day(fact) for fact in facts), used=facts)
        elif key == "promise":
            speaker.say("I know of no promise that we made to you.")
        else:
            asked = _WORDS.get(key or "", "that")
            speaker.say(f"You have not told me {asked}, so I don't know it.")
        return []
