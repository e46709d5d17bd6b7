"""Coupons: offering the welcome code, and telling what a code is worth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.order_words import day
from actions.product_words import price
from actions.speaking import Events, SpeakingAction

if TYPE_CHECKING:
    from rasa_sdk import Tracker

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
            speaker.say(
                f"Yes! With the code {WELCOME_CODE} you get {worth(coupon)}. Enter it in the basket."
            )
        else:
            speaker.say(
                "There's no open discount code right now. Our newsletter tells about the next sale first."
            )
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
            speaker.say("I can check that. Which code is it?")
            return []
        coupon = await self._shop.find_coupon(code)
        if coupon is None:
            speaker.say(f"I don't know the code {code}. Could there be a typo in it?")
        elif not coupon.get("active"):
            ended = day(coupon.get("valid_until"))
            speaker.say(
                f"The code {code} no longer holds{f'; it ended on {ended}' if ended else ''}."
            )
        else:
            speaker.say(
                f"The code {code} is good: {worth(coupon)}. Enter it in the basket; only one code works per order."
            )
        return []


def worth(coupon: Record) -> str:
    """What a coupon gives, from when and until when."""
    currency = str(coupon.get("currency") or "EUR")
    value = (
        f"{coupon['value']} %"
        if coupon.get("kind") == "percent"
        else price(int(coupon["value"]), currency)
    )
    least = (
        f" on orders from {price(int(coupon['min_total_cents']), currency)}"
        if coupon.get("min_total_cents")
        else ""
    )
    until = f", until {day(coupon['valid_until'])}" if day(coupon.get("valid_until")) else ""
    return f"{value} off{least}{until}"
