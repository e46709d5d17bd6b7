"""What a visitor's words tell us, as facts: the one place that says which entity or intent becomes which fact.

The hub keeps facts with their source message; the bot only reports what it heard, with the place in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

FACT_KEYS = frozenset({"name", "email", "phone", "order_number", "product_interest", "size", "colour", "open_problem"})
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

# Asking what would happen is not reporting that it did.
_HYPOTHETICAL = re.compile(r"\b(what if|what happens (if|when)|in case|suppose|if (it|they|something|my|the|i|an?)\b)", re.I)
# The words right before a name that make it the speaker's own.
_OWN_NAME_BEFORE = re.compile(
    r"(?:\b(?:i\s*['\u2019]?\s*a?m|my\s+(?:first\s+|full\s+)?name(?:\s+is|['\u2019]?s)?|name(?:\s+is|['\u2019]?s|:)|call\s+me"
    r"|this\s+is|it\s*['\u2019]?\s*s|it\s+is|here\s+is|here['\u2019]?s|speaking\s+is|i\s+go\s+by|known\s+as|signed)[\s,:-]*(?:just\s+|called\s+|actually\s+)?)$",
    re.I,
)
_OWN_NAME_AFTER = re.compile(r"^\s*(?:here|speaking|is\s+my\s+name|is\s+the\s+name|is\s+what)\b", re.I)
_OTHER_PERSON = re.compile(
    r"\b(?:(?:my|his|her|our|their|your|the)\s+(?:\w+\s+)?"
    r"(?:sister|brother|mother|father|mum|mom|dad|wife|husband|partner|son|daughter|friend|colleague|boss|neighbou?r|dog|cat|aunt"
    r"|uncle|cousin|flatmate|roommate|girlfriend|boyfriend|grandmother|grandfather|gran|boy|girl|kid|child|agent|courier|driver)"
    r"|for|from|to|with|by|hi|hello|hey|dear|thanks|thank\s+you)\W*(?:(?:['\u2019]s\s+)?(?:name\s+)?(?:is|was|called|named)?\W*)$",
    re.I,
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
        return {name: value for name, value in asdict(self).items() if name == "value" or value is not None}


def heard(text: str, intent: str | None, intent_confidence: float, entities: Iterable[Mapping[str, Any]]) -> list[HeardFact]:
    """The facts in one message; of several values for one key the last said wins."""
    facts: dict[str, HeardFact] = {}
    for entity in entities:
        for rule in ENTITY_FACTS:
            if rule.entity != entity.get("entity") or (rule.intents is not None and intent not in rule.intents):
                continue
            fact = _entity_fact(rule, entity, text)
            if fact is not None:
                facts[fact.key] = fact
    problem = _intent_fact(text, intent, intent_confidence)
    if problem is not None:
        facts[problem.key] = problem
    return list(facts.values())


def _entity_fact(rule: EntityFact, entity: Mapping[str, Any], text: str) -> HeardFact | None:
    confidence = float(entity.get("confidence_entity") or 1.0)
    value = str(entity.get("value") or "").strip()
    start, end = entity.get("start"), entity.get("end")
    if not value or confidence < MIN_ENTITY_CONFIDENCE:
        return None
    if rule.key == "name":
        if start is None or end is None or not is_own_name(text, start, end):
            return None
        value = written_as_name(value)
    return HeardFact(rule.key, value, round(confidence, 3), start, end)


def _intent_fact(text: str, intent: str | None, confidence: float) -> HeardFact | None:
    if intent not in INTENT_FACTS or confidence < MIN_INTENT_CONFIDENCE or _HYPOTHETICAL.search(text):
        return None
    key, value = INTENT_FACTS[intent]
    return HeardFact(key, value, round(confidence, 3))


def is_own_name(text: str, start: int, end: int) -> bool:
    """Whether the name at ``start:end`` is the speaker's: "I'm Anna" is, "my sister is called Anna" is not."""
    before, after = text[:start], text[end:]
    if re.match(r"['\u2019]s\b", after):
        return False
    if _OWN_NAME_BEFORE.search(before):
        return not re.search(r"\b(?:her|his|their|its|sister|brother|friend)['\u2019]?s?\s+name(?:\s+is|['\u2019]?s)?\s*$", before, re.I)
    if _OTHER_PERSON.search(before):
        return False
    alone = not before.strip(" ,.!-") and not after.strip(" ,.!-")
    return bool(_OWN_NAME_AFTER.match(after)) or alone


def written_as_name(value: str) -> str:
    """``anna jones`` as ``Anna Jones``; names written with their own capitals are left alone."""
    cleaned = value.strip(" .,!?")
    if cleaned.islower() or (cleaned.isupper() and len(cleaned) > 2):  # noqa: PLR2004 - "AJ" stays as it is
        return " ".join(part[:1].upper() + part[1:].lower() for part in cleaned.split())
    return cleaned
