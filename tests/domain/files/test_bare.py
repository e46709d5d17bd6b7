"""Pictures come out as they look and without what they tell; nothing broken goes on for ever or comes in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chat_server.domain.errors import Invalid
from chat_server.domain.files.bare import plan_of
from chat_server.domain.files.orientation import only_orientation, orientation_of
from chat_server.domain.files.pictures import Extent, extent_of
from tests.domain.files import made

MADE: dict[str, Callable[..., bytes]] = {
    "image/jpeg": made.jpeg,
    "image/png": made.png,
    "image/webp": made.webp,
    "image/gif": made.gif,
}
HOLDING = ["image/jpeg", "image/png", "image/webp"]
kinds = pytest.mark.parametrize("kind", MADE)


def bared(kind: str, data: bytes) -> bytes:
    plan = plan_of(kind, lambda start, count: data[start : start + count], len(data))
    if plan is None:
        return data
    return b"".join(data[one.start : one.stop] if isinstance(one, range) else one for one in plan)


@kinds
def test_what_it_tells_is_gone_and_the_picture_is_there(kind: str) -> None:
    data = MADE[kind](behind=b"a film with its place: " + made.SECRET)
    assert made.SECRET in data
    left = bared(kind, data)
    assert left == MADE[kind](bare=True)
    assert extent_of(kind, left) == Extent(60, 40)


@kinds
def test_a_bare_one_is_not_written_again(kind: str) -> None:
    data = MADE[kind](bare=True)
    assert plan_of(kind, lambda start, count: data[start : start + count], len(data)) is None


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", HOLDING)
def test_which_way_it_was_held_stays_and_nothing_beside_it(kind: str, orientation: int) -> None:
    left = bared(kind, MADE[kind](orientation))
    said = only_orientation(orientation)
    assert made.SECRET not in left
    assert (said in left) is True
    assert orientation_of(said) == orientation
    assert (left == MADE[kind](bare=True)) is (orientation == 1)
    assert bared(kind, left) == left


def test_a_jpeg_on_its_side_keeps_its_room() -> None:
    for order in "><":
        left = bared("image/jpeg", made.jpeg(6, order))
        assert extent_of("image/jpeg", left) == Extent(40, 60)


def test_a_thumbnail_may_show_what_was_cut_off() -> None:
    small = b"JFIF\0\x01\x02\0\0\x01\0\x01\x02\x01" + made.SECRET[:6]
    data = made.jpeg(bare=True).replace(made.JFIF, made.segment(0xE0, small))
    extra = data.replace(made.PROFILE, made.segment(0xE0, b"JFXX\0" + made.SECRET) + made.PROFILE)
    assert bared("image/jpeg", data) == bared("image/jpeg", extra) == made.jpeg(bare=True)


def test_a_webp_says_that_it_has_exif_only_where_it_does() -> None:
    upright, turned = (bared("image/webp", made.webp(one)) for one in (1, 8))
    assert (upright[20] & 0x0C, turned[20] & 0x0C) == (0, 0x08)
    for left in (upright, turned):
        assert int.from_bytes(left[4:8], "little") == len(left) - 8


def test_a_scan_longer_than_a_window_is_one_piece() -> None:
    # Marks on both sides of where one reading ends and the next begins.
    for more in range(-3, 4):
        scan = b"\x55" * (64 * 1024 + more) + b"\xff\x00\xff\xd3" * 9
        data = made.jpeg(bare=True).replace(made.SCAN, scan)
        commented = data.replace(b"\xff\xff\xd9", made.segment(0xFE, made.SECRET) + b"\xff\xff\xd9")
        assert bared("image/jpeg", commented) == data


@kinds
def test_one_that_was_cut_off_is_refused_or_has_no_more_than_it_had(kind: str) -> None:
    data = MADE[kind](6) if kind in HOLDING else MADE[kind]()
    refused = 0
    for end in range(len(data)):
        try:
            left = bared(kind, data[:end])
        except Invalid:
            refused += 1
        else:
            # Only a JPEG or GIF whose last bytes never came: what is there can be shown.
            assert kind in {"image/jpeg", "image/gif"}
            assert made.SECRET not in left
    assert refused > len(data) / 3


@given(st.data())
def test_whatever_is_wrong_in_it_ends_in_an_answer(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(sorted(MADE)))
    bytes_ = bytearray(MADE[kind]())
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(bytes_) - 1))
        bytes_[place] = data.draw(st.integers(0, 255))
    try:
        left = bared(kind, bytes(bytes_))
    except Invalid:
        return
    assert len(left) <= len(bytes_) + 64
    assert bared(kind, left) == left


def test_a_picture_of_a_million_parts_is_none() -> None:
    parts = (made.chunk(b"gAMA", b"\0\0\0\0") + made.chunk(b"tEXt", b"")) * 100_001
    data = made.png(bare=True)
    head = data.index(b"gAMA") - 4
    with pytest.raises(Invalid):
        bared("image/png", data[:head] + parts + data[head:])


def test_files_that_are_no_pictures_are_left_alone() -> None:
    assert bared("application/pdf", b"%PDF-1.7 by Una") == b"%PDF-1.7 by Una"
