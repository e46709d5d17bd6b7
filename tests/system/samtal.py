"""The whole of Samtal as a person starts it, with handles to crash its parts."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from launcher.ports import free_port

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ROOT = Path(__file__).resolve().parents[2]
_HUB_WITHIN = 180.0
_BOT_WITHIN = 300.0
_STOP_WITHIN = 60.0
_TRY_EVERY = 0.05


@dataclass
class Samtal:
    """One instance with state and port of its own; the checkout's environments are shared."""

    var: Path
    environ: Mapping[str, str] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    _process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Where the hub serves."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def said(self) -> str:
        """Everything the launcher printed."""
        return (self.var / "launcher.out").read_text(errors="replace")

    def demo(self) -> dict[str, Any]:
        """Inbox, keys and accounts of the demo data."""
        found: dict[str, Any] = json.loads((self.var / "demo.json").read_text())
        return found

    def start(self) -> None:
        """Start the launcher and return when the hub serves; the bot comes later."""
        self.var.mkdir(parents=True, exist_ok=True)
        self._bring_trained_model()
        with (self.var / "launcher.out").open("wb") as out:
            self._process = subprocess.Popen(
                [sys.executable, "-u", "-m", "launcher", "--end-with-parent", "run"],
                cwd=ROOT,
                env={
                    **os.environ,
                    "FIGURES_MAX_AGE": "0",
                    **self.environ,
                    "PORT": str(self.port),
                    "PUBLIC_URL": self.url,
                    "VAR_DIR": str(self.var),
                },
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        try:
            self.wait(lambda: "The hub serves" in self.said, "the hub to serve", _HUB_WITHIN)
        except BaseException:
            # Whoever starts it ends only what started.
            self.stop()
            raise

    def wait_for_bot(self) -> None:
        """Return when the bot answers."""
        self.wait(lambda: "The bot is ready" in self.said, "the bot", _BOT_WITHIN)

    def wait_for_words(self, words: str) -> None:
        """Return when the launcher has said so."""
        self.wait(lambda: words in self.said, words, _BOT_WITHIN)

    def launcher(self, *command: str) -> str:
        """Another command of the launcher on this instance, while it runs; what it said."""
        done = subprocess.run(
            [sys.executable, "-u", "-m", "launcher", *command],
            cwd=ROOT,
            env={**os.environ, "VAR_DIR": str(self.var)},
            capture_output=True,
            text=True,
            timeout=_BOT_WITHIN,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def run(self, *command: str) -> str:
        """A chore of the hub's own command line on this instance; what it said."""
        environ = {**os.environ, "PORT": str(self.port), "VAR_DIR": str(self.var)}
        python = ROOT / ".venv" / "bin" / "python"
        done = subprocess.run(
            [python, "-m", "chat_server", *command],
            cwd=ROOT,
            env=environ,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    def stop(self) -> int:
        """Ctrl-C; the launcher's exit code."""
        if self._process is None:
            return 0
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
            try:
                self._process.wait(_STOP_WITHIN)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        return self._process.returncode

    @property
    def hub_pid(self) -> int | None:
        """The running hub."""
        return self._child("chat_server")

    @property
    def bot_pid(self) -> int | None:
        """The running bot."""
        return self._child("serve.py")

    def bot_pids(self) -> list[int]:
        """All of them."""
        return self._children("serve.py")

    def kill_hub(self) -> None:
        """Crash the hub; returns when its successor serves."""
        before = self.hub_pid
        assert before is not None, "no hub to kill"
        os.kill(before, signal.SIGKILL)
        self.wait(lambda: self.hub_pid not in {None, before}, "a new hub", _HUB_WITHIN)
        self.wait(self._hub_answers, "the new hub to serve", _HUB_WITHIN)

    def freeze_bot(self) -> None:
        """The bot hangs: connections stay open and nothing is answered."""
        self._signal_bot(signal.SIGSTOP)

    def thaw_bot(self) -> None:
        """The bot goes on."""
        self._signal_bot(signal.SIGCONT)

    def kill_bot(self) -> None:
        """Crash the bot; it takes seconds until the launcher's next one has loaded its model."""
        self._signal_bot(signal.SIGKILL)

    def wait(self, condition: Callable[[], bool], what: str, within: float) -> None:
        """Poll until something is so; the launcher's output tells why it never was."""
        deadline = time.monotonic() + within
        while not condition():
            assert self._process is not None
            ended = self._process.poll()
            if ended is not None:
                message = f"the launcher ended with {ended} before {what}:\n{self.said}"
                raise AssertionError(message)
            if time.monotonic() > deadline:
                message = f"{what}: not within {within:.0f} s:\n{self.said}"
                raise AssertionError(message)
            time.sleep(_TRY_EVERY)

    def _signal_bot(self, number: int) -> None:
        pid = self.bot_pid
        assert pid is not None, "no bot"
        os.kill(pid, number)

    def _hub_answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/healthz", timeout=2) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False

    def _child(self, word: str) -> int | None:
        return next(iter(self._children(word)), None)

    def _children(self, word: str) -> list[int]:
        assert self._process is not None
        found = []
        for entry in Path("/proc").glob("[0-9]*"):
            try:
                stat = (entry / "stat").read_text().rpartition(")")[2].split()
                line = (entry / "cmdline").read_bytes().decode(errors="replace")
            except OSError:
                continue
            if stat[1] == str(self._process.pid) and stat[0] != "Z" and word in line:
                found.append(int(entry.name))
        return found

    def _bring_trained_model(self) -> None:
        """A new state folder would train anew; the checkout's own model is as good."""
        for part in ("bot/model.tar.gz", "bot/model.sha256", "stamps/model"):
            trained = ROOT / "var" / part
            if trained.exists() and not (self.var / part).exists():
                (self.var / part).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(trained, self.var / part)
