"""REST bodies of a contact's history."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .base import Identifier, Inbound, Outbound, Timestamp

HistoryKindName = Literal[
    "call_note",
    "dialogue",
    "order",
    "coupon_redeemed",
    "coupon_given",
    "points",
    "mail",
    "newsletter",
    "consent",
    "reveal",
]


class HistoryEntryView(Outbound):
    """What a kind has no use for is left out; so is `number` for who sees no personal data.

    `name` is what it is of: products, a campaign, an incentive, a purpose.
    """

    kind: HistoryKindName
    id: str
    at: Timestamp
    conversation_id: str | None = None
    by: str | None = None
    name: str | None = None
    state: str | None = None
    text: str | None = None
    number: str | None = None
    cents: int | None = None
    currency: str | None = None
    points: int | None = None


class ContactHistoryView(Outbound):
    """Newest first; `kinds` are those that the caller may see."""

    items: list[HistoryEntryView]
    next: str | None
    kinds: list[HistoryKindName]


class CallNoteBody(Inbound):
    """Sent again with the same `client_id` it is the same note."""

    client_id: Identifier
    text: Annotated[str, Field(min_length=1, max_length=2_000)]


class CallNoteView(Outbound):
    """What was written, by whom and when."""

    id: str
    at: Timestamp
    by: str
    text: str
