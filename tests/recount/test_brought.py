"""How far people came with elements and what campaigns and experiments brought is what the log says; what is off is found."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import timedelta
from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.incentive import Redemption
from chat_server.domain.touch import TouchStep, touch
from chat_server.recount.verify import Verification
from chat_server.store import tables as t
from tests.core.core import ADA, MARKUS, signed
from tests.recount.test_verify import HELP, busy_days, verified
from tests.services.test_coupons import ORDER, TEN, give, promise, redeem
from tests.services.test_element_report import LAPTOP, PHONE, ROBOT, make

if TYPE_CHECKING:
    from tests.core.core import Core


async def opened_and_talked(core: Core) -> str:
    """Browsers, robots, people who looked, talked, got a coupon and used it; one of the dialogues."""
    await make(core)
    for opener in (PHONE, PHONE, LAPTOP, ROBOT, ROBOT):
        await core.elements.open("flyer", opener)
    core.clock.forward(days=1)
    await core.elements.open("flyer", PHONE)
    await core.elements.open("flyer", ROBOT)
    ten = await promise(core, TEN)
    used, talked, looked = [await core.visitor(element="flyer") for _ in range(3)]
    coupon = await give(core, ten, used)
    await redeem(core, coupon.code, replace(ORDER, order_number="10077"))
    dialogue = await core.queued(talked.caller)
    await core.visitor(token=looked.token, element="flyer")
    return dialogue


async def test_steps_of_an_element_are_counted_again_for_any_period(any_core: Core) -> None:
    core = any_core
    await opened_and_talked(core)
    found = await verified(core)
    assert [str(one) for one in found.differing] == []
    assert found.pages["steps"] > 4 * 20
    now = core.clock()
    odd = [(now - timedelta(hours=25), now - timedelta(hours=3)), (now, now + timedelta(hours=1))]
    assert (await Verification(core.engines, HELP, clock=core.clock).verify(odd)).differing == []


async def test_who_signs_in_or_is_forgotten_leaves_the_steps_equal(any_core: Core) -> None:
    core = any_core
    await make(core)
    known = await core.visitor(identity=signed("c-1"))
    stranger = await core.visitor(element="flyer")
    await core.visitor(token=stranger.token, identity=signed("c-1"))
    assert (await verified(core)).differing == []
    await core.consents.erase_contact(ADA, known.contact.id)
    assert (await verified(core)).differing == []


async def test_a_touch_that_nobody_made_is_found(any_core: Core) -> None:
    core = any_core
    await opened_and_talked(core)
    planted = {
        TouchStep.OPENED: ("opened", {"person": "nobody"}),
        TouchStep.ROBOT: ("robots", {"person": "nobody"}),
        TouchStep.SHOWN: ("shown", {"contact_id": "nobody"}),
        TouchStep.SEEN: ("seen", {"contact_id": "nobody"}),
    }
    for step, (name, who) in planted.items():
        made = asdict(touch("flyer", step, core.clock(), **who))
        async with core.engines.writer.begin() as connection:
            await connection.execute(sa.insert(t.touches).values(made))
        places = [one.place for one in (await verified(core)).differing]
        assert any(p.startswith("steps of flyer") and f" / {name}" in p for p in places), step
        async with core.engines.writer.begin() as connection:
            await connection.execute(sa.delete(t.touches).where(t.touches.c.id == made["id"]))
    assert (await verified(core)).differing == []


async def test_a_campaign_that_is_said_to_have_brought_more_is_found(core: Core) -> None:
    await busy_days(core)
    session = await core.visitor(element="flyer")
    coupon = await give(core, await promise(core, TEN), session)
    await redeem(core, coupon.code, Redemption("10001", 12_345, "EUR"))
    assert (await verified(core)).differing == []
    async with core.engines.writer.begin() as connection:
        unused = sa.update(t.issued_coupons).values(redeemed_at=None, order_number=None)
        await connection.execute(unused)
    places = {one.place for one in (await verified(core)).differing}
    off = {place.rpartition(" / ")[2] for place in places if place.startswith("campaigns, ")}
    assert off == {"redeemed", "ordered"}


async def test_an_experiments_report_that_is_off_is_found(core: Core) -> None:
    await busy_days(core)
    async with core.engines.writer.begin() as connection:
        one = await connection.scalar(sa.select(sa.func.min(t.exposures.c.id)))
        await connection.execute(sa.delete(t.exposures).where(t.exposures.c.id == one))
    places = [one.place for one in (await verified(core)).differing]
    assert any(place.startswith("report of experiment Greeting") for place in places)
    assert await core.experiments.all(MARKUS, None)
