"""Whether a message is answered from a page rather than as the classifier would have it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from components.markup import without_markup
from components.meaning import meanings
from languages import ENGLISH, LANGUAGES
from pages.articles import Passage, passages_in
from pages.index import PageIndex
from pages.kept_meanings import KeptMeanings
from pages.sureness import Sureness
from phrases import phrases_in
from questions import is_question
from responses_by_language import responses_in

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from pages.index import Fit, Found

ASK_PAGE = "ask_page"
# What it did not understand.
_LOST = frozenset({"nlu_fallback", "out_of_scope"})
# Questions that one text of the shop's answers, `utter_...`: a page has to fit better than that text.
CANNED = (
    "shipping_cost",
    "shipping_time",
    "shipping_abroad",
    "return_policy",
    "payment_methods",
    "reset_password",
    "manage_account",
    "size_advice",
    "product_care",
    "delete_my_data",
)
# What sounds like them may be a question for a page: where they are not surely meant, or where it is asked for and the
# page is very sure.
_OFTEN_MISHEARD = frozenset(
    {
        "find_product",
        "check_stock",
        "ask_coupon",
        "coupon_problem",
        "payment_problem",
        "faulty_item",
        "damaged_item",
        "missing_item",
        "complain",
        "inform",
        "bot_challenge",
    }
)
# Errands and what people are needed for: a page only where the classifier hardly believes them itself.
_ERRANDS = frozenset(
    {
        "track_order",
        "cancel_order",
        "change_order",
        "return_item",
        "refund_status",
        "late_delivery",
        "what_is_remembered",
        "talk_to_human",
    }
)
_REPLACEABLE = _OFTEN_MISHEARD | _ERRANDS | frozenset(CANNED)
_MEANT, _VERY_SURE = 0.6, 0.9
# How much better a page has to fit where the classifier is wholly sure of the canned answer.
_BETTER_BY = 0.15
# What says that the message is about the visitor's own matter.
_OWN_MATTERS = frozenset({"order_number", "email", "coupon_code"})
_OF_THE_SHELF = frozenset({"find_product", "check_stock"})


@dataclass(frozen=True)
class PageAnswer:
    """A passage, and how sure it is that it answers."""

    passage: Passage
    sureness: float


class Pages:
    """The shop's help pages in every language, and the texts they rival."""

    def __init__(self, folder: Path, kept: Path) -> None:
        known = KeptMeanings(kept)
        english = passages_in(folder, ENGLISH)
        self._by_language = {
            language: passages_in(folder, language) or english for language in LANGUAGES
        }
        self._indexes = {
            language: PageIndex(_answering(passages), known.of)
            for language, passages in self._by_language.items()
        }
        self._canned = {language: _canned_index(language, known) for language in LANGUAGES}
        self._sureness = Sureness()
        known.keep()

    def passage(self, language: str, article: str, anchor: str) -> Passage | None:
        """The one of that place."""
        return next(
            (
                one
                for one in self._by_language.get(language, ())
                if (one.article, one.anchor) == (article, anchor)
            ),
            None,
        )

    def considered(self, parsed: dict[str, Any], text: str, language: str) -> dict[str, Any]:
        """What was understood, as a question for a page where a page answers it best."""
        answer = self.answer(parsed, text, language)
        if answer is None:
            return parsed
        passage = answer.passage
        intent = {"name": ASK_PAGE, "confidence": answer.sureness}
        page = {
            "language": passage.language,
            "article": passage.article,
            "passage": passage.anchor,
        }
        ranking = [intent, *parsed.get("intent_ranking", [])]
        return {**parsed, "intent": intent, "intent_ranking": ranking, "page": page}

    def answer(self, parsed: dict[str, Any], text: str, language: str) -> PageAnswer | None:
        """The page's answer, where there is one and none is better."""
        name = str(parsed["intent"].get("name"))
        confidence = float(parsed["intent"].get("confidence") or 0.0)
        enough = self._needed(name, confidence, parsed["entities"], text)
        if enough is None:
            return None
        asked = without_markup(text)
        meaning = meanings([asked])[0]
        found = self._indexes[language].best(asked, meaning)
        if found is None:
            return None
        sureness = self._sureness.of(found)
        if sureness < enough:
            return None
        if name in CANNED and not self._beats(name, confidence, found, asked, meaning, language):
            return None
        return PageAnswer(found.passage, sureness)

    def best(self, text: str, language: str) -> tuple[Found, float] | None:
        """The nearest passage and how sure it is, whatever else could be said."""
        found = self._indexes[language].best(text, meanings([text])[0])
        return (found, self._sureness.of(found)) if found else None

    def _needed(
        self, name: str, confidence: float, entities: Sequence[Mapping[str, Any]], text: str
    ) -> float | None:
        """How sure a page has to be of what the classifier takes for this; None where no page is asked."""
        told = {str(found["entity"]) for found in entities}
        if text.startswith("/") or told & _OWN_MATTERS:
            return None
        if name in _LOST:
            return self._sureness.enough
        if name not in _REPLACEABLE:
            return None
        if confidence < _MEANT:
            very_sure = max(_VERY_SURE, self._sureness.enough)
            return very_sure if name in _ERRANDS else self._sureness.enough
        about_goods = name in _OF_THE_SHELF and "product" in told
        if name in _ERRANDS or about_goods or not (name in CANNED or is_question(text)):
            return None
        return max(_VERY_SURE, self._sureness.enough)

    def _beats(
        self,
        name: str,
        confidence: float,
        found: Found,
        asked: str,
        meaning: NDArray[np.float32],
        language: str,
    ) -> bool:
        rivals: Sequence[Fit] = self._canned[language].fits(asked, meaning)
        rival = rivals[CANNED.index(name)]
        return found.fit.score > rival.score + _BETTER_BY * confidence


def _answering(passages: Sequence[Passage]) -> list[Passage]:
    """What stands above the first heading leads in and answers nothing, unless it is all there is."""
    headed = {one.article for one in passages if one.anchor}
    return [one for one in passages if one.anchor or one.article not in headed]


def _canned_index(language: str, known: KeptMeanings) -> PageIndex:
    """The canned texts as if they were passages, under what they are called on a button."""
    labels, responses = phrases_in(language).table("intents"), responses_in(language)
    passages = [
        Passage(language, "", name, "", labels.get(name, ""), responses[f"utter_{name}"][0]["text"])
        for name in CANNED
    ]
    return PageIndex(passages, known.of)
