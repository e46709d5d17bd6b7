"""Facts: what a customer said or we know, each with its source; nothing is overwritten."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from .facts.statement import Statement

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime


class FactState(StrEnum):
    """Only `CURRENT` facts are used; the others stay on record."""

    CURRENT = "current"
    SUPERSEDED = "superseded"
    ENDED = "ended"


class FactSource(StrEnum):
    """Who stated it."""

    VISITOR = "visitor"
    AGENT = "agent"
    IDENTITY = "identity"
    SHOP = "shop"


@dataclass(frozen=True)
class FactKind:
    """`question` asks for it; `clean` gives the value as it is kept, or None when it cannot be one."""

    key: str
    label: str
    question: str
    clean: Callable[[str], str | None]


@dataclass
class Fact:
    """One statement; `start` and `end` are the characters of the source message that say it."""

    id: str
    contact_id: str
    key: str
    value: str
    source: FactSource
    confidence: float
    observed_at: datetime
    state: FactState = FactState.CURRENT
    conversation_id: str | None = None
    message_id: str | None = None
    start: int | None = None
    end: int | None = None
    superseded_by: str | None = None
    ended_at: datetime | None = None

    def give_way_to(self, newer: Fact) -> None:
        """A newer statement of the same kind counts from now on."""
        self.state, self.superseded_by, self.ended_at = (
            FactState.SUPERSEDED,
            newer.id,
            newer.observed_at,
        )

    def finish(self, now: datetime) -> None:
        """It holds no longer: a problem was solved."""
        self.state, self.ended_at = FactState.ENDED, now


__all__ = [
    "FACT_KINDS",
    "PROBLEMS",
    "Fact",
    "FactKind",
    "FactSource",
    "FactState",
    "Statement",
    "clean_value",
]

PROBLEMS = {
    "damaged": "a damaged item",
    "wrong_item": "the wrong item",
    "late": "a late delivery",
    "missing": "a missing parcel",
    "refund": "a refund",
    "defect": "a faulty item",
    "other": "a problem",
}
_EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s]{1,190}\.[^@\s.]{2,24}")
_LONG_DIGITS = re.compile(r"(?:\d[ -]?){13,}")


def _words(longest: int) -> Callable[[str], str | None]:
    def clean(value: str) -> str | None:
        value = " ".join(value.split())
        # Thirteen digits and more are a card or account number, which is never kept.
        return value if 0 < len(value) <= longest and not _LONG_DIGITS.search(value) else None

    return clean


def _email(value: str) -> str | None:
    value = value.strip().rstrip(".,;").lower()
    return value if _EMAIL.fullmatch(value) else None


def _order_number(value: str) -> str | None:
    digits = re.sub(r"\D", "", value)
    return digits if 4 <= len(digits) <= 12 else None  # noqa: PLR2004 - shops' order numbers


def _phone(value: str) -> str | None:
    kept = re.sub(r"[^\d+]", "", value)
    return kept if re.fullmatch(r"\+?\d{6,15}", kept) else None


def _problem(value: str) -> str | None:
    return value if value in PROBLEMS else None


FACT_KINDS: dict[str, FactKind] = {
    kind.key: kind
    for kind in (
        FactKind("name", "Name", "What is your name?", _words(80)),
        FactKind("email", "E-mail", "What is your e-mail address?", _email),
        FactKind("phone", "Phone", "What is your phone number?", _phone),
        FactKind("order_number", "Order", "What is your order number?", _order_number),
        FactKind("product_interest", "Interested in", "Which product is it about?", _words(80)),
        FactKind("size", "Size", "Which size do you need?", _words(20)),
        FactKind("colour", "Colour", "Which colour would you like?", _words(30)),
        FactKind("open_problem", "Open problem", "What went wrong?", _problem),
    )
}


def clean_value(key: str, value: str) -> str | None:
    """The value as kept, or None when the kind is unknown or the value is not of it."""
    kind = FACT_KINDS.get(key)
    return kind.clean(value) if kind else None
