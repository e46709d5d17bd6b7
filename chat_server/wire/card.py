"""The handoff card as the console gets it."""

from __future__ import annotations

from typing import Literal

from .base import Outbound, Timestamp
from .nouns import ContactView, FactView
from .shop import OrderView


class HeardView(Outbound):
    """Something named in a message: an order number, a size."""

    entity: str
    value: str


class AttemptView(Outbound):
    """One question to the bot, what it made of it and what it answered."""

    seq: int
    said: str
    intent: str | None = None
    confidence: float | None = None
    missed: bool
    form: str | None = None
    heard: list[HeardView]
    answers: list[str]


class KnownView(Outbound):
    """A question not to ask again; `fact_id` or `seq` says where its answer stands."""

    key: str
    question: str
    answer: str
    fact_id: str | None = None
    seq: int | None = None


class EarlierView(Outbound):
    """A former dialogue of this person."""

    conversation_id: str
    opened_at: Timestamp
    intents: list[str]
    outcome: Literal["open", "resolved_by_bot", "resolved_by_agent"]
    handoff_reason: str | None = None
    rating: int | None = None


class SignView(Outbound):
    """Why the mood is judged so; a `weight` above zero is bad, `seq` is the message that shows it."""

    kind: str
    weight: int
    seq: int | None = None


class MoodView(Outbound):
    """A sum of signs, no reading of minds."""

    level: Literal["upset", "tense", "calm", "pleased"]
    signs: list[SignView]


class CameFromView(Outbound):
    """The page the visitor wrote from, and the response element that brought them."""

    page_url: str | None = None
    page_title: str | None = None
    referrer: str | None = None
    element: str | None = None
    element_kind: str | None = None
    element_name: str | None = None
    campaign: str | None = None
    variant: str | None = None


class HandoffCardView(Outbound):
    """What an agent should know before the first word; `note` was left for the bot by a colleague."""

    conversation_id: str
    last_seq: int
    reason: str | None = None
    summary: str | None = None
    note: str | None = None
    waiting_since: Timestamp | None = None
    waiting_seconds: int | None = None
    contact: ContactView
    attempts: list[AttemptView]
    misses: int
    facts: list[FactView]
    known: list[KnownView]
    open_orders: list[OrderView]
    earlier: list[EarlierView]
    mood: MoodView
    came_from: CameFromView
