"""What a contact said about something."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from chat_server.domain.message import Message
from chat_server.domain.recall.notes import FoundNote
from chat_server.domain.recall.said import Said
from chat_server.wire.base import Inbound, ShortText
from chat_server.wire.recall import RecalledNote, RecallItem, RecallResult

from .call import Call

_QUOTE = 500
_BESIDE = 200


class RecallQuery(Inbound):
    """`q` is words or a question."""

    q: Annotated[ShortText, Field(min_length=1)]
    limit: Annotated[int, Field(ge=1, le=50)] = 10


async def recall(call: Call) -> RecallResult:
    """Search in everything a contact ever said, by words and by meaning, best first."""
    found = await call.services.recall.search(
        call.agent, call.path("id"), call.query.q, call.query.limit
    )
    return RecallResult(
        items=[_item(said) for said in found.said],
        notes=[_note(one) for one in found.notes],
        allowed=found.allowed,
        by_meaning=found.by_meaning,
    )


def _note(found: FoundNote) -> RecalledNote:
    note = found.note
    return RecalledNote(
        id=note.id, at=note.at, by=note.agent_name, text=note.text, score=round(found.score, 4)
    )


def _item(said: Said) -> RecallItem:
    message = said.message
    return RecallItem(
        conversation_id=message.conversation_id,
        message_id=message.id,
        seq=message.seq,
        at=message.created_at,
        quote=message.text[:_QUOTE],
        score=said.score,
        why=said.why.value,
        before=_beside(said.before),
        after=_beside(said.after),
    )


def _beside(message: Message | None) -> str | None:
    return message.text[:_BESIDE] if message is not None else None
