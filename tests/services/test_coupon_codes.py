"""Codes that the shop made: imported, given in dialogues or not, used once by however many try."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from chat_server.domain.errors import Conflict, Invalid, NotFound
from chat_server.domain.ports import DialogueFilter, Slice
from chat_server.services.coupon_codes import CouponCodes, ImportedCodes
from chat_server.services.coupons import Coupons
from chat_server.services.incentives import Incentives
from tests.core.core import MARKUS
from tests.recount.test_verify import verified
from tests.services.test_coupons import (
    FRIEND,
    ORDER,
    TEN,
    known_to_the_shop,
    minted,
    promise,
    redeem,
    why_not,
)

if TYPE_CHECKING:
    from tests.core.core import Core

TRIES = 50


async def listed(core: Core, incentive_id: str, text: str) -> ImportedCodes:
    return await CouponCodes(core.store, core.clock).take(MARKUS, incentive_id, text)


async def test_good_lines_go_in_and_bad_ones_are_told(any_core: Core) -> None:
    core = any_core
    ten, other = await promise(core), await promise(core, TEN)
    await listed(core, other.id, "OTHER-1")
    made = await listed(
        core, ten.id, "Code;note\nwool-1;a\nWOOL-1;b\n=1+1;c\nother-1;d\n\nWOOL-2\n"
    )
    assert (made.added, made.same) == (2, 0)
    assert [(one.line, one.code) for one in made.refused] == [
        (3, "twice"),
        (4, "bad_value"),
        (5, "taken"),
    ]
    again = await listed(core, ten.id, "WOOL-1\nWOOL-2\nWOOL-3")
    assert (again.added, again.same, again.refused) == (1, 2, [])
    with pytest.raises(Invalid) as empty:
        await listed(core, ten.id, "code\n")
    assert empty.value.fields == {"csv": "no_codes"}
    with pytest.raises(Conflict) as friends:
        await listed(core, (await promise(core, FRIEND)).id, "WOOL-9")
    assert friends.value.fields == {"incentive": "no_list"}
    with pytest.raises(NotFound):
        await listed(core, "nobody", "WOOL-9")


async def test_a_listed_code_is_used_once_and_joined_to_the_customers_dialogue(
    any_core: Core,
) -> None:
    core = any_core
    ten = await promise(core, points=5)
    await listed(core, ten.id, "WOOL-1\nWOOL-2\nWOOL-3")
    session = await core.visitor()
    dialogue = await core.dialogue(session.caller, "Is there a code for wool?")
    await known_to_the_shop(core, session, "customer-1")

    async def attempt(number: int) -> str:
        use = replace(ORDER, order_number=f"order-{number}", customer="customer-1")
        try:
            await redeem(core, "wool-1", use)
        except Conflict as error:
            return (error.fields or {}).get("coupon", error.message)
        return "first"

    tried = await asyncio.gather(*map(attempt, range(TRIES)))
    assert sorted(set(tried)) == ["first", "used"]
    assert tried.count("first") == 1
    # Somebody the hub never met, and a dialogue that the shop names.
    await redeem(core, "WOOL-2", replace(ORDER, customer="stranger"))
    other = await core.dialogue((await core.visitor()).caller, "And for socks?")
    used = await redeem(core, "WOOL-3", replace(ORDER, order_number="x", conversation_id=other))
    assert used.held.coupon.conversation_id == other
    assert await why_not(core, "WOOL-4") == (NotFound, "unknown")
    async with core.store.read() as tx:
        rows = await tx.log.response_events(DialogueFilter(outcome="redeemed"), Slice())
        assert {row.conversation_id for row in rows} == {dialogue, other}
        assert await tx.incentives.balance(session.contact.id) == 5
    found = await verified(core)
    assert [str(one) for one in found.differing] == []
    since, until = core.clock() - timedelta(days=1), core.clock() + timedelta(days=1)
    report = await Incentives(core.store, core.clock).report(MARKUS, since, until)
    told = report.listed[ten.id]
    assert (told.codes, told.left, told.used_apart) == (3, 0, 1)


async def test_dialogues_are_given_the_shops_codes_until_none_is_left(any_core: Core) -> None:
    core = any_core
    ten = await promise(core, days=30)
    await listed(core, ten.id, "WOOL-1\nWOOL-2")
    dialogues = [
        await core.dialogue((await core.visitor()).caller, "Have you got a discount?")
        for _ in range(2)
    ]
    given = await asyncio.gather(*(minted(core, one, ten) for one in dialogues))
    assert {one.coupon.code for one in given} == {"WOOL-1", "WOOL-2"}
    again = await minted(core, dialogues[0], ten)
    assert again.coupon.code == given[0].coupon.code
    assert again.coupon.valid_until == core.clock() + timedelta(days=30)
    late = await core.dialogue((await core.visitor()).caller, "Me too?")
    with pytest.raises(Conflict) as none:
        await minted(core, late, ten)
    assert none.value.fields == {"incentive": "used_up"}
    held = await Coupons(core.store, core.clock).find(MARKUS, "wool-2")
    assert held is not None
    assert held.coupon.contact_id is not None
