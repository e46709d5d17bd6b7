"""The intent model, taught a handful of examples in two languages."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from components.intent_model import IntentModel

TAUGHT = {
    "late": [
        "where is my parcel",
        "my parcel has not come",
        "parcel late",
        "still waiting for the delivery",
        "где моя посылка",
        "посылка не пришла",
        "всё ещё жду доставку",
        "посылка опаздывает",
    ],
    "refund": [
        "give me my money back",
        "i want a refund",
        "refund please",
        "when do i get the money",
        "верните деньги",
        "хочу возврат денег",
        "когда вернут деньги",
        "возврат пожалуйста",
    ],
    "thanks": [
        "thank you",
        "thanks a lot",
        "great, thanks",
        "cheers for the help",
        "спасибо",
        "большое спасибо",
        "спасибо за помощь",
        "благодарю",
    ],
}


def _taught() -> IntentModel:
    model = IntentModel()
    pairs = [(text, intent) for intent, texts in TAUGHT.items() for text in texts]
    model.fit([text for text, _ in pairs], [intent for _, intent in pairs])
    return model


@pytest.fixture(scope="module")
def model() -> IntentModel:
    return _taught()


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("where's the parcel I ordered?", "late"),
        ("REFUND MY MONEY", "refund"),
        ("thank you so much", "thanks"),
        ("посылки всё нет", "late"),
        ("деньги верните", "refund"),
        ("спасибо большое!", "thanks"),
    ],
)
def test_both_languages_are_understood_by_the_one_model(
    model: IntentModel, text: str, intent: str
) -> None:
    assert model.best([text])[0][0] == intent


@pytest.mark.parametrize(
    "text", ["", " ", "😡😡", "\x00", "مرحبا", "?" * 4000, "word " * 800, "訂" * 4000]
)
def test_anything_gets_shares_that_add_up_in_bounded_time(model: IntentModel, text: str) -> None:
    began = time.process_time()
    shares = model.shares([text])
    assert time.process_time() - began < 3
    assert shares.shape == (1, 3)
    assert shares.sum() == pytest.approx(1, abs=1e-4)


def test_the_same_examples_make_the_same_model(model: IntentModel) -> None:
    texts = ["parcel?", "money", "спасибо"]
    assert np.allclose(model.shares(texts), _taught().shares(texts), atol=1e-5)


def test_many_at_once_get_the_same_answers(model: IntentModel) -> None:
    texts = [text for group in TAUGHT.values() for text in group] * 3
    alone = [model.best([text])[0][0] for text in texts]
    with ThreadPoolExecutor(8) as pool:
        assert [found[0][0] for found in pool.map(lambda text: model.best([text]), texts)] == alone
