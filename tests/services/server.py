"""A real server as a child process that tests may kill, freeze and start again."""

from __future__ import annotations

import os
import pwd
import signal
import subprocess
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from launcher.processes import end_with_parent

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

START_LIMIT = 60.0
STOP_LIMIT = 30.0
_TRY_EVERY = 0.02


@dataclass(frozen=True, slots=True)
class Account:
    """Whom a server runs as: PostgreSQL refuses root."""

    uid: int
    gid: int

    @classmethod
    def unprivileged(cls) -> Account | None:
        """``nobody`` when we are root, else ourselves (None)."""
        if os.geteuid() != 0:
            return None
        entry = pwd.getpwnam("nobody")
        return cls(entry.pw_uid, entry.pw_gid)


@dataclass
class Server:
    """Keeps its port and data folder over every start, as fault tests need."""

    argv: list[str]
    port: int
    folder: Path
    is_ready: Callable[[], bool]
    account: Account | None = None
    # How it is asked to end: PostgreSQL calls SIGINT a fast shutdown.
    stop_signal: int = signal.SIGTERM
    _process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @property
    def running(self) -> bool:
        """Whether the process exists."""
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        """Start and return once it answers."""
        if self.running:
            return
        parent, stop_signal, account = os.getpid(), self.stop_signal, self.account
        with (self.folder / "server.log").open("ab") as log:
            self._process = subprocess.Popen(
                self.argv,
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                user=account.uid if account else None,
                group=account.gid if account else None,
                extra_groups=[] if account else None,
                # Runs after the change of user, which would undo it.
                preexec_fn=lambda: end_with_parent(parent, stop_signal),  # noqa: PLW1509
            )
        try:
            self._wait_until_ready()
        except BaseException:
            # Nobody else would end one that is not known to have started.
            self.kill9()
            raise

    def kill9(self) -> None:
        """Crash it: no chance to write anything."""
        if self._process is not None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()

    def freeze(self) -> None:
        """Hang it: it keeps its connections and answers nothing."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """End the freeze."""
        self._signal(signal.SIGCONT)

    def restart(self) -> None:
        """Crash and start again."""
        self.kill9()
        self.start()

    def stop(self) -> None:
        """End it in order; killed when it does not go."""
        if self._process is None or self._process.poll() is not None:
            return
        self.thaw()
        self._process.send_signal(self.stop_signal)
        try:
            self._process.wait(STOP_LIMIT)
        except subprocess.TimeoutExpired:
            self.kill9()

    def log_tail(self) -> str:
        """What it said last."""
        return (self.folder / "server.log").read_text(errors="replace")[-2000:]

    def _signal(self, number: int) -> None:
        if self._process is not None:
            os.killpg(self._process.pid, number)

    def _wait_until_ready(self) -> None:
        deadline = time.monotonic() + START_LIMIT
        while time.monotonic() < deadline:
            if not self.running:
                message = f"{self.argv[0]} ended at once:\n{self.log_tail()}"
                raise RuntimeError(message)
            if self.is_ready():
                return
            time.sleep(_TRY_EVERY)
        message = f"{self.argv[0]} did not answer within {START_LIMIT:.0f} s:\n{self.log_tail()}"
        raise TimeoutError(message)
