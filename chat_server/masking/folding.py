"""A text made ready for patterns: small letters, plain digits and spaces, letter for letter."""

from __future__ import annotations

_FOLD: dict[int, int] = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    **{0x0E50 + digit: 0x30 + digit for digit in range(10)},
    **{0x0660 + digit: 0x30 + digit for digit in range(10)},
    **{ord(mark): ord("'") for mark in "\u2018\u2019\u02bc\u00b4`"},
    **{ord(space): ord(" ") for space in "\u00a0\u2002\u2003\u2007\u2009\u200b\u202f\u3000\t"},
    **{ord(dash): ord("-") for dash in "\u2010\u2011\u2012\u2013\u2014\u2212"},
    ord("ё"): ord("е"),
    ord("Ё"): ord("Е"),
}


def plain(text: str) -> str:
    """With its capitals."""
    return text.translate(_FOLD)


def small(text: str) -> str:
    """Of what `plain` gave; letters whose small form is longer stay as they are."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(each if len(each.lower()) > 1 else each.lower() for each in text)
