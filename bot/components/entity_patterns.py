"""Entities with a shape or a fixed vocabulary: order number, e-mail, coupon code, product, size, colour.

A learned extractor needs hundreds of examples to find an order number as surely as one pattern does, so these
are found by pattern and come out normalised (``HR-10432`` and ``#10432`` are both ``10432``, красную is ``red``),
in all languages at once: people mix them, and nobody says in which language the next word is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from components.vocabulary import SIGN, Found, folded, found_in, leads

Entity = dict[str, Any]

# A pattern either matches or not; 1.0 would claim a certainty that "10432 steps a day" disproves.
CONFIDENCE = 0.98

_ORDER = re.compile(
    rf"(?<!{SIGN})(?<![@-])(?<!\d[.,])(?:HR[- ]?|[#\u2116]\s?)?(1[01]\d{{3}})(?!{SIGN}|@|[.,-]\d)",
    re.IGNORECASE,
)
_EMAIL = re.compile(
    rf"(?<!{SIGN})(?<![.+-])(?:{SIGN}|[.+-]){{1,64}}@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{{2,24}}(?!{SIGN}|@)",
    re.IGNORECASE,
)
# Letters and a digit in capitals, as on a flyer; in lower case only when the word "code" leads to it.
_COUPON = re.compile(rf"(?<!{SIGN})(?<!-)(?P<code>[A-Z]{{2,15}}\d{{1,5}})(?!{SIGN}|-)")
_COUPON_AFTER = re.compile(
    rf"(?:{leads('code_is')})[\s:\"\u201c\u201e\u00ab\u300c\u662f]{{0,3}}(?:is\s+|er\s+)?(?P<code>[a-z]{{3,15}}\d{{1,5}})(?!{SIGN})",
    re.IGNORECASE,
)
# One letter alone is a size only in capitals, or after the word: "I'm" and "it's" must not become sizes.
_SIZE_LETTER = re.compile(
    rf"(?<!{SIGN})(?<!['\u2019.&-])(?:XXL|XXS|XL|XS|S|M|L)(?!{SIGN}|['\u2019&-])"
)
_VALUE = "xxl|xxs|2xl|xl|xs|s|m|l|\u0445\u0445\u043b|\u0445\u043b|\u0445\u0441|\u043c|\u043b|\u0441|3[5-9]|4[0-8]"
_NO_MORE = rf"(?!{SIGN}|['\u2019.,]{SIGN})"
_SIZE_AFTER = re.compile(
    rf"\b(?:size|sizes|sz|a|an|in|eu)\s+(?:is\s+|an?\s+)?(?P<value>{_VALUE}){_NO_MORE}",
    re.IGNORECASE,
)
_SIZE_BEHIND_ITS_WORD = re.compile(
    rf"(?:{leads('size_is')})[\s:\u662f]{{0,2}}(?:er\s+)?(?P<value>{_VALUE}){_NO_MORE}",
    re.IGNORECASE,
)
_SIZE_BEFORE_ITS_WORD = re.compile(
    rf"(?<!{SIGN})(?<!['\u2019.,&-])(?P<value>{_VALUE})\s?(?:{leads('size_was')})", re.IGNORECASE
)
_SIZE_NUMBER = re.compile(r"^\s*(?P<value>3[5-9]|4[0-8])\s*[.!]?\s*$")
_SIZES = {
    "2XL": "XXL",
    "\u0425\u0425\u041b": "XXL",
    "\u0425\u041b": "XL",
    "\u0425\u0421": "XS",
    "\u041c": "M",
    "\u041b": "L",
    "\u0421": "S",
}
# "Too small" is a complaint about a size and names none.
_TOO = re.compile(r"\btoo\s+\Z", re.IGNORECASE)
# Signs between the name and the kind of one product: "Hekla rain jacket", "\u0434\u043e\u0436\u0434\u0435\u0432\u0438\u043a \u00abHekla\u00bb".
_MOST_BETWEEN = 2


def find_entities(text: str) -> list[Entity]:
    """Every patterned entity in ``text``, in order, none overlapping another."""
    text = folded(text)
    found: list[Entity] = []
    _add(found, text, _RULES_BEFORE_WORDS)
    words = found_in(text)
    for entity, value, start, end in [*_products(words), *_of_vocabulary(words, text)]:
        _place(found, entity, value, start, end)
    _add(found, text, _RULES_AFTER_WORDS)
    return sorted(found, key=lambda entity: int(entity["start"]))


def shop_word(entity: str, value: str) -> str:
    """The shop's word for what a customer once called theirs; as it is when the shop has none."""
    return next(
        (
            str(found["value"])
            for found in find_entities(value)
            # An English word around it narrows it down: a wool blanket is not any blanket.
            if found["entity"] == entity
            and (not value.isascii() or found["end"] - found["start"] == len(value))
        ),
        value,
    )


