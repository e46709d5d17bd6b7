"""A real SMTP server as a process of its own: it writes down every mail it took over, before it says so."""

from __future__ import annotations

import asyncio
import json
import os
import random
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import TYPE_CHECKING

from aiosmtpd.smtp import SMTP

from launcher.ports import free_port
from launcher.processes import end_with_parent

if TYPE_CHECKING:
    from email.message import EmailMessage

    from aiosmtpd.smtp import Envelope, Session

ROOT = Path(__file__).resolve().parents[2]
NOBODY = "nobody@"
BUSY = "busy@"
_START_LIMIT = 60.0
_TRY_EVERY = 0.02


@dataclass(frozen=True)
class Arrived:
    """A mail as the receiver got it."""

    to: str
    message: EmailMessage

    @property
    def id(self) -> str:
        """By which receivers tell a repeated one."""
        return str(self.message["Message-ID"])

    def body(self, kind: str) -> str:
        """`plain` or `html`."""
        part = self.message.get_body((kind,))
        assert part is not None
        return str(part.get_content())


@dataclass
class SmtpSink:
    """Keeps its port and its mails over every start."""

    folder: Path
    port: int = field(default_factory=free_port)
    # Seconds that it may take before it has a mail, and before it says that it wrote it down.
    slow: float = 0.0
    _process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """As `SMTP_URL` wants it."""
        return f"smtp://127.0.0.1:{self.port}?starttls=never"

    @property
    def _book(self) -> Path:
        return self.folder / "mails.jsonl"

    def start(self) -> None:
        """Returns once it answers."""
        parent = os.getpid()
        with (self.folder / "sink.log").open("ab") as log:
            self._process = subprocess.Popen(
                [
                    *(sys.executable, "-m", "tests.services.smtp_sink"),
                    *(str(self.port), str(self._book), str(self.slow)),
                ],
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                preexec_fn=lambda: end_with_parent(parent, signal.SIGTERM),  # noqa: PLW1509
            )
        try:
            self._wait_until_it_answers(self._process)
        except BaseException:
            # Whoever starts it ends only what started.
            self.stop()
            raise

    def stop(self) -> None:
        """The mails stay."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def mails(self) -> list[Arrived]:
        """All that came, in order; one that came twice is there twice."""
        lines = self._book.read_text().splitlines() if self._book.exists() else []
        return [_arrived(line) for line in lines]

    async def mail(self, to: str, number: int = 1, within: float = 60.0) -> Arrived:
        """The `number`th to this address, waited for."""
        async with asyncio.timeout(within):
            while len(found := [mail for mail in self.mails() if mail.to == to]) < number:
                await asyncio.sleep(_TRY_EVERY)
        return found[number - 1]

    def _wait_until_it_answers(self, process: subprocess.Popen[bytes]) -> None:
        deadline = time.monotonic() + _START_LIMIT
        while not self._book.exists() or not self._answers():
            assert process.poll() is None, (self.folder / "sink.log").read_text()
            assert time.monotonic() < deadline, "the sink did not start"
            time.sleep(_TRY_EVERY)

    def _answers(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0


def _arrived(line: str) -> Arrived:
    written = json.loads(line)
    message = message_from_bytes(written["message"].encode("latin-1"), policy=default)
    return Arrived(written["to"], message)


class _Book:
    """Refuses `nobody@…` for good and `busy@…` for now; what it takes is on the disk first."""

    def __init__(self, path: str, slow: float) -> None:
        self._slow = slow
        self._file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's names
        self, _: SMTP, __: Session, envelope: Envelope, address: str, ___: list[str]
    ) -> str:
        if address.startswith(NOBODY):
            return f"550 <{address}>: there is no such mailbox"
        if address.startswith(BUSY):
            return "450 try again later"
        await asyncio.sleep(self._slow * random.random())
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _: SMTP, __: Session, envelope: Envelope) -> str:  # noqa: N802
        content = envelope.content
        assert isinstance(content, bytes)
        for address in envelope.rcpt_tos:
            line = json.dumps({"to": address, "message": content.decode("latin-1")})
            os.write(self._file, f"{line}\n".encode())
        await asyncio.sleep(self._slow * random.random())
        return "250 kept"


async def _serve(port: int, path: str, slow: float) -> None:
    book = _Book(path, slow)
    server = await asyncio.get_running_loop().create_server(
        lambda: SMTP(book, hostname="sink.test", enable_SMTPUTF8=True), "127.0.0.1", port
    )
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(_serve(int(sys.argv[1]), sys.argv[2], float(sys.argv[3])))
