"""A rule comes back as it was written; what is wrong with one is told by its path, all at once."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chat_server.domain.errors import Invalid
from chat_server.domain.segments.fields import FIELDS, WITHOUT_VALUE, Field, FieldKind
from chat_server.domain.segments.reading import DEEPEST, MOST_CONDITIONS, RuleProblem, read, written
from chat_server.domain.segments.rule import Condition, Group

LEAF = {"field": "orders.count", "is": "at_least", "value": 2}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["all", "any", "none", "field", "is", "value", "within_days", "x"]),
            inner | st.sampled_from([*FIELDS, "at_least", "is", "known"]),
            max_size=4,
        )
    ),
    max_leaves=12,
)


def _conditions() -> st.SearchStrategy[Condition]:
    def of(field: Field) -> st.SearchStrategy[Condition]:
        def compared(how: str) -> st.SearchStrategy[Condition]:
            word = st.from_regex(r"[^\W_][\w-]{0,8}", fullmatch=True)
            value: st.SearchStrategy[Any] = word
            if how in WITHOUT_VALUE:
                value = st.none()
            elif field.kind is FieldKind.FLAG:
                value = st.booleans()
            elif field.kind in {FieldKind.COUNT, FieldKind.SINCE}:
                value = st.integers(0, 3_000)
            elif how == "one_of":
                value = st.lists(word, min_size=1, max_size=3).map(tuple)
            window = st.none() | st.integers(1, 90) if field.windowed else st.none()
            return st.builds(Condition, st.just(field.name), st.just(how), value, window)

        return st.sampled_from(field.hows).flatmap(compared)

    return st.sampled_from(list(FIELDS.values())).flatmap(of)


def _groups(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Group]:
    parts = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return st.builds(Group, st.sampled_from(["all", "any", "none"]), parts)


RULES = _conditions() | _groups(_conditions() | _groups(_conditions()))


@settings(max_examples=40)
@given(RULES)
def test_a_rule_comes_back_as_it_was_written(rule: Condition | Group) -> None:
    assert read(written(rule)) == rule


@given(JSON)
def test_whatever_is_given_is_a_rule_or_refused_with_known_codes(anything: object) -> None:
    problems = _refused(anything)
    assert problems is None or problems
    assert set(problems or ()) == {path for path in problems or () if path.startswith("rule")}
    assert set((problems or {}).values()) <= {problem.value for problem in RuleProblem}


def _refused(anything: object) -> dict[str, str] | None:
    try:
        read(anything)
    except Invalid as refusal:
        return refusal.fields
    return None


def _nested(depth: int) -> object:
    return LEAF if depth == 1 else {"all": [_nested(depth - 1)]}


@pytest.mark.parametrize(
    ("rule", "problems"),
    [
        (None, {"rule": "not_a_rule"}),
        ({}, {"rule": "not_a_rule"}),
        ({"all": [LEAF], "any": [LEAF]}, {"rule": "not_a_rule"}),
        ({"all": LEAF}, {"rule.all": "not_a_rule"}),
        ({"any": []}, {"rule.any": "empty"}),
        ({"all": [LEAF, 7]}, {"rule.all.1": "not_a_rule"}),
        ({"field": "contact.name", "is": "is"}, {"rule.field": "unknown_field"}),
        ({"field": ["orders.count"], "is": "is"}, {"rule.field": "unknown_field"}),
        ({**LEAF, "is": "contains"}, {"rule.is": "unknown_test"}),
        ({**LEAF, "is": None}, {"rule.is": "unknown_test"}),
        ({**LEAF, "value": "2"}, {"rule.value": "bad_value"}),
        ({**LEAF, "value": True}, {"rule.value": "bad_value"}),
        ({**LEAF, "value": -1}, {"rule.value": "bad_value"}),
        ({**LEAF, "value": 2.5}, {"rule.value": "bad_value"}),
        ({**LEAF, "value": 10**12}, {"rule.value": "bad_value"}),
        ({"field": "fact.size", "is": "known", "value": "M"}, {"rule.value": "bad_value"}),
        ({"field": "fact.size", "is": "is", "value": " "}, {"rule.value": "bad_value"}),
        ({"field": "fact.size", "is": "is", "value": "a\0"}, {"rule.value": "bad_value"}),
        ({"field": "orders.product", "is": "one_of", "value": []}, {"rule.value": "bad_value"}),
        ({"field": "fact.name", "is": "is", "value": "Anna"}, {"rule.is": "unknown_test"}),
        ({**LEAF, "within_days": 0}, {"rule.within_days": "bad_window"}),
        (
            {"field": "contact.last_seen", "is": "within", "value": 3, "within_days": 9},
            {"rule.within_days": "bad_window"},
        ),
        ({**LEAF, "but": 1}, {"rule.but": "unexpected"}),
        (_nested(DEEPEST + 1), {"rule" + ".all.0" * DEEPEST: "too_deep"}),
        ({"all": [LEAF] * (MOST_CONDITIONS + 1)}, {"rule.all": "too_many"}),
        ({"all": [{"any": [LEAF] * 25}, {"any": [LEAF] * 25}]}, {"rule": "too_many"}),
        (
            {"all": [{**LEAF, "is": "x"}, {"none": [{"field": "nothing"}]}]},
            {"rule.all.0.is": "unknown_test", "rule.all.1.none.0.field": "unknown_field"},
        ),
    ],
)
def test_each_mistake_has_its_place_and_code(rule: object, problems: dict[str, str]) -> None:
    with pytest.raises(Invalid) as refused:
        read(rule)
    assert refused.value.fields == problems


def test_a_rule_may_be_as_deep_as_said() -> None:
    assert written(read(_nested(DEEPEST))) == _nested(DEEPEST)
