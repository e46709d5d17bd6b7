"""Asks the shop for a return."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rasa_sdk.events import SlotSet

from actions.order_form import AskedOrder
from actions.order_words import say_not_found
from actions.return_form import known_reason
from actions.speaking import Events, SpeakingAction
from known_facts import KnownFact
from replies import TALK_TO_A_PERSON
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
                f"I can't start a return for order {asked.number}: {_sentence(refused.detail)} Shall I bring in a colleague?",
                [TALK_TO_A_PERSON, ("No, thank you", "/deny")],
                used=used,
            )
            speaker.expect_answer_about("human")
            return done
        speaker.say(
            f"Done: the return for order {asked.number} is requested, reason \u201c{reason}\u201d. "
            "We'll e-mail you a free label within a day. Your money is back within five working days after the parcel reaches us.",
            used=used,
        )
        return done


def _sentence(detail: str) -> str:
    detail = detail.strip() or "our rules don't allow it"
    return detail if detail.endswith((".", "!", "?")) else f"{detail}."
