"""A message that is no more than the answer to a question, in any language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from chat_server.domain.facts.statement import Statement

from . import money
from .colours import ENGLISH as ENGLISH_COLOURS
from .colours import pattern as colour_pattern
from .contact_details import EMAIL, ORDER, PHONE, as_email, as_order_number, as_phone
from .dates import Calendar
from .names import after_title, is_likely, read_name
from .places import read_place
from .sizes import SIZE, as_size
from .takes import LIKELY, SURE
from .text import Line

Answer: TypeAlias = Callable[[Line], list[Statement]]
_EMAIL = re.compile(rf"(?P<v>{EMAIL})")
_PHONE = re.compile(rf"(?P<v>{PHONE})")
_ORDER = re.compile(ORDER)
_SIZE = re.compile(SIZE)
# As forms have it: "Larsen, Kim", and as Bond has it.
_CAPITAL = r"[^\W\d_a-zà-öø-ÿ][^\W\d_]+"
_TURNED = re.compile(
    rf"(?P<last>{_CAPITAL}), (?P<first>{_CAPITAL}(?: {_CAPITAL})?)(?: (?P=last))?\s*\.?\s*\Z"
)
_LONGEST = 60
_MOST_ORDERS = 5
# Among words a number may be anything: fewer are believed.
_LONGEST_TALK, _MOST_TOLD = 80, 3
_AMONG_WORDS = re.compile(r"(?<![\w+.,])(?:[a-z]{1,3}-?)?(?P<v>\d{4,8})(?![\w.,]\d|\w)")
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
        start = after_title(line, start, end)
        turned = _TURNED.match(line.text, start)
        if turned is not None and not line.shouted:
            said = f"{turned['first']} {turned['last']}"
            return [Statement("name", said, SURE, turned.start("last"), turned.end("first"))]
        name = read_name(line, start, end)
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


def bare_order(opening: re.Pattern[str]) -> Answer:
    """Numbers of four digits and more, with little around them."""
    between = re.compile(r"[^\w]{0,3}(?:and|и|og|和|跟|และ|กับ|&|\+)?[^\w]{0,3}")

    def read(line: Line) -> list[Statement]:
        found = _ORDER.match(line.low, _opened(line, opening)) or _ORDER.search(line.low)
        if found is None or len(line.text) > _LONGEST or _is_question(line):
            return []
        numbers = [found]
        while len(numbers) < _MOST_ORDERS:
            gap = between.match(line.low, numbers[-1].end())
            another = _ORDER.match(line.low, gap.end() if gap else numbers[-1].end())
            if another is None:
                break
            numbers.append(another)
        if len(numbers) == 1 and len(list(_ORDER.finditer(line.low))) > 1:
            return []
        return [
            Statement("order_number", value, SURE, *number.span())
            for number in numbers
            if (value := as_order_number(number.group()))
        ]

    return read


def few_orders(opening: re.Pattern[str], corrected: re.Pattern[str]) -> Answer:
    """Numbers with little around them; of "not this but that" (`wrong` and `v` of `corrected`) the second."""
    bare = bare_order(opening)

    def read(line: Line) -> list[Statement]:
        if "?" in line.low or len(line.text) > _LONGEST_TALK:
            return []
        turned = corrected.search(line.low)
        if turned:
            wrong, right = as_order_number(turned["wrong"]), as_order_number(turned["v"])
            return [
                Statement("order_number", wrong, SURE, *turned.span("wrong"), ended=True),
                Statement("order_number", right, SURE, *turned.span("v")),
            ]
        numbers = [*_AMONG_WORDS.finditer(line.low)][:_MOST_TOLD]
        return bare(line) or [
            Statement("order_number", one["v"], SURE, *one.span("v")) for one in numbers
        ]

    return read


def bare_value(
    key: str,
    pattern: str,
    clean: Callable[[str], str | None],
    opening: re.Pattern[str],
    closing: re.Pattern[str],
) -> Answer:
    """A word or number of the kind, with nothing but politeness around it."""
    compiled = re.compile(rf"(?P<v>{pattern})(?![a-z0-9_а-яáéíóúýþæöð])")

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


def bare_town(
    key: str, table: Mapping[str, str], opening: re.Pattern[str], closing: re.Pattern[str]
) -> Answer:
    """A place of the table, or any word with a capital."""
    word = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?: [^\W\d_]+(?:-[^\W\d_]+)*)?")

    def read(line: Line) -> list[Statement]:
        start = _opened(line, opening)
        found = word.match(line.low, start)
        if found is None or _is_question(line) or not closing.match(line.low, found.end()):
            return []
        known = table.get(found.group())
        if known is None and not line.capital(start):
            return []
        value = known or line.text[start : found.end()]
        return [Statement(key, value, SURE if known else LIKELY, *found.span())]

    return read


def bare_budget(
    opening: re.Pattern[str], closing: re.Pattern[str], *, kroner: str | None = None
) -> Answer:
    """An amount, or two."""
    one = money.AMOUNT
    compiled = re.compile(rf"(?P<v>{one})(?:{money.SPAN}(?P<w>{one}))?")

    def read(line: Line) -> list[Statement]:
        found = compiled.match(line.low, _opened(line, opening))
        if found is None or _is_question(line) or not closing.match(line.low, found.end()):
            return []
        if found["w"]:
            value = money.as_range(found["v"], found["w"], kroner=kroner)
        else:
            value = money.as_amount(found["v"], kroner=kroner)
        return [Statement("budget", value, SURE, *found.span())] if value else []

    return read


def bare_day(calendar: Calendar) -> Answer:
    """The only day there."""

    def read(line: Line) -> list[Statement]:
        days = calendar.days(line.low, line.at.date())
        if len(days) != 1 or _is_question(line):
            return []
        day = days[0]
        return [Statement("occasion_date", day.day.isoformat(), SURE, day.start, day.end)]

    return read


def corrected(
    *, not_but: str, corrected: str, colours: Mapping[str, str] = ENGLISH_COLOURS
) -> Callable[[Line], Iterator[Statement]]:
    """Another value of what was asked for last: "no, it's 43", "not 42 but 43"."""
    wrong_and_right, another = re.compile(not_but), re.compile(corrected)
    colour = re.compile(rf"(?:in |в )?({colour_pattern(dict(colours))})(?![^\W_])")
    reads: dict[str, Callable[[Line, int, int], tuple[str | None, int]]] = {
        "size": _a_size,
        "order_number": _an_order,
        "name": _a_name,
        "colour": lambda line, start, end: _a_colour(line.low[start:end], colour, colours, start),
    }

    def hear(line: Line) -> Iterator[Statement]:
        if line.asked is None:
            return
        both = wrong_and_right.search(line.low)
        if both is not None:
            yield from as_asked(line, *both.span("wrong"), ended=True)
            yield from as_asked(line, *both.span("v"), ended=False)
            return
        found = another.search(line.low)
        if found is not None:
            yield from as_asked(line, *found.span("v"), ended=False)

    def as_asked(line: Line, start: int, end: int, *, ended: bool) -> Iterator[Statement]:
        read = reads.get(line.asked or "")
        if read is None or line.asked is None:
            return
        value, end = read(line, start, end)
        if value is not None:
            yield Statement(line.asked, value, SURE, start, end, ended=ended)

    return hear


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


def _a_size(line: Line, start: int, end: int) -> tuple[str | None, int]:
    found = _SIZE.match(line.low, start, end)
    return (as_size(found.group()), found.end()) if found else (None, end)


def _an_order(line: Line, start: int, end: int) -> tuple[str | None, int]:
    found = _ORDER.match(line.low, start, end)
    return (as_order_number(found.group()), found.end()) if found else (None, end)


def _a_name(line: Line, start: int, end: int) -> tuple[str | None, int]:
    name = read_name(line, start, end)
    return (name.value, name.end) if name and is_likely(name) else (None, end)


def _a_colour(
    low: str, pattern: re.Pattern[str], colours: Mapping[str, str], start: int
) -> tuple[str | None, int]:
    found = pattern.match(low)
    if found is None:
        return None, start
    return colours[" ".join(found[1].split())], start + found.end()
