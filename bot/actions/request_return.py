"""Asks the shop for a return."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rasa_sdk.events import SlotSet

from actions.order_form import AskedOrder
from actions.order_words import say_not_found
from actions.return_form import known_reason
from actions.speaking import Events, SpeakingAction
from known_facts import KnownFact
from languages import ENGLISH
from shop import ReturnRefused

if TYPE_CHECKING:
    from rasa_sdk import Tracker

    from replies import Speaker
    from shop import Shop

NOT_FOUND = 404


class RequestReturn(SpeakingAction):
    """Ends the return form."""

    NAME = "action_request_return"

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """Request it and tell what happens next, or why it is not possible."""
        asked, reason, used = (
            AskedOrder.from_tracker(tracker),
            tracker.get_slot("return_reason"),
            list[KnownFact](),
        )
        if reason is None and (known := known_reason(tracker)):
            reason, used = known[0], [known[1]]
        used += asked.used
        done: Events = [
            SlotSet(name, None) for name in ("order_number", "order_confirmed", "return_reason")
        ]
        if not asked.number or not reason:
            return done
        try:
            await self._shop.request_return(
                asked.number, reason, email=asked.email, contact_id=asked.contact_id
            )
        except ReturnRefused as refused:
            if refused.status == NOT_FOUND:
                say_not_found(speaker, asked)
                return done
            speaker.offer(
                _refusal(speaker, asked.number, refused.detail.strip()),
                [speaker.talk_to_a_person, speaker.choice("no_thanks", "/deny")],
                used=used,
            )
            speaker.expect_answer_about("human")
            return done
        speaker.say(
            speaker.words.text("return_requested", number=asked.number, reason=reason),
            used=used,
        )
        return done


def _refusal(speaker: Speaker, number: str, detail: str) -> str:
    """With the hub's reason where it speaks the visitor's language: it is written in English."""
    if not detail or speaker.words.language != ENGLISH:
        return speaker.words.text("return_refused_plainly", number=number)
    why = detail if detail.endswith((".", "!", "?")) else f"{detail}."
    return speaker.words.text("return_refused", number=number, why=why)
