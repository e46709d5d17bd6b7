"""Figures are the same whether they were counted before or are counted now, and never late."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.demo.big.seed import seed_big
from chat_server.domain.cohorts import Unit
from chat_server.domain.ports import DialogueFilter, Slice
from chat_server.domain.tally import cover
from chat_server.recount.verify import Verification
from chat_server.services.access import VisitorCaller
from chat_server.services.rollups import Rollups
from chat_server.store import tables as t
from chat_server.store.database import Engines
from chat_server.store.sql_store import SqlStore
from tests.core.core import MARKUS, signed
from tests.recount.test_verify import HELP, busy_days, verified

if TYPE_CHECKING:
    from chat_server.domain.tally import Tally
    from tests.core.core import Core

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
LONG = timedelta(days=60)


async def settle(core: Core) -> set[str]:
    """The job has nothing left to do; what is counted."""
    rollups = Rollups(core.store, core.clock)
    while await rollups.keep_up(_at_once):
        pass
    async with core.store.read() as tx:
        return await tx.rollups.counted()


async def _at_once() -> None:
    """No pause."""


async def tally(core: Core) -> Tally:
    end = core.clock().replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    return (await core.reports.overview(MARKUS, end - LONG, end)).tally


async def test_what_was_counted_before_is_what_would_be_counted_now(any_core: Core) -> None:
    core = any_core
    core.clock.forward(days=40)
    made = await busy_days(core)
    core.clock.forward(days=40)
    before = await tally(core)
    counted = await settle(core)
    assert len(counted) > 40, "all days since the first"
    assert {len(span) for span in counted} == {7, 10}, "and months"
    assert await tally(core) == before
    assert before.contacts == 4
    # What happens to a dialogue of a day that was counted shows at once, and later too.
    async with core.store.read() as tx:
        visitor_id = (await core.conversation(made[1])).visitor_id
        found = await tx.contacts.behind(visitor_id)
    assert found is not None
    caller = VisitorCaller(visitor_id, found[1].inbox_id)
    await core.visitors.rate(caller, made[1], 2, None)
    changed = await tally(core)
    assert changed.total("rated_2") == before.total("rated_2") + 1
    assert await settle(core) == counted
    assert await tally(core) == changed
    assert (await verified(core)).differing == []


async def test_a_wrong_count_is_found(core: Core) -> None:
    await busy_days(core)
    core.clock.forward(days=2)
    assert await settle(core)
    assert (await verified(core)).differing == []
    async with core.engines.writer.begin() as connection:
        rows = t.rollup_cells
        await connection.execute(sa.update(rows).values(resolved=rows.c.resolved + 1))
    places = [one.place for one in (await verified(core)).differing]
    assert any(place.endswith("/ resolved") for place in places)


async def test_people_who_become_one_are_counted_as_one(any_core: Core) -> None:
    core = any_core
    core.clock.forward(days=-4)
    sessions = []
    for _ in range(2):
        sessions.append(await core.visitor())
        await core.dialogue(sessions[-1].caller, "Hello")
        core.clock.forward(days=1)
    core.clock.forward(days=2)
    await settle(core)
    assert (await tally(core)).contacts == 2
    for session in sessions:
        await core.identity.identify(session.caller, signed("customer-1"))
    assert (await tally(core)).contacts == 1
    await settle(core)
    assert (await tally(core)).contacts == 1
    assert (await verified(core)).differing == []


async def test_a_big_shop_is_counted_alike_over_any_period(empty_sqlite_url: str) -> None:
    await seed_big(empty_sqlite_url, 250, 3, NOW, lambda _: None, courses=6)
    engines = Engines(empty_sqlite_url)
    store = SqlStore(engines, lambda _: None)
    # As far as a hub came that has been off for long: what follows is read from the log.
    off = NOW - timedelta(days=450)
    assert await Rollups(store, lambda: off).rebuild(lambda _: None) > 250
    midnight = NOW.replace(hour=0)
    # A day, years of days and months, and days and a month of which both ends are cut; each also by the log alone.
    spans = ((0, 1), (600, 1), (0, 700))
    ends = [(midnight - timedelta(days=before), timedelta(days=days)) for before, days in spans]
    periods = [(end - days, end) for end, days in ends]
    periods += [(NOW - timedelta(days=577, hours=5), NOW - timedelta(days=509))]
    found = await Verification(engines, HELP).verify(periods)
    assert found.differing == []
    await store.close()
    await engines.dispose()


def test_a_month_stands_for_its_days_when_all_of_them_are_inside() -> None:
    first = datetime(2026, 1, 20, 15, tzinfo=UTC)
    days = {f"2026-01-{n}" for n in range(20, 32)} | {f"2026-02-{n:02}" for n in range(1, 29)}
    counted = days | {"2026-01", "2026-02"}
    found = cover(first.replace(day=1, hour=0), datetime(2026, 3, 2, tzinfo=UTC), counted, first)
    assert found.spans == ("2026-01", "2026-02")
    assert found.raw == ((datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 3, 2, tzinfo=UTC)),)
    later = cover(datetime(2026, 1, 25, tzinfo=UTC), first + timedelta(days=2), counted, first)
    assert later.raw == ((datetime(2026, 1, 25, tzinfo=UTC), first + timedelta(days=2)),)


def test_nothing_is_asked_where_nothing_was() -> None:
    since = datetime(2026, 1, 1, tzinfo=UTC)
    assert cover(since, since + timedelta(days=3), set(), None).raw == ()


async def _opens_what_it_counts(core: Core, begins: dict[Unit, datetime], end: datetime) -> None:
    """The list behind a figure of who came back has these people."""

    def midnight(day: date) -> datetime:
        return datetime.combine(day, time(), UTC)

    async with core.store.read() as tx:
        for unit, since in begins.items():
            came = await tx.rollups.cohorts(unit, since, end)
            for (first, at), people in came.items():
                wanted = DialogueFilter(
                    since=midnight(at),
                    until=midnight(unit.step(at, 1)),
                    first_since=midnight(first),
                    first_until=midnight(unit.step(first, 1)),
                )
                rows = await tx.log.response_events(wanted, Slice(200))
                assert len({row.contact_id for row in rows}) == people > 0


async def test_memory_help_and_retention_are_the_same_counted_before_or_now(
    any_core: Core,
) -> None:
    core = any_core
    made = await busy_days(core)
    core.clock.forward(days=40)
    end = core.clock().replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)

    begins = {unit: datetime.combine(unit.begin((end - LONG).date()), time(), UTC) for unit in Unit}

    async def pages() -> tuple[object, ...]:
        async with core.store.read() as tx:
            came = [await tx.rollups.cohorts(unit, since, end) for unit, since in begins.items()]
            arms = await tx.rollups.arms(end - LONG, end)
            helped = await tx.rollups.help(end - LONG, end)
        arms.buyers.sort(key=lambda one: one.contact_id)
        return came, arms.single, +arms.people, arms.pairs, arms.buyers, helped

    before = await pages()
    assert await settle(core)
    assert await pages() == before
    await _opens_what_it_counts(core, begins, end)
    # The first of two dialogues of a person: a pair of them is counted with the second, days later.
    async with core.store.read() as tx:
        whose = await core.conversation(made[0])
        found = await tx.contacts.behind(whose.visitor_id)
    assert found is not None
    await core.visitors.rate(VisitorCaller(whose.visitor_id, whose.inbox_id), made[1], 4, None)
    await core.visitors.rate(VisitorCaller(whose.visitor_id, whose.inbox_id), made[0], 2, None)
    changed = await pages()
    assert changed != before
    await settle(core)
    assert await pages() == changed
    assert (await verified(core)).differing == []
