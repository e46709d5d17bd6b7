"""REST bodies of incentives, their coupons and contacts' points."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from .base import Identifier, Inbound, LongText, Outbound, ShortText, Timestamp
from .marketing import IntervalView

Cents = Annotated[int, Field(ge=0, le=10**12)]
Currency = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
_Many = Annotated[int, Field(ge=1, le=10**9)]
_Points = Annotated[int, Field(ge=0, le=10**6)]


class IncentiveView(Outbound):
    """`value` is percent points or cents, as `unit` says; coupons hold for `days`, or until `valid_until`.

    `minted` counts coupons of `most`; the reward is for who brings a friend.
    """

    id: str
    name: str
    kind: Literal["percent", "amount", "early_bird", "money_back", "refer_friend"]
    unit: Literal["percent", "amount"]
    value: int
    currency: str
    created_at: Timestamp
    min_total_cents: int
    valid_from: Timestamp | None = None
    valid_until: Timestamp | None = None
    days: int | None = None
    most: int | None = None
    minted: int
    points: int
    reward_unit: Literal["percent", "amount"] | None = None
    reward_value: int | None = None
    bot_offers: bool
    campaign_id: str | None = None
    closed_at: Timestamp | None = None


class IncentiveBody(Inbound):
    """A new incentive; an early bird has `valid_until` or `most`, refer a friend has a reward."""

    name: Annotated[ShortText, Field(min_length=1)]
    kind: Literal["percent", "amount", "early_bird", "money_back", "refer_friend"]
    unit: Literal["percent", "amount"]
    value: Annotated[int, Field(ge=1, le=10**9)]
    currency: Currency
    min_total_cents: Cents = 0
    valid_from: AwareDatetime | None = None
    valid_until: AwareDatetime | None = None
    days: Annotated[int, Field(ge=1, le=3660)] | None = None
    most: _Many | None = None
    points: _Points = 0
    reward_unit: Literal["percent", "amount"] | None = None
    reward_value: _Many | None = None
    bot_offers: bool = False
    campaign_id: Identifier | None = None


class IncentivePatch(Inbound):
    """What was promised stays; it can be closed, opened again, or left to the bot to offer."""

    closed: bool | None = None
    bot_offers: bool | None = None


class PublishedCodeView(Outbound):
    """A code that everybody may know; `uses` of `most` in all, `per_customer` by one, without bound where that is none."""

    code: str
    incentive_id: str
    uses: int
    most: int | None = None
    per_customer: int | None = None
    valid_from: Timestamp | None = None
    valid_until: Timestamp | None = None
    closed_at: Timestamp | None = None
    active: bool


class PublishedCodeBody(Inbound):
    """4 to 40 letters, digits, `-` and `_`; a use needs the customer where `per_customer` is a number."""

    code: Annotated[ShortText, Field(min_length=1, max_length=64)]
    most: _Many | None = None
    per_customer: _Many | None = 1
    valid_from: AwareDatetime | None = None
    valid_until: AwareDatetime | None = None


class PublishedCodePatch(Inbound):
    """Ended, or opened again."""

    closed: bool


class IssuedCouponView(Outbound):
    """One person's coupon; `state` is of now. A reward is what who brought a friend gets."""

    code: str
    incentive_id: str
    incentive: str
    kind: Literal["percent", "amount", "early_bird", "money_back", "refer_friend"]
    unit: Literal["percent", "amount"]
    value: int
    currency: str
    min_total_cents: int
    state: Literal["valid", "used", "expired"]
    is_reward: bool
    minted_at: Timestamp
    minted_by: str
    valid_until: Timestamp | None = None
    redeemed_at: Timestamp | None = None
    discount_cents: int | None = None
    conversation_id: str | None = None


class MintBody(Inbound):
    """Without an incentive it is the one that the bot may offer."""

    incentive_id: Identifier | None = None


class RedeemBody(Inbound):
    """One order; `customer` is the `sub` of a signed identity. A money-back guarantee says of what and why.

    A code that the shop made and nobody got in a dialogue counts for `conversation_id`, else for the customer's last one.
    """

    order_number: Annotated[ShortText, Field(min_length=1, max_length=64)]
    total_cents: Cents
    currency: Currency
    customer: Annotated[ShortText, Field(max_length=200)] | None = None
    sku: Annotated[ShortText, Field(max_length=64)] | None = None
    reason: Annotated[LongText, Field(max_length=500)] | None = None
    conversation_id: Identifier | None = None


class CodesBody(Inbound):
    """Codes that the shop made, one a line: text, or the first column of comma-separated values."""

    csv: Annotated[str, Field(min_length=1)]


class RefusedCode(Outbound):
    """`line` as a spreadsheet counts; taken are codes of another incentive and those that the shop publishes."""

    line: int
    column: Literal["code"]
    code: Literal["bad_value", "twice", "taken"]


class CodesView(Outbound):
    """Codes that are new, or that the incentive had; and lines that are none."""

    added: int
    same: int
    refused: list[RefusedCode]


class RedeemedView(Outbound):
    """What the order costs less, or what is paid back; `reward` went to who brought the friend."""

    coupon: IssuedCouponView
    discount_cents: int
    reward: IssuedCouponView | None = None


class PointsLineView(Outbound):
    """One line of the ledger."""

    change: int
    reason: str
    at: Timestamp
    by: str
    conversation_id: str | None = None


class PointsView(Outbound):
    """Newest first; `balance` is the sum of all lines."""

    balance: int
    lines: list[PointsLineView]


class PointsBody(Inbound):
    """Given, or taken where below zero; the same `client_id` again changes nothing."""

    change: Annotated[int, Field(ge=-(10**6), le=10**6)]
    reason: Annotated[ShortText, Field(min_length=1, max_length=200)]
    client_id: Identifier


class IncentiveUses(Outbound):
    """Of coupons given in dialogues that began in the period; `share` of those given was used.

    `codes` are those that the shop made, `codes_left` those nobody has, `codes_used_apart` those used in the period
    by somebody without a dialogue, published ones too; `published` are those that everybody may know.
    """

    incentive: IncentiveView
    given: int
    people: int
    dialogues: int
    used: int
    used_dialogues: int
    share: IntervalView | None = None
    discount_cents: int
    total_cents: int
    codes: int
    codes_left: int
    codes_used_apart: int
    published: list[PublishedCodeView]


class GuaranteeUse(Outbound):
    """Somebody wanted their money back: something may be wrong with the product."""

    incentive: str
    at: Timestamp
    sku: str | None = None
    reason: str | None = None
    cents: int
    currency: str
    conversation_id: str | None = None


class ProductTrouble(Outbound):
    """How many wanted their money back for it; an empty `sku` where the shop did not say for what."""

    sku: str
    count: int


class IncentiveReport(Outbound):
    """What incentives brought; guarantees are those used in [from, to), newest first."""

    from_: Annotated[Timestamp, Field(serialization_alias="from")]
    to: Timestamp
    incentives: list[IncentiveUses]
    guarantees: list[GuaranteeUse]
    troubled: list[ProductTrouble]
