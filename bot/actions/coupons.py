"""Coupons: offering the welcome code, and telling what a code is worth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.speaking import Events, SpeakingAction

if TYPE_CHECKING:
    from rasa_sdk import Tracker

    from phrases import Phrases
    from replies import Speaker
    from shop import Record, Shop

WELCOME_CODE = "WELCOME10"


class OfferCoupon(SpeakingAction):
    """Answers "do you have a discount code"."""

    NAME = "action_offer_coupon"

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """Offer the welcome code, but only while the shop says it holds."""
        del tracker
        coupon = await self._shop.find_coupon(WELCOME_CODE)
        if coupon and coupon.get("active"):
            value = worth(coupon, speaker.words)
            speaker.say(speaker.words.text("coupon_offer", code=WELCOME_CODE, worth=value))
        else:
            speaker.say(speaker.words.text("coupon_none"))
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
