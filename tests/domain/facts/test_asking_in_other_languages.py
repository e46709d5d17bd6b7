"""Questions as people put them, in Russian, Icelandic and Thai: `questions.txt`."""

from __future__ import annotations

from pathlib import Path

import pytest

from chat_server.domain.facts.asking import asked_for

ROWS = tuple(
    row
    for row in (Path(__file__).parent / "questions.txt").read_text(encoding="utf-8").splitlines()
    if not row.startswith("#")
)


@pytest.mark.parametrize("row", ROWS)
def test_a_question_asks_for_its_kind_first_and_talk_for_none(row: str) -> None:
    said, _, kinds = row.partition(" =>")
    language, _, text = said.partition("|")
    asked = asked_for(text, language)
    assert bool(asked) == bool(kinds.strip())
    assert not asked or asked[0] in kinds.split()
