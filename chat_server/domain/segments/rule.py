"""A segment and its rule: a tree of groups whose leaves are conditions on one field each.

A rule says what, never how: the store makes a query of it, and the same rule counts, lists and filters.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from datetime import datetime

GroupHow: TypeAlias = Literal["all", "any", "none"]
Value: TypeAlias = str | int | bool | tuple[str, ...] | None


@dataclass(frozen=True)
class Condition:
    """One field compared; `within_days` counts only what happened in the last so many days."""

    field: str
    how: str
    value: Value = None
    within_days: int | None = None


@dataclass(frozen=True)
class Group:
    """All of its parts hold, any of them, or none."""

    how: GroupHow
    parts: tuple[Rule, ...]


Rule: TypeAlias = Group | Condition


@dataclass(frozen=True)
class Belonging:
    """To a rule at a time: "in the last 30 days" ends then."""

    rule: Rule
    at: datetime


@dataclass
class Segment:
    """A rule that was given a name; `rule` as it was written, because what cannot be read may be mended."""

    id: str
    name: str
    rule: dict[str, object]
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True)
class Member:
    """One contact of a segment, without anything that names them."""

    contact_id: str
    language: str | None
    dialogues: int
    last_dialogue_at: datetime | None
    orders: int
    spent_cents: int
    last_order_at: datetime | None
