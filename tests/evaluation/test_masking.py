"""The masks on the half of the evaluation's lines that they were made with; the other half is measured only."""

from __future__ import annotations

from chat_server.masking.finder import RuleFinder
from evaluation.masking.dialogues import all_shown
from evaluation.masking.judge import judge
from evaluation.masking.lines import parsed, written
from evaluation.masking.seeded import SEEDS, seeded

_READ, _UNREAD, _UNREAD_IN_SHOPS, _UNREAD_IN_CHATS = 20, 60, 120, 50


def test_nothing_personal_gets_through_and_little_else_is_masked() -> None:
    figures = judge(written("dev") + seeded("dev", SEEDS["dev"], 40), RuleFinder())
    assert [(line.language, kind, said) for line, kind, said in figures.leaks] == []
    assert figures.false_share < 0.02


def test_messages_as_customers_write_them_keep_their_secrets() -> None:
    figures = judge(written("customers"), RuleFinder())
    assert figures.leaks_per_thousand < 10, figures.leaks
    assert figures.false_share < 0.05


def test_what_papers_and_plates_say_is_masked_in_every_language() -> None:
    figures = judge(written("varied"), RuleFinder())
    assert {kind for _, kind, _ in figures.leaks} <= {"name", "email", "company"}, figures.leaks
    assert figures.leaks_per_thousand < 10, figures.leaks
    assert figures.false_share < 0.03


def test_strangers_are_not_known_by_name_street_or_account() -> None:
    """Written before any rule for them; the half that nobody read leaks more, as strangers of other shops will."""
    read, unread = (judge(written(half), RuleFinder()) for half in ("strangers", "unread"))
    assert read.leaks_per_thousand < _READ, read.leaks
    assert unread.leaks_per_thousand < _UNREAD
    assert max(read.false_share, unread.false_share) < 0.05
    assert read.touched + unread.touched < 0.05 * (read.ordinary + unread.ordinary)


def test_a_shops_chat_is_masked_in_every_form() -> None:
    """Names, papers and addresses in every form; half of the lines were never looked at."""
    read, unread = (judge(written(half), RuleFinder()) for half in ("shop", "shop_unread"))
    assert read.leaks_per_thousand < _READ, read.leaks
    assert unread.leaks_per_thousand < _UNREAD_IN_SHOPS
    assert max(read.false_share, unread.false_share) < 0.05
    assert read.touched + unread.touched < 0.05 * (read.ordinary + unread.ordinary)


def test_a_chat_is_masked_and_half_of_it_that_says_nothing_is_left() -> None:
    """Half of the lines name somebody or something; half of all were never looked at."""
    read, unread = (judge(written(half), RuleFinder()) for half in ("chat", "chat_unread"))
    assert read.leaks_per_thousand < _READ, read.leaks
    assert unread.leaks_per_thousand < _UNREAD_IN_CHATS
    assert max(read.false_share, unread.false_share) < 0.05
    assert read.touched + unread.touched < 0.1 * (read.ordinary + unread.ordinary)


def test_whom_one_line_names_no_line_of_the_dialogue_does() -> None:
    for figures in all_shown(RuleFinder()).values():
        assert figures.messages > 10
        assert [(line.text, said) for line, _, said in figures.leaks] == []
        assert figures.false_share < 0.03


def test_numbers_that_are_called_something_are_masked_and_prices_are_not() -> None:
    lines = [
        parsed(line, "en")
        for line in (
            "gate code [4B7](number)",
            "order [10,587](number) is late",
            "locker [5521](number)",
            "[Rose](name) ordered two hats",
            "parcel from [wojtek](name)",
            "I paid 4990 for the jacket from 2019",
            "Mark it as a gift, will it shrink?",
        )
    ]
    figures = judge(lines, RuleFinder())
    assert figures.leaks == []
    assert figures.falses == []


def test_lines_are_read_with_their_marks_and_facts() -> None:
    line = parsed("name=Anna|address=Höfn :: hi, [Anna](name) from [Höfn](address)", "is")
    assert line.text == "hi, Anna from Höfn"
    assert [line.text[start:end] for start, end, _ in line.planted] == ["Anna", "Höfn"]
    assert len(line.facts) == 2


def test_the_judge_counts_a_single_letter() -> None:
    class Blind:
        def find(self, text: str, known: object) -> list[object]:
            return []

    figures = judge([parsed("it is [Bo](name)", "en")], Blind())  # type: ignore[arg-type]
    assert (figures.leaky, figures.leaks_per_thousand) == (1, 1000.0)
