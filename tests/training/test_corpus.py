"""The lines that hearing is learned from: each can be read, and none is one that measures it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from evaluation.memory.dialogues import SPLITS, load
from training import corpus
from training.corpus import BadLine, Mark, read

if TYPE_CHECKING:
    from pathlib import Path

# Of shorter ones it is chance: "yes please".
_LONG_ENOUGH = 4


def test_a_line_is_its_text_and_its_marks() -> None:
    text, marks = read(
        "[Priya](name) here / [still nothing](open_problem=late), [M](size?) I think"
    )
    assert text == "Priya here\nstill nothing, M I think"
    assert [text[mark.start : mark.end] for mark in marks] == ["Priya", "still nothing", "M"]
    assert [(mark.key, mark.value, mark.holds) for mark in marks] == [
        ("name", None, True),
        ("open_problem", "late", True),
        ("size", None, False),
    ]


def test_what_is_over_or_begins_later_is_told_apart() -> None:
    _, marks = read("not in [Oslo](-home) any more, [Odense](home@from) from [1 May](when)")
    assert marks[0] == Mark(7, 11, "home", gone=True)
    assert (marks[1].later, marks[2].key) == (True, "when")
    assert not any(mark.holds for mark in marks)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("a [](size)", "empty"),
        ("a [ ](size)", "empty"),
        ("a [42](shoe)", "no kind shoe"),
        ("a [42](Size!)", "no label"),
        ("a [42](size=42)", "from the marked words"),
        ("a [torn](open_problem=ripped)", "no value"),
        ("[a [42](size) boot](product_interest)", "nested"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(line: str, why: str) -> None:
    with pytest.raises(BadLine, match=why):
        read(line)


def test_a_bad_line_is_named(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "1.txt").write_text("# more\nfine\n[x](shoe)\n")
    with pytest.raises(BadLine, match=r"en/1\.txt:3: there is no kind shoe"):
        corpus.load(tmp_path)


def test_all_lines_can_be_read_and_many_say_nothing() -> None:
    examples = corpus.load()
    for language in sorted({one.language for one in examples}):
        mine = [one for one in examples if one.language == language]
        assert len(mine) > 100
        assert sum(not one.kinds for one in mine) > len(mine) / 4


def test_of_each_language_some_hands_are_kept_aside() -> None:
    languages = {one.language for one in corpus.load()}
    assert {name.partition("/")[0] for name in corpus.aside()} == languages


@pytest.mark.parametrize("split", SPLITS)
def test_no_line_is_one_that_measures(split: str) -> None:
    measured = {
        _plain(turn.text)
        for dialogue in load([split])
        for session in dialogue.sessions
        for turn in session.turns
        if turn.kind == "visitor"
    }
    both = [
        f"{one.batch}: {one.text}"
        for one in corpus.load()
        if len(one.text.split()) >= _LONG_ENOUGH and _plain(one.text) in measured
    ]
    assert both == []


def _plain(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
