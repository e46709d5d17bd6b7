"""A process is kept alive, told about, and ended for good."""

from __future__ import annotations

import asyncio
import io
import itertools
import os
import signal
import sys
from typing import TYPE_CHECKING

import pytest

from launcher import processes, supervisor
from launcher.failures import LaunchError
from launcher.ports import free_port
from launcher.progress import Progress
from launcher.supervisor import Program, Supervisor, pauses

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

_SERVER = """
import http.server as h, sys
h.test(h.SimpleHTTPRequestHandler, port=int(sys.argv[1]), bind="127.0.0.1")
"""
# Says who answers, shares its port, and does not come up a second time where its folder says so.
_EXCHANGED = """
import http.server, json, os, pathlib, sys
if "beside" in sys.argv and pathlib.Path("broken").exists():
    sys.exit(4)
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps({"pid": os.getpid()}).encode())
http.server.ThreadingHTTPServer.allow_reuse_port = True
http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
"""
_STUBBORN = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('up', flush=True); time.sleep(600)"

pytestmark = pytest.mark.integration


class Watched:
    """A supervisor at work and what it said."""

    def __init__(self, folder: Path, code: str, *, essential: bool = False) -> None:
        self.said = io.StringIO()
        self.port = free_port()
        program = Program(
            title="Hub",
            argv=(sys.executable, "-u", "-c", code, str(self.port)),
            cwd=folder,
            env=dict(os.environ),
            log=folder / "hub.log",
            ready_url=f"http://127.0.0.1:{self.port}/",
            essential=essential,
            beside=("beside",),
        )
        self.supervisor = Supervisor(program, Progress(self.said))
        self.task = asyncio.create_task(self.supervisor.keep_alive())

    async def ready(self) -> int:
        async with asyncio.timeout(60):
            await self.supervisor.ready.wait()
        assert self.supervisor.pid is not None
        return self.supervisor.pid

    async def end(self) -> None:
        self.task.cancel()
        await asyncio.gather(self.task, return_exceptions=True)


@pytest.fixture
async def served(tmp_path: Path) -> AsyncIterator[Watched]:
    watched = Watched(tmp_path, _SERVER)
    yield watched
    await watched.end()


def _exists(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


async def test_a_killed_process_is_started_again(served: Watched) -> None:
    first = await served.ready()
    served.supervisor.ready.clear()
    os.kill(first, signal.SIGKILL)
    second = await served.ready()
    assert second != first
    assert "Hub ended (killed by SIGKILL)" in served.said.getvalue()
    assert "Hub: starting again in 1 s" in served.said.getvalue()
    assert "Hub: serving again" in served.said.getvalue()


async def test_one_that_served_a_while_is_started_again_at_once(
    served: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(supervisor, "STEADY_AFTER", 0.0)
    first = await served.ready()
    served.supervisor.ready.clear()
    os.kill(first, signal.SIGKILL)
    await served.ready()
    assert "starting again now" in served.said.getvalue()


async def test_another_process_takes_the_place_and_only_then_the_first_goes(
    tmp_path: Path,
) -> None:
    watched = Watched(tmp_path, _EXCHANGED)
    first = await watched.ready()
    async with asyncio.timeout(60):
        await watched.supervisor.exchange()
    second = watched.supervisor.pid
    assert second not in {None, first}
    assert not _exists(first)
    assert watched.supervisor.ready.is_set()
    # The one that came is looked after like the one that went.
    watched.supervisor.ready.clear()
    assert second is not None
    os.kill(second, signal.SIGKILL)
    third = await watched.ready()
    assert third not in {first, second}
    await watched.end()
    assert not _exists(third)
    assert watched.said.getvalue().count("Hub ended") == 1


async def test_where_the_other_does_not_come_up_the_first_goes_on(tmp_path: Path) -> None:
    watched = Watched(tmp_path, _EXCHANGED)
    first = await watched.ready()
    (tmp_path / "broken").touch()
    with pytest.raises(LaunchError, match=r"the new process did not start \(exit code 4\)"):
        await watched.supervisor.exchange()
    assert watched.supervisor.pid == first
    assert _exists(first)
    await watched.end()


async def test_one_that_took_the_place_of_a_dead_one_is_not_started_twice(tmp_path: Path) -> None:
    watched = Watched(tmp_path, _EXCHANGED)
    first = await watched.ready()
    exchanged = asyncio.create_task(watched.supervisor.exchange())
    async with asyncio.timeout(60):
        # Loading takes a moment; in it the first one dies, and is to be started again in a second.
        await asyncio.sleep(0.02)
        os.kill(first, signal.SIGKILL)
        await exchanged
        while "starting again" not in watched.said.getvalue():
            await asyncio.sleep(0.02)
    taken = watched.supervisor.pid
    await asyncio.sleep(1.5)
    assert watched.supervisor.pid == taken
    await watched.end()


async def test_stopping_ends_the_process(served: Watched) -> None:
    pid = await served.ready()
    await served.end()
    assert not _exists(pid)
    assert "ended" not in served.said.getvalue()


async def test_one_that_never_got_ready_is_fatal_when_nothing_works_without_it(
    tmp_path: Path,
) -> None:
    watched = Watched(tmp_path, "print('bad setting'); exit(3)", essential=True)
    with pytest.raises(LaunchError, match=r"Hub did not start \(exit code 3\)") as failure:
        await watched.task
    assert failure.value.log is not None
    assert "bad setting" in failure.value.log.read_text()


async def test_one_that_never_gets_ready_is_tried_again_with_growing_pauses(tmp_path: Path) -> None:
    watched = Watched(tmp_path, "exit(3)")
    async with asyncio.timeout(60):
        while "in 2 s" not in watched.said.getvalue():
            await asyncio.sleep(0.05)
    await watched.end()
    assert "in 1 s" in watched.said.getvalue()


def test_pauses_double_and_stay_at_thirty_seconds() -> None:
    assert list(itertools.islice(pauses(), 7)) == [1, 2, 4, 8, 16, 30, 30]


async def test_a_process_that_will_not_end_is_killed_with_its_children(tmp_path: Path) -> None:
    log = tmp_path / "log"
    code = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {_STUBBORN!r}])"
    process = await processes.start(
        [sys.executable, "-c", code], cwd=tmp_path, env=os.environ, log=log
    )
    async with asyncio.timeout(60):
        while "up" not in log.read_text():
            await asyncio.sleep(0.02)
    group = process.pid
    await processes.stop(process, grace=0.2)
    async with asyncio.timeout(30):
        while _group_exists(group):
            await asyncio.sleep(0.02)


def _group_exists(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True
