"""Keeps e-mails instead of sending them, for tests."""

from __future__ import annotations

from dataclasses import dataclass, field

from chat_server.domain.mail import Mail
from chat_server.domain.ports import MailError


@dataclass
class MemoryMailer:
    """`error` is what the next mails fail with; `refused` holds addresses that nobody has."""

    sent: list[Mail] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)
    error: MailError | None = None
    domain: str = "mail.test"

    async def send(self, mail: Mail) -> None:
        """Kept, unless told otherwise."""
        if self.error is not None:
            raise self.error
        if mail.to in self.refused:
            raise MailError("550 no such mailbox", for_good=True)
        self.sent.append(mail)
