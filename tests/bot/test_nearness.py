"""What examples say by themselves, and when they are asked."""

from __future__ import annotations

import numpy as np
import pytest

from components import intent_model, nearness
from components.intent_model import IntentModel
from components.intent_net import Recipe
from components.nearness import Nearness
from components.wording import Wording

ASKED = {
    "late": ["where is my parcel", "my parcel is late", "parcel not here"],
    "refund": ["money back please", "refund my money", "i want my money back"],
}
_BESIDE = np.float32([[4, 0, 0], [0, 4, 0]])


def _taught(times: int = 1) -> tuple[list[str], list[str]]:
    pairs = [(text, intent) for intent, texts in ASKED.items() for text in texts * times]
    return [text for text, _ in pairs], [intent for _, intent in pairs]


@pytest.fixture(scope="module")
def taught() -> tuple[Wording, Nearness]:
    texts, intents = _taught()
    wording, near = Wording(), Nearness()
    meaning = np.repeat(_BESIDE, 3, axis=0)
    near.fit(wording.fit(texts), meaning, intents)
    return wording, near


@pytest.mark.parametrize(("text", "beside", "best"), [("parcel", 0, 0), ("money", 1, 1)])
def test_what_is_like_an_example_means_the_same(
    taught: tuple[Wording, Nearness], text: str, beside: int, best: int
) -> None:
    wording, near = taught
    assert near.scores(wording.of([text]), _BESIDE[[beside]])[0].argmax() == best


def test_meaning_decides_where_wording_says_nothing(taught: tuple[Wording, Nearness]) -> None:
    wording, near = taught
    scores = near.scores(wording.of(["qqq", "qqq"]), _BESIDE)
    assert scores.argmax(axis=1).tolist() == [0, 1]


def test_what_is_like_no_example_is_left_open(taught: tuple[Wording, Nearness]) -> None:
    wording, near = taught
    like, unlike = near.scores(wording.of(["parcel", ""]), np.float32([[4, 0, 0], [0, 0, 4]]))
    assert abs(unlike[0] - unlike[1]) < abs(like[0] - like[1]) / 4


def test_comparing_some_at_a_time_changes_nothing(
    taught: tuple[Wording, Nearness], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nearness, "_AT_ONCE", 2)
    texts, intents = _taught()
    wording, near = Wording(), Nearness()
    near.fit(wording.fit(texts), np.repeat(_BESIDE, 3, axis=0), intents)
    found, whole = (
        one.scores(words.of(["parcel", "money"]), _BESIDE)
        for words, one in ((wording, near), taught)
    )
    assert found == pytest.approx(whole, abs=1e-5)


@pytest.mark.parametrize(
    ("examples", "comparable", "asked"), [(147, 300, True), (147, 290, False), (150, 999, False)]
)
def test_examples_are_asked_themselves_only_while_they_are_few(
    examples: int, comparable: int, *, asked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intent_model, "_COMPARABLE", comparable)
    monkeypatch.setattr(intent_model, "_RECIPES", (Recipe(hidden=4, epochs=1, least_steps=1),))
    monkeypatch.setattr(
        intent_model, "weighed_meanings", lambda texts: np.zeros((len(texts), 8), "f4")
    )
    learned: list[int] = []
    monkeypatch.setattr(Nearness, "fit", lambda *taken: learned.append(len(taken[-1])))
    monkeypatch.setattr(Nearness, "scores", lambda *_: np.float32([[1, 0]]))
    model = IntentModel()
    model.fit(*_taught(examples // 3))
    # Once to find out how sure to be, once for good; with many, never.
    assert bool(learned) is asked
    assert 2 * examples in learned or not asked
    assert model.shares(["parcel"]).sum() == pytest.approx(1, abs=1e-4)
