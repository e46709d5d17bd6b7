"""What campaigns brought: the same figures as the overview, the list of campaigns and lists of dialogues have."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from chat_server.domain.incentive import IncentiveKind, Redemption
from chat_server.domain.ports import DialogueFilter, Slice
from chat_server.services.coupons import Coupons
from chat_server.services.elements import Cost
from chat_server.services.incentives import Incentives, Terms
from tests.core.core import ADA, ANNA, MARKUS
from tests.store.test_rollups import settle

if TYPE_CHECKING:
    from chat_server.domain.campaigns.figures import CampaignFigures
    from tests.core.core import Core

DAY = timedelta(days=1)


async def make(core: Core, code: str, campaign_id: str, cost: Cost | None) -> None:
    await core.elements.add_element(
        MARKUS,
        code=code,
        kind="qr",
        name=code,
        target_url="/",
        campaign_id=campaign_id,
        variant=None,
        cost=cost,
    )


async def figures(core: Core) -> list[CampaignFigures]:
    """Of whole days, so that counts of days are used where there are any."""
    begin = core.clock().replace(hour=0, minute=0, second=0, microsecond=0)
    return await core.reports.campaigns(MARKUS, begin - 3 * DAY, begin + DAY, Slice())


async def counted(core: Core, campaign_id: str, outcome: str | None) -> int:
    wanted = DialogueFilter(campaign=campaign_id, outcome=outcome)
    return len((await core.transcripts.response_events(MARKUS, wanted, Slice())).items)


async def test_figures_of_campaigns_are_those_of_their_lists(any_core: Core) -> None:
    core = any_core
    spring = (await core.elements.add_campaign(MARKUS, "Spring")).id
    core.clock.forward(seconds=1)
    autumn = (await core.elements.add_campaign(MARKUS, "Autumn")).id
    await make(core, "flyer", spring, Cost(12_000, "EUR"))
    await make(core, "poster", spring, Cost(500, "EUR"))
    await make(core, "sticker", spring, Cost(900, "ISK"))
    await make(core, "banner", autumn, None)
    for code in ("flyer", "flyer", "poster", "banner"):
        await core.elements.open(code)
    coupons = Coupons(core.store, core.clock)
    terms = Terms("Ten", IncentiveKind.PERCENT, "percent", 10, "EUR")
    ten = await Incentives(core.store, core.clock).add(MARKUS, terms)
    used, held, other = [await core.visitor(element=code) for code in ("flyer", "poster", "banner")]
    dialogue = await core.dialogue(used.caller, "Hello")
    coupon = (await coupons.mint(ANNA, dialogue, ten.id)).coupon
    await coupons.redeem(ADA, coupon.code, Redemption("10001", 12_345, "EUR"))
    waiting = await core.queued(held.caller)
    await coupons.mint(ANNA, waiting, ten.id)
    await core.assignments.resolve(ADA, waiting, solved=True)
    await core.dialogue(other.caller, "Hello")
    await core.dialogue((await core.visitor()).caller, "Hello")
    now = await figures(core)
    assert [one.campaign.name for one in now] == ["Autumn", "Spring"]
    assert now[1].costs == {"EUR": 12_500, "ISK": 900}
    assert (now[1].elements, now[1].opened, now[1].coupons, now[1].redeemed) == (3, 3, 2, 1)
    assert (now[1].handed_off, now[1].resolved, now[1].ordered) == (1, 1, 1)
    assert now[0].coupons == now[0].ordered == 0
    listed = {one.campaign.id: one for one in await core.elements.campaigns(MARKUS)}
    for one in now:
        key = one.campaign.id
        assert (one.opened, one.dialogues) == (listed[key].opened, listed[key].dialogues)
        assert [
            one.dialogues,
            one.handed_off,
            one.resolved,
            one.bot_alone,
            one.coupons,
            one.redeemed,
            one.ordered,
        ] == [
            await counted(core, key, outcome)
            for outcome in (
                None,
                "handed_off",
                "resolved",
                "bot_alone",
                "coupon",
                "redeemed",
                "ordered",
            )
        ]
    core.clock.forward(days=2)
    await settle(core)
    assert await figures(core) == now
    core.clock.forward(days=3)
    later = await figures(core)
    assert [(one.opened, one.dialogues, one.coupons) for one in later] == [(0, 0, 0)] * 2
