"""Products, orders, returns, coupons and customers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.shop import Coupon, Customer, Order, OrderReturn, Product

from .tables import coupons, customers, order_returns, orders, products

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

    from chat_server.domain.ports import Slice


class ShopRows:
    """See `domain.ports.Shop`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def order(self, number: str) -> tuple[Order, Customer] | None:
        """With its customer."""
        found = await self._session.execute(self._orders().where(orders.c.number == number))
        row = found.first()
        return (row[0], row[1]) if row else None

    async def orders_of(self, external_id: str, limit: int) -> list[tuple[Order, Customer]]:
        """Newest first."""
        wanted = self._orders().where(customers.c.id == external_id)
        found = await self._session.execute(wanted.order_by(orders.c.placed_at.desc()).limit(limit))
        return [(row[0], row[1]) for row in found]

    async def orders_page(self, piece: Slice) -> list[tuple[Order, Customer]]:
        """Everybody's, newest first."""
        wanted = self._orders()
        if piece.before is not None:
            last = sa.tuple_(
                sa.literal(piece.before, orders.c.placed_at.type), sa.literal(piece.before_id)
            )
            wanted = wanted.where(sa.tuple_(orders.c.placed_at, orders.c.number) < last)
        newest = wanted.order_by(orders.c.placed_at.desc(), orders.c.number.desc())
        found = await self._session.execute(newest.limit(piece.limit))
        return [(row[0], row[1]) for row in found]

    async def returns_of(self, number: str) -> list[OrderReturn]:
        """Asked for so far."""
        wanted = sa.select(OrderReturn).where(order_returns.c.order_number == number)
        return list(await self._session.scalars(wanted.order_by(order_returns.c.created_at)))

    async def products(
        self,
        query: str | None,
        category: str | None,
        colour: str | None,
        size: str | None,
        limit: int,
    ) -> list[Product]:
        """Best match first: every word of the query in name before category before description."""
        found = list(await self._session.scalars(sa.select(Product).order_by(products.c.name)))
        words = [_stem(word) for word in (query or "").lower().split()]
        ranked = [(_rank(product, words), product) for product in found]
        kept = [
            (rank, product)
            for rank, product in ranked
            if (rank or not words)
            and (category is None or product.category == category)
            and (colour is None or colour.lower() in (have.lower() for have in product.colours))
            and (size is None or size.upper() in product.sizes)
        ]
        kept.sort(key=lambda pair: -pair[0])
        return [product for _, product in kept[:limit]]

    async def coupons(self, code: str | None) -> list[Coupon]:
        """All, or the one of that code in any case of letters."""
        wanted = sa.select(Coupon).order_by(coupons.c.code)
        if code is not None:
            wanted = wanted.where(coupons.c.code == code.upper())
        return list(await self._session.scalars(wanted))

    async def customer(self, customer_id: str) -> Customer | None:
        """By the shop's id."""
        return await self._session.get(Customer, customer_id)

    @staticmethod
    def _orders() -> sa.Select[Order, Customer]:
        return sa.select(Order, Customer).join(Customer, customers.c.id == orders.c.customer_id)


def _stem(word: str) -> str:
    """Plural and singular alike: a shop's catalogue is small, its words are nouns."""
    return word[:-1] if len(word) > 3 and word.endswith("s") else word  # noqa: PLR2004


def _rank(product: Product, words: list[str]) -> int:
    """0 when a word is nowhere."""
    places = ((product.name, 9), (product.category, 3), (product.description, 1))
    scores = [sum(weight for text, weight in places if word in text.lower()) for word in words]
    return sum(scores) if all(scores) else 0
