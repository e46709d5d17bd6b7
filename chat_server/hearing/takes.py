"""What is made of matches that look alike in every language: a value read at a place, and its statement."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from chat_server.domain.facts.statement import Statement

from . import money
from .contact_details import as_email, as_order_number, as_phone
from .dates import Calendar, end_of
from .places import read_place
from .rule import Heard, Take
from .sizes import as_size

SURE = 0.95
LIKELY = 0.85
UNSURE = 0.6
MAX_SENTENCE = 200
_NEAR = 60
# Free numbers are those of firms.
_HOTLINES = ("0800", "0900")
_THAT = ("that's", "thats", "that is", "it's", "это ")


def place(key: str, *, known_only: bool = False, small: bool = False) -> Take:
    """A town or country; one that is not in the list needs its capital, unless `small` letters will do."""

    def take(heard: Heard) -> Iterator[Statement]:
        found = read_place(heard.line, heard.place()[0], heard.sentence.end, small=small)
        if found is None or (known_only and not found.known):
            return
        yield heard.statement(
            key,
            found.value,
            span=(found.start, found.end),
            confidence=SURE if found.known else LIKELY,
            ended=heard.has("not"),
        )

    return take


def email(*, others: str, former: str, former_after: str) -> Take:
    """`others`: whose it is when not the speaker's; `former`: what says that it no longer holds."""
    foreign, before, after = re.compile(others), re.compile(former), re.compile(former_after)

    def take(heard: Heard) -> Iterator[Statement]:
        value = as_email(heard.words())
        if value is None:
            return
        left, right = _around(heard)
        ended = bool(before.search(left) or after.match(right))
        if foreign.search(left) and not (ended and left.rstrip().endswith("from")):
            return
        yield heard.statement("email", value, span=heard.place(), ended=ended)

    return take


def phone(*, words: str, others: str, former: str, never: str) -> Take:
    """Digits are a telephone number with their country's code, after `words`, or as the answer."""
    evidence, foreign = re.compile(words), re.compile(others)
    before, not_at_all = re.compile(former), re.compile(never)

    def take(heard: Heard) -> Iterator[Statement]:
        said = heard.words()
        left, _ = _around(heard)
        if foreign.search(left) or not_at_all.search(left):
            return
        sure = said.startswith("+") or heard.line.asked == "phone" or evidence.search(left)
        value = as_phone(said) if sure else None
        if value is not None and not value.startswith(_HOTLINES):
            ended = before.search(left) is not None
            yield heard.statement("phone", value, span=heard.place(), ended=ended)

    return take


def order(heard: Heard) -> Iterator[Statement]:
    """One or several numbers after the word."""
    return order_in(heard, "v", "w", "x")


def order_in(heard: Heard, *groups: str) -> Iterator[Statement]:
    """The numbers in these parts of the pattern."""
    for group in groups:
        if heard.has(group):
            value = as_order_number(heard.words(group))
            if value is not None:
                yield heard.statement("order_number", value, span=heard.place(group))


def size(heard: Heard) -> Iterator[Statement]:
    """The speaker's own."""
    value = as_size(heard.sentence.low[slice(*heard.match.span("v"))])
    if value is not None:
        yield heard.statement("size", value, span=heard.place(), ended=heard.has("not"))


def size_in(heard: Heard, *groups: str) -> Iterator[Statement]:
    """The speaker's own, in whichever group it stands."""
    for group in groups:
        if heard.has(group):
            value = as_size(heard.match[group])
            if value is not None:
                yield heard.statement("size", value, span=heard.place(group))


def budget_in(heard: Heard, *groups: str) -> Iterator[Statement]:
    """The most, in whichever group it stands."""
    for group in groups:
        if heard.has(group):
            value = money.as_amount(heard.match[group])
            if value is not None:
                yield heard.statement("budget", value, span=heard.place(group))


def word_in(heard: Heard, key: str, table: Mapping[str, str], *groups: str) -> Iterator[Statement]:
    """A value by the word that was said, in whichever group it stands."""
    for group in groups:
        value = table.get(" ".join(heard.match[group].split())) if heard.has(group) else None
        if value is not None:
            yield heard.statement(key, value, span=heard.place(group))


def words_in(heard: Heard, key: str, *groups: str) -> Iterator[Statement]:
    """The words as they are, in whichever group they stand."""
    for group in groups:
        if heard.has(group):
            yield heard.statement(key, heard.words(group), span=heard.place(group), confidence=0.9)


def named(heard: Heard, key: str) -> Iterator[Statement]:
    """The words of `v` as they are."""
    return words_in(heard, key, "v")


def firm(heard: Heard) -> Iterator[Statement]:
    """A company's name begins with a capital."""
    start, end = heard.place()
    said = heard.line.text[start:end]
    kept = said.strip(' ,.-«»"“”')
    start += said.index(kept)
    if len(kept) > 1 and heard.line.capital(start):
        yield heard.statement(
            "company", kept, span=(start, start + len(kept)), ended=heard.has("not")
        )


