"""What a visitor's words tell us, as facts: the one place that says which entity or intent becomes which fact.

The hub keeps facts with their source message; the bot only reports what it heard, with the place in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

FACT_KEYS = frozenset(
    {"name", "email", "phone", "order_number", "product_interest", "size", "colour", "open_problem"}
)
OPEN_PROBLEMS = frozenset({"damaged", "wrong_item", "late", "missing", "refund", "defect", "other"})

# Below this the bot would be recording a guess about a person.
MIN_INTENT_CONFIDENCE = 0.5
MIN_ENTITY_CONFIDENCE = 0.6

# A product, size or colour is an interest only while shopping: "the red jacket arrived torn" is none.
_SHOPPING = frozenset({"find_product", "check_stock", "size_advice", "product_care", "inform"})


@dataclass(frozen=True)
class EntityFact:
    """One entity that becomes a fact, and the intents in which it counts (``None``: in all)."""

    entity: str
    key: str
    intents: frozenset[str] | None = None


# A name is an entity only where visitors introduce themselves: components/name_patterns.py
ENTITY_FACTS = (
    EntityFact("name", "name"),
    EntityFact("email", "email"),
    EntityFact("order_number", "order_number"),
    EntityFact("product", "product_interest", _SHOPPING),
    EntityFact("size", "size", _SHOPPING),
    EntityFact("colour", "colour", _SHOPPING),
)

# ``None`` says the fact holds no longer.
INTENT_FACTS: Mapping[str, tuple[str, str | None]] = {
    "damaged_item": ("open_problem", "damaged"),
    "faulty_item": ("open_problem", "defect"),
    "wrong_item": ("open_problem", "wrong_item"),
    "missing_item": ("open_problem", "missing"),
    "late_delivery": ("open_problem", "late"),
    "refund_status": ("open_problem", "refund"),
    "complain": ("open_problem", "other"),
    "problem_solved": ("open_problem", None),
}

# A bare answer to the bot's own question is a fact too: what the question was about, the intent, what follows.
ANSWER_FACTS: Mapping[tuple[str, str], tuple[str, str | None]] = {
    ("open_problem", "affirm"): ("open_problem", None),
}

# Asking what would happen is not reporting that it did.
_HYPOTHETICAL = re.compile(
    r"\b(what if|what happens (if|when)|in case|suppose|if (it|they|something|my|the|i|an?)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class HeardFact:
    """One fact heard in one message; ``start`` and ``end`` are its place in the text."""

    key: str
    value: str | None
    confidence: float
    start: int | None = None
    end: int | None = None

    def as_dict(self) -> dict[str, Any]:
        """The shape the hub gets; a place that is not known is left out."""
        return {
            name: value
            for name, value in asdict(self).items()
            if name == "value" or value is not None
        }


def heard(
    text: str,
    intent: str | None,
    intent_confidence: float,
    entities: Iterable[Mapping[str, Any]],
    pending: str | None = None,
) -> list[HeardFact]:
    """The facts in one message; of several values for one key the last said wins.

    ``pending`` is what the bot's last question was about.
    """
    facts: dict[str, HeardFact] = {}
    for entity in entities:
        for rule in ENTITY_FACTS:
            if rule.entity != entity.get("entity") or (
                rule.intents is not None and intent not in rule.intents
            ):
                continue
            fact = _entity_fact(rule, entity)
            if fact is not None:
                facts[fact.key] = fact
    problem = _intent_fact(text, intent, intent_confidence, pending)
    if problem is not None:
        facts[problem.key] = problem
    return list(facts.values())


def _entity_fact(rule: EntityFact, entity: Mapping[str, Any]) -> HeardFact | None:
    confidence = float(entity.get("confidence_entity") or 1.0)
    value = str(entity.get("value") or "").strip()
    start, end = entity.get("start"), entity.get("end")
    if not value or confidence < MIN_ENTITY_CONFIDENCE:
        return None
    return HeardFact(rule.key, value, round(confidence, 3), start, end)


def _intent_fact(
    text: str, intent: str | None, confidence: float, pending: str | None
) -> HeardFact | None:
    told = ANSWER_FACTS.get((pending or "", intent or "")) or INTENT_FACTS.get(intent or "")
    if told is None or confidence < MIN_INTENT_CONFIDENCE or _HYPOTHETICAL.search(text):
        return None
    return HeardFact(*told, round(confidence, 3))
