"""What is sent: one event as JSON."""

from __future__ import annotations

import json
from datetime import UTC
from typing import TYPE_CHECKING

from .events import OF_LINES, TOLD, WebhookEvent

if TYPE_CHECKING:
    from datetime import datetime

    from chat_server.domain.events import Event
    from chat_server.domain.message import Message

    from .delivery import HookDelivery


def ping_of(delivery: HookDelivery) -> bytes:
    """A test, with the shape of everything else."""
    return _json(
        {
            "id": delivery.event_id,
            "type": WebhookEvent.PING.value,
            "created_at": _moment(delivery.created_at),
            "sequence": None,
            "inbox": None,
            "conversation_id": None,
            "contact_id": None,
            "actor": {"kind": "system"},
            "data": {},
        }
    )


def body_of(line: Event, inbox: str | None, message: Message | None, *, words: bool) -> bytes:
    """Of a line of the log and, where it is about one, its message; the words only where they are wanted."""
    kind = OF_LINES[line.type]
    data: dict[str, object] = {
        name: line.data[name] for name in TOLD[kind] if line.data.get(name) is not None
    }
    if message is not None:
        data["message"] = _message(message, words=words)
    actor = {"kind": line.actor_kind} | ({"id": line.actor_id} if line.actor_id else {})
    return _json(
        {
            "id": line.id,
            "type": kind.value,
            "created_at": _moment(line.at),
            "sequence": line.position,
            "inbox": inbox,
            "conversation_id": line.conversation_id,
            "contact_id": line.contact_id,
            "actor": actor,
            "data": data,
        }
    )


def _message(message: Message, *, words: bool) -> dict[str, object]:
    content: dict[str, object] = {"type": message.content.get("type", "text")}
    return {
        "id": message.id,
        "seq": message.seq,
        "author": message.author.kind.value,
        "content": dict(message.content) if words else content,
    }


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="milliseconds").removesuffix("+00:00") + "Z"


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
