"""The facade: a text and what is known of its contact in, the places that say who it is out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

import structlog

from chat_server.domain.masking import CLOSE, FACTS, OPEN, Kind, Known, Span, joined
from chat_server.hearing.ears import hear
from chat_server.hearing.order_numbers import DEMO_SHOP, OrderNumbers

from . import addresses, known, names, net, numbers, unspaced
from .folding import plain, small

_log = structlog.get_logger(__name__)
_THAI, _HAN = re.compile("[ก-๎]"), re.compile("[一-鿿]")
_MASKED = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]{{1,24}}{CLOSE}")
# Words about a household are none; of firms what was said is masked.
_HEARD = {key: kind for key, kind in FACTS.items() if key != "household"}
_LONGEST = 12_000
# "in the garage" is nobody's address.
_SOMEWHERE = re.compile(r"\d|(?<!^)[A-ZА-ЯÁÉÍÓÚÝÞÆÖ]|[ก-๎一-鿿]{4}")
_WHEN = datetime(2026, 1, 1, tzinfo=UTC)


class RuleFinder:
    """Rules only; `orders` as the shop numbers them, `own_hosts` whose pages name nobody.

    Whatever goes wrong in a rule, nothing is shown unmasked: the whole text is then one mask.
    """

    def __init__(
        self, orders: OrderNumbers = DEMO_SHOP, own_hosts: frozenset[str] = frozenset()
    ) -> None:
        self._orders = orders
        self._own_hosts = own_hosts

    def find(self, text: str, known: Known) -> list[Span]:
        if not text or text.isspace():
            return []
        try:
            spans = list(self._found(text[:_LONGEST], known))
        except Exception as error:  # noqa: BLE001 - whatever a rule may raise
            _log.error("masking_failed", error=type(error).__name__)
            return [Span(0, len(text), Kind.NAME)]
        if len(text) > _LONGEST:
            spans.append(Span(_LONGEST, len(text), Kind.NAME))
        masks = [one.span() for one in _MASKED.finditer(text)]
        return joined(text, (one for one in spans if not _inside(one, masks)))

    def _found(self, text: str, about: Known) -> Iterator[Span]:
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


def _inside(span: Span, masks: Iterable[tuple[int, int]]) -> bool:
    return any(start < span.end and span.start < end for start, end in masks)
