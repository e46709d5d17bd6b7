"""The hub's mail workers as a process of their own, forked from one that has everything loaded: begun in no time."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chat_server.clock import utc_now
from chat_server.jobs.outbox import send_promised
from chat_server.jobs.supervisor import Supervisor
from chat_server.jobs.wakened import Wakened
from chat_server.mail.smtp import SmtpMailer
from chat_server.services.outbox import Outbox
from chat_server.store.database import Engines
from chat_server.store.sql_store import SqlStore
from launcher.processes import end_with_parent
from tests.faults.sabotaged import DEFECTS

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerProcess

_LOOK_EVERY = 0.2
_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload([__name__])


@dataclass
class MailWorker:
    """Begins anew with every start."""

    environ: dict[str, str]
    defect: str | None = None
    _process: ForkServerProcess | None = None

    def start(self) -> None:
        """Returns at once."""
        self._process = _CONTEXT.Process(target=_run, args=(self.environ, self.defect), daemon=True)
        self._process.start()

    def kill9(self) -> None:
        """Crash it."""
        if self._process is not None:
            self._process.kill()
            self._process.join()


def _run(environ: dict[str, str], defect: str | None) -> None:
    end_with_parent(os.getppid(), signal.SIGKILL)
    if defect is not None:
        DEFECTS[defect]()
    asyncio.run(_work(environ))


async def _work(environ: dict[str, str]) -> None:
    mailer = SmtpMailer(environ["SMTP_URL"], environ["MAIL_FROM"])
    store = SqlStore(Engines(environ["DATABASE_URL"]), lambda _: None)
    outbox = Outbox(store, utc_now, mailer, alone=True)
    supervisor = Supervisor()
    await outbox.begin()
    # The hub that promises is another process, and tells nobody: this one has to look by itself.
    wakened = Wakened("outbox", sweep_every=_LOOK_EVERY)
    supervisor.start("outbox", lambda: wakened.work(lambda: send_promised(outbox)))
    await asyncio.Event().wait()
