"""What the actions say, in the visitor's language: ``words/<language>.yml``.

All languages have the same keys and places (a test holds them together), so that an action names a text and what stands in
it, and knows of no language.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from languages import language_of
from memory_words import words_for

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WORDS = Path(__file__).resolve().parent / "words"

_CENTS = 100
_MANY = "_many"


class Phrases:
    """One language's texts, and how it writes money, days and lists."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._words: dict[str, Any] = yaml.safe_load(
            (WORDS / f"{language}.yml").read_text(encoding="utf-8")
        )
        self._months = words_for(language).months

    def text(self, key: str, *, many: bool = False, **places: object) -> str:
        """A text with what stands in it; ``many`` where the language says that otherwise."""
        texts: Mapping[str, str] = self._words["texts"]
        if many and f"{key}{_MANY}" in texts:
            key = f"{key}{_MANY}"
        return texts[key].format(**places)

    def button(self, key: str) -> str:
        """What stands on a button."""
        return str(self._words["buttons"][key])

    def table(self, name: str) -> Mapping[str, str]:
        """What a language calls the members of a kind: ``intents``, ``problems``, ``order_states``..."""
        table: Mapping[str, str] = self._words[name]
        return table

    def again(self, interest: str) -> str:
        """On the button for what somebody looked for before."""
        return str(self._words["again"]).format(interest=interest)

    @property
    def join(self) -> str:
        """What stands between two sentences."""
        return str(self._words["join"])

    def only_offers_help(self, text: str) -> bool:
        """Whether a text ends by offering help in general, which waits for no answer."""
        return text.endswith(tuple(self._words["offers"]))

    def listed(self, words: Sequence[str]) -> str:
        """``a, b and c``."""
        if len(words) < 2:  # noqa: PLR2004 - one alone
            return "".join(words)
        return str(self._words["last"]).join(
            (str(self._words["between"]).join(words[:-1]), words[-1])
        )

    def price(self, cents: int, currency: str = "EUR") -> str:
        """``12900`` as ``€129`` and ``590`` as ``€5.90`` or ``5,90 €``."""
        amount = f"{cents // _CENTS}" if cents % _CENTS == 0 else f"{cents / _CENTS:.2f}"
        money: Mapping[str, str] = self._words["money"]
        return money.get(currency, money["other"]).format(
            amount=amount.replace(".", self._words["decimal"]), currency=currency
        )

    def day(self, moment: str | None) -> str:
        """``2026-11-12T09:00:00Z`` as "12 November", with the year when it is another; nothing when there is no date."""
        if not moment:
            return ""
        try:
            parsed = datetime.fromisoformat(moment)
        except ValueError:
            return ""
        this_year = parsed.year == datetime.now(tz=parsed.tzinfo or UTC).year
        shape = self._words["day" if this_year else "day_of_year"]
        return str(shape).format(
            day=parsed.day, month=self._months[parsed.month - 1], year=parsed.year
        )


@cache
def phrases_in(language: str) -> Phrases:
    """The texts of one of our languages, read once."""
    return Phrases(language)


def phrases_for(locale: str | None) -> Phrases:
    """The texts in the language nearest to a locale."""
    return phrases_in(language_of(locale))
