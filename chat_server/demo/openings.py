"""Openings of response elements: one before every dialogue they brought, and many that brought none."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from chat_server.domain.events import Event, EventType
from chat_server.domain.ids import event_id, new_id
from chat_server.domain.message import AuthorKind
from chat_server.domain.touch import Touch, TouchStep, touch

if TYPE_CHECKING:
    from random import Random

    from chat_server.domain.element import Element

_GOT_THERE, _LOOKED = 0.5, 0.6
_TOLD = {
    TouchStep.SHOWN: EventType.ELEMENT_SHOWN,
    TouchStep.SEEN: EventType.ELEMENT_SEEN,
}


def opening(element: Element, at: datetime) -> Event:
    """The log's line about one opening."""
    data = {
        "element": element.code,
        "channel": element.kind,
        "campaign": element.campaign_id,
        "variant": element.variant,
    }
    made = event_id(EventType.ELEMENT_OPENED, element.code, new_id())
    return Event(
        id=made,
        type=EventType.ELEMENT_OPENED,
        at=at,
        inbox_id=element.inbox_id,
        actor_kind=AuthorKind.VISITOR,
        # As many browsers as openings.
        actor_id=made,
        data={key: value for key, value in data.items() if value is not None},
    )


def in_vain(element: Element, days: int, random: Random, now: datetime) -> list[Event]:
    """Openings that no dialogue followed, as most are, over the last `days`."""
    return [
        opening(element, now - timedelta(hours=1, milliseconds=random.randrange(days * 86_400_000)))
        for _ in range(random.randrange(40, 160))
    ]


def touches(
    openings: list[Event], brought: list[tuple[str, datetime, str]], random: Random
) -> list[Touch]:
    """Who opened, each once; about half of them got as far as the chat, and `brought` into a dialogue."""
    found = [
        touch(code, TouchStep.SHOWN, at, contact_id=contact_id) for code, at, contact_id in brought
    ]
    for event in openings:
        code = str(event.data["element"])
        found.append(touch(code, TouchStep.OPENED, event.at, person=event.id))
        if random.random() < _GOT_THERE:
            found.append(touch(code, TouchStep.SHOWN, event.at, contact_id=event.id))
            if random.random() < _LOOKED:
                found.append(touch(code, TouchStep.SEEN, event.at, contact_id=event.id))
    return list({one.id: one for one in found}.values())


def told(met: list[Touch], inbox_id: str) -> list[Event]:
    """The log's lines about those who came as far as the chat."""
    return [
        Event(
            id=one.id,
            type=_TOLD[one.step],
            at=one.at,
            inbox_id=inbox_id,
            actor_kind=AuthorKind.VISITOR,
            contact_id=one.contact_id,
            data={"element": one.element_code},
        )
        for one in met
        if one.step in _TOLD
    ]
