"""Products in languages whose nouns are told by their stems: the words of a match, one table of goods for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from chat_server.domain.facts.statement import Statement

from .rule import Heard, Take
from .takes import SURE


def thing(
    key: str, *, ended: bool = False, plain: Callable[[str], str] = str, confidence: float = SURE
) -> Take:
    """The words of `v`; `plain` gives them in the form in which they are kept."""

    def take(heard: Heard) -> Iterator[Statement]:
        said = heard.words().strip(" ,.!")
        if len(said) > 1:
            start = heard.place()[0]
            yield heard.statement(
                key,
                plain(said),
                span=(start, start + len(said)),
                confidence=confidence,
                ended=ended or heard.has("not"),
            )

    return take


def town(key: str, table: dict[str, str], *, known_only: bool = False) -> Take:
    """A place as it is called by itself; one that is not in the table needs a capital."""

    def take(heard: Heard) -> Iterator[Statement]:
        start, end = heard.place()
        low = heard.line.low[start:end]
        known = table.get(low) or table.get(low.split(" ")[0])
        if known is not None and low not in table:
            end = start + len(low.split(" ")[0])
        if known is None and (known_only or not heard.line.capital(start)):
            return
        value = known or heard.line.text[start:end]
        yield heard.statement(
            key,
            value,
            span=(start, end),
            confidence=SURE if known else 0.85,
            ended=heard.has("not"),
        )

    return take


def counted(table: dict[str, str], *, group: str = "v") -> Take:
    """Who lives with them, by the words that were said."""

    def take(heard: Heard) -> Iterator[Statement]:
        said = " ".join(heard.words(group).lower().split())
        yield heard.statement("household", table.get(said, said), confidence=0.9)

    return take
