"""Contacts whose facts are kept but not used, so that it can be told what using them is worth."""

from __future__ import annotations

from enum import StrEnum

from . import dealing

MOST_PERCENT = 50
# One salt for ever: another would deal all people anew, in the middle of what is measured.
_SALT = b"samtal hold-out"


class Arm(StrEnum):
    """How a dialogue began: with memory, without it, or while nobody measured."""

    TREATED = "treated"
    HELD_OUT = "held_out"
    NONE = "none"


def arm_of(contact_id: str, percent: int) -> Arm:
    """Where a contact belongs when so many of a hundred are held out.

    Whoever is held out stays so when more are.
    """
    if percent <= 0:
        return Arm.NONE
    return Arm.HELD_OUT if place_of(contact_id) < percent / 100 else Arm.TREATED


def place_of(contact_id: str) -> float:
    """The contact's own number in [0, 1)."""
    return dealing.place_of(contact_id, _SALT)
