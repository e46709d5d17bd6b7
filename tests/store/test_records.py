"""Every table that knows persons is decided about: told in their export, and emptied when they are forgotten."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.ids import new_id
from chat_server.store.contacts import UNLINKED
from chat_server.store.records import (
    LISTED,
    UNTOLD,
    WHOLE,
    goes_with_the_person,
    of_persons,
)
from chat_server.store.tables import metadata
from tests.core.core import ADA

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection

    from tests.core.core import Core

# Emptied by hand when a person is forgotten: see `store/contacts.py`.
BY_HAND = {one.name for one in UNLINKED} | {"used_identities"}
# What the shop told us is forgotten where it is from.
OF_THE_SHOP = {"customers", "orders", "order_returns"}
_AT = datetime(2026, 3, 1, tzinfo=UTC)


def test_a_new_table_about_persons_is_told_or_left_out_for_a_reason() -> None:
    decided = [*WHOLE, *LISTED, *UNTOLD]
    assert sorted(decided) == sorted(of_persons()), "decide in chat_server/store/records.py"


def test_what_is_told_of_a_table_is_in_it() -> None:
    for name, columns in LISTED.items():
        assert set(columns) <= set(metadata.tables[name].c.keys()), name


def test_a_new_table_about_persons_is_emptied_with_them() -> None:
    left = of_persons() - goes_with_the_person() - BY_HAND - OF_THE_SHOP
    assert left == set(), "erase them in chat_server/store/contacts.py"


class Life:
    """A row in every table there is, each leading to the same person."""

    def __init__(self) -> None:
        self.known = {
            name: new_id() for name in ("contacts", "visitors", "conversations", "customers")
        }
        self.made: dict[str, dict[str, object]] = {}

    async def live(self, connection: AsyncConnection) -> None:
        for table in metadata.sorted_tables:
            if table.name in of_persons() or table.name in self._parents():
                await self._make(connection, table)

    def _parents(self) -> set[str]:
        found, more = set[str](), set(of_persons())
        while more:
            found |= more
            more = {
                key.column.table.name for name in more for key in metadata.tables[name].foreign_keys
            } - found
        return found

    async def _make(self, connection: AsyncConnection, table: sa.Table) -> None:
        row = {column.name: self._value(table, column) for column in table.columns}
        row = {name: value for name, value in row.items() if value is not _ITSELF}
        await connection.execute(sa.insert(table).values(row))
        self.made[table.name] = row

    def _value(self, table: sa.Table, column: sa.Column[object]) -> object:  # noqa: PLR0911 - one kind a line
        if column.name == "position" and table.name == "events":
            return _ITSELF
        if column.foreign_keys:
            target = next(iter(column.foreign_keys)).column
            return self.made[target.table.name][target.name]
        for name, ours in (("contact", "contacts"), ("visitor", "visitors"), ("conversation", "conversations")):  # fmt: skip
            if column.name in {f"{name}_id", "target_id" if name == "contact" else ""}:
                return self.known[ours]
        if column.name == "id" and table.name in self.known:
            return self.known[table.name]
        if column.name == "external_id":
            return self.known["customers"]
        if isinstance(column.type, sa.Enum):
            return column.type.enums[0] if column.type.enum_class is None else next(iter(column.type.enum_class))  # fmt: skip
        return _plain(column)


_ITSELF = object()


def _plain(column: sa.Column[object]) -> object:
    kind = column.type
    if isinstance(kind, sa.String):
        return new_id()[: kind.length or 40]
    if isinstance(kind, sa.JSON):
        return {}
    if isinstance(kind, sa.Boolean):
        return False
    if isinstance(kind, sa.Integer | sa.Float):
        return 1
    if isinstance(kind, sa.LargeBinary):
        return b"1"
    return _AT


async def test_whoever_has_a_row_in_every_table_is_told_of_it_and_leaves_none(
    any_core: Core,
) -> None:
    life = Life()
    async with any_core.engines.writer.begin() as connection:
        await life.live(connection)
    held = await any_core.consents.export_contact(ADA, life.known["contacts"])
    assert set(held.records) == set(LISTED)
    await any_core.consents.erase_contact(ADA, life.known["contacts"])
    ids = {life.known["contacts"], life.known["visitors"]}
    async with any_core.engines.reader.connect() as connection:
        for name in sorted(of_persons() - OF_THE_SHOP):
            rows = (await connection.execute(sa.select(metadata.tables[name]))).all()
            left = [row for row in rows if any(one in str(tuple(row)) for one in ids)]
            assert left == [], name
            assert not rows or name in BY_HAND, name
