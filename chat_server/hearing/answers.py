"""A message that is no more than the answer to a question, in any language."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from chat_server.domain.facts.statement import Statement

from .contact_details import EMAIL, ORDER, PHONE, as_email, as_order_number, as_phone
from .names import after_title, read_name
from .places import read_place
from .takes import LIKELY, SURE
from .text import Line

Answer: TypeAlias = Callable[[Line], list[Statement]]
_EMAIL = re.compile(rf"(?P<v>{EMAIL})")
_PHONE = re.compile(rf"(?P<v>{PHONE})")
_ORDER = re.compile(ORDER)
_LONGEST = 60
_LONGEST_PLACE = 120


def _is_question(line: Line) -> bool:
    return "?" in line.low


def bare_name(opening: re.Pattern[str], closing: re.Pattern[str]) -> Answer:
    """One to four words that can be a name and nothing else."""

    def read(line: Line) -> list[Statement]:
        start = _opened(line, opening)
        if len(line.text) > _LONGEST or _is_question(line):
            return []
        end = len(line.text)
        name = read_name(line, after_title(line, start, end), end)
        if name is None or not closing.match(line.low, name.end):
            return []
        sure = name.known or name.capital
        return [Statement("name", name.value, SURE if sure else LIKELY, name.start, name.end)]

    return read


def bare_email(line: Line) -> list[Statement]:
    """The only address there."""
    found = list(_EMAIL.finditer(line.low))
    value = as_email(found[0]["v"]) if len(found) == 1 and not _is_question(line) else None
    return [Statement("email", value, SURE, *found[0].span("v"))] if value else []


def bare_phone(line: Line) -> list[Statement]:
    """The only number there."""
    found = list(_PHONE.finditer(line.low))
    value = as_phone(found[0]["v"]) if len(found) == 1 and not _is_question(line) else None
    return [Statement("phone", value, SURE, *found[0].span("v"))] if value else []


def bare_order(opening: re.Pattern[str], closing: re.Pattern[str]) -> Answer:
    """Four digits and more, with little around them."""

    def read(line: Line) -> list[Statement]:
        found = _ORDER.match(line.low, _opened(line, opening)) or _alone(line)
        if found is None or len(line.text) > _LONGEST or _is_question(line):
            return []
        value = as_order_number(found.group())
        return [Statement("order_number", value, SURE, *found.span())] if value else []

    def _alone(line: Line) -> re.Match[str] | None:
        all_there = list(_ORDER.finditer(line.low))
        return all_there[0] if len(all_there) == 1 else None

    _ = closing
    return read


def bare_value(
    key: str,
    pattern: str,
    clean: Callable[[str], str | None],
    opening: re.Pattern[str],
    closing: re.Pattern[str],
) -> Answer:
    """A word or number of the kind, with nothing but politeness around it."""
    compiled = re.compile(rf"(?P<v>{pattern})(?![^\W_])")

    def read(line: Line) -> list[Statement]:
        if len(line.text) > _LONGEST or _is_question(line):
            return []
        found = compiled.match(line.low, _opened(line, opening)) or compiled.match(
            line.low, len(line.low) - len(line.low.lstrip())
        )
        if found is None or not closing.match(line.low, found.end()):
            return []
        value = clean(" ".join(found["v"].split()))
        return [Statement(key, value, SURE, *found.span("v"))] if value else []

    return read


def bare_place(key: str, opening: re.Pattern[str]) -> Answer:
    """A town or country."""

    def read(line: Line) -> list[Statement]:
        if len(line.text) > _LONGEST or _is_question(line):
            return []
        found = read_place(line, _opened(line, opening), len(line.text))
        if found is None:
            return []
        return [
            Statement(key, found.value, SURE if found.known else LIKELY, found.start, found.end)
        ]

    return read


def bare_words(key: str, opening: re.Pattern[str]) -> Answer:
    """The line as it is, when it holds a capital or a digit as addresses and firms do."""

    def read(line: Line) -> list[Statement]:
        start = _opened(line, opening)
        said = line.text[start:].strip(" .,!\n")
        if not 1 < len(said) <= _LONGEST_PLACE or _is_question(line) or "\n\n" in said:
            return []
        if not any(letter.isupper() or letter.isdigit() for letter in said):
            return []
        start = line.text.index(said, start)
        return [Statement(key, said.replace("\n", ", "), LIKELY, start, start + len(said))]

    return read


def _opened(line: Line, opening: re.Pattern[str]) -> int:
    found = opening.match(line.low)
    return found.end() if found else 0
