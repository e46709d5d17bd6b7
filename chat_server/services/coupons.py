"""Coupons: given to one person in a dialogue, used once in the shop."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from chat_server.domain.agent import Role
from chat_server.domain.contact import Contact
from chat_server.domain.conversation import Conversation
from chat_server.domain.errors import Conflict, NotFound
from chat_server.domain.events import EventType
from chat_server.domain.ids import new_id
from chat_server.domain.incentive import (
    Incentive,
    IncentiveKind,
    IssuedCoupon,
    Redemption,
    over,
    refusal,
    used,
)
from chat_server.domain.ownership import OwnerKind
from chat_server.domain.points import PointsLine, line_id
from chat_server.domain.ports import Clock, Store, Transaction
from chat_server.domain.secrets import masked
from chat_server.services.reports import ORDER_WITHIN

from .access import AgentCaller, Permission, any_conversation, require
from .coupon_lines import coupon_line, points_line, use_lines


@dataclass(frozen=True)
class HeldCoupon:
    """A coupon and what it is of."""

    coupon: IssuedCoupon
    incentive: Incentive


@dataclass(frozen=True)
class Redeemed:
    """What the shop is told; `reward` is what who brought a friend got for it."""

    held: HeldCoupon
    discount_cents: int
    reward: HeldCoupon | None = None


class Coupons:
    """Given by who answers, agent or bot; used by the shop."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def mint(
        self, caller: AgentCaller, conversation_id: str, incentive_id: str | None
    ) -> HeldCoupon:
        """For the contact of the dialogue; the one they have is given again.

        Without an incentive it is the newest that the bot may offer and they can have. Raises Conflict where there is
        none to be had, and for a bot that does not answer the dialogue any more or may not offer the incentive.
        """
        require(caller, Permission.GIVE_COUPONS)
        async with self._store.begin() as tx:
            conversation = await any_conversation(tx, conversation_id)
            if caller.role is Role.BOT and conversation.owner.kind is not OwnerKind.BOT:
                raise Conflict("The bot does not answer here any more.", {"owner": "not_the_bot"})
            # Two at once would each see that the contact has none.
            await tx.contacts.lock(conversation.contact_id)
            now = self._clock()
            if incentive_id is None:
                incentive = await _offered(tx, conversation.contact_id, now)
            else:
                incentive = await _chosen(tx, caller, incentive_id)
            held = await tx.incentives.held(conversation.contact_id, incentive.id)
            kept = next((one for one in held if one.holds(now)), None)
            if kept is not None:
                return HeldCoupon(kept, incentive)
            incentive.require_open(now)
            if held and incentive.once:
                raise _had()
            coupon = await _fresh(tx, incentive, conversation, caller, now)
            await _issue(tx, incentive, coupon)
            return HeldCoupon(coupon, incentive)

    async def redeem(self, caller: AgentCaller, code: str, use: Redemption) -> Redeemed:
        """Once, whoever else tries at the same time; the same order again is answered the same."""
        require(caller, Permission.REDEEM_COUPONS)
        async with self._store.begin() as tx:
            coupon, incentive = await _known(tx, code)
            if _again(coupon, use):
                return Redeemed(HeldCoupon(coupon, incentive), coupon.discount_cents or 0)
            now = self._clock()
            contact = await _whose(tx, coupon, use)
            owner = contact.external_id if contact else None
            problem = refusal(incentive, coupon, owner, use, now)
            if problem is not None:
                raise problem
            use = _unsaid(use)
            discount = incentive.discount(coupon, use.total_cents)
            if not await tx.incentives.redeem(coupon.id, use, discount, now):
                coupon, incentive = await _known(tx, code)
                if _again(coupon, use):
                    return Redeemed(HeldCoupon(coupon, incentive), coupon.discount_cents or 0)
                raise used()
            coupon, _ = await _known(tx, code)
            if coupon.contact_id is None and contact is not None:
                await _take(tx, coupon, contact, use, now)
                await tx.record([coupon_line(EventType.COUPON_MINTED, incentive, coupon, now)])
            await tx.record(use_lines(incentive, coupon, now))
            reward = None
            if contact is not None:
                await _points(tx, incentive, coupon, contact.id, now)
                reward = await _reward(tx, incentive, coupon, contact.id, now)
            return Redeemed(HeldCoupon(coupon, incentive), discount, reward)

    async def of_contact(self, caller: AgentCaller, contact_id: str) -> list[HeldCoupon]:
        """Newest first."""
        require(caller, Permission.READ_CONTACTS)
        async with self._store.read() as tx:
            if await tx.contacts.get(contact_id) is None:
                raise NotFound("There is no such contact.")
            return await coupons_of(tx, contact_id)

    async def find(self, caller: AgentCaller, code: str) -> HeldCoupon | None:
        """Whoever has the code may know what it is worth."""
        require(caller, Permission.READ_SHOP)
        async with self._store.read() as tx:
            coupon = await tx.incentives.coupon(code)
            incentive = await tx.incentives.get(coupon.incentive_id) if coupon else None
        return HeldCoupon(coupon, incentive) if coupon and incentive else None


async def coupons_of(tx: Transaction, contact_id: str) -> list[HeldCoupon]:
    """With their incentives."""
    by_id = {one.id: one for one in await tx.incentives.all()}
    return [
        HeldCoupon(coupon, by_id[coupon.incentive_id])
        for coupon in await tx.incentives.of_contact(contact_id)
    ]


