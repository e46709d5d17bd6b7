"""The bus between hubs while Redis dies, hangs and vanishes; the library's own manager as the control."""

from __future__ import annotations

import asyncio
import json
import sys
from typing import TYPE_CHECKING

import pytest

from tests.broadcast.buses import ENOUGH, Run, measure
from tests.broadcast.faults import FAULTS, under_fault
from tests.services import valkey
from tests.system.samtal import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.integration
_CONTROLS = ["killed for 3 s", "reset"]
Runs = dict[tuple[str, str], Run]


async def _control(name: str) -> Run:
    program = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.broadcast.pubsub",
        name,
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        said, _ = await asyncio.wait_for(program.communicate(), 120)
    finally:
        if program.returncode is None:
            program.kill()
            await program.wait()
    return Run(**json.loads(said))


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Runs]:
    """Every fault at the same time, each with a Redis of its own."""
    servers = [valkey.new_server(tmp_path_factory.mktemp("faults")) for _ in FAULTS]

    async def all_of_them() -> list[Run]:
        ours = [
            under_fault(server, name, measure) for server, name in zip(servers, FAULTS, strict=True)
        ]
        return await asyncio.gather(*ours, *(_control(name) for name in _CONTROLS))

    try:
        for server in servers:
            server.start()
        names = [("streams", name) for name in FAULTS] + [("pubsub", name) for name in _CONTROLS]
        yield dict(zip(names, asyncio.run(all_of_them()), strict=True))
    finally:
        for server in servers:
            server.stop()


@pytest.mark.parametrize("name", FAULTS)
def test_nothing_is_lost_repeated_or_out_of_order(runs: Runs, name: str) -> None:
    run = runs["streams", name]
    assert run.said >= ENOUGH
    assert (run.lost, run.repeated, run.in_order) == (0, 0, True), run


@pytest.mark.parametrize("name", FAULTS)
def test_who_emits_never_waits_for_redis(runs: Runs, name: str) -> None:
    assert runs["streams", name].longest < 1.0


@pytest.mark.parametrize("name", _CONTROLS)
def test_pub_sub_loses_under_the_same_load(runs: Runs, name: str) -> None:
    run = runs["pubsub", name]
    assert run.said >= ENOUGH
    assert run.lost >= 10
