"""Coupons: giving a person one of their own, and telling what a code is worth."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from actions.speaking import Events, SpeakingAction
from shop import CouponRefused, ShopUnavailable

if TYPE_CHECKING:
    from rasa_sdk import Tracker

    from phrases import Phrases
    from replies import Speaker
    from shop import Record, Shop

logger = logging.getLogger(__name__)

# By the incentive's kind; all others are offered alike.
_OFFERS = {"refer_friend": "coupon_offer_friend", "money_back": "coupon_offer_back"}


class OfferCoupon(SpeakingAction):
    """Answers "do you have a discount code"."""

    NAME = "action_offer_coupon"

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """Give them a code of their own, if the hub has one for them; never one of our making."""
        words = speaker.words
        try:
            coupon = await self._shop.give_coupon(str(tracker.sender_id))
        except CouponRefused as refused:
            speaker.say(words.text("coupon_had" if refused.why == "had_already" else "coupon_none"))
        except ShopUnavailable as error:
            logger.warning("no coupon: the hub gave none (%s)", error)
            speaker.say(words.text("coupon_away"))
        else:
            speaker.say(offer(coupon, words))
        return []


class CheckCoupon(SpeakingAction):
    """Answers "my code doesn't work"."""

    NAME = "action_check_coupon"

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """Look the code up; ask for it if there was none."""
        code = tracker.get_slot("coupon_code")
        if not code:
            speaker.say(speaker.words.text("coupon_which"))
            return []
        coupon = await self._shop.find_coupon(code)
        if coupon is None:
            speaker.say(speaker.words.text("coupon_unknown", code=code))
        elif not coupon.get("active"):
            ended = speaker.words.day(coupon.get("valid_until"))
            text = "coupon_ended_on" if ended else "coupon_ended"
            speaker.say(speaker.words.text(text, code=code, day=ended))
        else:
            value = worth(coupon, speaker.words)
            speaker.say(speaker.words.text("coupon_good", code=code, worth=value))
        return []


def offer(coupon: Record, words: Phrases) -> str:
    """Of a coupon that was given to them, by the incentive's kind."""
    kind, code, unit = str(coupon.get("kind")), coupon["code"], coupon.get("unit")
    given = {**coupon, "kind": unit}
    if kind != "money_back":
        return words.text(_OFFERS.get(kind, "coupon_offer"), code=code, worth=worth(given, words))
    if unit == "percent":
        back = words.text("coupon_back_percent", value=coupon["value"])
    else:
        back = words.price(int(coupon["value"]), str(coupon.get("currency") or "EUR"))
    return words.text(_OFFERS[kind], code=code, back=back)


def worth(coupon: Record, words: Phrases) -> str:
    """What a coupon gives, from when and until when."""
    currency = str(coupon.get("currency") or "EUR")
    if coupon.get("kind") == "percent":
        said = words.text("coupon_percent", value=coupon["value"])
    else:
        said = words.text("coupon_amount", value=words.price(int(coupon["value"]), currency))
    if coupon.get("min_total_cents"):
        least = words.price(int(coupon["min_total_cents"]), currency)
        said += words.text("coupon_from", least=least)
    until = words.day(coupon.get("valid_until"))
    return said + words.text("coupon_until", day=until) if until else said
