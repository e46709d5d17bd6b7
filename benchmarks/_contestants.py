"""Who is measured: programs that are started, answer on a port, and are stopped."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

from benchmarks._crowd import Crowd, Gathered
from benchmarks._drive import Drive, Driven, cpu_of
from launcher.ports import free_port
from launcher.processes import end_with_parent
from tests.hub.data import SECRET_KEY, Notes, fill
from tests.services import postgres
from tests.services.postgres import Postgres
from tests.system.samtal import ROOT

_START_LIMIT = 60.0
_DRIVE_LIMIT = 180.0


@dataclass
class Contestant:
    """A running server and how to reach it."""

    name: str
    process: subprocess.Popen[bytes]
    port: int
    agent_path: str = "/socket.io/"
    agent_port: int | None = None
    inbox: str = ""
    agent_token: str | None = None
    memory: Path | None = None
    beside: list[int] = field(default_factory=list)

    @property
    def pids(self) -> tuple[int, ...]:
        """Its own process first, then those that work for it."""
        return (self.process.pid, *self.beside)

    def drive(self, visitors: int, seconds: float, pace: float = 0.0) -> Driven:
        """Under load from a process of its own."""
        task = Drive(
            visitor_url=f"http://127.0.0.1:{self.port}/socket.io/",
            agent_url=f"http://127.0.0.1:{self.agent_port or self.port}{self.agent_path}",
            visitors=visitors,
            seconds=seconds,
            inbox=self.inbox,
            agent_token=self.agent_token,
            memory=str(self.memory or ""),
            pace=pace,
            pids=self.pids,
        )
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks._drive"],
            cwd=ROOT,
            input=json.dumps(asdict(task)).encode(),
            stdout=subprocess.PIPE,
            timeout=_DRIVE_LIMIT,
            check=True,
        )
        return Driven(**json.loads(done.stdout))

    @contextmanager
    def crowd(self, many: int, at_once: int, *, known: bool = False) -> Iterator[Gathered]:
        """Visitors who connect and stay until the block ends; `known` ones come with a token the second time."""
        memory = f"{self.memory}.crowd" if known and self.memory else ""
        url = f"http://127.0.0.1:{self.port}/socket.io/"
        task = Crowd(url, self.inbox, many, at_once, memory)
        with subprocess.Popen(
            [sys.executable, "-m", "benchmarks._crowd"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        ) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(json.dumps(asdict(task)).encode() + b"\n")
            process.stdin.flush()
            gathered = Gathered(**json.loads(process.stdout.readline()))
            yield gathered
            process.stdin.write(b"\n")
            process.stdin.flush()
            left = json.loads(process.stdout.readline())
            assert left == gathered.connected, f"{self.name} kept {left} of {gathered}"
            process.wait()

    def cpu(self) -> float:
        """Seconds of processor time that it has used."""
        return cpu_of(self.pids)

    def resident(self) -> int:
        """Bytes of its own process that are in memory."""
        for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) * 1024
        raise RuntimeError(f"{self.name} is gone")

    @contextmanager
    def held_still(self) -> Iterator[None]:
        """Takes no processor time until the block ends, whatever it still has to do."""
        pids = [pid for own in self.pids for pid in (own, *_children_of(own))]
        for pid in pids:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGSTOP)
        try:
            yield
        finally:
            for pid in pids:
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGCONT)

    def stop(self) -> None:
        """Ends it in order; killed when it does not go."""
        self.process.terminate()
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


@contextmanager
def others_still(contestants: Sequence[Contestant], measured: Contestant) -> Iterator[None]:
    """Hubs go on listening after a load: what one leaves for later is its own, and not to slow the others."""
    with ExitStack() as stack:
        for other in contestants:
            if other is not measured:
                stack.enter_context(other.held_still())
        yield


@contextmanager
def relay(name: str, module: str, *arguments: str) -> Iterator[Contestant]:
    """A relay of this folder."""
    port = free_port()
    argv = [sys.executable, "-m", f"benchmarks.relays.{module}", str(port), *arguments]
    contestant = Contestant(name, _started(argv, {}), port)
    try:
        _wait(contestant, "/socket.io/?EIO=4&transport=polling")
        yield contestant
    finally:
        contestant.stop()


@contextmanager
def node_relay(name: str) -> Iterator[Contestant]:
    """socket.io on Node; its packages are fetched by their lock when they are missing."""
    folder, port = ROOT / "benchmarks" / "relays" / "node", free_port()
    if not (folder / "node_modules").exists():
        subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--silent"], cwd=folder, check=True)  # noqa: S607 - the launcher puts a fitting one on PATH
    contestant = Contestant(name, _started(["node", str(folder / "relay.js"), str(port)], {}), port)
    try:
        _wait(contestant, "/socket.io/?EIO=4&transport=polling")
        yield contestant
    finally:
        contestant.stop()


@dataclass(frozen=True)
class Shop:
    """A filled SQLite database to copy, and who is in it."""

    path: Path
    notes: Notes


def make_shop(folder: Path) -> Shop:
    """Once for all hubs on SQLite."""
    path = folder / "shop.db"
    return Shop(path, asyncio.run(fill(f"sqlite:///{path}")))


def make_postgres(stack: ExitStack) -> tuple[Postgres, Notes]:
    """A server with a database `shop`, to be used as a template."""
    # Not below a folder of ours: those are closed to the account that PostgreSQL runs as.
    folder = stack.enter_context(
        tempfile.TemporaryDirectory(prefix="samtal-bench-", ignore_cleanup_errors=True)
    )
    cluster = postgres.new_server(Path(folder), durable=True)
    assert cluster.server is not None
    stack.callback(cluster.server.stop)
    cluster.server.start()
    return cluster, asyncio.run(fill(cluster.create_database("shop")))


@contextmanager
def hub(
    name: str,
    shop: Shop,
    database_url: str | None = None,
    module: str = "benchmarks.relays.as_installed",
    **environ: str,
) -> Iterator[Contestant]:
    """A hub as `serve` starts it, without a bot; on a copy of the shop unless told otherwise."""
    port = free_port()
    var = shop.path.parent / f"hub-{port}"
    var.mkdir()
    if database_url is None:
        shutil.copy(shop.path, var / "samtal.db")
        database_url = f"sqlite:///{var / 'samtal.db'}"
    settings = {
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "VAR_DIR": str(var),
        "DATABASE_URL": database_url,
        "BOT_TOKEN": "no bot takes part in this",
        "SECRET_KEY": SECRET_KEY,
        "RATE_LIMITS": "off",
        "RASA_URL": f"http://127.0.0.1:{free_port()}",
        **environ,
    }
    shop.notes.write(var)
    program = [sys.executable, "-m", module, "serve"]
    contestant = Contestant(
        name,
        _started(program, settings, var / "hub.log"),
        port,
        agent_path="/agent/socket.io/",
        inbox=shop.notes.inbox,
        memory=var / "visitors.json",
    )
    try:
        _wait(contestant, "/healthz")
        contestant.agent_token = _sign_in(contestant, shop.notes)
        yield contestant
    finally:
        contestant.stop()


@contextmanager
def two_hubs(name: str, shop: Shop, database_url: str, redis_url: str) -> Iterator[Contestant]:
    """Visitors on one, agents on the other."""
    with (
        hub(name, shop, database_url, REDIS_URL=redis_url) as first,
        hub(name, shop, database_url, REDIS_URL=redis_url) as second,
    ):
        first.agent_port = second.port
        first.beside = [second.process.pid]
        yield first


def _children_of(pid: int) -> list[int]:
    """Its own, not theirs."""
    with suppress(FileNotFoundError):
        tasks = Path(f"/proc/{pid}/task").iterdir()
        return [int(child) for task in tasks for child in (task / "children").read_text().split()]
    return []


def _started(
    argv: list[str], environ: dict[str, str], log: Path | None = None
) -> subprocess.Popen[bytes]:
    parent = os.getpid()
    with (log or Path(os.devnull)).open("ab") as said:
        return subprocess.Popen(
            argv,
            cwd=ROOT,
            env={**os.environ, **environ},
            stdin=subprocess.DEVNULL,
            stdout=said if log else None,
            stderr=said if log else None,
            preexec_fn=lambda: end_with_parent(parent, signal.SIGTERM),  # noqa: PLW1509
        )


def _wait(contestant: Contestant, path: str) -> None:
    deadline = time.monotonic() + _START_LIMIT
    url = f"http://127.0.0.1:{contestant.port}{path}"
    while time.monotonic() < deadline:
        assert contestant.process.poll() is None, f"{contestant.name} ended at once"
        with suppress(OSError), urllib.request.urlopen(url, timeout=1):
            return
        time.sleep(0.05)
    raise TimeoutError(f"{contestant.name} did not answer")


def _sign_in(contestant: Contestant, notes: Notes) -> str:
    body = json.dumps({"email": notes.emails["anna"], "password": notes.password}).encode()
    request = urllib.request.Request(
        f"http://127.0.0.1:{contestant.port}/api/v1/session",
        body,
        {"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=10) as answer:
        token: str = json.load(answer)["token"]
        return token
