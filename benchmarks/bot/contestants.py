"""The two programs: how each is taught, started and asked."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import aiohttp

from launcher.ports import free_port
from launcher.processes import end_with_parent
from tests.system.samtal import ROOT

_PYTHON = ROOT / "bot" / ".venv" / "bin" / "python"
_TOKEN = uuid4().hex
_START_LIMIT, _STOP_LIMIT, _LOOK_EVERY = 300.0, 30.0, 0.05
_ANSWER_LIMIT = aiohttp.ClientTimeout(total=60)
_ENVIRONMENT = {
    "RASA_TELEMETRY_ENABLED": "false",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "LOG_LEVEL": "ERROR",
    "LOG_LEVEL_LIBRARIES": "ERROR",
    # Nothing learned before is taken over.
    "RASA_MAX_CACHE_SIZE": "0",
}
_FACTS = [
    {
        "id": f"fact-{key}",
        "key": key,
        "value": value,
        "sentence": f"{key} is {value}.",
        "label": key,
    }
    for key, value in (("name", "Anna"), ("size", "M"), ("order_number", "10432"))
]


@dataclass(frozen=True)
class Cost:
    """Seconds on the clock, and of processor time; the latter bears a busy machine."""

    wall: float
    cpu: float


class Contestant(ABC):
    """A bot that can be taught and run. ``model`` is a file; one that is there already is not made again."""

    name: str

    def __init__(self, folder: Path, model: Path | None) -> None:
        self._folder = folder
        self._given = model
        folder.mkdir(parents=True, exist_ok=True)

    @property
    def model(self) -> Path:
        """What it runs."""
        return self._given or self._folder / "model.tar.gz"

    def teach(self) -> Cost | None:
        """Make the model; None when one was given."""
        if self._given is not None:
            return None
        began = time.monotonic()
        with (self._folder / "training.log").open("wb") as log:
            process = subprocess.Popen(
                self._teaching(),
                cwd=ROOT,
                env=os.environ
                | _ENVIRONMENT
                | {"RASA_CACHE_DIRECTORY": str(self._folder / "cache")},
                stdout=log,
                stderr=log,
                preexec_fn=_tied(),  # noqa: PLW1509 - only prctl
            )
            _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f"{self.name} could not be taught: {self._folder / 'training.log'}")
        return Cost(time.monotonic() - began, used.ru_utime + used.ru_stime)

    @contextmanager
    def running(self) -> Iterator[Running]:
        """Started, and ended with the block."""
        port = free_port()
        with (self._folder / "run.log").open("ab") as log:
            process = subprocess.Popen(
                self._serving(port),
                cwd=ROOT,
                env=os.environ
                | _ENVIRONMENT
                | {"BOT_TOKEN": _TOKEN, "HUB_URL": "http://127.0.0.1:9", "VAR_DIR": self._folder},
                stdout=log,
                stderr=log,
                preexec_fn=_tied(),  # noqa: PLW1509 - only prctl
            )
        try:
            yield Running(self, process, f"http://127.0.0.1:{port}")
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(_STOP_LIMIT)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    @abstractmethod
    def _teaching(self) -> list[str | Path]:
        """The command that makes the model."""

    @abstractmethod
    def _serving(self, port: int) -> list[str | Path]:
        """The command that serves it."""

    @property
    @abstractmethod
    def health(self) -> str:
        """A path that answers once a message would be."""

    @abstractmethod
    def request(self, dialogue: str, number: int, text: str) -> dict[str, Any]:
        """Path, headers and body of a turn, as aiohttp's arguments."""

    @abstractmethod
    def said(self, answer: Any) -> bool:
        """Whether the visitor got a word."""


