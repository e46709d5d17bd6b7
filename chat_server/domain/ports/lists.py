"""Which dialogues are wanted, and which piece of a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from chat_server.domain.conversation import Conversation
    from chat_server.domain.credit import Crediting
    from chat_server.domain.customers.offer_report import OfferPick
    from chat_server.domain.segments.rule import Belonging


@dataclass(frozen=True)
class DialogueFilter:
    """Which dialogues a list, an export or a report is about; times are [since, until).

    `first_since` and `first_until` are of the same person's very first dialogue. Of an `experiment` those that count for who saw the variant at place `arm`, whose time was over at `counted_by`.
    """

    query: str | None = None
    status: str | None = None
    owner: str | None = None
    agent_id: str | None = None
    inbox_id: str | None = None
    contact_id: str | None = None
    tag: str | None = None
    element: str | None = None
    campaign: str | None = None
    variant: str | None = None
    experiment: str | None = None
    arm: int | None = None
    counted_by: datetime | None = None
    channel: str | None = None
    locale: str | None = None
    intent: str | None = None
    took: str | None = None
    handoff_reason: str | None = None
    outcome: str | None = None
    rating: int | None = None
    agent_rating: int | None = None
    segment: Belonging | None = None
    incentive: str | None = None
    told: str | None = None
    about: str | None = None
    credit: Crediting | None = None
    offer: OfferPick | None = None
    since: datetime | None = None
    until: datetime | None = None
    first_since: datetime | None = None
    first_until: datetime | None = None


@dataclass(frozen=True)
class Slice:
    """A place in a list sorted by time; `before` and `before_id` are of the last one seen."""

    limit: int = 50
    oldest_first: bool = False
    before: datetime | None = None
    before_id: str | None = None


@dataclass(frozen=True)
class Hit:
    """A dialogue found; `snippet` marks words found with `[` and `]`."""

    conversation: Conversation
    messages: int
    snippet: str | None = None
