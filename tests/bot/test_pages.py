"""Which passage a question finds, how sure that is, and when a page may answer at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from evaluate_pages import asked_in
from languages import LANGUAGES
from pages.answering import ASK_PAGE, Pages
from pages.articles import cut, passages_in
from pages.index import PageIndex
from pages.kept_meanings import KeptMeanings
from questions import is_question

if TYPE_CHECKING:
    from pathlib import Path

STORE_WOOL = "how should I store wool over the summer"


def _parsed(intent: str, confidence: float, *entities: str) -> dict[str, Any]:
    return {
        "intent": {"name": intent, "confidence": confidence},
        "intent_ranking": [],
        "entities": [{"entity": name, "value": "x"} for name in entities],
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_most_questions_find_their_passage_in_every_language(pages: Pages, language: str) -> None:
    asked = [one for one in asked_in("dev", language) if one.page]
    found = [pages.best(one.text, language) for one in asked]
    right = sum(
        best is not None and best[0].passage.key == one.page
        for one, best in zip(asked, found, strict=True)
    )
    assert right >= 0.8 * len(asked)


@pytest.mark.parametrize("language", LANGUAGES)
def test_hardly_anything_is_answered_that_no_page_answers(pages: Pages, language: str) -> None:
    asked = [one for one in asked_in("dev", language) if not one.page]
    lost = _parsed("nlu_fallback", 0.2)
    assert sum(pages.answer(lost, one.text, language) is not None for one in asked) <= 2


def test_a_page_answers_what_the_classifier_does_not_know(pages: Pages) -> None:
    parsed = pages.considered(_parsed("out_of_scope", 0.99), STORE_WOOL, "en")
    assert parsed["intent"]["name"] == ASK_PAGE
    assert parsed["page"] == {"language": "en", "article": "wool", "passage": "moths"}


@pytest.mark.parametrize(
    ("intent", "confidence", "entities"),
    [
        ("greet", 0.3, ()),
        ("affirm", 0.3, ()),
        ("track_order", 0.95, ()),
        ("talk_to_human", 0.95, ()),
        ("late_delivery", 0.95, ()),
        ("ask_remembered", 1.0, ()),
        ("nlu_fallback", 0.2, ("order_number",)),
        ("nlu_fallback", 0.2, ("email",)),
        ("find_product", 0.9, ("product",)),
    ],
)
def test_talk_errands_and_own_matters_are_left_as_they_are(
    pages: Pages, intent: str, confidence: float, entities: tuple[str, ...]
) -> None:
    parsed = _parsed(intent, confidence, *entities)
    assert pages.considered(parsed, STORE_WOOL, "en") is parsed


def test_a_canned_text_gives_way_only_to_a_page_that_fits_better(pages: Pages) -> None:
    sure = _parsed("return_policy", 1.0)
    socks = pages.answer(sure, "can sale items be returned", "en")
    assert socks is not None
    assert socks.passage.key == "returns#sale"
    assert pages.answer(_parsed("shipping_cost", 1.0), "how much is shipping", "en") is None


def test_a_problem_that_is_told_is_none_that_is_asked_about(pages: Pages) -> None:
    sure = _parsed("faulty_item", 0.95)
    assert pages.answer(sure, "how long is the warranty on the boots", "en") is not None
    assert pages.answer(sure, "my new zip broke, the one on the parka", "en") is None


def test_a_shop_without_pages_has_none_to_answer_with(tmp_path: Path) -> None:
    nothing = Pages(tmp_path / "help", tmp_path / "pages.npz")
    assert nothing.answer(_parsed("nlu_fallback", 0.2), STORE_WOOL, "en") is None
    assert nothing.best(STORE_WOOL, "th") is None


def test_a_language_without_pages_answers_from_the_english_ones(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "wool.md").write_text("# Wool\n\n## Storing wool {#s}\n\nIn a bag.\n")
    found = Pages(tmp_path, tmp_path / "pages.npz").best("storing wool", "is")
    assert found is not None
    assert (found[0].passage.language, found[0].passage.key) == ("en", "wool#s")


def test_vectors_are_kept_until_the_words_change(tmp_path: Path) -> None:
    path = tmp_path / "bot" / "pages.npz"
    first = KeptMeanings(path)
    rows = first.of(["one", "two"])
    first.keep()
    written = path.stat().st_mtime_ns
    second = KeptMeanings(path)
    assert (second.of(["two", "one"]) == rows[::-1]).all()
    second.keep()
    assert path.stat().st_mtime_ns == written
    third = KeptMeanings(path)
    third.of(["three"])
    third.keep()
    assert path.stat().st_mtime_ns != written


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no archive"])
def test_a_broken_file_of_vectors_is_made_anew(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "pages.npz"
    path.write_bytes(content)
    kept = KeptMeanings(path)
    assert kept.of(["one"]).shape[0] == 1
    kept.keep()
    assert KeptMeanings(path).of(["one"]).shape[0] == 1


def test_passages_of_signs_alone_are_no_trouble(tmp_path: Path) -> None:
    index = PageIndex(cut("# !!!\n\n## ??? {#a}\n\n...\n", "en", "odd"), KeptMeanings(tmp_path).of)
    assert len(index) == 1


@pytest.mark.parametrize(
    "text",
    [
        "how do i wash it",
        "can I use two gift cards",
        "сколько стоит новая молния",
        "можно ли стирать",
        "hvernig þvæ ég peysuna",
        "má setja hana í þurrkara",
        "靴子保固多久",
        "ซักยังไง",
    ],
)
def test_questions_are_told_without_a_sign(text: str) -> None:
    assert is_question(text)


@pytest.mark.parametrize(
    "text", ["my zip broke", "молния сломалась", "rennilásinn bilaði", "拉鍊壞了"]
)
def test_what_is_only_told_is_no_question(text: str) -> None:
    assert not is_question(text)


def test_a_file_that_is_not_utf_8_is_left_out_and_named(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = tmp_path / "en"
    folder.mkdir()
    (folder / "bad.md").write_bytes("# Größen\n\n## Wie groß? {#a}\n\nKlein.\n".encode("latin-1"))
    (folder / "good.md").write_text("# Sizes\n\n## How big? {#a}\n\nSmall.\n", encoding="utf-8")
    (folder / "gone.md").mkdir()
    with caplog.at_level("WARNING", "bot"):
        found = passages_in(tmp_path, "en")
    assert [one.article for one in found] == ["good"]
    told = [record.getMessage() for record in caplog.records]
    assert [next(name for name in ("bad", "gone") if name in line) for line in told] == [
        "bad",
        "gone",
    ]
    assert "not UTF-8" in told[0]
