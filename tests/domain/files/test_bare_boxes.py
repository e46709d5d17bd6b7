"""HEIC and films: nothing moves, nothing of how they look or sound changes, and no place is left in them."""

from __future__ import annotations

from collections.abc import Callable
from struct import pack

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chat_server.domain.errors import Invalid
from chat_server.domain.files.bare import plan_of
from tests.domain.files import made, made_boxes
from tests.domain.files.test_bare import bared

MADE: dict[str, Callable[..., bytes]] = {
    "image/heic": made_boxes.heic,
    "video/quicktime": made_boxes.film,
    "video/mp4": lambda **how: made_boxes.film(brand=b"isom", long=True, **how),
    "audio/mp4": lambda **how: made_boxes.film(brand=b"M4A ", **how),
}
kinds = pytest.mark.parametrize("kind", MADE)


@kinds
def test_what_it_tells_is_gone_and_the_rest_is_where_it_was(kind: str) -> None:
    data = MADE[kind](behind=b"\0\0SEFT of a phone " + made.SECRET)
    left = bared(kind, data)
    assert made.SECRET in data
    assert made.SECRET not in left
    assert left == MADE[kind](bare=True)
    for shown in (made_boxes.PIXELS, made_boxes.MOVES):
        assert left.find(shown) == data.find(shown)


@kinds
def test_a_bare_one_is_not_written_again(kind: str) -> None:
    data = MADE[kind](bare=True)
    assert plan_of(kind, lambda start, count: data[start : start + count], len(data)) is None


@kinds
def test_one_that_was_cut_off_is_refused(kind: str) -> None:
    data = MADE[kind]()
    last = data.rindex(b"mdat") + 4
    for end in range(last):
        with pytest.raises(Invalid):
            bared(kind, data[:end])
    for end in range(last, len(data)):
        try:
            left = bared(kind, data[:end])
        except Invalid:
            continue
        assert made.SECRET not in left


@kinds
@given(st.data())
def test_whatever_is_wrong_in_it_ends_in_an_answer(kind: str, data: st.DataObject) -> None:
    bytes_ = bytearray(MADE[kind]())
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(bytes_) - 1))
        bytes_[place] = data.draw(st.integers(0, 255))
    try:
        left = bared(kind, bytes(bytes_))
    except Invalid:
        return
    assert len(left) <= len(bytes_)
    assert bared(kind, left) == left


def test_a_large_free_space_is_zeros_piece_by_piece() -> None:
    space = made.SECRET * 20_000
    film = made_boxes.film(bare=True)
    data = film + made_boxes.box(b"free", space)
    left = bared("video/mp4", data)
    assert left == film + made_boxes.box(b"free", bytes(len(space)))


def test_samples_elsewhere_than_in_the_film_are_refused() -> None:
    data = made_boxes.film()
    start = data.rindex(b"stco") + 12
    away = data[:start] + pack(">I", 4) + data[start + 4 :]
    with pytest.raises(Invalid):
        bared("video/quicktime", away)


def test_a_film_in_fragments_may_only_have_pictures_and_sound() -> None:
    fragment = made_boxes.box(b"moof", made_boxes.full(b"mfhd", bytes(4)))
    bare = made_boxes.film(bare=True) + fragment
    assert bared("video/mp4", bare) == bare
    with pytest.raises(Invalid):
        bared("video/mp4", made_boxes.film() + fragment)


def test_a_film_of_a_million_boxes_is_none() -> None:
    with pytest.raises(Invalid):
        bared("video/mp4", made_boxes.film(bare=True) + made_boxes.box(b"free") * 100_001)
