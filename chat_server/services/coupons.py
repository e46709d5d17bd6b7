"""Coupons: given to one person in a dialogue, used once in the shop."""

from __future__ import annotations

from datetime import datetime

from chat_server.domain.agent import Role
from chat_server.domain.conversation import Conversation
from chat_server.domain.errors import Conflict, NotFound
from chat_server.domain.events import EventType
from chat_server.domain.ids import new_id
from chat_server.domain.incentive import Incentive, IssuedCoupon, Redemption, over
from chat_server.domain.ownership import OwnerKind
from chat_server.domain.ports import Clock, Store, Transaction

from .access import AgentCaller, Permission, any_conversation, require
from .coupon_lines import coupon_line
from .coupon_uses import HeldCoupon, Redeemed, use_coupon


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
            return await use_coupon(tx, code, use, self._clock())

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


async def _issue(tx: Transaction, incentive: Incentive, coupon: IssuedCoupon) -> None:
    if not await tx.incentives.count_one(incentive.id):
        raise _no_more()
    tx.add(coupon)
    await tx.flush()
    await tx.record([coupon_line(EventType.COUPON_MINTED, incentive, coupon, coupon.minted_at)])
