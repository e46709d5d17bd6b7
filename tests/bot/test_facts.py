"""Which words become which facts."""

from __future__ import annotations

import pytest

from components.name_patterns import find_own_name
from facts import ANSWER_FACTS, INTENT_FACTS, OPEN_PROBLEMS, HeardFact, heard


def facts_in(
    text: str, intent: str, confidence: float = 0.9, pending: str | None = None
) -> dict[str, str | None]:
    return {fact.key: fact.value for fact in heard(text, intent, confidence, pending)}


def test_only_keys_and_values_the_hub_knows_are_ever_told() -> None:
    told = {key for key, _ in [*INTENT_FACTS.values(), *ANSWER_FACTS.values()]}
    assert told == {"open_problem"}
    assert {value for _, value in INTENT_FACTS.values() if value} == OPEN_PROBLEMS


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("the mug arrived broken", "damaged_item", {"open_problem": "damaged"}),
        ("the zip broke after a week", "faulty_item", {"open_problem": "defect"}),
        ("you sent me the wrong size", "wrong_item", {"open_problem": "wrong_item"}),
        ("my socks are missing", "missing_item", {"open_problem": "missing"}),
        ("order #10555 is late", "late_delivery", {"open_problem": "late"}),
        ("where is my refund", "refund_status", {"open_problem": "refund"}),
        ("your service is terrible", "complain", {"open_problem": "other"}),
        ("it is sorted now", "problem_solved", {"open_problem": None}),
    ],
)
def test_what_is_said_becomes_a_fact(
    text: str, intent: str, expected: dict[str, str | None]
) -> None:
    assert facts_in(text, intent) == expected


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("my sister is called Anna", "give_name"),
        ("my sister's name is Anna", "give_name"),
        ("her name is Anna", "give_name"),
        ("it's Anna's birthday", "greet"),
        ("a present for Anna", "find_product"),
        ("thanks Anna", "thanks"),
        ("i'm angry", "complain"),
        ("I'm German", "give_name"),
        ("I'm looking for boots", "give_name"),
    ],
)
def test_somebody_elses_name_or_no_name_is_not_taken_for_the_visitors(
    text: str, intent: str
) -> None:
    assert find_own_name(text, intent) == []


def test_what_the_hub_heard_itself_is_not_told_again() -> None:
    text = "the mug of order 10432 arrived broken"
    assert heard(text, "damaged_item", 0.9, known=["open_problem", "order_number"]) == []


@pytest.mark.parametrize(
    "text",
    [
        "what if it arrives damaged?",
        "what happens if the mug is broken",
        "if it is damaged, can I return it",
        "hvað ef varan kemur skemmd?",
        "hvað geri ég ef rennilásinn bilar",
        "что если посылка придёт повреждённой?",
        "а если товар окажется с браком?",
        "如果收到的東西壞掉怎麼辦",
        "萬一寄錯了可以換嗎",
        "ถ้าของมาถึงแล้วเสียหายทำยังไงคะ",
    ],
)
def test_asking_what_would_happen_is_no_problem(text: str) -> None:
    assert facts_in(text, "damaged_item") == {}


def test_a_problem_is_not_recorded_on_a_guess() -> None:
    assert facts_in("hm the thing", "damaged_item", confidence=0.4) == {}


def test_yes_to_is_it_sorted_ends_the_problem() -> None:
    assert facts_in("yes", "affirm", pending="open_problem") == {"open_problem": None}


def test_yes_to_another_question_ends_no_problem() -> None:
    assert facts_in("yes", "affirm", pending="human") == {}


def test_no_longer_is_told_as_a_null_and_an_unknown_place_not_at_all() -> None:
    assert HeardFact("open_problem", None, 0.9).as_dict() == {
        "key": "open_problem",
        "value": None,
        "confidence": 0.9,
    }
