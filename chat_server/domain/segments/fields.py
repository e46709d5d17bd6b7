"""What a rule may ask about, and how. To add a field, add it here and its query in `store.members`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from chat_server.domain.consent import Purpose
from chat_server.domain.facts.kind import Sensitivity
from chat_server.domain.facts.kinds import FACT_KINDS


class FieldKind(StrEnum):
    """What a field holds, which decides how it is compared."""

    COUNT = "count"
    SINCE = "since"
    WORD = "word"
    FLAG = "flag"
    FACT = "fact"
    # Of what is personal it may be asked whether it is known, never what it is.
    PERSONAL_FACT = "personal_fact"


HOWS: Mapping[FieldKind, tuple[str, ...]] = {
    FieldKind.COUNT: ("at_least", "at_most", "exactly"),
    FieldKind.SINCE: ("within", "longer_ago", "never"),
    FieldKind.WORD: ("is", "is_not", "one_of"),
    FieldKind.FLAG: ("is",),
    FieldKind.FACT: ("known", "unknown", "is", "contains"),
    FieldKind.PERSONAL_FACT: ("known", "unknown"),
}
WITHOUT_VALUE = frozenset({"known", "unknown", "never"})


@dataclass(frozen=True)
class Field:
    """`windowed`: may be narrowed to the last days."""

    name: str
    kind: FieldKind
    windowed: bool = False

    @property
    def hows(self) -> tuple[str, ...]:
        """The comparisons that make sense."""
        return HOWS[self.kind]


def _fact(key: str) -> Field:
    plain = FACT_KINDS[key].sensitivity is Sensitivity.PLAIN
    return Field(f"fact.{key}", FieldKind.FACT if plain else FieldKind.PERSONAL_FACT)


_COUNTS = (
    "dialogues.count",
    "dialogues.handed_off",
    "dialogues.unresolved",
    "dialogues.rated_low",
    "dialogues.rated_high",
    "orders.count",
    "orders.spent",
    "orders.returned",
)
_WORDS = (
    "dialogues.language",
    "dialogues.channel",
    "dialogues.element",
    "dialogues.campaign",
    "dialogues.intent",
    "orders.product",
    "orders.category",
)
FIELDS: Mapping[str, Field] = {
    field.name: field
    for field in (
        *(Field(f"contact.{name}", FieldKind.FLAG) for name in ("known", "email", "phone")),
        *(Field(f"contact.{name}", FieldKind.SINCE) for name in ("first_seen", "last_seen")),
        *(Field(f"consent.{purpose.value}", FieldKind.FLAG) for purpose in Purpose),
        *(Field(f"{name}.last", FieldKind.SINCE) for name in ("dialogues", "orders")),
        *(Field(name, FieldKind.COUNT, windowed=True) for name in _COUNTS),
        *(Field(name, FieldKind.WORD, windowed=True) for name in _WORDS),
        *(_fact(key) for key in FACT_KINDS),
    )
}
