"""A coupon is one person's, is used once by however many try, and its use is known by its dialogue."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from chat_server.domain.errors import Conflict, Invalid, NotAllowed, NotFound, SamtalError
from chat_server.domain.events import EventType
from chat_server.domain.incentive import IncentiveKind, Redemption, Uses
from chat_server.domain.points import Gift
from chat_server.domain.ports import DialogueFilter, Slice
from chat_server.services.coupons import Coupons
from chat_server.services.incentives import Incentives, Terms
from chat_server.services.points import Points
from tests.core.core import ADA, ANNA, BOT, MARKUS

if TYPE_CHECKING:
    from chat_server.domain.incentive import Incentive, IssuedCoupon
    from chat_server.services.coupon_uses import HeldCoupon, Redeemed
    from chat_server.services.identity import Session
    from tests.core.core import Core

TEN = Terms("Ten percent", IncentiveKind.PERCENT, "percent", 10, "EUR")
FRIEND = Terms(
    "Bring a friend",
    IncentiveKind.REFER_FRIEND,
    "amount",
    1_000,
    "EUR",
    days=30,
    points=50,
    reward_unit="percent",
    reward_value=20,
)
BACK = Terms("Money back", IncentiveKind.MONEY_BACK, "percent", 100, "EUR", days=90)
ORDER = Redemption("10001", 12_345, "EUR")
LATER = datetime(2031, 1, 1, tzinfo=UTC)
TRIES = 200


async def promise(core: Core, terms: Terms = TEN, **changes: Any) -> Incentive:
    return await Incentives(core.store, core.clock).add(MARKUS, replace(terms, **changes))


async def give(core: Core, incentive: Incentive, session: Session | None = None) -> IssuedCoupon:
    who = session or await core.visitor()
    dialogue = await core.dialogue(who.caller, "Have you got a discount?")
    return (await minted(core, dialogue, incentive)).coupon


async def minted(core: Core, dialogue: str, incentive: Incentive | None) -> HeldCoupon:
    """Without an incentive it is the bot who gives it."""
    made = Coupons(core.store, core.clock)
    if incentive is None:
        return await made.mint(BOT, dialogue, None)
    return await made.mint(ANNA, dialogue, incentive.id)


async def redeem(core: Core, code: str, use: Redemption = ORDER) -> Redeemed:
    return await Coupons(core.store, core.clock).redeem(ADA, code, use)


async def why_not(core: Core, code: str, use: Redemption = ORDER) -> tuple[type[SamtalError], str]:
    with pytest.raises(SamtalError) as refused:
        await redeem(core, code, use)
    assert refused.value.fields is not None
    return type(refused.value), refused.value.fields["coupon"]


async def known_to_the_shop(core: Core, session: Session, customer: str) -> None:
    async with core.store.begin() as tx:
        contact = await tx.contacts.get(session.contact.id)
        assert contact is not None
        contact.external_id = customer


async def test_of_two_hundred_who_try_at_once_one_wins(any_core: Core) -> None:
    core = any_core
    coupon = await give(core, await promise(core))

    async def attempt(number: int) -> str:
        try:
            await redeem(core, coupon.code, replace(ORDER, order_number=f"order-{number}"))
        except Conflict as error:
            return (error.fields or {}).get("coupon", error.message)
        return "won"

    outcomes = await asyncio.gather(*map(attempt, range(TRIES)))
    assert sorted(set(outcomes)) == ["used", "won"]
    assert outcomes.count("won") == 1
    log = await core.log()
    redeemed = [event for event in log if event.type is EventType.COUPON_REDEEMED]
    assert [event.conversation_id for event in redeemed] == [coupon.conversation_id]


async def test_the_last_of_an_early_bird_is_given_once(any_core: Core) -> None:
    core = any_core
    early = await promise(core, kind=IncentiveKind.EARLY_BIRD, most=3)
    dialogues = [
        await core.dialogue((await core.visitor()).caller, "A discount?") for _ in range(8)
    ]

    async def attempt(dialogue: str) -> str:
        try:
            return (await minted(core, dialogue, early)).coupon.code
        except Conflict as error:
            return (error.fields or {})["incentive"]

    given = await asyncio.gather(*map(attempt, dialogues))
    assert given.count("used_up") == 5
    assert len(set(given)) == 4


async def test_who_asks_again_gets_the_coupon_they_have_also_at_once(any_core: Core) -> None:
    core = any_core
    ten = await promise(core)
    session = await core.visitor()
    dialogue = await core.dialogue(session.caller, "A discount?")
    both = await asyncio.gather(*(minted(core, dialogue, ten) for _ in range(4)))
    assert len({held.coupon.code for held in both}) == 1
    await redeem(core, both[0].coupon.code)
    with pytest.raises(Conflict) as had:
        await minted(core, dialogue, ten)
    assert had.value.fields == {"incentive": "had_already"}


async def test_the_same_order_again_is_answered_the_same(any_core: Core) -> None:
    core = any_core
    coupon = await give(core, await promise(core))
    both = await asyncio.gather(*(redeem(core, coupon.code.lower()) for _ in range(3)))
    assert {one.discount_cents for one in both} == {1_235}
    assert await why_not(core, coupon.code, replace(ORDER, order_number="2")) == (Conflict, "used")


async def test_each_refusal_has_its_word(core: Core) -> None:
    ten = await promise(core, days=7, min_total_cents=5_000)
    session = await core.visitor()
    coupon = await give(core, ten, session)
    await known_to_the_shop(core, session, "customer-1")
    assert await why_not(core, "NOTHING") == (NotFound, "unknown")
    small = replace(ORDER, total_cents=4_999)
    assert await why_not(core, coupon.code, small) == (Invalid, "too_small")
    foreign = replace(ORDER, currency="ISK")
    assert await why_not(core, coupon.code, foreign) == (Invalid, "wrong_currency")
    other = replace(ORDER, customer="customer-2")
    assert await why_not(core, coupon.code, other) == (NotAllowed, "wrong_contact")
    core.clock.now -= timedelta(days=1)
    assert await why_not(core, coupon.code) == (Conflict, "not_yet_valid")
    core.clock.forward(days=8, seconds=1)
    assert await why_not(core, coupon.code) == (Conflict, "expired")
    core.clock.forward(days=-2)
    assert (await redeem(core, coupon.code)).discount_cents == 1_235


async def test_each_promise_that_cannot_be_had_says_why(core: Core) -> None:
    dialogue = await core.dialogue((await core.visitor()).caller, "A discount?")
    now = core.clock()
    cases = {
        "not_yet": replace(TEN, valid_from=now + timedelta(days=1)),
        "over": replace(TEN, valid_until=now),
    }
    for word, terms in cases.items():
        promised = await promise(core, terms)
        with pytest.raises(Conflict) as refused:
            await minted(core, dialogue, promised)
        assert refused.value.fields == {"incentive": word}
    closed = await promise(core, bot_offers=True)
    incentives = Incentives(core.store, core.clock)
    assert (await minted(core, dialogue, None)).incentive.id == closed.id
    await incentives.change(MARKUS, closed.id, closed=True, bot_offers=None)
    other = await core.dialogue((await core.visitor()).caller, "A discount?")
    with pytest.raises(Conflict) as none:
        await minted(core, other, None)
    assert none.value.fields == {"incentive": "none"}
    with pytest.raises(NotFound):
        await Coupons(core.store, core.clock).mint(ANNA, dialogue, "nothing")
    with pytest.raises(NotAllowed):
        await Coupons(core.store, core.clock).mint(MARKUS, dialogue, closed.id)
    with pytest.raises(NotAllowed):
        await Coupons(core.store, core.clock).redeem(ANNA, "X", ORDER)


async def test_the_bot_gives_what_it_may_where_it_answers(any_core: Core) -> None:
    core = any_core
    session = await core.visitor()
    dialogue = await core.dialogue(session.caller, "A discount?")
    coupons = Coupons(core.store, core.clock)
    kept_back = await promise(core, name="Not for the bot")
    with pytest.raises(Conflict) as refused:
        await coupons.mint(BOT, dialogue, kept_back.id)
    assert refused.value.fields == {"incentive": "not_for_bot"}
    one_only = await promise(core, kind=IncentiveKind.EARLY_BIRD, most=1, bot_offers=True)
    first = await minted(core, dialogue, None)
    assert (first.incentive.id, first.coupon.minted_by_kind) == (one_only.id, "bot")
    # A turn that is run again, or who asks again when all are gone, is told the same.
    core.clock.forward(minutes=1)
    newer = await promise(core, bot_offers=True)
    assert (await minted(core, dialogue, None)).coupon.code == first.coupon.code
    await redeem(core, first.coupon.code)
    assert (await minted(core, dialogue, None)).incentive.id == newer.id
    await Incentives(core.store, core.clock).change(MARKUS, newer.id, closed=True, bot_offers=False)
    with pytest.raises(Conflict) as had:
        await minted(core, dialogue, None)
    assert had.value.fields == {"incentive": "had_already"}
    await core.visitors.request_agent(session.caller, dialogue, "a-person", None)
    with pytest.raises(Conflict) as late:
        await minted(core, dialogue, None)
    assert late.value.fields == {"owner": "not_the_bot"}


async def test_a_friend_rewards_both_sides(any_core: Core) -> None:
    core = any_core
    session = await core.visitor()
    coupon = await give(core, await promise(core, FRIEND), session)
    await known_to_the_shop(core, session, "customer-1")
    own = replace(ORDER, customer="customer-1")
    assert await why_not(core, coupon.code, own) == (NotAllowed, "wrong_contact")
    used = await redeem(core, coupon.code, replace(ORDER, customer="customer-2"))
    assert used.discount_cents == 1_000
    assert used.reward is not None
    reward = used.reward.coupon
    assert (reward.contact_id, reward.conversation_id) == (
        session.contact.id,
        coupon.conversation_id,
    )
    assert (await Points(core.store, core.clock).of(ANNA, session.contact.id)).balance == 50
    later = replace(own, order_number="10002", total_cents=10_000)
    friend = replace(later, customer="customer-2")
    assert await why_not(core, reward.code, friend) == (NotAllowed, "wrong_contact")
    spent = await redeem(core, reward.code, later)
    assert (spent.discount_cents, spent.reward) == (2_000, None)


async def test_a_guarantee_that_is_used_speaks_of_its_product(core: Core) -> None:
    coupon = await give(core, await promise(core, BACK))
    use = replace(ORDER, sku="HEKLA-JKT", reason="The zip broke; my card is 4111 1111 1111 1111")
    assert (await redeem(core, coupon.code, use)).discount_cents == 12_345
    told = [event for event in await core.log() if event.type is EventType.GUARANTEE_USED]
    assert [(event.data["sku"], event.conversation_id) for event in told] == [
        ("HEKLA-JKT", coupon.conversation_id)
    ]
    assert "reason" not in told[0].data
    assert coupon.contact_id is not None
    kept = await Coupons(core.store, core.clock).of_contact(ANNA, coupon.contact_id)
    assert kept[0].coupon.reason is not None
    assert "4111" not in kept[0].coupon.reason


@pytest.mark.parametrize(
    ("terms", "fields"),
    [
        (replace(TEN, value=101), {"value": "over_100"}),
        (replace(TEN, unit="amount"), {"unit": "percent_only"}),
        (replace(TEN, kind=IncentiveKind.AMOUNT), {"unit": "amount_only"}),
        (replace(TEN, kind=IncentiveKind.EARLY_BIRD), {"valid_until": "needs_an_end"}),
        (
            replace(TEN, valid_from=LATER, valid_until=LATER),
            {"valid_until": "before_valid_from"},
        ),
        (replace(TEN, reward_unit="percent", reward_value=5), {"reward_value": "no_reward"}),
        (replace(FRIEND, reward_value=None), {"reward_value": "needs_a_reward"}),
        (replace(FRIEND, reward_value=101), {"reward_value": "over_100"}),
    ],
)
async def test_what_could_not_be_kept_is_not_promised(
    core: Core, terms: Terms, fields: dict[str, str]
) -> None:
    with pytest.raises(Invalid) as refused:
        await Incentives(core.store, core.clock).add(MARKUS, terms)
    assert refused.value.fields == fields


async def test_points_are_lines_whose_sum_never_falls_below_zero(any_core: Core) -> None:
    core = any_core
    contact = (await core.visitor()).contact.id
    points = Points(core.store, core.clock)
    await points.give(ANNA, contact, Gift(100, "Welcome", "a"))
    await points.give(ANNA, contact, Gift(100, "Welcome", "a"))

    async def take(number: int) -> int:
        try:
            await points.give(ADA, contact, Gift(-30, "Spent", f"spend-{number}"))
        except Conflict as error:
            return 0 if error.fields == {"change": "not_covered"} else 1
        return 30

    taken = await asyncio.gather(*map(take, range(10)))
    assert sum(taken) == 90
    account = await points.of(ANNA, contact)
    assert account.balance == sum(line.change for line in account.lines) == 10
    with pytest.raises(Invalid):
        await points.give(ANNA, contact, Gift(0, "Nothing", "b"))
    with pytest.raises(NotFound):
        await points.give(ANNA, "nobody", Gift(1, "x", "x"))


async def test_forgetting_a_person_reaches_coupons_and_points(any_core: Core) -> None:
    core = any_core
    session = await core.visitor()
    coupon = await give(core, await promise(core, FRIEND), session)
    await known_to_the_shop(core, session, "customer-1")
    await redeem(core, coupon.code, replace(ORDER, customer="customer-2"))
    friend = await core.visitor()
    await known_to_the_shop(core, friend, "customer-2")
    for forgotten in (session, friend):
        await core.consents.erase_contact(ADA, forgotten.contact.id)
        async with core.store.read() as tx:
            assert await tx.erasures.left(forgotten.contact.id) == {}
            assert await tx.incentives.coupon(coupon.code) is None
    assert await why_not(core, coupon.code) == (NotFound, "unknown")
    report = await Incentives(core.store, core.clock).report(
        MARKUS, core.clock() - timedelta(days=1), core.clock() + timedelta(days=1)
    )
    # The coupon and the reward for it: given and used they count as before, in the dialogue they were given in.
    uses = report.counted[0][1]
    assert (uses.given, uses.used, uses.used_dialogues, uses.people) == (2, 1, 1, 1)


async def test_every_use_is_known_by_its_dialogue(any_core: Core) -> None:
    core = any_core
    ten, back = await promise(core), await promise(core, BACK)
    dialogues = []
    for number in range(2):
        coupon = await give(core, ten)
        dialogues.append(coupon.conversation_id)
        await redeem(core, coupon.code, replace(ORDER, order_number=str(number)))
    unused = await give(core, ten)
    assert unused.conversation_id is not None
    guarantee = (await minted(core, unused.conversation_id, back)).coupon
    await redeem(core, guarantee.code, replace(ORDER, sku="HEKLA-JKT"))
    since, until = core.clock() - timedelta(days=1), core.clock() + timedelta(days=1)
    report = await Incentives(core.store, core.clock).report(MARKUS, since, until)
    by_id = {one.id: uses for one, uses in report.counted}
    assert by_id[ten.id] == Uses(ten.id, 3, 3, 3, 2, 2, 2 * 1_235, 2 * 12_345)
    assert report.troubled == [("HEKLA-JKT", 1)]
    async with core.store.read() as tx:

        async def behind(outcome: str, incentive: str | None = None) -> set[str]:
            wanted = DialogueFilter(outcome=outcome, incentive=incentive)
            return {row.conversation_id for row in await tx.log.response_events(wanted, Slice())}

        assert await behind("redeemed", ten.id) == set(dialogues)
        assert await behind("ordered") == set(dialogues)
        assert await behind("redeemed", back.id) == {guarantee.conversation_id}
        assert len(await behind("coupon")) == 3
