"""A dialogue that has just begun."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from chat_server.domain.conversation import Conversation, Origin
from chat_server.domain.ownership import first_owner

if TYPE_CHECKING:
    from chat_server.domain.step import Step

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def opening(
    origin: Origin | None = None, *, locale: str = "en", now: datetime = NOW
) -> tuple[Conversation, Step]:
    return Conversation.open(
        inbox_id="i",
        contact_id="c",
        visitor_id="v1",
        client_id="k",
        locale=locale,
        bot=first_owner("Snorri"),
        origin=origin or Origin(),
        now=now,
    )


def opened(origin: Origin | None = None, *, now: datetime = NOW) -> Conversation:
    conversation, _ = opening(origin, now=now)
    return conversation
