"""Lines that mean alike come together."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from chat_server.domain.lessons.clusters import clustered

WIDE = 128


def _near(middle: list[int], spread: int, chance: random.Random) -> bytes:
    return bytes(
        max(-127, min(127, value + chance.randint(-spread, spread))) & 0xFF for value in middle
    )


def _themes(*sizes: int) -> tuple[list[str], dict[str, bytes], list[int]]:
    chance = random.Random(7)
    texts, vectors, theme_of = [], {}, []
    for theme, size in enumerate(sizes):
        middle = [chance.randint(-100, 100) for _ in range(WIDE)]
        for number in range(size):
            text = f"{theme}:{number}"
            texts.append(text)
            theme_of.append(theme)
            vectors[text] = _near(middle, 30, chance)
    return texts, vectors, theme_of


def test_themes_are_told_apart_and_the_largest_comes_first() -> None:
    texts, vectors, theme_of = _themes(3, 9, 5, 1)
    groups = clustered(texts, vectors)
    assert [len(group) for group in groups] == [9, 5, 3, 1]
    assert all(len({theme_of[place] for place in group}) == 1 for group in groups)


def test_without_meanings_the_same_words_come_together() -> None:
    assert clustered(["Gift  wrap?", "refund", "gift wrap?"], {}) == [[0, 2], [1]]
    assert clustered([], {}) == []


@given(
    st.lists(st.sampled_from("abcdef"), max_size=12),
    st.dictionaries(st.sampled_from("abcdef"), st.binary(min_size=16, max_size=16), max_size=6),
)
def test_every_line_is_in_one_group(texts: list[str], vectors: dict[str, bytes]) -> None:
    groups = clustered(texts, vectors)
    assert sorted(place for group in groups for place in group) == list(range(len(texts)))
