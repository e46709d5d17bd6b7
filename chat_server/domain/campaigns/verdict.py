"""Who of an audience gets a mail, who gets it later, and who does not and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .mail import MailAddress, Reason, address_digest

if TYPE_CHECKING:
    from datetime import datetime

    from .plan import Cap


@dataclass(frozen=True)
class Person:
    """What decides; `had` are the campaign mails of the days that the cap counts, `agreed_at` the newest yes."""

    contact_id: str
    inbox_id: str
    address: str | None
    consents: bool
    agreed_at: datetime | None = None
    had: int = 0
    known: MailAddress | None = None

    @property
    def digest(self) -> str | None:
        """Of the address."""
        return address_digest(self.address) if self.address else None


def why_not(person: Person, cap: Cap | None) -> Reason | None:
    """What they said themselves comes first; None: they may be written to."""
    if not person.consents:
        return Reason.NO_CONSENT
    if person.address is None:
        return Reason.NO_ADDRESS
    if person.known is not None and person.known.refuses(person.agreed_at):
        return Reason.DO_NOT_CONTACT
    if cap is not None and person.had >= cap.count:
        return Reason.CAPPED
    return None
