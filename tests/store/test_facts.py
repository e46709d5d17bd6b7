"""The ledger's rows: found by an index however long the history is."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.facts.fact import Fact, FactReason, FactSource, FactState

if TYPE_CHECKING:
    from tests.core.core import Core


async def test_the_ledger_sees_what_is_open_and_what_ended_since(any_core: Core) -> None:
    core = any_core
    contact_id = (await core.visitor()).contact.id
    now = core.clock()

    def fact(name: str, state: FactState, minutes: int | None) -> Fact:
        made = Fact(name, contact_id, "home", name, FactSource.VISITOR, 0.9, now)
        made.state = state
        if minutes is not None:
            made.close(state, FactReason.WITHDRAWN, now + timedelta(minutes=minutes))
        return made

    async with core.store.begin() as tx:
        tx.add(
            fact("current", FactState.CURRENT, None),
            fact("guess", FactState.UNCONFIRMED, None),
            fact("before", FactState.ENDED, 1),
            fact("at once", FactState.ENDED, 2),
            fact("after", FactState.SUPERSEDED, 3),
        )
    async with core.store.read() as tx:
        held = await tx.facts.held_since(contact_id, now + timedelta(minutes=2))
        still_open = await tx.facts.open(contact_id)
    assert {one.id for one in held} == {"current", "guess", "at once", "after"}
    assert {one.id for one in still_open} == {"current", "guess"}


async def test_a_long_history_is_not_read_to_judge_a_statement(core: Core) -> None:
    """By the statement's plan: both halves search an index on more than the contact."""
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        statements.append(statement)

    contact_id = (await core.visitor()).contact.id
    engine = core.engines.reader.sync_engine
    sa.event.listen(engine, "before_cursor_execute", note)
    async with core.store.read() as tx:
        await tx.facts.held_since(contact_id, core.clock())
    sa.event.remove(engine, "before_cursor_execute", note)
    (statement,) = [one for one in statements if "FROM facts" in one]
    count = statement.count("?")
    async with core.engines.reader.connect() as connection:
        plan = await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", ("x",) * count)
        steps = [str(detail) for detail in plan.scalars(3)]
    searches = [step for step in steps if "contact_id" in step]
    assert len(searches) == 2
    assert all("state=?" in step or "ended_at>?" in step for step in searches), steps
