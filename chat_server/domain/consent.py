"""Consent per purpose; every change is kept, the newest counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Purpose(StrEnum):
    """What the contact's data may be used for."""

    MEMORY = "memory"
    ANALYTICS = "analytics"
    MARKETING = "marketing"


class ConsentRule(StrEnum):
    """What holds while nobody answered: nothing until a yes, or everything until a no."""

    OPT_IN = "opt_in"
    OPT_OUT = "opt_out"


# Remembering within the service is what the visitor came for; the other two wait for a yes.
DEFAULT_RULES: Mapping[str, str] = {
    Purpose.MEMORY: ConsentRule.OPT_OUT,
    Purpose.ANALYTICS: ConsentRule.OPT_IN,
    Purpose.MARKETING: ConsentRule.OPT_IN,
}
# The basis of what was heard while a yes is awaited: it is there until its dialogue ends.
DIALOGUE = "dialogue"


@dataclass
class Consent:
    """One answer of a contact about one purpose."""

    id: str
    contact_id: str
    purpose: Purpose
    granted: bool
    at: datetime


@dataclass(frozen=True)
class Allowance:
    """What a contact allows: their answers, oldest first, and the rules of the inbox for what they did not answer."""

    answers: Sequence[Consent] = ()
    rules: Mapping[str, str] = field(default_factory=lambda: DEFAULT_RULES)

    @property
    def consent(self) -> dict[str, bool]:
        """The state per purpose."""
        state = {purpose.value: self._rule(purpose) is ConsentRule.OPT_OUT for purpose in Purpose}
        return state | {answer.purpose.value: answer.granted for answer in self.answers}

    def allows(self, purpose: Purpose) -> bool:
        """Whether it may be done."""
        answer = self._answer(purpose)
        return answer.granted if answer else self._rule(purpose) is ConsentRule.OPT_OUT

    def as_of(self, at: datetime) -> Allowance:
        """By the answers until then, and the rules of today."""
        return Allowance([answer for answer in self.answers if answer.at <= at], self.rules)

    def awaits(self, purpose: Purpose) -> bool:
        """Whether a yes is needed, and nobody has said yes or no."""
        return self._answer(purpose) is None and self._rule(purpose) is ConsentRule.OPT_IN

    def hears(self, purpose: Purpose, *, in_dialogue: bool) -> bool:
        """Whether a fact may be kept, if only until its dialogue ends."""
        return self.allows(purpose) or (in_dialogue and self.awaits(purpose))

    def basis(self, purpose: Purpose) -> str:
        """What allows or forbids it: the id of the newest answer, or what holds without one."""
        answer = self._answer(purpose)
        if answer is not None:
            return answer.id
        return DIALOGUE if self.awaits(purpose) else "default"

    def _answer(self, purpose: Purpose) -> Consent | None:
        return next((one for one in reversed(self.answers) if one.purpose is purpose), None)

    def _rule(self, purpose: Purpose) -> ConsentRule:
        return ConsentRule(self.rules.get(purpose, DEFAULT_RULES[purpose]))
