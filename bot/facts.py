"""What the bot alone can tell of a message: problems by their intent, and what a bare answer to its question means.

Names, addresses, sizes and all else that stands in the words themselves the hub hears before it asks the bot.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import asdict, dataclass
from typing import Any

OPEN_PROBLEMS = frozenset({"damaged", "wrong_item", "late", "missing", "refund", "defect", "other"})

# Below this the bot would be recording a guess about a person.
MIN_INTENT_CONFIDENCE = 0.5

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

# What was heard badly is so or not; a promise that was kept is one no longer: whether the value ends.
_ANSWERS_ABOUT_FACTS: Mapping[tuple[str | None, str | None], bool] = {
    ("fact", "affirm"): False,
    ("fact", "deny"): True,
    ("promise", "affirm"): True,
}

# Asking what would happen is not reporting that it did.
_HYPOTHETICAL = re.compile(
    r"\b(?:what if|what happens (?:if|when)|in case|suppose|if (?:it|they|something|my|the|i|an?))\b"
    r"|\b(?:hvað (?:ef|gerist)|hvað geri ég ef|ef (?:það|hún|hann|ég|varan|pakkinn|pöntunin|sendingin|eitthvað)|komi (?:það|upp))\b"
    r"|(?:что|как быть|что делать|что будет)[ ,]+если|\bесли (?:вдруг|бы|что|мне|я|товар|вещь|посылка|заказ|он|она|оно)\b|\bна случай\b"
    r"|ถ้า|(?<!\S)หาก(?!ระ|ิ)|สมมติ|สมมุติ|ในกรณี|如果|假如|假設|萬一|要是|若是",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class HeardFact:
    """One fact heard in one message; ``ended`` with a value says that this value is not so."""

    key: str
    value: str | None
    confidence: float
    subject: str | None = None
    ended: bool = False

    def as_dict(self) -> dict[str, Any]:
        """The shape the hub gets; what is not known is left out."""
        return {
            name: value
            for name, value in asdict(self).items()
            if name == "value" or value not in (None, False)
        }


def heard(
    text: str,
    intent: str | None,
    confidence: float,
    pending: str | None = None,
    known: Container[str] = (),
    asked: Mapping[str, str | None] | None = None,
) -> list[HeardFact]:
    """The facts in one message.

    ``pending`` is what the bot's last question was about, ``asked`` the fact in it, ``known`` what the hub heard in this
    message itself.
    """
    if asked is not None and (pending, intent) in _ANSWERS_ABOUT_FACTS:
        ended = _ANSWERS_ABOUT_FACTS[pending, intent]
        return [HeardFact(str(asked["key"]), asked["value"], 1.0, asked.get("subject"), ended)]
    told = ANSWER_FACTS.get((pending or "", intent or "")) or INTENT_FACTS.get(intent or "")
    if (
        told is None
        or told[0] in known
        or confidence < MIN_INTENT_CONFIDENCE
        or _HYPOTHETICAL.search(text)
    ):
        return []
    return [HeardFact(*told, round(confidence, 3))]
