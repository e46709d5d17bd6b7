"""What was forgotten: a receipt without anything of the person, and what of it is still to be done."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

# The bot is told at once, and again after any turn that was running has written what it knows.
TELL_AGAIN_AFTER = timedelta(seconds=5)


class ErasureKind(StrEnum):
    """Everything of a person, what a consent covered, one fact, or what two who were taken for one knew of each other."""

    PERSON = "person"
    CONSENT = "consent"
    FACT = "fact"
    PARTED = "parted"


@dataclass
class Erasure:
    """`counts` are rows by table; `subject` is a digest of the contact's id, by which who knows the id finds it.

    `bot_dialogues` are those that the bot has yet to forget, by ids that lead nowhere else any more; at `bot_told_at`
    it had. At `scrubbed_at` the bytes of `files` were deleted, and the pages of the database that held the rows written over.
    """

    id: str
    kind: ErasureKind
    subject: str
    at: datetime
    counts: dict[str, int] = field(default_factory=dict)
    bot_dialogues: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    bot_told_at: datetime | None = None
    scrubbed_at: datetime | None = None

    @property
    def is_done(self) -> bool:
        """Nothing is left anywhere."""
        return self.bot_told_at is not None and self.scrubbed_at is not None


def subject_of(contact_id: str) -> str:
    """Ids are random: from the digest nobody comes to the id, and from neither to a person."""
    return hashlib.sha256(contact_id.encode()).hexdigest()
