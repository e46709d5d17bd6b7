"""REST bodies about customers' orders: the report, and offers."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .base import Inbound, Outbound, ShortText, Timestamp
from .marketing import IntervalView
from .shop import ProductView


class RfvSquare(Outbound):
    """A field of the grid of recency and frequency; `rule` is a segment's."""

    recency: Literal["recent", "cooling", "cold"]
    frequency: Literal["once", "some", "often"]
    customers: int
    orders: int
    spent_cents: int
    rule: dict[str, object]


class RfvLines(Outbound):
    """Days since the last order up to which it is recent or cooling; orders from which it is often."""

    recent: int
    cooling: int
    often: int


class RepeatFit(Outbound):
    """Parameters of the BG/NBD model, times in weeks."""

    r: float
    alpha: float
    a: float
    b: float


class SpendFit(Outbound):
    """Parameters of the gamma-gamma model; `gamma` in cents."""

    p: float
    q: float
    gamma: float


class CustomerForecast(Outbound):
    """What is expected of all customers within `weeks`; the fits are null while too few came again.

    `likeness` is the correlation of how often and how much; the sums are good where it is near nought.
    """

    weeks: int
    customers: int
    repeaters: int
    fewest_repeaters: int
    repeat: RepeatFit | None
    spend: SpendFit | None
    likeness: float | None
    purchases: float
    value_cents: float


class CustomerRow(Outbound):
    """A customer without a name; scores from 1 to 5 for recency, frequency and value; money in cents."""

    contact_id: str | None
    scores: tuple[int, int, int]
    orders: int
    spent_cents: int
    last_order_at: Timestamp
    alive: float
    purchases: float
    value_cents: float
    at_stake_cents: float


class BoughtTogether(Outbound):
    """Two products that customers have together more often than chance explains."""

    first: str
    second: str
    first_name: str
    second_name: str
    customers: int
    lift: float
    chance: float


class CustomerReport(Outbound):
    """As of `at`; `currency` is null while there are no orders, and then all else is empty.

    `pairs_looked_at` had the support of `fewest_together` customers.
    """

    at: Timestamp
    currency: str | None
    lines: RfvLines | None
    grid: list[RfvSquare]
    forecast: CustomerForecast | None
    win_back: list[CustomerRow]
    most_valuable: list[CustomerRow]
    together: list[BoughtTogether]
    pairs_looked_at: int
    fewest_together: int


class OfferView(Outbound):
    """`because` names what they bought that it goes with, `lift` how much; null: what most customers buy."""

    product: ProductView
    because: str | None
    because_sku: str | None = None
    lift: float | None


class OfferStepBody(Inbound):
    """That a product was offered in a dialogue, or what came of it."""

    sku: ShortText
    step: Literal["made", "accepted", "declined"]


class OffersTaken(Outbound):
    """Dialogues with an offer, each counted once.

    `known` are those of customers whose orders the shop tells us of; `share` is `ordered` of them, none while they are too few.
    """

    key: str
    name: str
    made: int
    accepted: int
    declined: int
    known: int
    ordered: int
    share: IntervalView | None = None


class OfferReport(Outbound):
    """What came of the offers in dialogues of [from, to); an order counts within `within_days` of the offer."""

    from_: Annotated[Timestamp, Field(serialization_alias="from")]
    to: Timestamp
    within_days: int
    every: OffersTaken
    by: list[OffersTaken]
    why: list[OffersTaken]
    products: list[OffersTaken]
