"""Incentives: what a company promises, and the coupons by which one person has it."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Literal, TypeAlias

from .errors import Conflict, Invalid, NotAllowed, SamtalError

Unit: TypeAlias = Literal["percent", "amount"]
# Letters, then digits, as shops write their codes: the bot knows one when it is told, and none looks like another.
_LETTERS, _DIGITS = "ABCDEFGHJKMNPQRSTUVWXYZ", "23456789"
_SHAPE = (_LETTERS,) * 6 + (_DIGITS,) * 4
_WHOLE = 100


class IncentiveKind(StrEnum):
    """`early_bird` ends at a day or after so many; `money_back` gives back what was paid."""

    PERCENT = "percent"
    AMOUNT = "amount"
    EARLY_BIRD = "early_bird"
    MONEY_BACK = "money_back"
    REFER_FRIEND = "refer_friend"


@dataclass
class Incentive:
    """`value` is percent points or cents, as `unit` says; the reward is for who brought a friend.

    Coupons of it can be had from `valid_from` until `valid_until` and `most` times; each holds for `days`, or as long
    as the incentive does. `points` come with each use. The bot offers it by itself where `bot_offers`.
    """

    id: str
    inbox_id: str
    name: str
    kind: IncentiveKind
    unit: Unit
    value: int
    currency: str
    created_at: datetime
    min_total_cents: int = 0
    valid_from: datetime | None = None
    valid_until: datetime | None = None
    days: int | None = None
    most: int | None = None
    minted: int = 0
    points: int = 0
    reward_unit: Unit | None = None
    reward_value: int | None = None
    bot_offers: bool = False
    campaign_id: str | None = None
    closed_at: datetime | None = None

    def require_sound(self) -> None:
        """Raises Invalid for what could not be kept, or never be had; `fields` says why in one word each."""
        problems = {**_unit_problems(self), **_reward_problems(self)}
        if self.kind is IncentiveKind.EARLY_BIRD and not (self.valid_until or self.most):
            problems["valid_until"] = "needs_an_end"
        if self.valid_from and self.valid_until and self.valid_from >= self.valid_until:
            problems["valid_until"] = "before_valid_from"
        if problems:
            raise Invalid("This incentive cannot be.", problems)

    @property
    def once(self) -> bool:
        """Whether one person has it once in a lifetime."""
        return self.kind not in {IncentiveKind.MONEY_BACK, IncentiveKind.REFER_FRIEND}

    def is_open(self, now: datetime) -> bool:
        """Whether coupons of it can be had now, as far as is known without counting one."""
        begun = self.valid_from is None or self.valid_from <= now
        goes_on = self.valid_until is None or now < self.valid_until
        left = self.most is None or self.minted < self.most
        return self.closed_at is None and begun and goes_on and left

    def require_open(self, now: datetime) -> None:
        """Raises Conflict where no coupon of it can be had now; the last of `most` is the store's to count."""
        if self.closed_at is not None:
            raise over("closed", "This incentive is closed.")
        if self.valid_from is not None and now < self.valid_from:
            raise over("not_yet", "This incentive has not begun.")
        if self.valid_until is not None and now >= self.valid_until:
            raise over("over", "This incentive is over.")

    def coupon(
        self,
        *,
        coupon_id: str,
        contact_id: str | None,
        now: datetime,
        conversation_id: str | None,
        by_kind: str,
        by_id: str | None,
        reward_of: str | None = None,
    ) -> IssuedCoupon:
        """A new one; a reward holds as long as the incentive's coupons do."""
        code = "".join(secrets.choice(signs) for signs in _SHAPE)
        return IssuedCoupon(
            id=coupon_id,
            code=code,
            incentive_id=self.id,
            contact_id=contact_id,
            conversation_id=conversation_id,
            minted_at=now,
            minted_by_kind=by_kind,
            minted_by_id=by_id,
            valid_from=now,
            valid_until=self.until(now),
            reward_of=reward_of,
        )

    def until(self, given_at: datetime) -> datetime | None:
        """How long a coupon holds that is given then."""
        return given_at + timedelta(days=self.days) if self.days else self.valid_until

    def require_list(self) -> None:
        """Raises Conflict where a code has to be known by who got it."""
        if self.kind is IncentiveKind.REFER_FRIEND:
            raise over("no_list", "Codes that bring a friend are made for each person.")

    def worth(self, coupon: IssuedCoupon) -> tuple[Unit, int]:
        """What it gives, to the friend or to who brought them."""
        if coupon.reward_of is not None and self.reward_unit and self.reward_value is not None:
            return self.reward_unit, self.reward_value
        return self.unit, self.value

    def discount(self, coupon: IssuedCoupon, total_cents: int) -> int:
        """Never more than the order; half a cent is the customer's."""
        unit, value = self.worth(coupon)
        if unit == "amount":
            return min(value, total_cents)
        return (total_cents * value + _WHOLE // 2) // _WHOLE


@dataclass
class IssuedCoupon:
    """One person's; `conversation_id` is the dialogue it was given in, `redeemed_by` the shop's customer.

    One that the shop made has `listed_at`, and is nobody's until it is given in a dialogue or used. One use of a code
    that everybody knows has that under `published`; its own code is then told to nobody.
    """

    id: str
    code: str
    incentive_id: str
    contact_id: str | None
    conversation_id: str | None
    minted_at: datetime
    minted_by_kind: str
    minted_by_id: str | None
    valid_from: datetime
    valid_until: datetime | None = None
    reward_of: str | None = None
    redeemed_at: datetime | None = None
    redeemed_by: str | None = None
    order_number: str | None = None
    order_total_cents: int | None = None
    discount_cents: int | None = None
    sku: str | None = None
    reason: str | None = None
    listed_at: datetime | None = None
    published: str | None = None

    @property
    def known_as(self) -> str:
        """The code that people write."""
        return self.published or self.code

    def give(
        self,
        contact_id: str,
        now: datetime,
        *,
        conversation_id: str | None,
        by_kind: str,
        by_id: str | None,
    ) -> None:
        """One of the shop's becomes somebody's."""
        self.contact_id, self.conversation_id = contact_id, conversation_id
        self.minted_at, self.minted_by_kind, self.minted_by_id = now, by_kind, by_id

    def holds(self, now: datetime) -> bool:
        """Whether it can still be used."""
        return self.redeemed_at is None and (self.valid_until is None or now < self.valid_until)

    def state(self, now: datetime) -> Literal["valid", "used", "expired"]:
        """In one word."""
        if self.redeemed_at is not None:
            return "used"
        return "valid" if self.holds(now) else "expired"


@dataclass(frozen=True)
class Redemption:
    """What the shop says of it; `customer` is the `sub` of their signed identity, where they have one.

    `conversation_id` is the dialogue that a code of the shop's belongs to, where the shop knows.
    """

    order_number: str
    total_cents: int
    currency: str
    customer: str | None = None
    sku: str | None = None
    reason: str | None = None
    conversation_id: str | None = None


@dataclass(frozen=True)
class Listed:
    """Codes of the shop's for one incentive: all, those nobody has, and those used in a time by who had no dialogue.

    The last counts uses of published codes too.
    """

    incentive_id: str
    codes: int
    left: int
    used_apart: int


@dataclass(frozen=True)
class Uses:
    """Of one incentive: coupons, people and dialogues they were given to, and what came of them."""

    incentive_id: str
    given: int
    people: int
    dialogues: int
    used: int
    used_dialogues: int
    discount_cents: int
    total_cents: int


def refusal(
    incentive: Incentive,
    coupon: IssuedCoupon,
    owner: str | None,
    use: Redemption,
    now: datetime,
) -> SamtalError | None:
    """Why it cannot be used so; `owner` is whom the shop knows the coupon's contact by."""
    found = (
        _spent(coupon, now),
        _not_theirs(incentive, coupon, owner, use),
        unfit(incentive, use),
    )
    return next((problem for problem in found if problem is not None), None)


def unfit(incentive: Incentive, use: Redemption) -> SamtalError | None:
    """Why an order is none that it is for."""
    if use.currency != incentive.currency:
        return Invalid("This coupon is in another currency.", {"coupon": "wrong_currency"})
    if use.total_cents < incentive.min_total_cents:
        return Invalid("The order is too small for this coupon.", {"coupon": "too_small"})
    return None


def used() -> Conflict:
    """The second time."""
    return over("used", "This coupon was used before.", "coupon")


def over(code: str, message: str, what: str = "incentive") -> Conflict:
    """With a word that programs can rely on."""
    return Conflict(message, {what: code})


def _foreign(message: str) -> NotAllowed:
    return NotAllowed(message, {"coupon": "wrong_contact"})


def _spent(coupon: IssuedCoupon, now: datetime) -> SamtalError | None:
    if coupon.redeemed_at is not None:
        return used()
    if now < coupon.valid_from:
        return over("not_yet_valid", "This coupon is not valid yet.", "coupon")
    if not coupon.holds(now):
        return over("expired", "This coupon has expired.", "coupon")
    return None


def _not_theirs(
    incentive: Incentive, coupon: IssuedCoupon, owner: str | None, use: Redemption
) -> SamtalError | None:
    if owner is None or use.customer is None:
        return None
    for_friend = incentive.kind is IncentiveKind.REFER_FRIEND and coupon.reward_of is None
    if for_friend and use.customer == owner:
        return _foreign("This coupon is for a friend of theirs.")
    if not for_friend and use.customer != owner:
        return _foreign("This coupon is somebody else's.")
    return None


def _unit_problems(incentive: Incentive) -> dict[str, str]:
    if incentive.unit == "percent" and incentive.value > _WHOLE:
        return {"value": "over_100"}
    only: dict[IncentiveKind, Unit] = {
        IncentiveKind.PERCENT: "percent",
        IncentiveKind.AMOUNT: "amount",
    }
    wanted = only.get(incentive.kind, incentive.unit)
    return {} if incentive.unit == wanted else {"unit": f"{wanted}_only"}


def _reward_problems(incentive: Incentive) -> dict[str, str]:
    given = incentive.reward_unit is not None and incentive.reward_value is not None
    if incentive.kind is not IncentiveKind.REFER_FRIEND:
        some = incentive.reward_unit is not None or incentive.reward_value is not None
        return {"reward_value": "no_reward"} if some else {}
    if not given:
        return {"reward_value": "needs_a_reward"}
    too_much = incentive.reward_unit == "percent" and (incentive.reward_value or 0) > _WHOLE
    return {"reward_value": "over_100"} if too_much else {}
