"""All rules together; they bring the languages with them, so that `finder` imports them with the first text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from chat_server.domain.masking import Kind, Known, Span, joined
from chat_server.hearing.order_numbers import DIGITS, OrderNumbers

from . import (
    addresses,
    bent_names,
    english,
    growth,
    homes,
    known,
    labelled,
    met,
    names,
    net,
    numbers,
    openings,
    papers,
    places,
    posts,
    told_english,
    unspaced,
)
from .folding import plain, small

_THAI, _HAN = re.compile("[ก-๎]"), re.compile("[一-鿿]")
_NEAR = 12
_NUMBER = re.compile(rf"(?<![\d.,])#?{DIGITS}")


class Rules:
    """Places in a text that say who it is."""

    def __init__(self, orders: OrderNumbers, own_hosts: frozenset[str]) -> None:
        self._orders = orders
        self._own_hosts = own_hosts

    def found(self, text: str, about: Known) -> list[Span]:
        """In any order; they may overlap."""
        said = plain(text)
        low = small(said)
        return growth.grown(said, low, joined(text, self._each(said, low, about)))

    def _each(self, said: str, low: str, about: Known) -> Iterator[Span]:
        language = about.language
        yield from known.found(said, low, about)
        yield from net.found(low, self._own_hosts)
        yield from numbers.found(low)
        yield from labelled.found(low)
        yield from papers.found(low)
        yield from addresses.found(said, low)
        yield from homes.found(said, low)
        yield from names.found(said, language)
        yield from english.found(said, low, language)
        yield from told_english.found(low)
        yield from bent_names.found(low, language)
        yield from openings.found(said, low, language)
        yield from places.found(said)
        yield from posts.found(low)
        if _THAI.search(low):
            yield from unspaced.thai(low)
            yield from places.thai(low)
        if _HAN.search(low):
            yield from unspaced.chinese(low)
            yield from places.chinese(low)
        yield from self._orders_in(low)

    def again(self, text: str, others: Collection[tuple[Kind, str]]) -> Iterator[Span]:
        """Whoever was met in another line."""
        said = plain(text)
        yield from met.found(said, small(said), others)

    def _orders_in(self, low: str) -> Iterator[Span]:
        """Numbers as the shop gives them to orders, whatever stands beside them."""
        for match in _NUMBER.finditer(low):
            before, after = low[: match.start()][-_NEAR:], low[match.end() :][:_NEAR]
            if not self._orders.fit(match[0].lstrip("#")):
                continue
            if "#" in match[0] or not numbers.is_amount(before, after, cued=False):
                yield Span(match.start(), match.end(), Kind.NUMBER)
