"""The facade: a text and what is known of its contact in, the places that say who it is out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cached_property
from typing import TYPE_CHECKING

import structlog

from chat_server.domain.masking import CLOSE, OPEN, Kind, Known, Span, joined
from chat_server.hearing.order_numbers import DEMO_SHOP, OrderNumbers

if TYPE_CHECKING:
    from .rules import Rules

_log = structlog.get_logger(__name__)
_MASKED = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]{{1,24}}{CLOSE}")
_LONGEST = 12_000


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
            spans = list(self._rules.found(text[:_LONGEST], known))
        except Exception as error:  # noqa: BLE001 - whatever a rule may raise
            _log.error("masking_failed", error=type(error).__name__)
            return [Span(0, len(text), Kind.NAME)]
        if len(text) > _LONGEST:
            spans.append(Span(_LONGEST, len(text), Kind.NAME))
        masks = [one.span() for one in _MASKED.finditer(text)]
        return joined(text, (one for one in spans if not _inside(one, masks)))

    def again(self, text: str, met: Collection[tuple[Kind, str]]) -> list[Span]:
        if not met or not text or text.isspace():
            return []
        try:
            spans = list(self._rules.again(text[:_LONGEST], met))
        except Exception as error:  # noqa: BLE001 - whatever a rule may raise
            _log.error("masking_failed", error=type(error).__name__)
            return [Span(0, len(text), Kind.NAME)]
        masks = [one.span() for one in _MASKED.finditer(text)]
        return [one for one in spans if not _inside(one, masks)]

    @cached_property
    def _rules(self) -> Rules:
        from .rules import Rules  # noqa: PLC0415 - a hub that masks for nobody needs no languages

        return Rules(self._orders, self._own_hosts)


def _inside(span: Span, masks: Iterable[tuple[int, int]]) -> bool:
    return any(start < span.end and span.start < end for start, end in masks)
