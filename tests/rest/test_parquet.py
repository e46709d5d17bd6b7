"""Parquet as it is streamed: what went in comes out, row by row."""

from __future__ import annotations

import io

import pyarrow as pa
import pyarrow.parquet as pq
from hypothesis import given, settings
from hypothesis import strategies as st

from chat_server.rest.export_columns import columns_of
from chat_server.rest.parquet import Column, Kind, ParquetWriter
from chat_server.wire.marketing import EventView, ResponseEventView
from chat_server.wire.nouns import MessageView

COLUMNS = (
    Column("text", Kind.TEXT),
    Column("maybe", Kind.TEXT, optional=True),
    Column("number", Kind.NUMBER),
    Column("perhaps", Kind.NUMBER, optional=True),
    Column("at", Kind.MOMENT),
    Column("words", Kind.WORDS),
    Column("data", Kind.JSON),
)
_text, _number = st.text(max_size=8), st.integers(-(2**63), 2**63 - 1)
_words = st.lists(_text, max_size=3)
_rows = st.tuples(
    _text, st.none() | _text, _number, st.none() | _number, _number, _words, st.just("{}")
)


def _written(groups: list[list[tuple[object, ...]]]) -> pq.ParquetFile:
    writer = ParquetWriter(COLUMNS, {"kind": "test"})
    data = writer.begin()
    for rows in groups:
        data += writer.group(rows)  # type: ignore[arg-type]  # as drawn
    return pq.ParquetFile(io.BytesIO(data + writer.end()))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(_rows, max_size=40), max_size=4))
def test_rows_come_back_as_they_were(groups: list[list[tuple[object, ...]]]) -> None:
    found = _written(groups)
    table = found.read()
    # Not every number is a moment that Python could name.
    numbers = table["at"].cast(pa.int64())
    rows = table.set_column(table.schema.get_field_index("at"), "at", numbers).to_pylist()
    names = [column.name for column in COLUMNS]
    assert rows == [dict(zip(names, row, strict=True)) for group in groups for row in group]
    assert found.metadata.num_row_groups == sum(bool(group) for group in groups)
    assert found.metadata.metadata[b"kind"] == b"test"


def test_columns_are_read_with_their_types() -> None:
    schema = _written([]).schema_arrow
    assert {field.name: (field.type, field.nullable) for field in schema} == {
        "text": (pa.string(), False),
        "maybe": (pa.string(), True),
        "number": (pa.int64(), False),
        "perhaps": (pa.int64(), True),
        "at": (pa.timestamp("us", tz="UTC"), False),
        "words": (pa.list_(pa.field("element", pa.string(), nullable=False)), False),
        "data": (pa.json_(), False),
    }


def test_columns_have_the_types_of_their_models() -> None:
    kinds = {c.name: (c.kind, c.optional) for c in columns_of(ResponseEventView)}
    assert kinds["opened_at"] == (Kind.MOMENT, False)
    assert kinds["resolved_at"] == (Kind.MOMENT, True)
    assert kinds["rating"] == (Kind.NUMBER, True)
    assert kinds["intents"] == (Kind.WORDS, False)
    assert kinds["memory_arm"] == (Kind.TEXT, False)
    assert {c.name: c.kind for c in columns_of(EventView)}["data"] is Kind.JSON
    told = {c.name: (c.kind, c.optional) for c in columns_of(MessageView)}
    assert (told["author"], told["used_facts"]) == ((Kind.JSON, False), (Kind.WORDS, False))
    assert told["understood"] == (Kind.JSON, True)
