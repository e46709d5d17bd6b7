"""Orders, returns, products and coupons, as far as the caller may know them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from chat_server.domain.errors import Conflict, Invalid, NotFound
from chat_server.domain.ids import new_id
from chat_server.domain.incentive import Incentive
from chat_server.domain.ports import Clock, Slice, Store, Transaction
from chat_server.domain.shop import Coupon, Customer, Order, OrderReturn, Product

from .access import AgentCaller, Permission, require

_MOST = 50


class Shop:
    """An order is shown to who knows its number and e-mail, or to the contact the shop identified; all to administrators."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def orders(
        self,
        caller: AgentCaller,
        *,
        number: str | None = None,
        email: str | None = None,
        contact_id: str | None = None,
        limit: int = 10,
    ) -> list[tuple[Order, Customer]]:
        """Newest first; one that the given proof does not open is not there."""
        require(caller, Permission.READ_ORDERS)
        if number is None and contact_id is None:
            raise Invalid("Give number and email, or contact_id.", {"number": "required"})
        async with self._store.read() as tx:
            if number is not None:
                found = await self._proven(tx, number, email, contact_id)
                return [found] if found else []
            external_id = await self._external_id(tx, contact_id)
            return await tx.shop.orders_of(external_id, min(limit, _MOST)) if external_id else []

    async def all_orders(self, caller: AgentCaller, piece: Slice) -> list[tuple[Order, Customer]]:
        """Everybody's, newest first, for who brings the shop's orders in."""
        require(caller, Permission.MANAGE)
        async with self._store.read() as tx:
            return await tx.shop.orders_page(piece)

    async def request_return(
        self,
        caller: AgentCaller,
        number: str,
        *,
        email: str | None,
        contact_id: str | None,
        reason: str,
        sku: str | None,
    ) -> OrderReturn:
        """Refused with Conflict when it is too early, too late or asked for already."""
        require(caller, Permission.REQUEST_RETURN)
        async with self._store.begin() as tx:
            found = await self._proven(tx, number, email, contact_id)
            if found is None:
                raise NotFound("There is no such order for this customer.")
            order, _ = found
            order.require_returnable(self._clock())
            if sku is not None and sku not in {str(item["sku"]) for item in order.items}:
                raise NotFound("This product is not in the order.")
            asked = {known.sku for known in await tx.shop.returns_of(order.number)}
            if None in asked or sku in asked or (sku is None and asked):
                raise Conflict("A return was already asked for.")
            made = OrderReturn(new_id(), order.number, reason, self._clock(), sku)
            tx.add(made)
            return made

    async def products(
        self,
        caller: AgentCaller,
        *,
        query: str | None,
        category: str | None,
        colour: str | None,
        size: str | None,
        limit: int,
    ) -> list[Product]:
        """Best match first."""
        require(caller, Permission.READ_SHOP)
        async with self._store.read() as tx:
            return await tx.shop.products(query, category, colour, size, min(limit, _MOST))

    async def coupons(self, caller: AgentCaller, code: str | None) -> list[tuple[Coupon, bool]]:
        """With whether they are valid now."""
        require(caller, Permission.READ_SHOP)
        async with self._store.read() as tx:
            found = await tx.shop.coupons(code)
            promised = {one.id: one for one in await tx.incentives.all()}
        now = self._clock()
        return [(coupon, _is_open(coupon, promised, now)) for coupon in found]

    async def _proven(
        self, tx: Transaction, number: str, email: str | None, contact_id: str | None
    ) -> tuple[Order, Customer] | None:
        found = await tx.shop.order("".join(c for c in number if c.isdigit()))
        if found is None:
            return None
        customer, external_id = found[1], await self._external_id(tx, contact_id)
        if external_id is not None:
            # Somebody the shop knows has their own orders, whatever else they know.
            return found if customer.id == external_id else None
        is_theirs = email is not None and customer.email.lower() == email.strip().lower()
        return found if is_theirs else None

    @staticmethod
    async def _external_id(tx: Transaction, contact_id: str | None) -> str | None:
        contact = await tx.contacts.get(contact_id) if contact_id else None
        return contact.external_id if contact else None


def _is_open(coupon: Coupon, promised: Mapping[str, Incentive], now: datetime) -> bool:
    incentive = promised.get(coupon.incentive_id or "")
    return coupon.is_open(now) and (incentive is None or incentive.is_open(now))
