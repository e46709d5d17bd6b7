"""Fixtures of the fault plans: tier, seed, report, and hubs whose every part may be broken."""

from __future__ import annotations

import asyncio
import os
import random
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.faults import report as reports
from tests.faults.report import Report
from tests.faults.stage import Ground, Stage, grounds

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Generator, Iterator

_HERE = Path(__file__).parent
_PASSED = pytest.StashKey[bool]()
_BEGAN = pytest.StashKey[float]()
TIER = os.environ.get("FAULTS", "short")
# Seconds after which a test of the short tier shows what it waits for; the slowest takes half of it.
_STUCK = 240.0
# Runs of hours end by themselves too.
_LONGEST_LONG = 4 * 3600


def pytest_configure(config: pytest.Config) -> None:
    """Reports from now on are of this session."""
    config.stash[_BEGAN] = time.time()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Everything here is a fault test; runs of minutes are for FAULTS=long."""
    ours = [item for item in items if _HERE in item.path.parents]
    for item in ours:
        if item.get_closest_marker("fault") is None:
            item.add_marker(pytest.mark.fault)
        item.add_marker(pytest.mark.integration)
    if TIER == "long":
        for item in ours:
            item.add_marker(pytest.mark.timeout(_LONGEST_LONG))
        return
    left = [item for item in ours if item.get_closest_marker("long") is not None]
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if item not in left]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A report is written after its test and says whether it passed."""
    made = yield
    if made.when == "call":
        item.stash[_PASSED] = made.passed
    return made


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """All runs of this session."""
    written = reports.written_since(config.stash[_BEGAN])
    if written:
        terminalreporter.section("faults")
        for line in reports.table(written):
            terminalreporter.write_line(line)


@pytest.fixture(autouse=True)
async def _shows_where_it_is_stuck(*, long_tier: bool) -> AsyncIterator[None]:
    """The stack that ends a hanging test shows only the loop; what its tasks wait for stands in their own."""

    def show() -> None:
        for task in asyncio.all_tasks():
            task.print_stack(file=sys.stderr)

    looking = asyncio.get_running_loop().call_later(_STUCK, show) if not long_tier else None
    yield
    if looking is not None:
        looking.cancel()


@pytest.fixture(scope="session")
def long_tier() -> bool:
    """Whether runs may take minutes."""
    return TIER == "long"


@pytest.fixture(scope="session")
def seed() -> int:
    """FAULTS_SEED, or a new one; it is in every report."""
    return int(os.environ.get("FAULTS_SEED") or random.SystemRandom().randrange(2**31))


@pytest.fixture
def report(request: pytest.FixtureRequest, seed: int) -> Iterator[Report]:
    """Named by `@pytest.mark.fault("K1")` and the test's parameters; written when the test has ended."""
    marker = request.node.get_closest_marker("fault")
    name = str(marker.args[0]) if marker is not None and marker.args else request.node.name
    callspec = getattr(request.node, "callspec", None)
    if callspec is not None:
        name = f"{name}-{callspec.id}"
    made = Report(name, seed, TIER)
    yield made
    made.write(passed=request.node.stash.get(_PASSED, False))


@pytest.fixture(scope="session")
def ground(tmp_path_factory: pytest.TempPathFactory, *, long_tier: bool) -> Iterator[Ground]:
    """Filled databases to be copied, and servers of the fault tests' own, made when first asked for."""
    with grounds(tmp_path_factory, durable=long_tier) as made:
        yield made


@pytest.fixture
async def make_stage(ground: Ground) -> AsyncIterator[Callable[..., Stage]]:
    """`make_stage("postgres", hubs=2, redis=True)`: not yet started; all is stopped at the end."""
    made: list[Stage] = []

    def make(database: str = "sqlite", **more: Any) -> Stage:
        stage = ground.stage(database, **more)
        made.append(stage)
        return stage

    yield make
    for stage in made:
        await stage.close()
