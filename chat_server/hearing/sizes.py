"""Sizes of clothes and shoes as they are kept: `M`, `XXL`, `43`, `UK 9`."""

from __future__ import annotations

import re

LETTERS = {
    "extra extra large": "XXL",
    "extra extra small": "XXS",
    "extra large": "XL",
    "extra-large": "XL",
    "x-large": "XL",
    "xlarge": "XL",
    "xx-large": "XXL",
    "extra small": "XS",
    "extra-small": "XS",
    "x-small": "XS",
    "large": "L",
    "medium": "M",
    "small": "S",
    "2xl": "2XL",
    "3xl": "3XL",
    "4xl": "4XL",
    "5xl": "5XL",
    "xxxl": "XXXL",
    "xxl": "XXL",
    "xxs": "XXS",
    "xl": "XL",
    "xs": "XS",
    "s": "S",
    "m": "M",
    "l": "L",
}
WORDED = "|".join(sorted((re.escape(word) for word in LETTERS), key=len, reverse=True))
NUMBERED = r"(?:(?:eu|eur|uk|us|it|fr|de)[ ]?)?(?:\d{2}/\d{2}|\d{1,2}(?:[.,]5|[ ]?1/2|½|[ ]and[ ]a[ ]half\b)?|1[0-9]{2})(?:[ ]?(?:eu|uk|us)\b)?"
_WAIST = r"w\d{2}(?: ?[/x,]? ?l\d{2})?"
SIZE = rf"(?:(?:{_WAIST})(?![a-z0-9_'])|(?:{WORDED})(?![a-z0-9_'а-яáéíóúýþæöð])|(?:{NUMBERED})(?![a-z0-9_'%]|[.,:/-]?\d))"
_NUMBER = re.compile(
    r"(?P<before>eu|eur|uk|us|it|fr|de)?\s?(?P<number>\d+(?:/\d+)?)(?P<half>[.,]5|\s?1/2|½|\sand\sa\shalf)?\s?(?P<after>eu|uk|us)?"
)
_TROUSERS = re.compile(r"(?P<waist>w\d{2})(?: ?[/x,]? ?(?P<leg>l\d{2}))?")
_LEAST, _MOST = 1, 199


def as_size(said: str) -> str | None:
    """As it is kept; None when it is no size."""
    said = " ".join(said.lower().split())
    if said in LETTERS:
        return LETTERS[said]
    waist = _TROUSERS.fullmatch(said)
    if waist is not None:
        return " ".join(part for part in (waist["waist"], waist["leg"]) if part).upper()
    found = _NUMBER.fullmatch(said)
    if found is None:
        return None
    number = found["number"] + (".5" if found["half"] else "")
    if not _LEAST <= float(number.split("/")[0]) <= _MOST:
        return None
    system = (found["before"] or found["after"] or "").upper().replace("EUR", "EU")
    return f"{system} {number}" if system else number
