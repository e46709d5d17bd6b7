"""Whoever carries e-mails."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from chat_server.domain.mail import Mail


class MailError(Exception):
    """The mail was not taken over; `for_good` says that trying again is useless."""

    def __init__(self, detail: str, *, for_good: bool) -> None:
        super().__init__(detail)
        self.for_good = for_good


class Mailer(Protocol):
    """Whoever carries e-mails."""

    @property
    def domain(self) -> str:
        """What our Message-IDs end with."""

    async def send(self, mail: Mail) -> None:
        """Returns once it was taken over; raises `MailError` within its own deadline."""
