"""Codes that everybody may know: what one can be, and why one cannot be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .code_file import is_code
from .errors import Invalid, SamtalError
from .incentive import over, unfit

if TYPE_CHECKING:
    from datetime import datetime

    from .incentive import Incentive, Redemption
    from .shop import Coupon


def require_sound(code: Coupon, now: datetime) -> None:
    """Raises Invalid for what nobody could use; `fields` says why in one word each."""
    problems: dict[str, str] = {}
    if not is_code(code.code):
        problems["code"] = "bad_value"
    if code.valid_until is not None and code.valid_until <= now:
        problems["valid_until"] = "past"
    elif code.valid_until and code.valid_from and code.valid_from >= code.valid_until:
        problems["valid_until"] = "before_valid_from"
    if problems:
        raise Invalid("This code cannot be.", problems)


def refusal(
    code: Coupon, incentive: Incentive, use: Redemption, now: datetime
) -> SamtalError | None:
    """Why nobody could use it so, whoever they are."""
    begins = [at for at in (code.valid_from, incentive.valid_from) if at is not None]
    ends = [at for at in (code.valid_until, incentive.valid_until) if at is not None]
    if code.closed_at or incentive.closed_at or any(at <= now for at in ends):
        return over("expired", "This code cannot be used any more.", "coupon")
    if any(now < at for at in begins):
        return over("not_yet_valid", "This code is not valid yet.", "coupon")
    if code.most is not None and code.uses >= code.most:
        return used_up()
    return unfit(incentive, use)


def used_up() -> SamtalError:
    """By others."""
    return over("used_up", "This code has been used as often as it can be.", "coupon")


def nobody() -> SamtalError:
    """A limit for each customer needs to know which."""
    return Invalid("Say which customer uses this code.", {"coupon": "needs_customer"})
