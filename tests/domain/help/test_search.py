"""The passage with the words is found, whatever language they are in."""

from __future__ import annotations

import pytest

from chat_server.domain.help.article import read
from chat_server.domain.help.search import PassageSearch
from tests.domain.help.articles import FOLDER


def _search(language: str) -> PassageSearch:
    paths = sorted((FOLDER / language).glob("*.md"))
    return PassageSearch(read(path.read_text("utf-8"), language, path.stem) for path in paths)


@pytest.mark.parametrize(
    ("language", "words", "passage"),
    [
        ("en", "parking", "visit#parking"),
        ("en", "moths", "wool#moths"),
        ("ru", "подарочная карта код потерян", "gift-cards#lost"),
        ("is", "rennilás verð", "repairs#price"),
        ("th", "จอดรถ", "visit#parking"),
        ("zh-TW", "退款", "returns#refund"),
    ],
)
def test_the_best_passage_comes_first(language: str, words: str, passage: str) -> None:
    hit = _search(language).find(words, 5)[0]
    assert f"{hit.article.slug}#{hit.passage.anchor}" == passage


def test_words_that_nothing_has_find_nothing() -> None:
    assert _search("en").find("xylophone", 5) == []
    assert _search("en").find("the", 5) == []
    assert PassageSearch([]).find("returns", 5) == []
