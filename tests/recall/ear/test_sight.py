"""Pieces of words, joined to the words they say something of."""

from __future__ import annotations

import numpy as np

from chat_server.recall.ear.look import KINDS, STATES, Looker
from chat_server.recall.ear.sight import Shares, Sight
from chat_server.recall.ear.tokens import tokens

HOUSEHOLD, SIZE = KINDS.index("household"), KINDS.index("size")
# A piece: its characters, its kind, and whether one begins there.
Piece = tuple[int, int, int, bool]


def sight(text: str, language: str, pieces: list[Piece], share: float = 0.9) -> Sight:
    kinds = np.full((len(pieces), len(KINDS)), 0.001, dtype=np.float32)
    states = np.zeros((len(pieces), len(STATES)), dtype=np.float32)
    states[:, 0] = 1
    for row, (_, _, kind, _) in enumerate(pieces):
        kinds[row, kind] = share
    begins = np.array([0.9 if begins else 0.1 for *_, begins in pieces], dtype=np.float32)
    values = np.zeros((len(pieces), 2), dtype=np.float32)
    places = [(start, end) for start, end, _, _ in pieces]
    return Sight(tokens(text, language), places, Shares(kinds, begins, states, values))


def words(text: str, seen: Sight) -> list[str]:
    return [text[one.start : one.end] for one in seen.seen()]


def test_a_piece_of_several_letters_begins_once() -> None:
    text = "我跟我兒子住"
    there = sight(text, "zh-TW", [(0, 3, 0, False), (3, 5, HOUSEHOLD, True), (5, 6, 0, False)])
    assert words(text, there) == ["兒子"]


def test_where_another_begins_there_are_two() -> None:
    text = "38 39 ok"
    pieces = [(0, 2, SIZE, True), (3, 5, SIZE, True), (6, 8, 0, False)]
    assert words(text, sight(text, "en", pieces)) == ["38", "39"]


def test_a_piece_that_is_a_part_of_a_word_speaks_for_the_whole_word() -> None:
    text = "sizes XXL, please"
    pieces = [(0, 5, 0, False), (6, 8, SIZE, True), (8, 9, SIZE, False), (9, 10, SIZE, False)]
    assert words(text, sight(text, "en", pieces)) == ["XXL"]


def test_what_is_written_around_a_thai_letter_goes_with_it() -> None:
    text = "เสื้อ"
    assert words(text, sight(text, "th", [(1, 2, SIZE, True)])) == ["เสื้"]


def test_where_the_model_leans_to_none_the_likeliest_words_are_seen_too() -> None:
    text = "maybe forty"
    there = sight(text, "en", [(0, 5, 0, False), (6, 11, 0, False)])
    assert there.seen() == []
    there.kinds[1, SIZE] = 0.3
    (one,) = there.seen()
    assert (text[one.start : one.end], one.kind, one.first) == ("forty", SIZE, False)


def test_no_words_no_sight() -> None:
    there = sight("", "en", [])
    assert there.seen() == []
    assert there.peak(SIZE, 0, 4) is None


def test_beyond_what_was_read_nothing_is_weighed() -> None:
    there = sight("size M", "en", [(0, 4, 0, False)])
    (weighed,) = Looker([]).look(there, [("size", 5, 6)]).heard
    assert weighed.evidence == ()


def test_a_look_names_the_value_and_weighs_what_rules_heard() -> None:
    text = "size M here"
    there = sight(text, "en", [(0, 4, 0, False), (5, 6, SIZE, True), (7, 11, 0, False)])
    look = Looker(["open_problem=late"]).look(there, [("size", 5, 6), ("home", 40, 44)])
    (one,) = look.found
    assert (one.key, one.value, one.over) == ("size", None, False)
    here, away = look.heard
    assert here.share > 0.8
    assert away.evidence == ()
