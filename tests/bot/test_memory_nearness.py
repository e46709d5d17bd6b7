"""Questions for memory that no pattern knows: what they are nearest to, and when that is believed."""

# ruff: noqa: RUF001 - letters of five languages that look like others are meant
from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from rasa.shared.nlu.training_data.message import Message

from components.memory_nearness import (
    EXAMPLES,
    NOTHING_KEPT,
    OF_THE_SHOP,
    OTHERS,
    MemoryNearness,
    Nearest,
    asked_examples,
)
from components.memory_requests_by_nearness import NEAREST, MemoryRequestsByNearness
from going_on import asked_now
from languages import LANGUAGES
from memory_requests import Asked, MemoryRequest
from memory_words.english import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conftest import Visitor

# In the shape of none that patterns know.
FREELY = "adress for delivery - do u have one from me"


class _Says(MemoryNearness):
    """Finds what it is told to find."""

    def __init__(self, found: Nearest) -> None:
        super().__init__()
        self._found = found

    def nearest(self, texts: Sequence[str]) -> list[Nearest]:
        return [self._found for _ in texts]


def _heard(text: str, intent: str, confidence: float, found: Nearest) -> Message:
    learned = {"name": intent, "confidence": confidence}
    message = Message({"text": text, "intent": learned, "intent_ranking": [learned]})
    [message] = MemoryRequestsByNearness(None, None, _Says(found)).process([message])
    return message


def _plainly(kind: str) -> Nearest:
    return Nearest(kind, 0.6, 1.3)


def test_there_are_examples_in_every_language_of_kinds_that_can_be_told() -> None:
    assert {path.stem for path in EXAMPLES.glob("*.yml")} == set(LANGUAGES)
    kinds = {key for _, kind in asked_examples() for key in kind.split("|")}
    assert kinds - set(ENGLISH.things) == {NOTHING_KEPT, OTHERS, OF_THE_SHOP}


def test_no_example_stands_for_two_kinds() -> None:
    kinds: dict[str, set[str]] = {}
    for text, kind in asked_examples():
        kinds.setdefault(text, set()).add(kind)
    assert [text for text, found in kinds.items() if len(found) > 1] == []
    assert min(Counter(kind for _, kind in asked_examples()).values()) >= 2


@pytest.mark.parametrize(
    ("intent", "confidence"),
    [("what_is_remembered", 0.95), ("change_order", 0.85), ("out_of_scope", 0.97), ("thanks", 0.3)],
)
def test_a_question_near_to_one_for_memory_is_one(intent: str, confidence: float) -> None:
    message = _heard(FREELY, intent, confidence, _plainly("home|delivery_place"))
    assert message.get("intent")["name"] == "ask_remembered"
    assert message.get(NEAREST) == "home|delivery_place"


@pytest.mark.parametrize(
    ("text", "intent", "confidence", "found"),
    [
        (FREELY, "change_order", 0.95, _plainly("delivery_place")),
        (FREELY, "change_order", 0.6, _plainly(OF_THE_SHOP)),
        (FREELY, "change_order", 0.6, Nearest("delivery_place", 0.2, 1.3)),
        (FREELY, "change_order", 0.6, Nearest("delivery_place", 0.6, 0.9)),
        (FREELY, "what_is_remembered", 0.9, Nearest("delivery_place", 0.2, 1.3)),
        ("which boots are the warmest", "out_of_scope", 0.6, _plainly("product_owned")),
        ("my name, what's yours", "bot_challenge", 0.4, _plainly("name")),
        ("delete my address", "delete_my_data", 0.4, _plainly("delivery_place")),
        ("my mail is kim@shop.example", "out_of_scope", 0.4, _plainly("email")),
    ],
)
def test_what_is_not_so_near_or_surely_another_thing_stays_what_it_was(
    text: str, intent: str, confidence: float, found: Nearest
) -> None:
    message = _heard(text, intent, confidence, found)
    assert message.get("intent")["name"] == intent
    assert message.get(NEAREST) is None


def test_a_pattern_that_was_not_believed_is_with_a_near_example() -> None:
    message = _heard("what size am I?", "size_advice", 0.93, _plainly("size"))
    assert message.get("intent")["name"] == "ask_remembered"
    assert message.get(NEAREST) is None


@pytest.mark.parametrize(
    ("text", "kind", "asked"),
    [
        ("那條褲子我穿幾號咧", "size", (Asked(("size",), "trousers"),)),
        ("какая у меня группа крови", NOTHING_KEPT, (Asked(()),)),
        ("heimilisfang, eruð þið með eitt", "home|delivery_place", (Asked(("home", "delivery_place")),)),
    ],
)  # fmt: skip
def test_what_is_asked_is_of_that_kind(text: str, kind: str, asked: tuple[Asked, ...]) -> None:
    found = asked_now({"text": text, NEAREST: kind})
    assert (found.wish, [one.keys for one in found.asked]) == ("ask", [one.keys for one in asked])
    assert [one.topic for one in found.asked] == [one.topic for one in asked]


def test_somebody_elses_is_nobodys_to_tell() -> None:
    assert asked_now({"text": "陳小姐穿幾號", NEAREST: OTHERS}) == MemoryRequest("others")


def test_a_few_examples_teach_which_kind_is_asked() -> None:
    kinds: dict[str, list[str]] = {
        "size": ["my size, do you have it", "which size did I give", "you know my size, right"],
        "phone": ["my phone, do you have it", "which number did I give", "you know my number, right"],
    }  # fmt: skip
    asked: list[tuple[str, str]] = [(text, kind) for kind, texts in kinds.items() for text in texts]
    asked += [("how do I find the right size", OF_THE_SHOP), ("can I call you", OF_THE_SHOP)]
    near = MemoryNearness()
    near.fit(asked, [("where is my parcel", "track_order"), ("thank you", "thanks")])
    size, phone, shop = near.nearest(["so which size have I given", "the phone I gave?", "thanks"])
    assert (size.kind, phone.kind, shop.kind) == ("size", "phone", OF_THE_SHOP)
    assert size.memory > shop.memory


def test_the_bot_says_that_it_does_not_know_what_was_asked_freely(visitor: Visitor) -> None:
    visitor.facts = {"size": "M"}
    answer: Any = visitor.says(FREELY)
    assert "You have not told me your address" in answer.text
    assert answer.used_facts == set()
