"""Statements are ranked by words, by meaning and by what stands beside them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from chat_server.domain.recall.ranking import Candidate, fuse, rarity
from chat_server.domain.recall.said import Why
from chat_server.domain.recall.vectors import likeness, nearest, signs

_VECTORS = st.lists(st.binary(min_size=16, max_size=16), min_size=1, max_size=8)


def test_a_rare_word_says_more() -> None:
    assert rarity(1, 100) > rarity(50, 100) > 0


def test_words_and_meaning_beat_either_alone() -> None:
    both = Candidate(1, "a", 1, 4.0, 0.9)
    words = Candidate(2, "b", 1, 4.0, 0.8)
    meaning = Candidate(3, "c", 1, 0.0, 0.9)
    ranked = fuse([words, meaning, both], 3)
    assert [one.position for one in ranked] == [1, 3, 2] or ranked[0].position == 1
    assert ranked[0].why is Why.BOTH
    assert {one.position: one.why for one in ranked}[3] is Why.MEANING


def test_the_line_beside_the_words_comes_before_one_far_away() -> None:
    question = Candidate(1, "a", 4, 5.0, 0.8)
    answer = Candidate(2, "a", 5, 0.0, 0.8)
    elsewhere = Candidate(3, "b", 5, 0.0, 0.8)
    assert [one.position for one in fuse([elsewhere, answer, question], 3)] == [1, 2, 3]


def test_without_meaning_words_decide() -> None:
    ranked = fuse([Candidate(1, "a", 1, 1.0), Candidate(2, "b", 1, 2.0)], 1)
    assert [(one.position, one.why) for one in ranked] == [(2, Why.WORDS)]
    assert fuse([], 5) == []


@given(_VECTORS)
def test_a_vector_is_nearest_to_itself(vectors: list[bytes]) -> None:
    held = list(enumerate(vectors))
    first = nearest(signs(vectors[0]), ((at, signs(one)) for at, one in held), 1)[0]
    assert signs(vectors[first]) == signs(vectors[0])
    alike = likeness(vectors[0], held)
    assert all(-1.0001 <= one <= 1.0001 for one in alike.values())
    if any(vectors[0]):
        assert abs(alike[0] - 1) < 1e-9
