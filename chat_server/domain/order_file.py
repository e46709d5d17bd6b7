"""Orders in a file of a spreadsheet: each line by itself is an order, or is refused with a reason."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation

from .shop import OrderStatus

MOST_LINES = 2_000
NEEDED = ("number", "customer", "email", "placed_at", "currency", "total")
MAY = ("name", "status", "items")
_NUMBER = re.compile(r"[A-Za-z0-9][A-Za-z0-9_#./-]{0,63}")
_EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s]{1,180}\.[^@\s.]{2,}")
_ITEM = re.compile(r"([A-Za-z0-9][A-Za-z0-9_.-]{0,63})(?:\s*[x×*]\s*([1-9][0-9]{0,3}))?")
_MOST_CENTS = 10**11
_NAME_LENGTH = 200
_ID_LENGTH = 64


@dataclass(frozen=True)
class OrderLine:
    """`items` are skus, each with how many."""

    line: int
    number: str
    customer_id: str
    email: str
    name: str
    placed_at: datetime
    currency: str
    total_cents: int
    status: OrderStatus
    items: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Refused:
    """`line` as a spreadsheet counts; `column` is where the mistake is, `code` what it is."""

    line: int
    column: str
    code: str


class NotAFile(ValueError):
    """Nothing of it can be read; `columns` are those that are missing."""

    def __init__(self, code: str, columns: tuple[str, ...] = ()) -> None:
        super().__init__(code)
        self.code = code
        self.columns = columns


class _Wrong(ValueError):
    def __init__(self, column: str, code: str) -> None:
        super().__init__(column, code)
        self.column = column
        self.code = code


def read(text: str, now: datetime) -> tuple[list[OrderLine], list[Refused]]:
    """Every line is in one of both lists; NotAFile where there are no lines to speak of."""
    rows = _rows(text)
    header = [name.strip().lower().replace(" ", "_") for name in next(rows, (0, []))[1]]
    missing = tuple(name for name in NEEDED if name not in header)
    if missing:
        raise NotAFile("columns_missing", missing)
    good: list[OrderLine] = []
    refused: list[Refused] = []
    seen: set[str] = set()
    for count, (line, cells) in enumerate(rows, 1):
        if count > MOST_LINES:
            raise NotAFile("too_many_lines")
        try:
            one = _order(line, _named(header, cells), now, seen)
        except _Wrong as wrong:
            refused.append(Refused(line, wrong.column, wrong.code))
        else:
            seen.add(one.number)
            good.append(one)
    return good, refused


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """With the line each begins on; a file of Excel's may have semicolons."""
    text = text.removeprefix("\ufeff")
    first = text.partition("\n")[0]
    reader = csv.reader(
        text.splitlines(keepends=True),
        delimiter=max(",;\t", key=first.count),
    )
    begins = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield begins, cells
            begins = reader.line_num + 1
    except csv.Error:
        raise NotAFile("not_a_table") from None


def _named(header: list[str], cells: list[str]) -> dict[str, str]:
    if len(cells) > len(header):
        raise _Wrong("", "too_many_cells")
    return dict(zip(header, (cell.strip() for cell in cells), strict=False))


def _order(line: int, row: dict[str, str], now: datetime, seen: set[str]) -> OrderLine:
    for column in NEEDED:
        if not row.get(column):
            raise _Wrong(column, "missing")
    if row["number"] in seen:
        raise _Wrong("number", "twice")
    return OrderLine(
        line=line,
        number=_fits(row, "number", _NUMBER),
        customer_id=_short(row, "customer", _ID_LENGTH),
        email=_fits(row, "email", _EMAIL).lower(),
        name=_short(row, "name", _NAME_LENGTH),
        placed_at=_moment(row["placed_at"], now),
        currency=_fits(row, "currency", re.compile(r"[A-Za-z]{3}")).upper(),
        total_cents=_cents(row["total"]),
        status=_status(row.get("status", "")),
        items=tuple(_items(row.get("items", ""))),
    )


def _fits(row: dict[str, str], column: str, shape: re.Pattern[str]) -> str:
    value = row[column]
    if not shape.fullmatch(value):
        raise _Wrong(column, "bad_value")
    return value


def _short(row: dict[str, str], column: str, most: int) -> str:
    value = row.get(column, "")
    if len(value) > most or not value.isprintable():
        raise _Wrong(column, "bad_value")
    return value


def _moment(value: str, now: datetime) -> datetime:
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        raise _Wrong("placed_at", "not_a_time") from None
    # Without a zone it is UTC, as everywhere on the pages.
    at = at.replace(tzinfo=UTC) if at.tzinfo is None else at
    try:
        at = at.astimezone(UTC)
    except OverflowError:
        raise _Wrong("placed_at", "not_a_time") from None
    if at > now:
        raise _Wrong("placed_at", "in_the_future")
    return at


def _cents(value: str) -> int:
    try:
        # 1290,5 as well as 1290.5; thousands are not separated.
        cents = Decimal(value if "." in value else value.replace(",", ".", 1)) * 100
    except InvalidOperation:
        raise _Wrong("total", "not_an_amount") from None
    if not cents.is_finite() or not 0 <= cents <= _MOST_CENTS or cents != int(cents):
        raise _Wrong("total", "not_an_amount")
    return int(cents)


def _status(value: str) -> OrderStatus:
    try:
        return OrderStatus(value.lower()) if value else OrderStatus.PLACED
    except ValueError:
        raise _Wrong("status", "bad_value") from None


def _items(value: str) -> Iterator[tuple[str, int]]:
    for part in filter(None, (part.strip() for part in value.split("|"))):
        found = _ITEM.fullmatch(part)
        if found is None:
            raise _Wrong("items", "bad_value")
        yield found[1], int(found[2] or 1)
