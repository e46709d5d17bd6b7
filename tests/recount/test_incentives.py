"""What the page of incentives shows is what the log says of coupons; a figure that is off is found."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.incentive import Redemption
from chat_server.store import tables as t
from tests.recount.test_verify import verified
from tests.services.test_coupons import BACK, FRIEND, ORDER, TEN, give, promise, redeem

if TYPE_CHECKING:
    from tests.core.core import Core


async def test_coupons_given_and_used_are_counted_again_from_the_log(any_core: Core) -> None:
    core = any_core
    ten, back = await promise(core, TEN), await promise(core, BACK)
    friend = await promise(core, FRIEND)
    session = await core.visitor()
    for number, incentive in enumerate((ten, ten, back, friend)):
        coupon = await give(core, incentive, session if number == 0 else None)
        if number:
            await redeem(
                core, coupon.code, replace(ORDER, order_number=f"1000{number}", sku="TENT")
            )
    found = await verified(core)
    assert [str(one) for one in found.differing] == []
    # Four periods of three incentives and seven figures, with what money was asked back for.
    assert found.pages["incentives"] >= 4 * (3 * 7 + 2)


async def test_a_use_that_is_not_as_the_log_has_it_is_found(core: Core) -> None:
    coupon = await give(core, await promise(core, TEN))
    await redeem(core, coupon.code, Redemption("10001", 12_345, "EUR"))
    async with core.engines.writer.begin() as connection:
        changed = sa.update(t.issued_coupons).values(discount_cents=1)
        await connection.execute(changed)
    off = (await verified(core)).differing
    assert {one.place.rsplit(" / ", 1)[-1] for one in off} == {"discount_cents"}
    assert {(one.shown, one.counted) for one in off} == {(1, 1235)}
