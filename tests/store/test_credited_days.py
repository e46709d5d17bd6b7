"""Orders owed to elements, and what followed campaigns' dialogues, are the same whether their days were counted before or are counted now, whatever changes them later."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.credit import DAYS, WHICH
from chat_server.domain.errors import NotAllowed
from chat_server.domain.incentive import IncentiveKind, Redemption
from chat_server.domain.ports.arrivals import Followed
from chat_server.domain.shop import Customer, Order, OrderStatus
from chat_server.services.coupons import Coupons
from chat_server.services.incentives import Incentives, Terms
from chat_server.services.merges import Merges
from chat_server.services.rollups import BOOKS, Rollups
from chat_server.store import tables as t
from chat_server.store.credited import won_by_each
from chat_server.store.followed_days import by_campaign
from tests.core.core import ADA, ANNA, MARKUS, signed

if TYPE_CHECKING:
    from collections.abc import Callable

    from chat_server.domain.credit import Which
    from chat_server.services.identity import Session
    from tests.core.core import Core

LONG = timedelta(days=3)
CODES = ("flyer", "letter", "poster")
Figures = dict["Which", dict[str, tuple[int, int]]]


async def settle(core: Core) -> None:
    rollups = Rollups(core.store, core.clock, BOOKS[1:])
    while await rollups.keep_up(_at_once):
        pass


async def _at_once() -> None:
    """No pause."""


async def by_rows(core: Core, since: datetime, until: datetime) -> Figures:
    made: Figures = {}
    async with core.engines.reader.connect() as connection:
        for which in WHICH:
            asked = won_by_each(which, DAYS, since, until, sqlite=core.engines.is_sqlite)
            rows = await connection.execute(asked)
            made[which] = {code: (orders, people) for code, orders, people in rows}
    return made


async def followed_by_rows(
    core: Core, ids: list[str], since: datetime, until: datetime
) -> dict[str, Followed]:
    async with core.engines.reader.connect() as connection:
        asked = by_campaign(ids, since, until, sqlite=core.engines.is_sqlite)
        return {row[0]: Followed(*map(int, row[1:])) for row in await connection.execute(asked)}


async def compare(core: Core) -> Figures:
    """Of all time so far, of short periods, and of one with no whole days."""
    end = core.clock().replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    found: Figures = {}
    for days, ago in ((120, 0), (30, 0), (9, 12), (90, 15)):
        until = end - timedelta(days=ago)
        since = until - timedelta(days=days)
        async with core.store.read() as tx:
            shown = await tx.credited_days.owed(DAYS, since, until)
            alone = await tx.credited_days.owed_to("flyer", DAYS, since, until)
            ids = [one.id for one in await tx.elements.campaigns()]
            followed = await tx.followed_days.followed(ids, since, until)
        assert shown == await by_rows(core, since, until), (since, until)
        assert alone == {which: shown[which].get("flyer", (0, 0)) for which in WHICH}
        assert followed == await followed_by_rows(core, ids, since, until), (since, until)
        found = found or shown
    return found


@dataclass
class Town:
    """People who meet elements, talk, order, become known, and are forgotten, in any order."""

    core: Core
    chance: Random
    tokens: list[str] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)

    async def begin(self) -> None:
        core = self.core
        for code in CODES:
            campaign = await core.elements.add_campaign(MARKUS, code)
            await core.elements.add_element(
                MARKUS,
                code=code,
                kind="qr",
                name=code,
                target_url="/",
                campaign_id=campaign.id,
                variant=None,
            )
        async with core.store.begin() as tx:
            tx.add(*(Customer(f"c{n}", "Una", f"c{n}@example.com", "is") for n in range(3)))

    async def anything(self) -> None:
        acts = [self.meet] * 5 + [self.order] * 9 + [self.talk] * 3
        acts += [self.sign_in] * 4 + [self.change_order] * 2 + [self.use_coupon, self.later]
        acts += [self.part, self.forget, self.let_touches_go, self.drop_order]
        await self.chance.choice(acts)()
        self.core.clock.forward(hours=self.chance.choice((1, 9, 30)))

    async def meet(self) -> None:
        code = self.chance.choice(CODES)
        await self._somebody(code, new=self.chance.random() < 0.4)

    async def talk(self) -> None:
        await self.core.dialogue((await self._somebody()).caller, "Hello")

    async def order(self) -> None:
        """Some are told of weeks later."""
        at = self.core.clock() - timedelta(days=self.chance.choice((0, 0, 1, 3, 9)))
        number = self.chance.choice(("K", "Z")) + str(self.chance.randrange(60))
        if number in self.numbers:
            return
        self.numbers.append(number)
        customer = f"c{self.chance.randrange(3)}"
        async with self.core.store.begin() as tx:
            tx.add(Order(number, customer, OrderStatus.PLACED, at, "EUR", 5_000))

    async def change_order(self) -> None:
        if not self.numbers:
            return
        async with self.core.store.begin() as tx:
            found = await tx.shop.order(self.chance.choice(self.numbers))
            assert found is not None
            order, how = found[0], self.chance.randrange(4)
            if how == 0:
                order.status = OrderStatus.CANCELLED
            elif how == 1:
                order.status = OrderStatus.DELIVERED
            elif how == 2:
                order.placed_at += timedelta(days=self.chance.choice((-4, -2, -1)))
            else:
                order.customer_id = f"c{self.chance.randrange(3)}"

    async def drop_order(self) -> None:
        if self.numbers:
            number = self.numbers.pop(self.chance.randrange(len(self.numbers)))
            await _drop(self.core, number)

    async def sign_in(self) -> None:
        subject = f"c{self.chance.randrange(3)}"
        found = await _sign_in(self.core, await self._somebody(), subject)
        self.tokens.append(found.token)

    async def use_coupon(self) -> None:
        """Of an order that the shop may tell of later, or has told of."""
        number = self.chance.choice(("K", "Z")) + str(self.chance.randrange(60))
        names = self.chance.choice((None, "c1"))
        with suppress(NotAllowed):
            await self.coupon_of(number, await self._somebody(), names)

    async def coupon_of(self, number: str, session: Session, names: str | None) -> None:
        """Given in a dialogue, and used for an order."""
        core = self.core
        dialogue = await core.dialogue(session.caller, "A discount?")
        terms = Terms("Ten", IncentiveKind.PERCENT, "percent", 10, "EUR")
        made = await Incentives(core.store, core.clock).add(MARKUS, terms)
        coupons = Coupons(core.store, core.clock)
        code = (await coupons.mint(ANNA, dialogue, made.id)).coupon.code
        await coupons.redeem(ADA, code, Redemption(number, 5_000, "EUR", customer=names))

    async def part(self) -> None:
        merges = Merges(self.core.store, self.core.clock)
        async with self.core.engines.reader.connect() as connection:
            asked = sa.select(t.merges.c.id).where(t.merges.c.undone_at.is_(None))
            made = list(await connection.scalars(asked.order_by(t.merges.c.at.desc())))
        if made:
            await merges.undo(ADA, made[0])

    async def forget(self) -> None:
        if self.chance.random() < 0.3:
            await self.core.consents.forget_me((await self._somebody()).caller)

    async def let_touches_go(self) -> None:
        before = self.core.clock() - timedelta(days=self.chance.choice((20, 45)))
        async with self.core.store.begin() as tx:
            found = await tx.outlived.touching(before, 2)
            await tx.outlived.unlink_touches(found, before)

    async def later(self) -> None:
        self.core.clock.forward(days=self.chance.choice((1, 8)))

    async def _somebody(self, code: str | None = None, *, new: bool = False) -> Session:
        """As the browser comes back, whoever it is by now; who was forgotten begins anew."""
        token = self.chance.choice(self.tokens) if self.tokens and not new else None
        try:
            session = await self.core.visitor(token=token, element=code)
        except NotAllowed:
            session = await self.core.visitor(element=code)
        if session.token not in self.tokens:
            self.tokens.append(session.token)
        return session


async def test_figures_are_the_same_counted_before_or_now_over_any_history(any_core: Core) -> None:
    # More of them by hand: SEED=1 STEPS=200.
    seed, steps = int(os.environ.get("SEED", "1")), int(os.environ.get("STEPS", "40"))
    core, chance = any_core, Random(seed)
    await _till_noon(core)
    town = Town(core, chance)
    await town.begin()
    most = 0
    for number in range(steps):
        await town.anything()
        if number % 10 == 9:
            shown = await compare(core)
            most = max(most, *(sum(n for n, _ in shown[which].values()) for which in WHICH))
            if number % 20 == 19:
                await settle(core)
                assert await compare(core) == shown
    assert most > 4, "orders there were"


async def test_what_changes_a_past_order_is_counted_anew_at_once(  # noqa: PLR0915 - one story
    any_core: Core,
) -> None:
    core = any_core
    await _till_noon(core)
    town = Town(core, Random(0))
    await town.begin()
    una = await core.visitor(element="flyer")
    core.clock.forward(days=2)
    await _orders(core, {"1": ("c0", 0), "2": ("c1", 0)})
    core.clock.forward(days=2)
    await settle(core)
    seen = await compare(core)
    assert seen == {"first": {}, "last": {}}

    async def now(*expected: tuple[str, int, int], both: bool = True) -> None:
        """Of the last touch; counted at once, and the same once it was counted again."""
        assert (shown := await compare(core))["last"] == {c: (n, p) for c, n, p in expected}
        assert not both or shown["first"] == shown["last"]
        async with core.store.read() as tx:
            before = await tx.credited_days.holding()
        await settle(core)
        async with core.store.read() as tx:
            assert await tx.credited_days.holding() > before, "something had to be counted anew"
        assert await compare(core) == shown

    # The shop says who somebody is who met an element before an order of theirs.
    await _sign_in(core, una, "c0")
    await now(("flyer", 1, 1))
    # An order is told of late; the one after it is the same person's from then on.
    await _orders(core, {"0": ("c0", 3)})
    await now(("flyer", 2, 1))
    # Orders are moved, cancelled, somebody else's, and gone.
    await _change(core, "0", lambda one: setattr(one, "status", OrderStatus.CANCELLED))
    await now(("flyer", 1, 1))
    await _change(core, "0", lambda one: setattr(one, "status", OrderStatus.DELIVERED))
    await now(("flyer", 2, 1))
    await _change(core, "0", lambda one: setattr(one, "customer_id", "c1"))
    await now(("flyer", 1, 1))
    await _change(core, "1", lambda one: setattr(one, "placed_at", one.placed_at - LONG))
    await now()
    await _change(core, "1", lambda one: setattr(one, "placed_at", one.placed_at + LONG))
    await now(("flyer", 1, 1))
    # A browser in which another element was met turns out to be hers, and then not to be.
    other = await core.visitor(element="letter")
    core.clock.forward(hours=1)
    await _orders(core, {"3": ("c0", 0)})
    core.clock.forward(days=2)
    await settle(core)
    await compare(core)
    await _sign_in(core, other, "c0")
    await now(("flyer", 1, 1), ("letter", 1, 1), both=False)
    await town.part()
    await now(("flyer", 2, 1))
    # An order that only a coupon tells of is the shop's own once the shop tells of it.
    await town.coupon_of("K9", await core.visitor(element="poster"), names="c1")
    core.clock.forward(days=2)
    await settle(core)
    await compare(core)
    await _orders(core, {"K9": ("c1", 1)})
    await now(("flyer", 2, 1))
    await _drop(core, "K9")
    await now(("flyer", 2, 1), ("poster", 1, 1))
    # Whom a coupon names is forgotten, and what was met long ago, and who met it.
    jon = await core.visitor()
    await _sign_in(core, jon, "c1")
    await core.consents.forget_me(jon.caller)
    await now(("flyer", 2, 1))
    async with core.store.begin() as tx:
        soon = core.clock() + timedelta(days=1)
        await tx.outlived.unlink_touches(await tx.outlived.touching(soon, 9), soon)
    await now()


async def test_what_follows_a_past_dialogue_is_counted_anew_at_once(  # noqa: PLR0915 - one story
    any_core: Core,
) -> None:
    core = any_core
    await _till_noon(core)
    town = Town(core, Random(0))
    await town.begin()
    una = await core.visitor(element="flyer")
    dialogue = await core.dialogue(una.caller, "Hello")
    core.clock.forward(days=1)
    jon = await core.visitor(element="letter")
    await core.dialogue(jon.caller, "Hello")
    core.clock.forward(days=41)
    await settle(core)

    async def now(*expected: Followed) -> None:
        """At once, and the same once it was counted again."""
        end = core.clock().replace(hour=0) - timedelta(days=15)
        async with core.store.read() as tx:
            ids = [one.id for one in await tx.elements.campaigns()]
            shown = await tx.followed_days.followed(ids, end - timedelta(days=50), end)
            before = await tx.followed_days.holding()
        some = [one for one in shown.values() if one != Followed()]
        assert sorted(some, key=str) == sorted(expected, key=str)
        await compare(core)
        await settle(core)
        async with core.store.read() as tx:
            assert await tx.followed_days.holding() > before, "something had to be counted anew"
        await compare(core)

    bought = Followed(ordered=1)
    await _sign_in(core, una, "c0")
    await now()
    await _orders(core, {"1": ("c0", 40)})
    await now(bought)
    await _change(core, "1", lambda one: setattr(one, "status", OrderStatus.CANCELLED))
    await now()
    await _change(core, "1", lambda one: setattr(one, "status", OrderStatus.PLACED))
    await now(bought)
    await _change(core, "1", lambda one: setattr(one, "placed_at", one.placed_at - 2 * LONG))
    await now()
    await _change(core, "1", lambda one: setattr(one, "placed_at", one.placed_at + 2 * LONG))
    await now(bought)
    # Another browser turns out to be hers, and then not to be.
    core.clock.forward(hours=1)
    await _sign_in(core, jon, "c0")
    await now(bought, bought)
    await town.part()
    await now(bought)
    # A coupon is given in an old dialogue, and used.
    terms = Terms("Ten", IncentiveKind.PERCENT, "percent", 10, "EUR")
    made = await Incentives(core.store, core.clock).add(MARKUS, terms)
    coupons = Coupons(core.store, core.clock)
    code = (await coupons.mint(ANNA, dialogue, made.id)).coupon.code
    await now(Followed(coupons=1, ordered=1))
    await coupons.redeem(ADA, code, Redemption("9", 5_000, "EUR", customer="c0"))
    await now(Followed(coupons=1, redeemed=1, ordered=1))
    await _drop(core, "1")
    await now(Followed(coupons=1, redeemed=1, ordered=1))
    await core.consents.erase_contact(ADA, una.contact.id)
    await now(Followed(coupons=1, redeemed=1, ordered=1))


async def _till_noon(core: Core) -> None:
    """So that the days of what happens do not depend on the hour."""
    now = core.clock()
    noon = now.replace(hour=12, minute=0, second=0, microsecond=0) + timedelta(days=1)
    core.clock.forward(seconds=(noon - now).total_seconds())


async def _orders(core: Core, of: dict[str, tuple[str, float]]) -> None:
    """By number: whose, and how many days ago."""
    async with core.store.begin() as tx:
        for number, (customer, days) in of.items():
            at = core.clock() - timedelta(days=days)
            tx.add(Order(number, customer, OrderStatus.PLACED, at, "EUR", 5_000))


async def _change(core: Core, number: str, how: Callable[[Order], None]) -> None:
    async with core.store.begin() as tx:
        found = await tx.shop.order(number)
        assert found is not None
        how(found[0])


async def _drop(core: Core, number: str) -> None:
    async with core.store.begin() as tx:
        found = await tx.shop.order(number)
        assert found is not None
        await tx._session.delete(found[0])


async def _sign_in(core: Core, session: Session, subject: str) -> Session:
    soon = int((core.clock() + timedelta(minutes=5)).timestamp())
    return await core.identity.identify(session.caller, signed(subject, exp=soon))
