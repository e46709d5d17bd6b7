"""When the bot may offer a product in a dialogue, and what it may go by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

# So long what somebody said "not now" to is not offered to them again, and nothing unasked.
REFUSED_FOR = timedelta(days=30)


class WhyNot(StrEnum):
    """Why nothing is offered now; in the order in which it is looked at."""

    NOT_THE_BOT = "not_the_bot"
    OFFERED_ALREADY = "offered_already"
    TROUBLED = "troubled"
    REFUSED = "refused"
    NO_CONSENT = "no_consent"
    DO_NOT_CONTACT = "do_not_contact"
    HELD_OUT = "held_out"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Situation:
    """`asked`: they want to be recommended something; `troubled`: something is to be mended before anything is offered.

    `refused`: lately they said "not now".
    """

    asked: bool
    bot_answers: bool
    offered: bool
    troubled: bool
    consents: bool
    refuses: bool
    held_out: bool
    refused: bool = False


def why_not(now: Situation) -> WhyNot | None:
    """None: something may be offered. Who asks gets an answer whatever they consent to, but see `may_be_personal`."""
    if not now.bot_answers:
        return WhyNot.NOT_THE_BOT
    if now.offered:
        return WhyNot.OFFERED_ALREADY
    if now.troubled:
        return WhyNot.TROUBLED
    if now.refused and not now.asked:
        return WhyNot.REFUSED
    return None if now.asked else _why_impersonal(now)


def reason_of(because: str | None) -> dict[str, object]:
    """As the line of an offer tells it; `because` is the product that it goes with, None for what most people buy."""
    return {"reason": "goes_with", "because": because} if because else {"reason": "popular"}


def may_be_personal(now: Situation) -> bool:
    """Whether what they bought may be gone by; else it is what most people buy."""
    return _why_impersonal(now) is None


def _why_impersonal(now: Situation) -> WhyNot | None:
    if not now.consents:
        return WhyNot.NO_CONSENT
    if now.refuses:
        return WhyNot.DO_NOT_CONTACT
    return WhyNot.HELD_OUT if now.held_out else None
