"""REST bodies of segments."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .base import Inbound, Outbound, ShortText, Timestamp


class SegmentView(Outbound):
    """A rule that was given a name."""

    id: str
    name: str
    rule: dict[str, object]
    created_at: Timestamp
    updated_at: Timestamp


class SegmentBody(Inbound):
    """A segment as it should be.

    `rule` is `{"all" | "any" | "none": [rules]}` or `{"field", "is", "value"?, "within_days"?}`; `segments/fields`
    lists the fields. What is wrong with it is named by its path: `{"rule.all.0.value": "bad_value"}`.
    """

    name: Annotated[ShortText, Field(min_length=1)]
    rule: dict[str, object]


class SegmentRuleBody(Inbound):
    """A rule to be tried; a `quick` one looks at some 10,000 contacts where there are more than 200,000."""

    rule: dict[str, object]
    quick: bool = False


class MemberView(Outbound):
    """A contact by their id alone, and what they did; money in cents."""

    contact_id: str
    language: str | None
    dialogues: int
    last_dialogue_at: Timestamp | None
    orders: int
    spent_cents: int
    last_order_at: Timestamp | None


class SegmentPreview(Outbound):
    """How many contacts belong now, of all, and those of them seen last.

    Where fewer than all were `counted`, `count` is what these let expect, with a 95 % interval from `low` to `high`, and the sample is of them.
    """

    count: int
    contacts: int
    counted: int
    low: int
    high: int
    sample: list[MemberView]


class SegmentCount(Outbound):
    """How many contacts belong to a rule, of all: each of them was looked at."""

    count: int
    contacts: int


class SegmentCountBody(Inbound):
    """A rule whose contacts are to be counted."""

    rule: dict[str, object]


class SegmentFieldView(Outbound):
    """What a rule may ask about; `windowed`: `within_days` may narrow it."""

    name: str
    kind: Literal["count", "since", "word", "flag", "fact", "personal_fact"]
    tests: list[str]
    windowed: bool


class SegmentChoiceView(Outbound):
    """A word known to a field."""

    field: str
    value: str
    name: str


class SegmentFields(Outbound):
    """Everything needed to write a rule."""

    fields: list[SegmentFieldView]
    choices: list[SegmentChoiceView]
