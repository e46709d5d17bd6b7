"""What learned from examples which words state a fact: a stand-in and the real one keep the same promises."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from chat_server.domain.facts.fact import SURE
from chat_server.domain.facts.kinds import FACT_KINDS
from chat_server.domain.facts.marked import Claim
from chat_server.recall.ear.model import language_of
from chat_server.recall.ear.tokens import tokens
from chat_server.recall.meaning import ModelProcess
from tests.recall.pointing import Pointing

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from chat_server.domain.ports import Marker

WISH = "Hi! I am looking for a warm down jacket for the mountains"
NOTHING = "thank you, have a nice day"
ANSWERS = """
import json, sys
print(json.dumps({"ready": True}), flush=True)
for line in sys.stdin:
    lines = json.loads(line)["lines"]
    mark = {"key": "size", "start": 0, "end": 1, "confidence": 0.8, "value": None, "about": [2, 4], "claim": "holds"}
    print(json.dumps({"marks": [[mark] for _ in lines]}), flush=True)
"""
REFUSES = """
import json, sys
print(json.dumps({"ready": True}), flush=True)
for line in sys.stdin:
    wanted = json.loads(line)
    print(json.dumps({"refused": "torn"} if "lines" in wanted else {"vectors": ["01"]}), flush=True)
"""


@pytest.fixture(params=["stand-in", pytest.param("real", marks=pytest.mark.integration)])
async def marker(request: pytest.FixtureRequest) -> AsyncIterator[Marker]:
    if request.param == "stand-in":
        yield Pointing([("warm down jacket", "product_interest")])
        return
    process = ModelProcess()
    yield process
    await process.close()


async def test_marks_come_in_the_order_of_the_lines(marker: Marker) -> None:
    found = await marker.marks([(NOTHING, "en", []), (WISH, "en", []), (NOTHING, "en", [])])
    assert found is not None
    first, second, third = found
    assert (first, third) == ([], [])
    (mark,) = [one for one in second if one.key == "product_interest"]
    assert "down jacket" in WISH[mark.start : mark.end]


async def test_a_mark_is_of_a_kind_and_within_its_text(marker: Marker) -> None:
    found = await marker.marks(
        [
            (WISH, "en", [("size", 0, 3)]),
            ("", "en", []),
            ("?!", "is", [("name", 0, 2)]),
            ("x" * 600, "en", []),
        ]
    )
    assert found is not None
    for text, marks in zip((WISH, "", "?!", "x" * 600), found, strict=True):
        for one in marks:
            assert one.key in FACT_KINDS
            assert 0 <= one.start < one.end <= len(text)
            assert 0.5 <= one.confidence <= 0.95
            assert one.claim is not Claim.DOUBTED or one.confidence < SURE


async def test_the_same_line_says_the_same_again(marker: Marker) -> None:
    first = await marker.marks([(WISH, "en", [])])
    assert first == await marker.marks([(WISH, "en", [])])


async def test_none_in_a_language_that_nobody_taught(marker: Marker) -> None:
    assert await marker.marks([("我想買一件外套", "xx", []), ("ฉันอยากได้", "xx", [])]) is not None


async def test_the_process_is_asked_in_lines_and_answers_marks() -> None:
    process = ModelProcess((sys.executable, "-c", ANSWERS))
    found = await process.marks([("M a jacket", "en", [])])
    assert found is not None
    assert (found[0][0].key, found[0][0].about) == ("size", (2, 4))
    await process.close()


async def test_an_ill_one_tells_nothing() -> None:
    process = ModelProcess((sys.executable, "-c", "raise SystemExit(1)"))
    assert await process.marks([(WISH, "en", [])]) is None
    await process.close()


async def test_one_that_refuses_to_mark_tells_meanings_all_the_same() -> None:
    process = ModelProcess((sys.executable, "-c", REFUSES))
    assert await process.marks([(WISH, "en", [])]) is None
    assert await process.vectors([WISH], asked=False) == [b"\x01"]
    await process.close()


def test_where_no_spaces_are_written_letters_are_tokens() -> None:
    assert [word for _, _, word in tokens("我要 M號 250", "zh-TW")] == [
        "我",
        "要",
        "M",
        "號",
        "250",
    ]


@pytest.mark.parametrize(
    ("text", "locale", "language"),
    [
        ("Ég er að leita", "is", "is"),
        ("I live here", "en-GB", "en"),
        ("Где мой заказ", "en", "ru"),
        ("我要", "is", "zh-TW"),
        ("อยากได้", "en", "th"),
        ("Bonjour", "fr", "en"),
    ],
)
def test_letters_tell_the_language_before_the_page_does(
    text: str, locale: str, language: str
) -> None:
    assert language_of(text, locale) == language
