"""What is made of matches behind which a name stands."""

from __future__ import annotations

from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement

from .names import Name, after_title, is_likely, read_name
from .rule import Heard
from .takes import LIKELY, SURE


def told_name(heard: Heard) -> Iterator[Statement]:
    """After "my name is": whatever can be a name."""
    yield from _name(heard, _read(heard), SURE)


def likely_name(heard: Heard) -> Iterator[Statement]:
    """After "I am", which more often says something else."""
    name = _read(heard)
    if name is not None and is_likely(name):
        yield from _name(heard, name, SURE if name.known else LIKELY)


def known_name(heard: Heard) -> Iterator[Statement]:
    """Where only a common given name is believed, or a first and a last name with capitals."""
    name = _read(heard)
    if name is None or not is_likely(name):
        return
    if name.known or (name.capital and " " in name.value):
        yield from _name(heard, name, LIKELY)


def two_names(heard: Heard) -> Iterator[Statement]:
    """A name in place of another: "not Anna, Hanna" and "Hanna, not Anna"."""
    line, end = heard.line, heard.sentence.end
    wrong = read_name(line, heard.place("wrong")[0], end)
    right = read_name(line, heard.place("v")[0], end)
    if wrong is None or right is None or not is_likely(wrong) or not is_likely(right):
        return
    if not (wrong.known or right.known or line.asked == "name"):
        return
    yield heard.statement("name", wrong.value, span=(wrong.start, wrong.end), ended=True)
    yield heard.statement("name", right.value, span=(right.start, right.end))


def _read(heard: Heard) -> Name | None:
    start = heard.place()[0]
    line, end = heard.line, heard.sentence.end
    return read_name(line, after_title(line, start, end), end)


def _name(heard: Heard, name: Name | None, confidence: float) -> Iterator[Statement]:
    if name is None:
        return
    yield heard.statement(
        "name",
        name.value,
        span=(name.start, name.end),
        confidence=confidence,
        ended=heard.has("not"),
    )
