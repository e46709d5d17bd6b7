"""What the shop told us."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from chat_server.domain.shop import Coupon, Customer, Order, OrderReturn, Product

    from .lists import Slice


class Shop(Protocol):
    """What the shop told us."""

    async def order(self, number: str) -> tuple[Order, Customer] | None: ...
    async def orders_of(self, external_id: str, limit: int) -> list[tuple[Order, Customer]]: ...
    async def orders_page(self, piece: Slice) -> list[tuple[Order, Customer]]: ...
    async def returns_of(self, number: str) -> list[OrderReturn]: ...
    async def products(
        self,
        query: str | None,
        category: str | None,
        colour: str | None,
        size: str | None,
        limit: int,
    ) -> list[Product]: ...
    async def coupons(self, code: str | None) -> list[Coupon]: ...
    async def customer(self, customer_id: str) -> Customer | None: ...
