"""A file of orders: every line is an order or is refused with its place and reason."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chat_server.domain.order_file import MOST_LINES, NEEDED, NotAFile, OrderLine, read
from chat_server.domain.shop import OrderStatus

NOW = datetime(2026, 11, 23, tzinfo=UTC)
HEAD = "number,customer,email,name,placed_at,currency,total,status,items\n"
GOOD = (
    "10432,c-1,una@example.is,Una,2026-11-02T10:00:00+01:00,eur,129.50,shipped,HEKLA-JKT x2|SOCK\n"
)


def test_a_good_line_is_an_order() -> None:
    good, refused = read(HEAD + GOOD, NOW)
    assert refused == []
    assert good == [
        OrderLine(
            line=2,
            number="10432",
            customer_id="c-1",
            email="una@example.is",
            name="Una",
            placed_at=datetime(2026, 11, 2, 9, tzinfo=UTC),
            currency="EUR",
            total_cents=12950,
            status=OrderStatus.SHIPPED,
            items=(("HEKLA-JKT", 2), ("SOCK", 1)),
        )
    ]


def test_a_spreadsheets_own_file_is_read() -> None:
    text = "\ufeffNumber;Customer;Email;Placed at;Currency;Total\r\n7;c;a@b.is;2026-01-02;ISK;1290,5\r\n"
    good, refused = read(text, NOW)
    assert refused == []
    assert (good[0].total_cents, good[0].placed_at) == (129050, datetime(2026, 1, 2, tzinfo=UTC))


BROKEN = {
    ",c,a@b.is,,2026-01-02,EUR,1": ("number", "missing"),
    "=1+1,c,a@b.is,,2026-01-02,EUR,1": ("number", "bad_value"),
    "1,c,nobody,,2026-01-02,EUR,1": ("email", "bad_value"),
    "1,c,a@b.is,,yesterday,EUR,1": ("placed_at", "not_a_time"),
    "1,c,a@b.is,,0001-01-01T00:00:00+14:00,EUR,1": ("placed_at", "not_a_time"),
    "1,c,a@b.is,,2027-01-02,EUR,1": ("placed_at", "in_the_future"),
    "1,c,a@b.is,,2026-01-02,EURO,1": ("currency", "bad_value"),
    "1,c,a@b.is,,2026-01-02,EUR,much": ("total", "not_an_amount"),
    "1,c,a@b.is,,2026-01-02,EUR,NaN": ("total", "not_an_amount"),
    "1,c,a@b.is,,2026-01-02,EUR,-1": ("total", "not_an_amount"),
    "1,c,a@b.is,,2026-01-02,EUR,1.005": ("total", "not_an_amount"),
    "1,c,a@b.is,,2026-01-02,EUR,1,eaten": ("status", "bad_value"),
    "1,c,a@b.is,,2026-01-02,EUR,1,,A x0": ("items", "bad_value"),
    "1,c,a@b.is,,2026-01-02,EUR,1,,A,more": ("", "too_many_cells"),
    "10432,c,a@b.is,,2026-01-02,EUR,1": ("number", "twice"),
}


@pytest.mark.parametrize("line", BROKEN)
def test_a_broken_line_is_told_with_its_place_and_holds_nobody_up(line: str) -> None:
    good, refused = read(f"{HEAD}{GOOD}\n{line}\n{GOOD.replace('10432', '10433')}", NOW)
    assert [one.number for one in good] == ["10432", "10433"]
    assert [(one.line, one.column, one.code) for one in refused] == [(4, *BROKEN[line])]


def test_a_line_is_counted_where_it_begins() -> None:
    _, refused = read(HEAD + '1,c,a@b.is,"two\nlines",2026-01-02,EUR,1\n,,,,,,x\n', NOW)
    assert [(one.line, one.code) for one in refused] == [(2, "bad_value"), (4, "missing")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "columns_missing"),
        ("number,total\n1,2\n", "columns_missing"),
        (HEAD + GOOD * (MOST_LINES + 1), "too_many_lines"),
    ],
)
def test_what_is_no_file_of_orders_is_refused_as_a_whole(text: str, code: str) -> None:
    with pytest.raises(NotAFile, match=code):
        read(text, NOW)


@given(st.lists(st.lists(st.text(max_size=8), max_size=10), max_size=12))
def test_no_line_is_lost_and_none_breaks_it(rows: list[list[str]]) -> None:
    lines = [
        ",".join(
            cell.translate({ord(c): "" for c in ',"\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029'})
            for cell in row
        )
        for row in rows
    ]
    written = [line for line in lines if line.replace(",", "").strip()]
    good, refused = read(",".join(NEEDED) + "\n" + "\n".join(lines), NOW)
    assert len(good) + len(refused) == len(written)