def _add(found: list[Entity], text: str, rules: Iterable[_Rule]) -> None:
    for entity, pattern, group, value_of in rules:
        for match in pattern.finditer(text):
            _place(found, entity, value_of(match), *match.span(group))


def _place(found: list[Entity], entity: str, value: str, start: int, end: int) -> None:
    """Who comes first holds the place."""
    if all(end <= other["start"] or start >= other["end"] for other in found):
        found.append(
            {
                "entity": entity,
                "value": value,
                "start": start,
                "end": end,
                "confidence_entity": CONFIDENCE,
                "extractor": "ShopPatterns",
            }
        )


def _products(words: list[Found]) -> list[tuple[str, str, int, int]]:
    """A name and a kind side by side are one product, in whichever order; the name comes first in the shop."""
    parts = [word for word in words if word.kind in ("product", "name")]
    products: list[tuple[str, str, int, int]] = []
    while parts:
        first, after = parts.pop(0), parts[0] if parts else None
        if after is not None and after.kind != first.kind and _adjoin(first, after, parts):
            parts.pop(0)
            name, kind = (first, after) if first.kind == "name" else (after, first)
            products.append(("product", f"{name.value} {kind.value}", first.start, after.end))
        else:
            products.append(("product", first.value, first.start, first.end))
    return products


def _adjoin(first: Found, after: Found, parts: list[Found]) -> bool:
    """In "hat, Esja sweater" the name belongs to what follows it."""
    if after.start - first.end > _MOST_BETWEEN:
        return False
    following = parts[1] if len(parts) > 1 else None
    taken = (
        after.kind == "name"
        and following is not None
        and following.kind == "product"
        and following.start - after.end <= _MOST_BETWEEN
    )
    return not taken


def _of_vocabulary(words: list[Found], text: str) -> list[tuple[str, str, int, int]]:
    return [
        (word.kind, word.value, word.start, word.end)
        for word in words
        if word.kind == "colour" or (word.kind == "size" and not _TOO.search(text[: word.start]))
    ]


def _size(match: re.Match[str]) -> str:
    said = match.group("value").upper()
    return _SIZES.get(said, said)


# What, how it looks, which part of the match it is, and what it is called in the shop. Earlier rules win a place.
_Rule = tuple[str, re.Pattern[str], str | int, Callable[[re.Match[str]], str]]
_RULES_BEFORE_WORDS: tuple[_Rule, ...] = (
    ("email", _EMAIL, 0, lambda match: match.group().lower()),
    ("order_number", _ORDER, 0, lambda match: match.group(1)),
    ("coupon_code", _COUPON, "code", lambda match: match.group("code")),
    ("coupon_code", _COUPON_AFTER, "code", lambda match: match.group("code").upper()),
)
_RULES_AFTER_WORDS: tuple[_Rule, ...] = (
    ("size", _SIZE_AFTER, "value", _size),
    ("size", _SIZE_BEHIND_ITS_WORD, "value", _size),
    ("size", _SIZE_BEFORE_ITS_WORD, "value", _size),
    ("size", _SIZE_NUMBER, "value", lambda match: match.group("value")),
    ("size", _SIZE_LETTER, 0, lambda match: match.group()),
)
