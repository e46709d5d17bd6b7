"""What was heard or told: the only way in which anything enters the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

# A statement less sure than this is nothing, unless it corrects something.
HEARD = 0.5


@dataclass(frozen=True)
class Statement:
    """What one message, form, token or agent says about the contact.

    A `value` of None says that whatever is held of this kind (and subject) holds no longer;
    `ended` with a value, that this value holds no longer: "I do not own the red jacket any more".
    `start` and `end` are the characters of the message that say it. `subject` is the order or
    the product that the statement is about, for kinds that are about one. `confidence` decides
    in the ledger whether it counts, waits to be confirmed, or is dropped. What `corrects` stands
    in the place of what was said of its kind just before ("sorry, 45"); it is sure then, however
    little it says by itself.
    """

    key: str
    value: str | None
    confidence: float
    start: int | None = None
    end: int | None = None
    subject: str | None = None
    valid_from: datetime | None = None
    valid_until: datetime | None = None
    ended: bool = False
    corrects: bool = False