def day_of(heard: Heard, calendar: Calendar, occasion: str) -> Iterator[Statement]:
    """When the occasion is: the day named nearest to it."""
    offset = heard.sentence.start
    start, end = heard.match.span("v")
    days = [
        day
        for day in calendar.days(heard.sentence.low, heard.line.at.date())
        if min(abs(day.start - end), abs(start - day.end)) <= _NEAR
    ]
    if not days:
        yield from _day_before(heard, calendar, occasion)
        return
    day = min(days, key=lambda day: abs(day.start - end))
    yield Statement(
        "occasion_date",
        day.day.isoformat(),
        0.9,
        offset + day.start,
        offset + day.end,
        subject=occasion,
        valid_until=end_of(day.day),
    )


def _day_before(heard: Heard, calendar: Calendar, occasion: str) -> Iterator[Statement]:
    """Of "by Friday? That's my birthday" the day stands in the sentence before."""
    line, start = heard.line, heard.sentence.start
    if not heard.sentence.low.lstrip().startswith(_THAT) or not start:
        return
    from_ = max(0, start - _NEAR)
    days = calendar.days(line.low[from_:start], line.at.date())
    if len(days) == 1:
        day = days[0]
        yield Statement(
            "occasion_date",
            day.day.isoformat(),
            LIKELY,
            from_ + day.start,
            from_ + day.end,
            subject=occasion,
            valid_until=end_of(day.day),
        )


def unsure_size(heard: Heard) -> Iterator[Statement]:
    """Asked about rather than said."""
    value = as_size(heard.sentence.low[slice(*heard.match.span("v"))])
    if value is not None:
        yield heard.statement("size", value, span=heard.place(), confidence=UNSURE)


def colour(words: Mapping[str, str], confidence: float = SURE) -> Take:
    """`words`: what is said → what is kept."""

    def take(heard: Heard) -> Iterator[Statement]:
        value = words.get(" ".join(heard.match["v"].split()))
        if value is not None:
            yield heard.statement(
                "colour", value, span=heard.place(), confidence=confidence, ended=heard.has("not")
            )

    return take


def budget(*, kroner: str | None = None) -> Take:
    """The most, or from `v` to `w`."""

    def take(heard: Heard) -> Iterator[Statement]:
        if heard.has("w"):
            value = money.as_range(heard.match["v"], heard.match["w"], kroner=kroner)
        else:
            value = money.as_amount(heard.match["v"], kroner=kroner)
        if value is not None:
            start, end = heard.place()
            end = heard.place("w")[1] if heard.has("w") else end
            yield heard.statement("budget", value, span=(start, end))

    return take


def word(key: str, table: Mapping[str, str], confidence: float = SURE) -> Take:
    """A value by the word that was said."""

    def take(heard: Heard) -> Iterator[Statement]:
        value = table.get(" ".join(heard.match["v"].split()))
        if value is not None:
            yield heard.statement(
                key, value, span=heard.place(), confidence=confidence, ended=heard.has("not")
            )

    return take


def fixed(key: str, value: str | None, confidence: float = SURE) -> Take:
    """The match itself says it, whatever its words."""

    def take(heard: Heard) -> Iterator[Statement]:
        yield heard.statement(key, value, confidence=confidence, ended=heard.has("not"))

    return take


def problem(value: str | None) -> Take:
    """About the order that the text names, when it names one."""

    def take(heard: Heard) -> Iterator[Statement]:
        yield heard.statement("open_problem", value, confidence=LIKELY + 0.05)

    return take


def sentence(key: str, confidence: float = LIKELY + 0.05) -> Take:
    """The whole sentence is the value."""

    def take(heard: Heard) -> Iterator[Statement]:
        part = heard.sentence
        said = part.said
        start = heard.line.text.index(said, part.start)
        if len(said) > MAX_SENTENCE:
            start = heard.place(0)[0]
            said = heard.line.text[start : start + MAX_SENTENCE].strip()
        yield heard.statement(key, said, span=(start, start + len(said)), confidence=confidence)

    return take


def words(key: str, longest: int = 80, confidence: float = SURE) -> Take:
    """The words of the pattern's `v`, as they were written."""

    def take(heard: Heard) -> Iterator[Statement]:
        start, end = heard.place()
        said = heard.line.text[start:end]
        kept = said.strip(" ,.;:!-–—\"'")
        if 1 < len(kept) <= longest:
            start += said.index(kept)
            yield heard.statement(
                key,
                kept,
                span=(start, start + len(kept)),
                confidence=confidence,
                ended=heard.has("not"),
            )

    return take


def _around(heard: Heard) -> tuple[str, str]:
    """The sentence before the match, back to the last match of the kind, and 40 characters after it."""
    low = heard.sentence.low
    start, end = heard.match.span("v")
    before = low[max(0, start - 80) : start]
    formers = list(heard.match.re.finditer(before))
    return before[formers[-1].end() :] if formers else before, low[end : end + 40]
