"""Codes that everybody may know: used by many, by each so often, by all together never more than is promised."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from chat_server.domain.errors import Conflict, Invalid, NotFound, SamtalError
from chat_server.domain.incentive import IncentiveKind
from chat_server.domain.ports import DialogueFilter, Slice
from chat_server.services.incentives import Incentives
from chat_server.services.published_codes import Bounds, PublishedCodes
from tests.core.core import MARKUS
from tests.recount.test_verify import verified
from tests.services.test_coupon_codes import listed
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
    from chat_server.domain.incentive import Incentive, Redemption
    from chat_server.domain.shop import Coupon
    from tests.core.core import Core

TRIES = 60


async def publish(core: Core, incentive: Incentive, code: str, **bounds: Any) -> Coupon:
    codes = PublishedCodes(core.store, core.clock)
    made, _ = await codes.publish(MARKUS, incentive.id, code, Bounds(**bounds))
    return made


def order(number: int, customer: str | None = None, **changes: Any) -> Redemption:
    return replace(ORDER, order_number=f"order-{number}", customer=customer, **changes)


async def tried(core: Core, code: str, use: Redemption) -> str:
    try:
        await redeem(core, code, use)
    except SamtalError as error:
        return (error.fields or {}).get("coupon", error.message)
    return "used it"


async def test_of_many_at_once_only_so_many_use_it_each_once(any_core: Core) -> None:
    core = any_core
    await publish(core, await promise(core, points=5), "welcome10", most=7)
    # Five orders of each of twelve customers, all at once.
    uses = [order(number, f"customer-{number // 5}") for number in range(TRIES)]
    outcomes = await asyncio.gather(*(tried(core, "Welcome10", use) for use in uses))
    assert Counter(outcomes)["used it"] == 7
    assert set(outcomes) <= {"used it", "used", "used_up"}
    winners = [use for use, outcome in zip(uses, outcomes, strict=True) if outcome == "used it"]
    assert len({use.customer for use in winners}) == 7
    # The same order again is answered as the first time, and counts no more.
    again = await redeem(core, "WELCOME10", winners[0])
    assert (again.discount_cents, again.held.coupon.known_as) == (1_235, "WELCOME10")
    async with core.store.read() as tx:
        assert [(one.code, one.uses) for one in await tx.published_codes.all()] == [
            ("WELCOME10", 7)
        ]


async def test_the_same_order_at_once_is_one_use(any_core: Core) -> None:
    core = any_core
    await publish(core, await promise(core), "POSTER", per_customer=None)
    made = await asyncio.gather(*(redeem(core, "poster", order(1)) for _ in range(20)))
    assert len({one.held.coupon.id for one in made}) == 1
    # Who need not be known may use it as often as they like.
    assert await tried(core, "POSTER", order(2)) == "used it"


async def test_one_person_has_it_so_often_by_whichever_name(any_core: Core) -> None:
    core = any_core
    await publish(core, await promise(core), "TWICE", per_customer=2)
    session = await core.visitor()
    dialogue = await core.dialogue(session.caller, "I saw a poster.")
    # As who talks there, as the customer the shop knows, and as both once they are one.
    assert await tried(core, "TWICE", order(1, conversation_id=dialogue)) == "used it"
    assert await tried(core, "TWICE", order(2, "customer-1")) == "used it"
    await known_to_the_shop(core, session, "customer-1")
    assert await tried(core, "TWICE", order(3, "customer-1")) == "used"
    assert await tried(core, "TWICE", order(4, conversation_id=dialogue)) == "used"
    assert await tried(core, "TWICE", order(5)) == "needs_customer"


async def test_a_use_is_joined_to_the_dialogue_counted_and_known_by_its_figures(
    any_core: Core,
) -> None:
    core = any_core
    ten = await promise(core, points=5)
    await publish(core, ten, "WELCOME10")
    session = await core.visitor()
    dialogue = await core.dialogue(session.caller, "I saw a poster.")
    await known_to_the_shop(core, session, "customer-1")
    used = await redeem(core, "WELCOME10", order(1, "customer-1"))
    assert (used.held.coupon.conversation_id, used.held.coupon.known_as) == (dialogue, "WELCOME10")
    await redeem(core, "WELCOME10", order(2, "stranger"))
    async with core.store.read() as tx:
        rows = await tx.log.response_events(DialogueFilter(outcome="redeemed"), Slice())
        assert [row.conversation_id for row in rows] == [dialogue]
        assert await tx.incentives.balance(session.contact.id) == 5
    since, until = core.clock() - timedelta(days=1), core.clock() + timedelta(days=1)
    report = await Incentives(core.store, core.clock).report(MARKUS, since, until)
    assert [(one.code, one.uses) for one in report.published[ten.id]] == [("WELCOME10", 2)]
    assert (report.listed[ten.id].codes, report.listed[ten.id].used_apart) == (0, 1)
    [(_, uses)] = report.counted
    assert (uses.given, uses.used, uses.dialogues) == (1, 1, 1)
    assert [str(one) for one in (await verified(core)).differing] == []
    # Who had what is promised once a person is not given it again in a dialogue.
    with pytest.raises(Conflict) as had:
        await minted(core, dialogue, ten)
    assert had.value.fields == {"incentive": "had_already"}


async def test_what_cannot_be_used_says_why_in_one_word(any_core: Core) -> None:
    core = any_core
    now = core.clock()
    ten = await promise(core, min_total_cents=1_000)
    early = await promise(core, kind=IncentiveKind.EARLY_BIRD, most=1)
    await publish(core, ten, "LATER", valid_from=now + timedelta(days=1))
    await publish(core, ten, "SHORT", valid_until=now + timedelta(hours=1))
    await publish(core, ten, "ENDED")
    await publish(core, early, "EARLY")
    codes = PublishedCodes(core.store, core.clock)
    await codes.change(MARKUS, ten.id, "ended", closed=True)
    assert await why_not(core, "NOWHERE", order(1, "a")) == (NotFound, "unknown")
    assert await why_not(core, "LATER", order(1, "a")) == (Conflict, "not_yet_valid")
    assert await why_not(core, "ENDED", order(1, "a")) == (Conflict, "expired")
    assert await why_not(core, "SHORT", order(1, "a", total_cents=1)) == (Invalid, "too_small")
    assert await why_not(core, "SHORT", order(1, "a", currency="ISK")) == (
        Invalid,
        "wrong_currency",
    )
    assert await tried(core, "EARLY", order(1, "a")) == "used it"
    assert await why_not(core, "EARLY", order(2, "b")) == (Conflict, "used_up")
    core.clock.forward(hours=2)
    assert await why_not(core, "SHORT", order(1, "a")) == (Conflict, "expired")
    await codes.change(MARKUS, ten.id, "ENDED", closed=False)
    assert await tried(core, "ENDED", order(3, "c")) == "used it"
    await Incentives(core.store, core.clock).change(MARKUS, ten.id, closed=True, bot_offers=None)
    assert await why_not(core, "ENDED", order(4, "d")) == (Conflict, "expired")
    with pytest.raises(NotFound):
        await codes.change(MARKUS, early.id, "ENDED", closed=True)


async def test_a_code_is_published_once_and_only_where_it_can_be(any_core: Core) -> None:
    core = any_core
    ten, other = await promise(core), await promise(core, TEN)
    tries = await asyncio.gather(
        *(publish(core, one, "POSTER") for one in (ten, other)), return_exceptions=True
    )
    [lost] = [one for one in tries if isinstance(one, Conflict)]
    assert lost.fields == {"code": "taken"}
    await listed(core, ten.id, "WOOL-1")
    with pytest.raises(Conflict):
        await publish(core, ten, "wool-1")
    assert [one.code for one in (await listed(core, ten.id, "POSTER")).refused] == ["taken"]
    with pytest.raises(Invalid) as wrong:
        await publish(core, ten, "=1+1", valid_until=core.clock())
    assert wrong.value.fields == {"code": "bad_value", "valid_until": "past"}
    with pytest.raises(Conflict) as friends:
        await publish(core, await promise(core, FRIEND), "FRIENDS")
    assert friends.value.fields == {"incentive": "no_list"}
