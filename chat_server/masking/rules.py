"""All rules together; they bring the languages with them, so that `finder` imports them with the first text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from chat_server.domain.masking import FACTS, Known, Span
from chat_server.hearing.ears import hear
from chat_server.hearing.order_numbers import OrderNumbers

from . import addresses, known, names, net, numbers, unspaced
from .folding import plain, small

_THAI, _HAN = re.compile("[ก-๎]"), re.compile("[一-鿿]")
# Words about a household are none; of firms what was said is masked.
_HEARD = {key: kind for key, kind in FACTS.items() if key != "household"}
# "in the garage" is nobody's address.
_SOMEWHERE = re.compile(r"\d|(?<!^)[A-ZА-ЯÁÉÍÓÚÝÞÆÖ]|[ก-๎一-鿿]{4}")
_WHEN = datetime(2026, 1, 1, tzinfo=UTC)


class Rules:
    """Places in a text that say who it is."""

    def __init__(self, orders: OrderNumbers, own_hosts: frozenset[str]) -> None:
        self._orders = orders
        self._own_hosts = own_hosts

    def found(self, text: str, about: Known) -> Iterator[Span]:
        """In any order; they may overlap."""
        said = plain(text)
        low = small(said)
        language = about.language
        yield from known.found(said, low, about)
        yield from net.found(low, self._own_hosts)
        yield from numbers.found(low)
        yield from addresses.found(said, low)
        yield from names.found(said, language)
        if _THAI.search(low):
            yield from unspaced.thai(low)
        if _HAN.search(low):
            yield from unspaced.chinese(low)
        yield from self._heard(text, language)

    def _heard(self, text: str, language: str | None) -> Iterator[Span]:
        for one in hear(text, language=language, at=_WHEN, orders=self._orders):
            kind = _HEARD.get(one.key)
            if kind is None or one.start is None or one.end is None:
                continue
            said = text[one.start : one.end]
            if one.key == "delivery_place" and not _SOMEWHERE.search(said):
                continue
            at = said.casefold().find((one.value or "").casefold()) if one.value else -1
            own = one.key == "name"
            if at >= 0 and one.value:
                start = one.start + at
                yield Span(start, start + len(one.value), kind, own=own)
            elif said:
                yield Span(one.start, one.end, kind, own=own)
