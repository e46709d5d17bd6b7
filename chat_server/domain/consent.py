"""Consent per purpose; every change is kept, the newest counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Purpose(StrEnum):
    """What the contact's data may be used for."""

    MEMORY = "memory"
    ANALYTICS = "analytics"
    MARKETING = "marketing"


# Remembering within the service is what the visitor came for; the other two wait for a yes.
DEFAULT_CONSENT: dict[str, bool] = {
    Purpose.MEMORY: True,
    Purpose.ANALYTICS: False,
    Purpose.MARKETING: False,
}


@dataclass
class Consent:
    """One answer of a contact about one purpose."""

    id: str
    contact_id: str
    purpose: Purpose
    granted: bool
    at: datetime


def current_consent(answers: list[Consent]) -> dict[str, bool]:
    """The state per purpose after all `answers`, oldest first."""
    state = dict(DEFAULT_CONSENT)
    for answer in answers:
        state[answer.purpose] = answer.granted
    return state


def basis_of(answers: list[Consent], purpose: Purpose) -> str:
    """What allows or forbids it: the id of the newest answer, oldest first, or that nobody asked yet."""
    return next((one.id for one in reversed(answers) if one.purpose is purpose), "default")
