"""Orders from a file: what is good goes in at once, what is not is listed."""

from __future__ import annotations

from dataclasses import dataclass

from chat_server.domain.errors import Invalid
from chat_server.domain.order_file import NotAFile, OrderLine, Refused, read
from chat_server.domain.ports import Clock, Store, Transaction
from chat_server.domain.shop import Customer, Order, Product

from .access import AgentCaller, Permission, require

_ALL = 10_000
_REASONS = {
    "columns_missing": "These columns are missing.",
    "too_many_lines": "At most 2,000 orders in one file.",
    "not_a_table": "This is no table of comma-separated values.",
}


@dataclass
class Imported:
    """How many orders are new, changed, or as they were; and the lines that are none."""

    added: int
    changed: int
    same: int
    refused: list[Refused]


class OrderImports:
    """For administrators: a file of orders holds names and addresses."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def take(self, caller: AgentCaller, text: str) -> Imported:
        """All good lines or, when the hub fails meanwhile, none; the same file again changes nothing."""
        require(caller, Permission.MANAGE)
        try:
            good, refused = read(text, self._clock())
        except NotAFile as wrong:
            fields = dict.fromkeys(wrong.columns, "missing") or {"csv": wrong.code}
            raise Invalid(_REASONS[wrong.code], fields) from None
        made = Imported(0, 0, 0, refused)
        async with self._store.begin() as tx:
            products = {
                one.sku: one for one in await tx.shop.products(None, None, None, None, _ALL)
            }
            fresh: dict[str, Customer] = {}
            for line in good:
                await self._one(tx, line, products, fresh, made)
        made.refused.sort(key=lambda one: one.line)
        return made

    async def _one(
        self,
        tx: Transaction,
        line: OrderLine,
        products: dict[str, Product],
        fresh: dict[str, Customer],
        made: Imported,
    ) -> None:
        known = await tx.shop.order(line.number)
        if known is None:
            if line.customer_id not in fresh and await tx.shop.customer(line.customer_id) is None:
                fresh[line.customer_id] = Customer(line.customer_id, line.name, line.email, "en")
                tx.add(fresh[line.customer_id])
                await tx.flush()
            tx.add(_order(line, products))
            made.added += 1
            return
        order, customer = known
        if customer.id != line.customer_id:
            made.refused.append(Refused(line.line, "customer", "another_customers"))
            return
        new = _order(line, products)
        kept = (order.status, order.total_cents, order.currency, order.placed_at, order.items)
        wanted = (
            new.status,
            new.total_cents,
            new.currency,
            new.placed_at,
            new.items or order.items,
        )
        if kept == wanted:
            made.same += 1
            return
        order.status, order.total_cents, order.currency, order.placed_at, order.items = wanted
        made.changed += 1


def _order(line: OrderLine, products: dict[str, Product]) -> Order:
    return Order(
        number=line.number,
        customer_id=line.customer_id,
        status=line.status,
        placed_at=line.placed_at,
        currency=line.currency,
        total_cents=line.total_cents,
        items=[
            {
                "sku": sku,
                "name": products[sku].name if sku in products else sku,
                "size": None,
                "colour": None,
                "quantity": quantity,
                "price_cents": products[sku].price_cents if sku in products else 0,
            }
            for sku, quantity in line.items
        ],
    )
