"""Tables of figures find their place on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from marked_page import put_into, table

if TYPE_CHECKING:
    from pathlib import Path


def test_what_stood_between_the_marks_is_replaced(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("before\n<!-- sets -->\nold\n<!-- end of sets -->\nafter\n")
    put_into(page, "sets", table(["set", "share"], [["bank", 93.8]]))
    assert page.read_text() == (
        "before\n<!-- sets -->\n\n| set | share |\n| --- | --- |\n| bank | 93.8 |\n\n<!-- end of sets -->\nafter\n"
    )


def test_a_page_without_such_a_place_is_left_alone(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("<!-- sets -->\nold\n")
    with pytest.raises(ValueError, match="no place for sets"):
        put_into(page, "sets", "new")
    assert page.read_text() == "<!-- sets -->\nold\n"
