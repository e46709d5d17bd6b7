"""Segments: making and changing them, and who belongs, without names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from chat_server.domain.element import ElementKind
from chat_server.domain.errors import Conflict, NotFound
from chat_server.domain.facts.words import LANGUAGES
from chat_server.domain.ids import new_id
from chat_server.domain.lift.intervals import wilson
from chat_server.domain.ports import Clock, Store, Transaction
from chat_server.domain.segments.fields import FIELDS, Field
from chat_server.domain.segments.reading import read, written
from chat_server.domain.segments.rule import Belonging, Member, Segment

from .access import AgentCaller, Permission, require

_SAMPLE = 12
# A quick preview looks at so many of more than so many; two hexadecimal digits end an id.
_LOOKED_AT, _MANY, _ENDINGS = 5_000, 200_000, 256
_LEVEL = 0.95
# Where a dialogue was held, or the kind of element that brought it.
_CHANNELS = ("website", "rasa", "api", *get_args(ElementKind))


@dataclass(frozen=True)
class Preview:
    """How many belong, of all contacts, and those of them seen last.

    Where only some were `counted`, all of this is of them: `count` is what they let expect, between `low` and `high`.
    """

    count: int
    contacts: int
    counted: int
    low: int
    high: int
    sample: list[Member]


@dataclass(frozen=True)
class Choice:
    """A word that a field may be compared with, and what people call it."""

    field: str
    value: str
    name: str


class Segments:
    """For marketers."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def all(self, caller: AgentCaller) -> list[Segment]:
        """By name."""
        require(caller, Permission.READ_REPORTS)
        async with self._store.read() as tx:
            return await tx.segments.all()

    async def fields(self, caller: AgentCaller) -> tuple[list[Field], list[Choice]]:
        """What a rule may ask about, and the words known to be there."""
        require(caller, Permission.READ_REPORTS)
        async with self._store.read() as tx:
            products = await tx.shop.products(None, None, None, None, 10_000)
            elements = await tx.elements.all()
            campaigns = await tx.elements.campaigns()
        categories = sorted({product.category for product in products})
        choices = [
            *(Choice("dialogues.language", tag, tag) for tag in LANGUAGES),
            *(Choice("dialogues.channel", name, name) for name in _CHANNELS),
            *(Choice("orders.product", product.sku, product.name) for product in products),
            *(Choice("orders.category", name, name) for name in categories),
            *(Choice("dialogues.element", one.code, one.name) for one in elements),
            *(Choice("dialogues.campaign", one.id, one.name) for one in campaigns),
        ]
        return list(FIELDS.values()), choices

    async def preview(self, caller: AgentCaller, rule: object, *, quick: bool = False) -> Preview:
        """Who would belong now; Invalid with every problem of the rule. A `quick` one looks at some of very many."""
        require(caller, Permission.READ_REPORTS)
        belonging = Belonging(read(rule), self._clock())
        async with self._store.read() as tx:
            contacts = await tx.segments.contacts()
            endings = endings_for(contacts) if quick else ()
            count, sample = await tx.segments.members(belonging, _SAMPLE, endings)
            if not endings:
                return Preview(count, contacts, contacts, count, count, sample)
            counted = await tx.segments.looked_at(endings)
        return _expected(count, contacts, counted, sample)

    async def count(self, caller: AgentCaller, rule: object) -> tuple[int, int]:
        """Who belongs now, of all; Invalid with every problem of the rule."""
        require(caller, Permission.READ_REPORTS)
        belonging = Belonging(read(rule), self._clock())
        async with self._store.read() as tx:
            return await tx.segments.count(belonging), await tx.segments.contacts()

    async def belonging(self, caller: AgentCaller, segment_id: str | None) -> Belonging | None:
        """For filters of dialogues: who belongs as of now."""
        if segment_id is None:
            return None
        require(caller, Permission.READ_REPORTS)
        async with self._store.read() as tx:
            segment = await _existing(tx, segment_id)
        return Belonging(read(segment.rule), self._clock())

    async def add(self, caller: AgentCaller, name: str, rule: object) -> Segment:
        """A name is given once; Conflict otherwise."""
        require(caller, Permission.MANAGE_CAMPAIGNS)
        clean, now = written(read(rule)), self._clock()
        async with self._store.begin() as tx:
            await _free(tx, name, None)
            segment = Segment(new_id(), name, clean, now, now)
            tx.add(segment)
        return segment

    async def change(
        self, caller: AgentCaller, segment_id: str, name: str, rule: object
    ) -> Segment:
        """Its name and rule."""
        require(caller, Permission.MANAGE_CAMPAIGNS)
        clean = written(read(rule))
        async with self._store.begin() as tx:
            segment = await _existing(tx, segment_id)
            await _free(tx, name, segment.id)
            segment.name, segment.rule, segment.updated_at = name, clean, self._clock()
        return segment

    async def remove(self, caller: AgentCaller, segment_id: str) -> None:
        """Who belonged to it stays."""
        require(caller, Permission.MANAGE_CAMPAIGNS)
        async with self._store.begin() as tx:
            await tx.segments.remove(await _existing(tx, segment_id))


def endings_for(contacts: int) -> tuple[str, ...]:
    """Of ids, so that about `_LOOKED_AT` contacts have them; none where there are not many more. The same ones each time."""
    if contacts <= _MANY:
        return ()
    many = -(-_ENDINGS * _LOOKED_AT // contacts)
    return tuple(f"{number * _ENDINGS // many:02x}" for number in range(many))


def _expected(count: int, contacts: int, counted: int, sample: list[Member]) -> Preview:
    if not counted:
        return Preview(0, contacts, 0, 0, contacts, sample)
    share = wilson(count / counted, counted, _LEVEL)
    low, high = round(share.low * contacts), round(share.high * contacts)
    return Preview(round(share.value * contacts), contacts, counted, low, high, sample)


async def _existing(tx: Transaction, segment_id: str) -> Segment:
    found = await tx.segments.get(segment_id)
    if found is None:
        raise NotFound("There is no such segment.")
    return found


async def _free(tx: Transaction, name: str, but: str | None) -> None:
    found = await tx.segments.named(name)
    if found is not None and found.id != but:
        raise Conflict("There is a segment of this name.", {"name": "taken"})
