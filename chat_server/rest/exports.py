"""Exports, streamed as CSV or JSON lines."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import AsyncIterator, Iterable
from datetime import UTC, datetime

from aiohttp import web
from pydantic import BaseModel

from chat_server.domain.errors import NotFound
from chat_server.domain.ports import DialogueFilter
from chat_server.services.access import Permission, require
from chat_server.wire.base import dump
from chat_server.wire.marketing import EventView, ResponseEventView
from chat_server.wire.nouns import MessageView
from chat_server.wire.views import message_view

from .call import Call
from .conversations import reader_of
from .marketing import event_view, response_event_view

_TYPES = {"csv": "text/csv; charset=utf-8", "jsonl": "application/x-ndjson"}
_MODELS: dict[str, type[BaseModel]] = {
    "dialogues": ResponseEventView,
    "messages": MessageView,
    "events": EventView,
}
# A spreadsheet runs a cell that begins like this as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


async def export(call: Call) -> web.StreamResponse:
    """Stream dialogues, messages or events of a period."""
    what, kind = call.path("what"), call.path("kind")
    if what not in _MODELS or kind not in _TYPES:
        raise NotFound("There is no such export.")
    require(call.agent, Permission.READ_REPORTS)
    inbox_id = await call.services.inboxes.id_of(call.query.inbox)
    segment = await call.services.segments.belonging(call.agent, call.query.segment)
    wanted = call.query.wanted(call.agent.agent_id, inbox_id, segment)
    response = web.StreamResponse(headers={"Content-Type": _TYPES[kind]})
    period = "-".join(
        moment.date().isoformat() for moment in (call.query.since, call.query.until) if moment
    )
    name = f"samtal-{what}-{period or datetime.now(UTC).date().isoformat()}.{kind}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    await response.prepare(call.request)
    columns = list(_MODELS[what].model_fields)
    if kind == "csv":
        await response.write(_csv_line(columns))
    async for view in _rows(call, what, wanted):
        values = dump(view)
        line = _csv_line(_cell(values.get(c)) for c in columns) if kind == "csv" else _json(values)
        await response.write(line)
    await response.write_eof()
    return response


async def _rows(call: Call, what: str, wanted: DialogueFilter) -> AsyncIterator[BaseModel]:
    transcripts = call.services.transcripts
    if what == "events":
        async for event in transcripts.export_events(call.agent, wanted):
            yield event_view(event)
    elif what == "messages":
        reader = reader_of(call.agent)
        async for message in transcripts.export_messages(call.agent, wanted):
            yield message_view(message, reader)
    else:
        keys = {inbox.id: inbox.key for inbox in await call.services.inboxes.all(call.agent)}
        async for row in transcripts.export_dialogues(call.agent, wanted):
            yield response_event_view(row, keys.get(row.inbox_id, ""))


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, dict | list):
        value = json.dumps(value, ensure_ascii=False)
    text = str(value)
    is_number = isinstance(value, int | float)
    return f"'{text}" if text.startswith(_FORMULA) and not is_number else text


def _csv_line(cells: Iterable[str]) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer).writerow(list(cells))
    return buffer.getvalue().encode()


def _json(values: dict[str, object]) -> bytes:
    return (json.dumps(values, ensure_ascii=False) + "\n").encode()
