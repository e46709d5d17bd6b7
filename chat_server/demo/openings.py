"""Openings of response elements: one before every dialogue they brought, and many that brought none."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from chat_server.domain.events import Event, EventType
from chat_server.domain.ids import event_id, new_id
from chat_server.domain.message import AuthorKind

if TYPE_CHECKING:
    from random import Random

    from chat_server.domain.element import Element


def opening(element: Element, at: datetime) -> Event:
    """The log's line about one opening."""
    data = {
        "element": element.code,
        "channel": element.kind,
        "campaign": element.campaign_id,
        "variant": element.variant,
    }
    return Event(
        id=event_id(EventType.ELEMENT_OPENED, element.code, new_id()),
        type=EventType.ELEMENT_OPENED,
        at=at,
        inbox_id=element.inbox_id,
        actor_kind=AuthorKind.VISITOR,
        data={key: value for key, value in data.items() if value is not None},
    )


def in_vain(element: Element, days: int, random: Random, now: datetime) -> list[Event]:
    """Openings that no dialogue followed, as most are, over the last `days`."""
    return [
        opening(element, now - timedelta(hours=1, milliseconds=random.randrange(days * 86_400_000)))
        for _ in range(random.randrange(40, 160))
    ]
