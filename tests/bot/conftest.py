"""The real trained model behind the real connector in a process of its own, a small hub beside it, and a visitor who talks."""

from __future__ import annotations

import os

# As serve.py has it; set before numpy is imported, which reads it once.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")

import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import requests
import valkey_server
from fake_hub import GIVEN, TOKEN, FakeHub

from launcher.ports import free_port
from pages.answering import Pages
from pages.articles import help_folder

ROOT = Path(__file__).resolve().parents[2]
BOT = ROOT / "bot"
MODEL_DIR = Path(os.environ.get("VAR_DIR", ROOT / "var")) / "bot"
READY_WITHIN = 300
# The bot gives a turn up after two seconds; a frozen machine has more.
ANSWERS_WITHIN = 25


@pytest.fixture(scope="session")
def model() -> Path:
    """The trained model; trained now only if its inputs have changed."""
    subprocess.run(
        [sys.executable, BOT / "train.py", "--if-needed", "--out", MODEL_DIR], check=True, cwd=ROOT
    )
    return MODEL_DIR / "model.tar.gz"


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """The shop's help pages, as the bot reads them when it starts."""
    return Pages(help_folder(), tmp_path_factory.mktemp("pages") / "pages.npz")


@pytest.fixture(scope="session")
def running_hub() -> Iterator[FakeHub]:
    hub = FakeHub()
    hub.start()
    yield hub
    hub.stop()


@pytest.fixture
def hub(running_hub: FakeHub) -> FakeHub:
    """The hub, in order and with nothing asked of it yet."""
    running_hub.down = False
    running_hub.slow = 0.0
    running_hub.gives = GIVEN
    running_hub.offers = "no_consent"
    running_hub.calls.clear()
    running_hub.returns.clear()
    return running_hub


class BotProcess:
    """``serve.py`` as the launcher starts it."""

    def __init__(
        self,
        model: Path,
        hub_url: str,
        state: Path,
        *,
        port: int | None = None,
        beside: bool = False,
    ) -> None:
        self.port = port or free_port()
        self.state = state
        self._log = state / "bot.log"
        self._command = [
            sys.executable,
            str(BOT / "serve.py"),
            "--port",
            str(self.port),
            "--model",
            str(model),
            *(["--beside"] if beside else []),
        ]
        self._environment = os.environ | {
            "BOT_TOKEN": TOKEN,
            "HUB_URL": hub_url,
            "VAR_DIR": str(state),
        }
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/webhooks/samtal"

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {TOKEN}"}

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    @property
    def log(self) -> str:
        return self._log.read_text()

    def start(self) -> None:
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                self._command, cwd=ROOT, env=self._environment, stdout=log, stderr=log
            )
        try:
            self._wait_until_ready(self._process)
        except BaseException:
            # Whoever starts it ends only what started.
            self.kill()
            raise

    def _wait_until_ready(self, process: subprocess.Popen[bytes]) -> None:
        deadline = time.monotonic() + READY_WITHIN
        while time.monotonic() < deadline:
            assert process.poll() is None, self.log
            try:
                told = requests.get(f"{self.url}/health", timeout=10)
                told.raise_for_status()
            except (requests.ConnectionError, requests.Timeout):
                time.sleep(0.1)
                continue
            if told.json()["pid"] == process.pid:
                return
            time.sleep(0.1)
        pytest.fail(f"the bot was not ready within {READY_WITHIN} s: {self.log}")

    def stop(self) -> int:
        assert self._process is not None
        self._process.terminate()
        try:
            return self._process.wait(60)
        except subprocess.TimeoutExpired:
            self.kill()
            raise

    def kill(self) -> None:
        assert self._process is not None
        self._process.kill()
        self._process.wait(15)

    def adopt(self, successor: BotProcess) -> None:
        """It serves in the place of the one that was stopped."""
        self._process = successor._process

    def post(self, route: str, body: Any, token: str = TOKEN) -> requests.Response:
        try:
            return requests.post(
                f"{self.url}/{route}",
                json=body,
                headers={"Authorization": f"Bearer {token}"},
                timeout=ANSWERS_WITHIN,
            )
        except requests.ReadTimeout:
            pytest.fail(f"no answer within {ANSWERS_WITHIN} s: {self._where_it_hangs()}")

    def _where_it_hangs(self) -> str:
        assert self._process is not None
        before = len(self.log)
        self._process.send_signal(signal.SIGUSR1)
        deadline = time.monotonic() + 5
        while len(self.log) == before and time.monotonic() < deadline:
            time.sleep(0.1)
        return self.log[before:]


