"""Takes in an order number, a product or a code that was told without being asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rasa_sdk.events import FollowupAction

from actions.check_stock import CheckStock
from actions.coupons import CheckCoupon
from actions.find_products import FindProducts
from actions.not_understood import NotUnderstood
from actions.speaking import Events, SpeakingAction, entity_in_message
from remembering import named, words_to
from telling import DISLIKE, TOLD
from wishing import speaks, wishes

if TYPE_CHECKING:
    from collections.abc import Collection

    from rasa_sdk import Tracker

    from known_facts import KnownFact
    from memory_words import Words
    from replies import Speaker
    from shop import Shop

_FOR_PEOPLE = frozenset({"open_problem", "complaint"})
# Said in their own words at length, or answered in another way.
_NOT_NAMED = frozenset(
    {
        "name", "email", "phone", "order_number", "order_state", "open_problem", "complaint", "praise", "suggestion", "promise",
        "product_interest",
    }
)  # fmt: skip
_MOST_NAMED = 3


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
        is_trouble = not _FOR_PEOPLE.isdisjoint(heard)
        if only := tracker.latest_message.get(TOLD):
            is_kept = heard and not (is_trouble and only == DISLIKE)
            return _note(speaker) if is_kept else _thank(speaker, tracker)
        if is_trouble:
            return _note(speaker)
        taken_up = await self._taken_up(speaker, tracker, told)
        if taken_up is not None:
            return taken_up
        if heard:
            return _note(speaker)
        return await self._not_understood.speak(speaker, tracker)

    async def _taken_up(self, speaker: Speaker, tracker: Tracker, told: set[str]) -> Events | None:
        """What goes on with what was named, if anything does."""
        if told & {"order_number", "email"}:
            return _take_up_order(speaker, tracker, told)
        if "coupon_code" in told:
            return await self._check_coupon.speak(speaker, tracker)
        if _wants_product(speaker, tracker, told):
            known = tracker.get_slot("product") or speaker.visitor.fact("product_interest")
            fitting = self._check_stock if known else self._find_products
            return await fitting.speak(speaker, tracker)
        return None


def _wants_product(speaker: Speaker, tracker: Tracker, told: set[str]) -> bool:
    """Not who only says what they like, own or wear."""
    if not told & {"product", "size", "colour"}:
        return False
    goes_on = "product" not in told and tracker.get_slot("product") is not None
    heard = speaker.visitor.heard
    said = str(tracker.latest_message.get("text") or "")
    return goes_on or not heard or "product_interest" in heard or wishes(said)


def _note(speaker: Speaker) -> Events:
    """What the hub heard is kept, and said back; what went wrong is for somebody who can set it right."""
    words, heard = words_to(speaker.visitor), speaker.visitor.heard
    told = [fact for fact in speaker.visitor.facts if _is_named(fact)][-_MOST_NAMED:]
    said = [*_tone(words, heard), words.noted]
    if told and words.informal and speaker.visitor.value("form_of_address") == "informal":
        # The hub's sentences are formal.
        said.append(f"{words.between.join(fact.value for fact in told)}{words.ends}")
    elif told:
        said.append(named(told, words))
    if _FOR_PEOPLE.isdisjoint(heard):
        speaker.say(words.join.join(said), used=told)
    else:
        asked = words.join.join((*said, speaker.words.text("shall_i_bring")))
        speaker.offer(asked, [speaker.talk_to_a_person], used=told)
    return []


def _is_named(fact: KnownFact) -> bool:
    """What was just said, and is no piece of a sentence that was cut in the wrong place."""
    return fact.just_said and fact.key not in _NOT_NAMED and not speaks(fact.value)


def _tone(words: Words, heard: Collection[str]) -> list[str]:
    """What is said first."""
    if not _FOR_PEOPLE.isdisjoint(heard):
        return [words.sorry]
    if "suggestion" in heard:
        return [words.idea]
    return [words.nice] if "praise" in heard and "product_disliked" not in heard else []


def _thank(speaker: Speaker, tracker: Tracker) -> Events:
    """For what was told and is not kept; in a form, its question follows."""
    in_form = (tracker.active_loop or {}).get("name")
    speaker.say(speaker.words.text("told_in_form" if in_form else "thanks_for_telling"))
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
