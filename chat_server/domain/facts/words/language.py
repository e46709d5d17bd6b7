"""What one language needs to say facts and to recognise questions for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from chat_server.domain.facts.kind import KindWords


@dataclass(frozen=True)
class Language:
    """`values` are phrases for values that are words of a list, by kind; `about` puts a subject behind them.

    `date` has year, month and day, `day` the last two. `asking` is a pattern that a sentence which asks for
    something has, besides question marks.
    """

    tag: str
    kinds: Mapping[str, KindWords]
    values: Mapping[str, Mapping[str, str]]
    about: Mapping[str, str]
    months: tuple[str, ...]
    date: str
    day: str
    why: str
    asking: str