@pytest.fixture(scope="session")
def valkey(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a real Valkey."""
    with valkey_server.valkey(tmp_path_factory.mktemp("valkey")) as url:
        yield url


@pytest.fixture(scope="session")
def bot(
    model: Path, running_hub: FakeHub, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BotProcess]:
    process = BotProcess(model, running_hub.url, tmp_path_factory.mktemp("var"))
    process.start()
    yield process
    assert process.stop() == 0


@dataclass
class Answer:
    """The hub's view of one turn, with what tests ask for most."""

    body: dict[str, Any]

    @property
    def text(self) -> str:
        return "\n".join(reply["content"].get("text", "") for reply in self.body["replies"])

    @property
    def choices(self) -> list[str]:
        return [
            choice["payload"]
            for reply in self.body["replies"]
            for choice in reply["content"].get("choices", [])
        ]

    @property
    def cards(self) -> list[str]:
        return [
            card["title"]
            for reply in self.body["replies"]
            for card in reply["content"].get("cards", [])
        ]

    @property
    def used_facts(self) -> set[str]:
        return {fact for reply in self.body["replies"] for fact in reply["used_facts"]}

    @property
    def facts(self) -> dict[str, str | None]:
        return {fact["key"]: fact["value"] for fact in self.body["facts"]}

    @property
    def handoff(self) -> str | None:
        return self.body["handoff"]["reason"] if self.body["handoff"] else None


@dataclass
class Visitor:
    """Somebody talking to the bot through the hub's contract. ``facts`` is what the hub knows about them."""

    bot: BotProcess
    facts: dict[str, str] = field(default_factory=dict)
    contact: dict[str, Any] = field(
        default_factory=lambda: {"id": "contact-nobody", "identified": False}
    )
    conversation_id: str = field(default_factory=lambda: uuid4().hex)
    turns: int = 0
    here: set[str] = field(default_factory=set)

    def turn(
        self,
        text: str,
        hears: Mapping[str, str] | None = None,
        locale: str = "en",
        **context: Any,
    ) -> dict[str, Any]:
        """The request body of the next turn; ``hears`` is what the hub makes of the words itself."""
        self.turns += 1
        heard = dict(hears or {})
        self.facts |= heard
        self.here |= heard.keys()
        return {
            "turn_id": f"{self.conversation_id}-{self.turns}",
            "conversation_id": self.conversation_id,
            "seq": self.turns,
            "text": text,
            "locale": locale,
            "first_turn": self.turns == 1,
            "contact": self.contact,
            "facts": [
                {
                    "id": f"fact-{key}",
                    "key": key,
                    "value": value,
                    "observed_at": "2026-11-01T10:00:00.000+00:00",
                    "state": "current",
                    "sentence": f"{key} is {value}.",
                    "label": key,
                    "just_said": key in heard,
                    "said_here": key in self.here,
                }
                for key, value in self.facts.items()
            ],
            "context": {"inbox": "shop", "heard": sorted(heard), **context},
        }

    def says(
        self,
        text: str,
        hears: Mapping[str, str] | None = None,
        locale: str = "en",
        **context: Any,
    ) -> Answer:
        response = self.bot.post("turn", self.turn(text, hears, locale, **context))
        assert response.status_code == 200, response.text
        answer = Answer(response.json())
        # As the hub does: what was heard is known from the next turn on, and what holds no longer is not.
        for key, value in answer.facts.items():
            self.facts.pop(key, None)
            if value is not None:
                self.facts[key] = value
        return answer


@pytest.fixture
def visitor(bot: BotProcess, hub: FakeHub) -> Visitor:
    """A new visitor nobody knows."""
    del hub
    return Visitor(bot)
