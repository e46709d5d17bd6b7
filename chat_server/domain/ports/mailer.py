"""Whoever carries e-mails."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from chat_server.domain.mail import Mail


class MailError(Exception):
    """The mail was not taken over; `for_good`: trying again is useless; `unsure`: perhaps it was."""

    def __init__(self, detail: str, *, for_good: bool, unsure: bool = False) -> None:
        super().__init__(detail)
        self.for_good = for_good
        self.unsure = unsure


class Mailer(Protocol):
    """Whoever carries e-mails."""

    @property
    def domain(self) -> str:
        """What our Message-IDs end with."""

    async def send(self, mail: Mail) -> None:
        """Returns once it was taken over; raises `MailError` within its own deadline."""
