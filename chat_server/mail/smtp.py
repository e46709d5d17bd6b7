"""E-mails by SMTP."""

from __future__ import annotations

import asyncio
import ssl
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import localtime

import aiosmtplib

from chat_server.domain.mail import Mail
from chat_server.domain.ports import MailError

from .server import parse_smtp_url

_TIMEOUT = 10.0
# Connecting, greeting, signing in and sending together: well within a worker's lease.
_DEADLINE = 20.0
_PERMANENT = 500


class SmtpMailer:
    """One connection a mail: they are few, and an open one may have died unseen."""

    def __init__(self, url: str, sender: str, deadline: float = _DEADLINE) -> None:
        self._server = parse_smtp_url(url)
        self._sender = Address(addr_spec=sender)
        self._deadline = deadline
        self._tls = ssl.create_default_context()
        if not self._server.verify:
            self._tls.check_hostname = False
            self._tls.verify_mode = ssl.CERT_NONE

    @property
    def domain(self) -> str:
        """What our Message-IDs end with."""
        return self._sender.domain

    async def send(self, mail: Mail) -> None:
        """Returns once the server has taken it over; raises MailError."""
        server = self._server
        try:
            message = as_message(mail, self._sender)
            async with asyncio.timeout(self._deadline):
                await aiosmtplib.send(
                    message,
                    hostname=server.host,
                    port=server.port,
                    username=server.user,
                    password=server.password,
                    use_tls=server.tls,
                    start_tls=server.starttls,
                    tls_context=self._tls,
                    timeout=_TIMEOUT,
                )
        except aiosmtplib.SMTPRecipientsRefused as error:
            codes = [refused.code for refused in error.recipients]
            raise MailError(_said(error), for_good=min(codes) >= _PERMANENT) from error
        except aiosmtplib.SMTPDataError as error:
            for_good = error.code >= _PERMANENT
            raise MailError(_said(error), for_good=for_good) from error
        except TimeoutError as error:
            said = "the mail server did not answer in time"
            unsure = not isinstance(error, aiosmtplib.SMTPConnectTimeoutError)
            raise MailError(said, for_good=False, unsure=unsure) from error
        except aiosmtplib.SMTPServerDisconnected as error:
            # It may have the mail: it fell silent before it said so.
            raise MailError(_said(error), for_good=False, unsure=True) from error
        except (aiosmtplib.SMTPException, OSError) as error:
            # Also a refused sender or sign-in: the operator's to mend; the mail is fine and waits.
            raise MailError(_said(error), for_good=False) from error
        except (ValueError, MessageError) as error:
            # Something in it cannot be written as a header: no server will ever take it.
            raise MailError(_said(error), for_good=True) from error


def as_message(mail: Mail, sender: Address) -> EmailMessage:
    """Plain words and HTML; marked as sent by a program, so that other programs do not answer."""
    message = EmailMessage(policy=SMTP)
    message["From"] = Address(mail.sender_name, sender.username, sender.domain)
    message["To"] = Address(addr_spec=mail.to)
    message["Subject"] = mail.subject
    message["Message-ID"] = mail.message_id
    message["Date"] = localtime()
    if mail.reply_to:
        message["Reply-To"] = Address(addr_spec=mail.reply_to)
    if mail.references:
        message["In-Reply-To"] = mail.references[-1]
        message["References"] = " ".join(mail.references)
    message["Auto-Submitted"] = "auto-generated"
    message["X-Auto-Response-Suppress"] = "All"
    for name, value in mail.headers:
        message[name] = value
    message.set_content(mail.text)
    message.add_alternative(mail.html, subtype="html")
    return message


def _said(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
