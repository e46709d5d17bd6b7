"""Points: given and taken by adding lines, never below zero."""

from __future__ import annotations

from dataclasses import dataclass

from chat_server.domain.errors import NotFound
from chat_server.domain.points import Gift, PointsLine, line_id, require_covered
from chat_server.domain.ports import Clock, Store, Transaction

from .access import AgentCaller, Permission, require
from .coupon_lines import points_line


@dataclass(frozen=True)
class Account:
    """Newest first; `balance` is the sum of all."""

    balance: int
    lines: list[PointsLine]


class Points:
    """For who answers, and for the shop."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def of(self, caller: AgentCaller, contact_id: str) -> Account:
        """Of one contact."""
        require(caller, Permission.READ_CONTACTS)
        async with self._store.read() as tx:
            if await tx.contacts.get(contact_id) is None:
                raise NotFound("There is no such contact.")
            return await account_of(tx, contact_id)

    async def give(self, caller: AgentCaller, contact_id: str, gift: Gift) -> Account:
        """Raises Conflict where more would be taken than there is; the same key again changes nothing."""
        require(caller, Permission.GIVE_POINTS)
        async with self._store.begin() as tx:
            contact = await tx.contacts.get(contact_id)
            if contact is None:
                raise NotFound("There is no such contact.")
            await tx.contacts.lock(contact_id)
            made_id = line_id(contact_id, gift.key)
            if await tx.incentives.line(made_id) is None:
                require_covered(await tx.incentives.balance(contact_id), gift.change)
                line = PointsLine(
                    id=made_id,
                    contact_id=contact_id,
                    change=gift.change,
                    reason=gift.reason,
                    at=self._clock(),
                    by_kind=caller.role.value,
                    by_id=caller.agent_id,
                )
                tx.add(line)
                await tx.flush()
                await tx.record([points_line(contact.inbox_id, line)])
            return await account_of(tx, contact_id)


async def account_of(tx: Transaction, contact_id: str) -> Account:
    """Balance and lines."""
    return Account(await tx.incentives.balance(contact_id), await tx.incentives.lines(contact_id))
