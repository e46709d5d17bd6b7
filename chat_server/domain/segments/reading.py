"""From JSON to a rule and back. What is wrong is told by the path to it, with a code that stays the same."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from chat_server.domain.errors import Invalid

from .fields import FIELDS, WITHOUT_VALUE, Field, FieldKind
from .rule import Condition, Group, GroupHow, Rule, Value

DEEPEST = 5
MOST_CONDITIONS = 40
MOST_WORDS = 50
LONGEST_WORD = 200
LARGEST = 1_000_000_000
MOST_DAYS = 3_660
_GROUPS: tuple[GroupHow, ...] = ("all", "any", "none")


class RuleProblem(StrEnum):
    """Why a part of a rule is refused."""

    NOT_A_RULE = "not_a_rule"
    EMPTY = "empty"
    TOO_DEEP = "too_deep"
    TOO_MANY = "too_many"
    UNKNOWN_FIELD = "unknown_field"
    UNKNOWN_TEST = "unknown_test"
    BAD_VALUE = "bad_value"
    BAD_WINDOW = "bad_window"
    UNEXPECTED = "unexpected"


def read(given: object) -> Rule:
    """The rule, or Invalid with every problem by its path (`rule.all.0.value`)."""
    reader = _Reader()
    rule = reader.rule(given, "rule", 1)
    if reader.conditions > MOST_CONDITIONS:
        reader.problems["rule"] = RuleProblem.TOO_MANY
    if rule is None or reader.problems:
        raise Invalid("This segment's rule cannot be used as it is.", dict(reader.problems))
    return rule


def written(rule: Rule) -> dict[str, object]:
    """As JSON; `read` gives the same rule again."""
    if isinstance(rule, Group):
        return {rule.how: [written(part) for part in rule.parts]}
    made: dict[str, object] = {"field": rule.field, "is": rule.how}
    if rule.value is not None:
        made["value"] = list(rule.value) if isinstance(rule.value, tuple) else rule.value
    if rule.within_days is not None:
        made["within_days"] = rule.within_days
    return made


class _Reader:
    """Goes on after a problem, so that all are told at once."""

    def __init__(self) -> None:
        self.problems: dict[str, str] = {}
        self.conditions = 0

    def rule(self, given: object, path: str, depth: int) -> Rule | None:
        """None where it is none."""
        if depth > DEEPEST:
            return self._wrong(path, RuleProblem.TOO_DEEP)
        if not isinstance(given, dict):
            return self._wrong(path, RuleProblem.NOT_A_RULE)
        parts: Mapping[str, object] = given
        if "field" in parts:
            return self._condition(parts, path)
        hows = [how for how in _GROUPS if how in parts]
        if len(hows) != 1 or len(parts) != 1:
            return self._wrong(path, RuleProblem.NOT_A_RULE)
        return self._group(hows[0], parts[hows[0]], f"{path}.{hows[0]}", depth)

    def _group(self, how: GroupHow, given: object, path: str, depth: int) -> Rule | None:
        if not isinstance(given, list):
            return self._wrong(path, RuleProblem.NOT_A_RULE)
        if not given:
            return self._wrong(path, RuleProblem.EMPTY)
        if len(given) > MOST_CONDITIONS:
            return self._wrong(path, RuleProblem.TOO_MANY)
        parts = [self.rule(part, f"{path}.{place}", depth + 1) for place, part in enumerate(given)]
        return Group(how, tuple(part for part in parts if part is not None))

    def _condition(self, given: Mapping[str, object], path: str) -> Rule | None:
        self.conditions += 1
        for other in sorted({*map(str, given)} - {"field", "is", "value", "within_days"}):
            self._wrong(f"{path}.{other[:40]}", RuleProblem.UNEXPECTED)
        name, how = given["field"], given.get("is")
        field = FIELDS.get(name) if isinstance(name, str) else None
        if field is None:
            return self._wrong(f"{path}.field", RuleProblem.UNKNOWN_FIELD)
        if not isinstance(how, str) or how not in field.hows:
            return self._wrong(f"{path}.is", RuleProblem.UNKNOWN_TEST)
        value, window = given.get("value"), given.get("within_days")
        clean = _clean(field, how, value)
        if (clean is None) != (how in WITHOUT_VALUE) or (clean is None and value is not None):
            self._wrong(f"{path}.value", RuleProblem.BAD_VALUE)
        if window is not None and not (field.windowed and _whole(window, 1, MOST_DAYS)):
            self._wrong(f"{path}.within_days", RuleProblem.BAD_WINDOW)
        return Condition(field.name, how, clean, window if isinstance(window, int) else None)

    def _wrong(self, path: str, problem: RuleProblem) -> Rule | None:
        self.problems.setdefault(path, problem.value)
        return None


def _clean(field: Field, how: str, value: object) -> Value:
    """As it is kept; None where it is no value for this comparison."""
    if how in WITHOUT_VALUE:
        return None
    if field.kind is FieldKind.FLAG:
        return value if isinstance(value, bool) else None
    if field.kind is FieldKind.COUNT:
        return value if isinstance(value, int) and _whole(value, 0, LARGEST) else None
    if field.kind is FieldKind.SINCE:
        return value if isinstance(value, int) and _whole(value, 0, MOST_DAYS) else None
    if how == "one_of":
        return _words(value)
    return _word(value)


def _words(value: object) -> Value:
    if not isinstance(value, list) or not 0 < len(value) <= MOST_WORDS:
        return None
    words = [_word(one) for one in value]
    return tuple(word for word in words if word is not None) if None not in words else None


def _word(value: object) -> str | None:
    if not isinstance(value, str) or not value.strip() or len(value) > LONGEST_WORD:
        return None
    # No column keeps control characters, and PostgreSQL refuses to be asked about some of them.
    return value.strip() if value.isprintable() else None


def _whole(value: object, least: int, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most
