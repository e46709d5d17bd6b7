"""A real hub: in a thread of the test's own process, or as a process that may be killed."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from chat_server import settings as hub_settings
from chat_server.app.hub import make_app
from chat_server.bots.scripted import ScriptedBot
from chat_server.domain import bot_turn
from chat_server.services import bot_turns
from chat_server.serving import serve
from launcher.ports import free_port
from launcher.processes import end_with_parent
from tests.hub.data import SECRET_KEY
from tests.system.samtal import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.hub.data import Notes

BOT_TOKEN = "the-secret-that-hub-and-bot-share"
_START_LIMIT = 180.0
_TRY_EVERY = 0.02
# Of two seconds a busy machine may take all before a scripted bot is asked, and a person gets the dialogue instead.
_PATIENCE_WITH_BOT = 60.0


@dataclass
class Hub:
    """Where a hub serves, and what it was filled with."""

    notes: Notes
    var: Path
    database_url: str
    environ: dict[str, str] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    # Sessions that its clients share: signing in costs what argon2id has to cost.
    tokens: dict[str, str] = field(default_factory=dict)

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def settings_environ(self) -> dict[str, str]:
        """What its settings are read from."""
        return {
            "HOST": "127.0.0.1",
            "PORT": str(self.port),
            "VAR_DIR": str(self.var),
            "DATABASE_URL": self.database_url,
            "BOT_TOKEN": BOT_TOKEN,
            "SECRET_KEY": SECRET_KEY,
            "RATE_LIMITS": "off",
            "FIGURES_MAX_AGE": "0",
            **self.environ,
        }


@dataclass
class LocalHub(Hub):
    """In a thread with a loop of its own, so that its bot can be scripted by the test."""

    bot: ScriptedBot = field(default_factory=ScriptedBot)
    _loop: asyncio.AbstractEventLoop | None = None
    _thread: threading.Thread | None = None
    _ready: threading.Event = field(default_factory=threading.Event)
    _stop: asyncio.Event | None = None
    _failure: BaseException | None = None

    def start(self) -> None:
        """Returns once it serves."""
        self._thread = threading.Thread(target=self._run, name="hub", daemon=True)
        self._thread.start()
        assert self._ready.wait(_START_LIMIT), "the hub did not start"
        if self._failure is not None:
            raise self._failure

    def stop(self) -> None:
        """Ends it in order."""
        is_running = self._thread is not None and self._thread.is_alive()
        if self._loop is not None and self._stop is not None and is_running:
            self._loop.call_soon_threadsafe(self._stop.set)
        if self._thread is not None:
            self._thread.join(_START_LIMIT)
            assert not self._thread.is_alive(), "the hub did not stop"

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except BaseException as error:  # noqa: BLE001 - told to whoever waits for the start
            self._failure = error
            self._ready.set()

    async def _serve(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        app = await make_app(hub_settings.load(self.settings_environ), self.bot)
        vars(bot_turns)["DEADLINE"] = _PATIENCE_WITH_BOT
        try:
            await serve(app, "127.0.0.1", self.port, self._stop, self._ready.set)
        finally:
            vars(bot_turns)["DEADLINE"] = bot_turn.DEADLINE


@dataclass
class HubProcess(Hub):
    """As `make run` starts it; keeps its port and database over every start."""

    # What Python is told to run; fault tests start hubs with a defect.
    program: tuple[str, ...] = ("-m", "chat_server", "serve")
    _process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Returns once it answers."""
        parent = os.getpid()
        with (self.var / "hub.log").open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, *self.program],
                cwd=ROOT,
                env={**os.environ, **self.settings_environ},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                preexec_fn=lambda: end_with_parent(parent, signal.SIGTERM),  # noqa: PLW1509
            )
        try:
            self._wait_until_it_answers(self._process)
        except BaseException:
            # Whoever starts it ends only what started.
            self.kill9()
            raise

    @property
    def pid(self) -> int:
        """Of its process."""
        assert self._process is not None
        return self._process.pid

    def kill9(self) -> None:
        """Crash it."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def freeze(self) -> None:
        """Hang it: connections stay open and nothing is answered."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """End the freeze."""
        self._signal(signal.SIGCONT)

    def stop(self) -> None:
        """End it in order."""
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(_START_LIMIT)
            except subprocess.TimeoutExpired:
                self.kill9()
                raise

    def _wait_until_it_answers(self, process: subprocess.Popen[bytes]) -> None:
        deadline = time.monotonic() + _START_LIMIT
        while not self._answers():
            assert process.poll() is None, self.said
            assert time.monotonic() < deadline, self.said
            time.sleep(_TRY_EVERY)

    def _signal(self, number: int) -> None:
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(number)

    @property
    def said(self) -> str:
        """Everything it logged."""
        return (self.var / "hub.log").read_text(errors="replace")

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/healthz", timeout=1) as response:
                return int(response.status) == 200
        except (urllib.error.URLError, OSError):
            return False