async def _chosen(tx: Transaction, caller: AgentCaller, incentive_id: str) -> Incentive:
    found = await tx.incentives.get(incentive_id)
    if found is None:
        raise NotFound("There is no such incentive.")
    if caller.role is Role.BOT and not found.bot_offers:
        raise over("not_for_bot", "The bot may not give this.")
    return found


async def _offered(tx: Transaction, contact_id: str, now: datetime) -> Incentive:
    """What they have comes before what they could have, so that who asks again is told the same."""
    refused = over("none", "There is no incentive that the bot may offer.")
    first: Incentive | None = None
    for one in await tx.incentives.all():
        if not one.bot_offers:
            continue
        held = await tx.incentives.held(contact_id, one.id)
        if any(coupon.holds(now) for coupon in held):
            return one
        if held and one.once:
            refused = _had()
        elif first is None and one.is_open(now):
            first = one
    if first is None:
        raise refused
    return first


def _no_more() -> Conflict:
    return over("used_up", "All coupons of this incentive are given away.")


def _had() -> Conflict:
    return over("had_already", "This contact has had it before.")


async def _fresh(
    tx: Transaction,
    incentive: Incentive,
    conversation: Conversation,
    caller: AgentCaller,
    now: datetime,
) -> IssuedCoupon:
    """The next of the shop's codes where it made any, else one of ours."""
    given = {
        "conversation_id": conversation.id,
        "by_kind": caller.role.value,
        "by_id": caller.agent_id,
    }
    listed = await tx.incentives.next_code(incentive.id)
    if listed is None and await tx.incentives.has_codes(incentive.id):
        raise _no_more()
    if listed is None:
        about = {"coupon_id": new_id(), "contact_id": conversation.contact_id}
        return incentive.coupon(**about, now=now, **given)
    listed.give(conversation.contact_id, now, **given)
    listed.valid_until = incentive.until(now)
    return listed


async def _whose(tx: Transaction, coupon: IssuedCoupon, use: Redemption) -> Contact | None:
    """Who has it, or who comes with one that nobody has."""
    if coupon.contact_id is not None:
        return await tx.contacts.get(coupon.contact_id)
    if use.conversation_id is not None:
        told = await any_conversation(tx, use.conversation_id)
        return await tx.contacts.get(told.contact_id)
    if use.customer is None:
        return None
    return await tx.contacts.by_customer(use.customer)


async def _take(
    tx: Transaction, coupon: IssuedCoupon, contact: Contact, use: Redemption, now: datetime
) -> None:
    """Nobody's becomes theirs, in the dialogue the shop names or their last one before the order."""
    dialogue = use.conversation_id
    if dialogue is None:
        latest = await tx.conversations.of_contact(contact.id, 1)
        dialogue = next((one.id for one in latest if one.opened_at >= now - ORDER_WITHIN), None)
    coupon.give(contact.id, now, conversation_id=dialogue, by_kind="shop", by_id=None)
    await tx.flush()


async def _issue(tx: Transaction, incentive: Incentive, coupon: IssuedCoupon) -> None:
    if not await tx.incentives.count_one(incentive.id):
        raise _no_more()
    tx.add(coupon)
    await tx.flush()
    await tx.record([coupon_line(EventType.COUPON_MINTED, incentive, coupon, coupon.minted_at)])


async def _known(tx: Transaction, code: str) -> tuple[IssuedCoupon, Incentive]:
    coupon = await tx.incentives.coupon(code)
    incentive = await tx.incentives.get(coupon.incentive_id) if coupon else None
    if coupon is None or incentive is None:
        raise NotFound("There is no such coupon.", {"coupon": "unknown"})
    return coupon, incentive


def _again(coupon: IssuedCoupon, use: Redemption) -> bool:
    return coupon.redeemed_at is not None and coupon.order_number == use.order_number


def _unsaid(use: Redemption) -> Redemption:
    """A reason is somebody's words: no secret is kept in it."""
    return Redemption(
        use.order_number,
        use.total_cents,
        use.currency,
        use.customer,
        use.sku,
        masked(use.reason) if use.reason else None,
        use.conversation_id,
    )


async def _points(
    tx: Transaction, incentive: Incentive, coupon: IssuedCoupon, contact_id: str, now: datetime
) -> None:
    if not incentive.points:
        return
    await tx.contacts.lock(contact_id)
    given = PointsLine(
        id=line_id(contact_id, f"coupon:{coupon.id}"),
        contact_id=contact_id,
        change=incentive.points,
        reason=incentive.name,
        at=now,
        by_kind="system",
        conversation_id=coupon.conversation_id,
        coupon_id=coupon.id,
    )
    tx.add(given)
    await tx.flush()
    await tx.record([points_line(incentive.inbox_id, given)])


async def _reward(
    tx: Transaction, incentive: Incentive, coupon: IssuedCoupon, contact_id: str, now: datetime
) -> HeldCoupon | None:
    """For who brought the friend: not counted among those that can be had."""
    if incentive.kind is not IncentiveKind.REFER_FRIEND or coupon.reward_of is not None:
        return None
    reward = incentive.coupon(
        coupon_id=new_id(),
        contact_id=contact_id,
        now=now,
        conversation_id=coupon.conversation_id,
        by_kind="system",
        by_id=None,
        reward_of=coupon.id,
    )
    tx.add(reward)
    await tx.flush()
    await tx.record([coupon_line(EventType.COUPON_MINTED, incentive, reward, now)])
    return HeldCoupon(reward, incentive)
