"""Sums of money where numbers are said in words and no spaces part them from their currency."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

# Less is no budget: it is a size, a number of things or a day.
_LEAST = 20


class Amounts:
    """A language's: `numbers` and `currencies` are patterns, `codes` the words of each currency, `number` reads one."""

    def __init__(
        self,
        numbers: str,
        currencies: str,
        codes: Mapping[str, str],
        number: Callable[[str], int | None],
    ) -> None:
        self._parts = re.compile(
            rf"(?P<before>{currencies})?[ ]?(?P<number>{numbers})[ ]?(?P<after>{currencies})?"
        )
        self._codes = tuple((code, re.compile(words)) for code, words in codes.items())
        self._number = number

    def amount(self, said: str, other: str | None = None) -> str | None:
        """`3000 TWD`; the currency may stand with the `other` end of a span only."""
        found = self._parts.fullmatch(said.strip())
        value = self._number(found["number"]) if found else None
        if value is None or value < _LEAST:
            return None
        elsewhere = self._parts.fullmatch(other.strip()) if other else None
        code = self._code(found) or self._code(elsewhere)
        return f"{value} {code}" if code else str(value)

    def span(self, low: str, high: str) -> str | None:
        """`3000-5000 TWD`."""
        first, second = self.amount(low), self.amount(high, low)
        if first is None or second is None:
            return None
        return f"{first.split(' ')[0]}-{second}"

    def _code(self, found: re.Match[str] | None) -> str | None:
        said = (found["before"] or found["after"]) if found else None
        return next((code for code, words in self._codes if words.fullmatch(said or "")), None)
