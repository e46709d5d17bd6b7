"""Codes of coupons in a file: each line by itself is a code, or is refused with a reason."""

from __future__ import annotations

import csv
import re

from .order_file import NotAFile, Refused

MOST_CODES = 10_000
_SHAPE = re.compile(r"[A-Z0-9](?:[A-Z0-9_-]{2,38})[A-Z0-9]")
_HEAD = "CODE"


def is_code(text: str) -> bool:
    """In capitals: 4 to 40 letters, digits, `-` and `_`."""
    return _SHAPE.fullmatch(text) is not None


def read_codes(text: str) -> tuple[dict[str, int], list[Refused]]:
    """The good ones in capitals with their lines; the first cell of a line counts, a first line `code` does not."""
    good: dict[str, int] = {}
    refused: list[Refused] = []
    lines = text.removeprefix("\ufeff").splitlines()
    delimiter = max(",;\t", key=lines[0].count) if lines else ","
    try:
        rows = list(csv.reader(lines, delimiter=delimiter))
    except csv.Error:
        raise NotAFile("not_a_table") from None
    for line, cells in enumerate(rows, 1):
        code = cells[0].strip().upper() if cells else ""
        if not code or (line == 1 and code == _HEAD):
            continue
        if not is_code(code):
            refused.append(Refused(line, "code", "bad_value"))
        elif code in good:
            refused.append(Refused(line, "code", "twice"))
        else:
            good[code] = line
    if not good and not refused:
        raise NotAFile("no_codes")
    if len(good) > MOST_CODES:
        raise NotAFile("too_many_codes")
    return good, refused
