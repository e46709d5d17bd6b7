"""Exports, streamed as CSV, JSON lines or Parquet."""

from __future__ import annotations

import asyncio
import csv as csv_format
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
from .export_columns import cells_of, columns_of
from .marketing import event_view, response_event_view
from .parquet import Cell, ParquetWriter

_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "jsonl": "application/x-ndjson",
    "parquet": "application/vnd.apache.parquet",
}
_MODELS: dict[str, type[BaseModel]] = {
    "dialogues": ResponseEventView,
    "messages": MessageView,
    "events": EventView,
}
# Raised when a column changes its name or its meaning; see docs/exports.md.
_SCHEMA = "1"
_LINES = 100
# Of Parquet: what is in memory at a time, in rows and in characters.
_GROUP, _HEAVY = 2_500, 2_000_000
# A spreadsheet runs a cell that begins like this as a formula; where Chinese or Japanese is typed, full-width signs too.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")


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
    views = _rows(call, what, wanted)
    model = _MODELS[what]
    async for piece in (
        _parquet(views, model, what)
        if kind == "parquet"
        else _lines(views, model, csv=kind == "csv")
    ):
        await response.write(piece)
    await response.write_eof()
    return response


async def _lines(
    views: AsyncIterator[BaseModel], model: type[BaseModel], *, csv: bool
) -> AsyncIterator[bytes]:
    """Some together, for each write costs as much as a row."""
    columns = list(model.model_fields)
    some = [_csv_line(columns)] if csv else []
    async for view in views:
        values = dump(view)
        some.append(_csv_line(_cell(values.get(c)) for c in columns) if csv else _json(values))
        if len(some) >= _LINES:
            yield b"".join(some)
            some = []
    yield b"".join(some)


async def _parquet(
    views: AsyncIterator[BaseModel], model: type[BaseModel], what: str
) -> AsyncIterator[bytes]:
    columns = columns_of(model)
    writer = ParquetWriter(columns, {"samtal.export": what, "samtal.schema": _SCHEMA})
    yield writer.begin()
    some: list[list[Cell]] = []
    weight = 0
    async for view in views:
        row = cells_of(view, columns)
        some.append(row)
        weight += sum(len(cell) for cell in row if isinstance(cell, str))
        if len(some) >= _GROUP or weight >= _HEAVY:
            # Packing takes some tens of milliseconds, for which nobody else should wait.
            yield await asyncio.to_thread(writer.group, some)
            some, weight = [], 0
    yield await asyncio.to_thread(writer.group, some)
    yield writer.end()


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
    csv_format.writer(buffer).writerow(list(cells))
    return buffer.getvalue().encode()


def _json(values: dict[str, object]) -> bytes:
    return (json.dumps(values, ensure_ascii=False) + "\n").encode()
