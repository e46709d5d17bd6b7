"""Entities with a shape or a fixed vocabulary: order number, e-mail, coupon code, product, size, colour.

A learned extractor needs hundreds of examples to find an order number as surely as one pattern does, so these
are found by pattern and come out normalised (``HR-10432`` and ``#10432`` are both ``10432``).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from components.shop_words import COLOURS, PRODUCT_NAMES, PRODUCT_NOUNS, SIZE_WORDS

Entity = dict[str, Any]

# A pattern either matches or not; 1.0 would claim a certainty that "10432 steps a day" disproves.
CONFIDENCE = 0.98

_ORDER = re.compile(r"(?<![\w.@-])(?:HR[- ]?|#\s?)?(1[01]\d{3})(?![\w@]|[.,-]\d)", re.IGNORECASE)
_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,24}(?![\w@])", re.IGNORECASE
)
# Letters and a digit in capitals, as on a flyer; in lower case only when the word "code" leads to it.
_COUPON = re.compile(r"(?<![\w-])(?P<code>[A-Z]{2,15}\d{1,5})(?![\w-])")
_COUPON_AFTER = re.compile(
    r"\b(?:code|coupon|voucher)\s+(?:is\s+)?(?P<code>[a-z]{3,15}\d{1,5})(?!\w)", re.IGNORECASE
)


def _alternatives(words: dict[str, str]) -> str:
    """Longest first, so that "moss green" wins over "green"."""
    return "|".join(
        re.escape(word).replace(r"\ ", r"[\s-]+") for word in sorted(words, key=len, reverse=True)
    )


_NAMES = _alternatives(PRODUCT_NAMES)
_NOUNS = _alternatives(PRODUCT_NOUNS)
_PRODUCT = re.compile(
    rf"(?<!\w)(?:(?P<name>{_NAMES})(?:[\s-]+(?P<noun>{_NOUNS}))?|(?P<only>{_NOUNS}))(?!\w)",
    re.IGNORECASE,
)
_COLOUR = re.compile(rf"(?<!\w)(?:{_alternatives(COLOURS)})(?!\w)", re.IGNORECASE)
# "Too small" is a complaint about a size and names none.
_SIZE_WORD = re.compile(rf"(?<!\w)(?<!too )(?:{_alternatives(SIZE_WORDS)})(?!\w)", re.IGNORECASE)
# One letter alone is a size only in capitals, or after the word: "I'm" and "it's" must not become sizes.
_SIZE_LETTER = re.compile(r"(?<![\w'\u2019.&-])(?:XXL|XXS|XL|XS|S|M|L)(?![\w'\u2019&-])")
_SIZE_AFTER = re.compile(
    r"\b(?:size|sizes|sz|a|an|in|eu)\s+(?:is\s+|an?\s+)?(?P<value>xxl|xxs|xl|xs|s|m|l|3[5-9]|4[0-8])(?![\w'\u2019.,]*\w)",
    re.IGNORECASE,
)
_SIZE_NUMBER = re.compile(r"^\s*(?P<value>3[5-9]|4[0-8])\s*[.!]?\s*$")


def find_entities(text: str) -> list[Entity]:
    """Every patterned entity in ``text``, in order, none overlapping another."""
    found: list[Entity] = []
    for entity, pattern, group, value_of in _RULES:
        for match in pattern.finditer(text):
            start, end = match.span(group)
            if all(end <= other["start"] or start >= other["end"] for other in found):
                found.append(
                    {
                        "entity": entity,
                        "value": value_of(match),
                        "start": start,
                        "end": end,
                        "confidence_entity": CONFIDENCE,
                        "extractor": "ShopPatterns",
                    }
                )
    return sorted(found, key=lambda entity: int(entity["start"]))


def _folded(text: str) -> str:
    return re.sub(r"[\s-]+", " ", text).lower()


def _product_value(match: re.Match[str]) -> str:
    name, noun = match.group("name"), match.group("noun") or match.group("only")
    words = [PRODUCT_NAMES[_folded(name)]] if name else []
    if noun:
        words.append(PRODUCT_NOUNS[_folded(noun)])
    return " ".join(words)


# What, how it looks, which part of the match it is, and what it is called in the shop. Earlier rules win a place.
_RULES: tuple[tuple[str, re.Pattern[str], str | int, Callable[[re.Match[str]], str]], ...] = (
    ("email", _EMAIL, 0, lambda match: match.group().lower()),
    ("order_number", _ORDER, 0, lambda match: match.group(1)),
    ("coupon_code", _COUPON, "code", lambda match: match.group("code")),
    ("coupon_code", _COUPON_AFTER, "code", lambda match: match.group("code").upper()),
    ("product", _PRODUCT, 0, _product_value),
    ("colour", _COLOUR, 0, lambda match: COLOURS[_folded(match.group())]),
    ("size", _SIZE_WORD, 0, lambda match: SIZE_WORDS[_folded(match.group())]),
    ("size", _SIZE_AFTER, "value", lambda match: match.group("value").upper()),
    ("size", _SIZE_NUMBER, "value", lambda match: match.group("value")),
    ("size", _SIZE_LETTER, 0, lambda match: match.group()),
)
