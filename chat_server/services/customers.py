"""What customers' orders say: who they are to the shop, what is to come of them, whom to win back, what to offer."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal, TypeAlias

from chat_server.domain import log_lines
from chat_server.domain.agent import Role
from chat_server.domain.customers import offers, rfv, together
from chat_server.domain.customers.offering import REFUSED_FOR, reason_of
from chat_server.domain.customers.outlook import (
    Forecast,
    Outlook,
    forecast,
    most_valuable,
    win_back,
)
from chat_server.domain.customers.purchases import Purchase, by_customer, summarise
from chat_server.domain.customers.rfv import Lines, Square
from chat_server.domain.customers.together import Bought, Pair
from chat_server.domain.errors import NotFound
from chat_server.domain.events import EventType
from chat_server.domain.message import Author, AuthorKind
from chat_server.domain.ports import Clock, Store
from chat_server.domain.shop import Product

from .access import AgentCaller, Permission, any_conversation, require

OfferStep: TypeAlias = Literal["offer_made", "offer_accepted", "offer_declined"]

# Computed anew after that: a fit takes a second for thousands of customers.
_GOOD_FOR = timedelta(minutes=10)
_LISTED = 25
_OFFERED = 3


@dataclass(frozen=True)
class Book:
    """Everything computed from all orders at once."""

    at: datetime
    currency: str
    forecast: Forecast
    lines: Lines
    grid: list[Square]
    scores: dict[str, tuple[int, int, int]] = field(repr=False)
    bought: Bought = field(repr=False)
    gone: list[Outlook]
    best: list[Outlook]
    pairs: list[Pair]
    pairs_looked_at: int


@dataclass(frozen=True)
class Listed:
    """A customer of a list; `contact_id` is None for one who never talked with us."""

    contact_id: str | None
    outlook: Outlook
    scores: tuple[int, int, int]


@dataclass(frozen=True)
class CustomerReport:
    """`book` is None while nobody has ordered anything."""

    at: datetime
    book: Book | None
    win_back: list[Listed]
    most_valuable: list[Listed]
    names: dict[str, str]


@dataclass(frozen=True)
class OfferMade:
    """A product for somebody; `because` is what they have that it goes with, None for what most people buy."""

    product: Product
    because: Product | None
    lift: float | None

    @property
    def reason(self) -> dict[str, object]:
        """As the line of an offer tells it."""
        return reason_of(self.because.sku if self.because else None)


class Customers:
    """The statistics are for marketers, offers for who may see orders: people and the bot."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._book: Book | None = None
        self._one_at_a_time = asyncio.Lock()

    async def report(self, caller: AgentCaller) -> CustomerReport:
        """As of now, or a few minutes ago."""
        require(caller, Permission.READ_REPORTS)
        book = await self._current()
        if book is None:
            return CustomerReport(self._clock(), None, [], [], {})
        gone, best = book.gone, book.best
        async with self._store.read() as tx:
            known = await tx.purchases.contacts({one.summary.customer_id for one in (*gone, *best)})
            names = await tx.purchases.names()

        def listed(outlooks: list[Outlook]) -> list[Listed]:
            return [
                Listed(known.get(who), one, book.scores[who])
                for one in outlooks
                for who in (one.summary.customer_id,)
            ]

        return CustomerReport(book.at, book, listed(gone), listed(best), names)

    async def offers(self, caller: AgentCaller, contact_id: str) -> list[OfferMade]:
        """For one contact, best first; only what can be bought."""
        require(caller, Permission.READ_ORDERS)
        return await self.best_for(contact_id)

    async def best_for(self, contact_id: str, *, personal: bool = True) -> list[OfferMade]:
        """As `offers`; where it is not to be `personal`, nothing they bought is looked at.

        What they said "not now" to comes back after a while.
        """
        book = await self._current()
        async with self._store.read() as tx:
            contact = await tx.contacts.get(contact_id)
            if contact is None:
                raise NotFound("There is no such contact.")
            own = (
                await tx.purchases.of_customer(contact.external_id)
                if contact.external_id and personal
                else frozenset[str]()
            )
            found = await tx.shop.products(None, None, None, None, 10_000)
            refused = await tx.purchases.refused(contact.id, self._clock() - REFUSED_FOR)
        if book is None:
            return []
        products = {one.sku: one for one in found}
        made = offers.offers(book.bought, book.pairs, own, len(products) + len(own))
        return [
            OfferMade(product, products.get(one.because or ""), one.lift)
            for one in made
            if (product := products.get(one.sku)) and any(product.in_stock.values())
            if one.sku not in refused
            if one.because is None or one.because in products
        ][:_OFFERED]

    async def offered(
        self, caller: AgentCaller, conversation_id: str, sku: str, step: OfferStep
    ) -> None:
        """Puts on record what was offered in a dialogue and what came of it; the same again changes nothing."""
        require(caller, Permission.READ_ORDERS)
        why = await self._reasons(conversation_id) if step == "offer_made" else {}
        async with self._store.begin() as tx:
            conversation = await any_conversation(tx, conversation_id, lock=True)
            if sku not in await tx.purchases.names():
                raise NotFound("There is no such product.")
            kind = AuthorKind.BOT if caller.role is Role.BOT else AuthorKind.AGENT
            by = Author(kind, caller.agent_id)
            made = log_lines.offer_step(
                conversation, EventType(step), sku, by, self._clock(), why.get(sku)
            )
            if not await tx.log.known([made.id]):
                await tx.record([made])

    async def _reasons(self, conversation_id: str) -> dict[str, dict[str, object]]:
        """Of all that could be offered there now: as the line of an offer tells it."""
        async with self._store.read() as tx:
            conversation = await any_conversation(tx, conversation_id)
        best = await self.best_for(conversation.contact_id)
        return {one.product.sku: one.reason for one in best}

    async def _current(self) -> Book | None:
        async with self._one_at_a_time:
            now = self._clock()
            if self._book is None or not timedelta() <= now - self._book.at < _GOOD_FOR:
                async with self._store.read() as tx:
                    currency = await tx.purchases.currency()
                    purchases = await tx.purchases.all(currency) if currency else []
                self._book = (
                    await asyncio.to_thread(_computed, purchases, currency, now)
                    if currency and purchases
                    else None
                )
            return self._book


def _computed(purchases: list[Purchase], currency: str, at: datetime) -> Book:
    summaries = summarise(purchases, at + timedelta(microseconds=1))
    drawn = rfv.lines(summaries, at)
    owned = [
        frozenset().union(*(one.skus for one in own)) for own in by_customer(purchases).values()
    ]
    bought = together.count(owned)
    found, looked_at = together.pairs(bought)
    expected = forecast(summaries)
    return Book(
        at=at,
        currency=currency,
        forecast=expected,
        gone=win_back(expected.outlooks, _LISTED),
        best=most_valuable(expected.outlooks, _LISTED),
        lines=drawn,
        grid=rfv.grid(summaries, at, drawn),
        scores=rfv.scores(summaries),
        bought=bought,
        pairs=found,
        pairs_looked_at=looked_at,
    )
