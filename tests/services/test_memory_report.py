"""Whether memory helps: arms side by side, with orders that came after."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from chat_server.domain.contact import Contact
from chat_server.domain.hold_out import Arm, arm_of
from chat_server.domain.ids import new_id
from chat_server.domain.lift.comparison import Compared, Verdict
from chat_server.domain.response_event import ResponseEvent
from chat_server.domain.shop import Customer, Order, OrderStatus
from tests.core.core import ADA, MARKUS, Core

if TYPE_CHECKING:
    from collections.abc import Iterable

START = datetime(2026, 3, 1, tzinfo=UTC)
END = START + timedelta(days=30)
HALF = 50
PLAIN = ResponseEvent("", "inbox-hraun", "", START, "website", "en", memory_share=HALF)


def people(arm: Arm, count: int) -> list[str]:
    found = (
        contact for contact in (new_id() for _ in range(20 * count)) if arm_of(contact, HALF) is arm
    )
    return [next(found) for _ in range(count)]


def begun(contact_id: str, **how: object) -> ResponseEvent:
    row = replace(
        PLAIN, conversation_id=new_id(), contact_id=contact_id, memory_arm=arm_of(contact_id, HALF)
    )
    return replace(row, **how)  # type: ignore[arg-type]


async def keep(core: Core, rows: Iterable[ResponseEvent]) -> None:
    async with core.store.begin() as tx:
        tx.add(*rows)


async def report(core: Core) -> dict[str, Compared]:
    found = await core.reports.memory(MARKUS, START, END)
    return {compared.key: compared for compared in found.compared}


async def test_what_memory_does_is_told_with_its_interval(any_core: Core) -> None:
    core = any_core
    treated, held_out = people(Arm.TREATED, 60), people(Arm.HELD_OUT, 60)
    rows = [
        begun(c, resolved_at=END if n % 10 else None, rating=5 - n % 2)
        for n, c in enumerate(treated)
    ]
    rows += [
        begun(
            c, resolved_at=END if n % 2 else None, handoffs=1, rating=4 - n % 2, asked_again=n % 2
        )
        for n, c in enumerate(held_out)
    ]
    await keep(core, rows)
    found = await report(core)
    resolved = found["resolved"]
    assert resolved.treated.interval is not None
    assert resolved.lift is not None
    assert (resolved.treated.contacts, resolved.treated.dialogues) == (60, 60)
    assert round(resolved.treated.interval.value, 3) == 0.9
    assert round(resolved.lift.value, 3) == 0.4
    assert 0.2 < resolved.lift.low < 0.4 < resolved.lift.high < 0.6
    verdicts = {key: compared.verdict for key, compared in found.items()}
    assert verdicts.pop("ordered") is Verdict.UNCLEAR
    assert set(verdicts.values()) == {Verdict.BETTER}


async def test_too_few_people_are_no_number_however_many_dialogues(any_core: Core) -> None:
    core = any_core
    few, many = people(Arm.HELD_OUT, 29), people(Arm.TREATED, 60)
    await keep(core, [begun(contact) for contact in (*few * 5, *many)])
    found = (await report(core))["resolved"]
    assert (found.held_out.contacts, found.held_out.dialogues) == (29, 145)
    assert found.held_out.interval is None
    assert found.treated.interval is not None
    assert (found.lift, found.verdict) == (None, Verdict.FEW)


async def test_dialogues_outside_of_the_period_or_of_any_arm_do_not_count(any_core: Core) -> None:
    core = any_core
    contact = people(Arm.TREATED, 1)[0]
    late, early = (
        begun(contact, opened_at=END),
        begun(contact, opened_at=START - timedelta(seconds=1)),
    )
    await keep(core, [late, early, begun(contact, memory_arm=Arm.NONE, memory_share=0)])
    assert (await report(core))["resolved"].treated.dialogues == 0


async def test_orders_count_from_the_dialogue_on_for_two_weeks(any_core: Core) -> None:
    core = any_core
    contacts = people(Arm.TREATED, 40)
    placed = [timedelta(days=-1), timedelta(days=1), timedelta(days=13), timedelta(days=15)]
    async with core.store.begin() as tx:
        for number, contact in enumerate(contacts):
            tx.add(Contact(contact, "inbox-hraun", START, START, external_id=f"customer-{number}"))
            tx.add(Customer(f"customer-{number}", "Anna", "anna@x.example", "en"))
        await tx.flush()
        for number, after in enumerate(placed):
            at = START + after
            tx.add(Order(f"O-{number}", f"customer-{number}", OrderStatus.PLACED, at, "EUR", 100))
        tx.add(Order("O-9", "customer-9", OrderStatus.CANCELLED, START + placed[1], "EUR", 100))
        tx.add(*(begun(contact) for contact in contacts))
    ordered = (await report(core))["ordered"].treated
    assert ordered.interval is not None
    assert round(ordered.interval.value * 40) == 2


async def test_inboxes_that_hold_out_different_shares_are_put_together_fairly(core: Core) -> None:
    """One inbox resolves all and holds out few, the other none and many: memory did nothing in either."""
    rows = []
    for resolved, share, treated, held_out in ((END, 10, 180, 20), (None, 50, 100, 100)):
        for arm, count in ((Arm.TREATED, treated), (Arm.HELD_OUT, held_out)):
            rows += [
                begun(new_id(), memory_arm=arm, memory_share=share, resolved_at=resolved)
                for _ in range(count)
            ]
    await keep(core, rows)
    found = (await report(core))["resolved"]
    assert found.lift is not None
    assert abs(found.lift.value) < 1e-9
    assert found.verdict is Verdict.UNCLEAR


async def test_the_shares_of_now_are_told(core: Core) -> None:
    await core.inboxes.change(ADA, "inbox-hraun", {"memory_holdout": 10})
    assert (await core.reports.memory(MARKUS, START, END)).shares == {"Hraun": 10, "Bakki": 0}
