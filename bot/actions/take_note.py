"""Takes in an order number, a product or a code that was told without being asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rasa_sdk.events import FollowupAction

from actions.check_stock import CheckStock
from actions.coupons import CheckCoupon
from actions.find_products import FindProducts
from actions.not_understood import NotUnderstood
from actions.speaking import Events, SpeakingAction, entity_in_message
from remembering import words_to

if TYPE_CHECKING:
    from rasa_sdk import Tracker

    from replies import Speaker
    from shop import Shop

_FOR_PEOPLE = frozenset({"open_problem", "complaint"})


class TakeNote(SpeakingAction):
    """Guesses what a bare "10432" or "the red one" is for, or asks."""

    NAME = "action_take_note"

    def __init__(self, shop: Shop) -> None:
        self._find_products, self._check_stock = FindProducts(shop), CheckStock(shop)
        self._check_coupon, self._not_understood = CheckCoupon(shop), NotUnderstood()

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """Go on with what fits; what holds nothing at all was not understood."""
        told = {str(found["entity"]) for found in tracker.latest_message["entities"]}
        heard = speaker.visitor.heard if speaker.visitor.remembers else ()
        if not _FOR_PEOPLE.isdisjoint(heard):
            return _note(speaker)
        if told & {"order_number", "email"}:
            return _take_up_order(speaker, tracker, told)
        if "coupon_code" in told:
            return await self._check_coupon.speak(speaker, tracker)
        if _wants_product(speaker, tracker, told):
            known = tracker.get_slot("product") or speaker.visitor.fact("product_interest")
            fitting = self._check_stock if known else self._find_products
            return await fitting.speak(speaker, tracker)
        if heard:
            return _note(speaker)
        return await self._not_understood.speak(speaker, tracker)


def _wants_product(speaker: Speaker, tracker: Tracker, told: set[str]) -> bool:
    """Not who only says what they like, own or wear."""
    if not told & {"product", "size", "colour"}:
        return False
    goes_on = "product" not in told and tracker.get_slot("product") is not None
    heard = speaker.visitor.heard
    return goes_on or not heard or "product_interest" in heard


def _note(speaker: Speaker) -> Events:
    """What the hub heard is kept; what went wrong is for somebody who can set it right."""
    words = words_to(speaker.visitor)
    if _FOR_PEOPLE.isdisjoint(speaker.visitor.heard):
        speaker.say(words.noted)
    else:
        asked = words.join.join((words.noted, speaker.words.text("shall_i_bring")))
        speaker.offer(asked, [speaker.talk_to_a_person])
    return []


def _take_up_order(speaker: Speaker, tracker: Tracker, told: set[str]) -> Events:
    order = entity_in_message(tracker, "order_number")
    if order and "email" not in told:
        speaker.offer(
            speaker.words.text("order_noted", number=order),
            [
                speaker.choice("where_is_it", "/track_order"),
                speaker.choice("return_it", "/return_item"),
                speaker.choice("something_else", "/deny"),
            ],
        )
        return []
    if order or tracker.get_slot("last_order") or speaker.visitor.fact("order_number"):
        return [FollowupAction("order_status_form")]
    speaker.say(speaker.words.text("email_noted"))
    return []