@dataclass
class Running:
    """A bot that is up, or will be."""

    contestant: Contestant
    process: subprocess.Popen[bytes]
    url: str

    async def ready(self, session: aiohttp.ClientSession) -> Cost:
        """What it took, from the call of the command."""
        began = time.monotonic()
        while time.monotonic() - began < _START_LIMIT:
            if self.process.poll() is not None:
                break
            try:
                async with session.get(self.url + self.contestant.health) as answer:
                    if answer.ok:
                        return Cost(time.monotonic() - began, self.cpu())
            except aiohttp.ClientConnectionError:
                await asyncio.sleep(_LOOK_EVERY)
        sys.exit(f"{self.contestant.name} did not start")

    async def say(
        self, session: aiohttp.ClientSession, dialogue: str, number: int, text: str
    ) -> bool:
        """One turn; whether it was answered."""
        asked = self.contestant.request(dialogue, number, text)
        path = asked.pop("path")
        async with session.post(self.url + path, timeout=_ANSWER_LIMIT, **asked) as answer:
            return answer.ok and self.contestant.said(await answer.json())

    def cpu(self) -> float:
        """Seconds of processor time used so far by all its threads."""
        # What clock_getcpuclockid(3) makes of a process: to the nanosecond, where /proc counts ticks of 10 ms.
        return time.clock_gettime((~self.process.pid << 3) | 2)

    def resident(self) -> float:
        """Megabytes in memory."""
        lines = Path(f"/proc/{self.process.pid}/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:")) / 1000


class Ours(Contestant):
    """`bot/`, as the launcher starts it."""

    name = "ours"
    health = "/webhooks/samtal/health"

    def _teaching(self) -> list[str | Path]:
        return [_PYTHON, ROOT / "bot" / "train.py", "--out", self._folder]

    def _serving(self, port: int) -> list[str | Path]:
        serve = ROOT / "bot" / "serve.py"
        return [_PYTHON, serve, "--port", str(port), "--model", self.model]

    def request(self, dialogue: str, number: int, text: str) -> dict[str, Any]:
        """As the hub asks, with three facts."""
        body = {
            "turn_id": f"{dialogue}-{number}",
            "conversation_id": dialogue,
            "seq": number,
            "text": text,
            "locale": "en",
            "first_turn": number == 1,
            "contact": {"id": f"contact-{dialogue}", "identified": False},
            "facts": _FACTS,
            "context": {"inbox": "shop", "heard": []},
        }
        headers = {"Authorization": f"Bearer {_TOKEN}"}
        return {"path": "/webhooks/samtal/turn", "json": body, "headers": headers}

    def said(self, answer: Any) -> bool:
        """Whether the visitor got a word, and none that asks for a person."""
        return bool(answer["replies"]) and answer["handoff"] is None


class Stock(Contestant):
    """`rasa run` with the default pipeline, Rasa's REST channel and its stores in memory."""

    name = "stock"
    health = "/webhooks/rest/"

    def __init__(self, folder: Path, model: Path | None, epochs: int) -> None:
        super().__init__(folder, model)
        self._epochs = epochs

    def _teaching(self) -> list[str | Path]:
        template = (Path(__file__).parent / "stock.yml").read_text()
        config = self._folder / "config.yml"
        config.write_text(template.replace("EPOCHS", str(self._epochs)))
        data = [
            path
            for path in sorted((ROOT / "nlu_data").iterdir())
            if path.is_dir() and path.name != "evaluation"
        ]
        kept = ["--out", str(self._folder), "--fixed-model-name", "model"]
        domain = ["--domain", str(ROOT / "bot" / "domain")]
        config_and_data = ["--config", str(config), "--data", *map(str, data)]
        return [_PYTHON, "-m", "rasa", "train", *kept, *domain, *config_and_data]

    def _serving(self, port: int) -> list[str | Path]:
        credentials = self._folder / "credentials.yml"
        credentials.write_text("rest:\n")
        door = ["--interface", "127.0.0.1", "--port", str(port), "--credentials", str(credentials)]
        return [_PYTHON, "-m", "rasa", "run", "--model", self.model, *door]

    def request(self, dialogue: str, number: int, text: str) -> dict[str, Any]:
        """As Rasa's own channel is asked."""
        del number
        return {"path": "/webhooks/rest/webhook", "json": {"sender": dialogue, "message": text}}

    def said(self, answer: Any) -> bool:
        """Whether the visitor got a word."""
        return bool(answer)


def _tied() -> Any:
    parent = os.getpid()
    return lambda: end_with_parent(parent)
