"""``make test``: every part of the suite, then one plain summary."""

from __future__ import annotations

import asyncio
import os
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, BinaryIO

from launcher import plan, processes, tools
from launcher.failures import LaunchError
from launcher.preparation import Preparation
from launcher.reports import Outcome, counted, passed_in, summary
from launcher.running import until_signal
from launcher.settings import LaunchSettings, process_environment
from launcher.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from launcher.places import Places
    from launcher.progress import Progress

# A part that hangs must not hang whoever waits for the suite; a machine half as fast may finish it.
_LONGEST_PART = 1200.0
# Each worker has its own servers and waits for them a third of its time, so there is one more than
# cores; more than four would need more memory than they save time.
_WORKERS = f"--numprocesses={min(4, (os.cpu_count() or 1) + 1)}"
# A file's tests stay together, for they share hubs.
_BY_FILE = (_WORKERS, "--dist=loadfile", "--no-loadscope-reorder")
# Here each worker has a hub, a bot and a browser, and waits for them half of its time.
_BY_FILE_WITH_BOTS = ("--numprocesses=2", "--dist=loadfile")
# More than these are no chance, and are not tried again.
_CHANCES = 3
_ONLY_FAILED = ("--last-failed", "--last-failed-no-failures=none")
_FAILED_ALONE = (*_ONLY_FAILED, "--numprocesses=0")
# They start the bot anew again and again, and half of the time wait for it: beside the rest of its tests.
_WHOLE_BOTS = (
    "tests/bot/test_serve.py", "tests/bot/test_several_processes.py",
    "tests/bot/test_tracker_store.py",
)  # fmt: skip
# Here each test has hubs of its own, and waits for what it broke.
_BY_TEST = ("--numprocesses=2", "--dist=worksteal")


@dataclass(frozen=True, slots=True)
class Part:
    """One test runner with what it needs to exist."""

    name: str
    needs: tuple[str, ...]
    argv: tuple[str | Path, ...]
    cwd: Path
    report: Path
    # What to add so that only what has just failed runs once more; nothing: a failure is final.
    again: tuple[str, ...] = ()


def groups_of(places: Places, reports: Path, *, fast: bool) -> tuple[tuple[Part, ...], ...]:
    """The suite in its order; parts of one group run side by side, where one waits while another computes."""
    root = places.root
    hub_pytest = (places.hub_python, "-m", "pytest", "--color=auto")

    def report(name: str) -> Path:
        return reports / f"{name}.xml"

    def remembering(name: str) -> tuple[str, ...]:
        return ("-o", f"cache_dir={reports / f'{name}.cache'}")

    hub = Part(
        name="hub",
        needs=("hub-env",),
        argv=(
            *hub_pytest, "tests", "--ignore=tests/bot", "--ignore=tests/browser",
            "--ignore=tests/e2e", "--ignore=tests/faults", "--ignore=tests/system", *_BY_FILE,
            *(("-m", "not integration") if fast else ()),
            f"--junitxml={report('hub')}", *remembering("hub"),
        ),
        cwd=root,
        report=report("hub"),
        again=_FAILED_ALONE,
    )  # fmt: skip
    frontend = Part(
        name="frontend",
        needs=("frontend-packages",),
        argv=(
            "npm", "test", "--",
            "--reporter=default", "--reporter=junit", f"--outputFile.junit={report('frontend')}",
        ),
        cwd=places.frontend,
        report=report("frontend"),
    )  # fmt: skip
    if fast:
        return ((hub,), (frontend,))

    def bot_part(name: str, *tests: str) -> Part:
        return Part(
            name=name,
            needs=("bot-env", "model", "hub-env"),
            argv=(
                places.bot_python, "-m", "pytest", *tests,
                f"--junitxml={report(name)}", *remembering(name),
            ),
            cwd=root,
            report=report(name),
            again=_ONLY_FAILED,
        )  # fmt: skip

    bot = bot_part("bot", "tests/bot", *(f"--ignore={file}" for file in _WHOLE_BOTS))
    bots = bot_part("bots", *_WHOLE_BOTS)
    # Never tried again: a message lost once in a hundred runs is what these are for.
    faults = Part(
        name="faults",
        needs=("hub-env", "frontend", "browser"),
        argv=(*hub_pytest, "tests/faults", *_BY_TEST, f"--junitxml={report('faults')}"),
        cwd=root,
        report=report("faults"),
    )
    whole = Part(
        name="e2e",
        needs=("hub-env", "frontend", "bot-env", "model", "browser"),
        argv=(
            *hub_pytest, "tests/browser", "tests/e2e", "tests/system", *_BY_FILE_WITH_BOTS,
            f"--junitxml={report('e2e')}", *remembering("e2e"),
        ),
        cwd=root,
        report=report("e2e"),
        again=_FAILED_ALONE,
    )  # fmt: skip
    # Side by side these two take as long, and machines with two cores starve both.
    return ((hub,), (frontend, bot, bots), (whole,), (faults,))


async def run(places: Places, progress: Progress, environ: Mapping[str, str], *, fast: bool) -> int:
    """Prepare and run all parts, also after one has failed; the exit code."""
    settings = LaunchSettings.from_environment(environ)
    hub_environ = process_environment(environ, places.var, settings, settings.rasa_urls or "")
    shop = Workshop(places, progress, environ)
    preparation = Preparation(plan.steps_for(places, environ=hub_environ, tools_too=True), shop)
    outcomes: list[Outcome] = []

    async def work() -> None:
        reports = places.var / "test-reports"
        reports.mkdir(parents=True, exist_ok=True)
        groups = groups_of(places, reports, fast=fast)
        try:
            # Later parts are prepared while earlier ones run.
            preparation.begin(*(need for group in groups for part in group for need in part.needs))
            for group in groups:
                aside = len(group) > 1
                under_way = (perform(part, shop, preparation, aside=aside) for part in group)
                outcomes.extend(await asyncio.gather(*under_way))
        finally:
            await preparation.abandon()

    if await until_signal(work()) is not None:
        progress.say("Stopped before the suite was through")
        return 130
    for line in summary(outcomes):
        progress.plain(line)
    return 0 if all(outcome.good for outcome in outcomes) else 1


async def perform(part: Part, shop: Workshop, preparation: Preparation, *, aside: bool) -> Outcome:
    """Run a part when what it needs is there; some few that failed once more, alone."""
    try:
        await preparation.ready(*part.needs)
    except LaunchError as error:
        shop.progress.failure(error)
        return Outcome(part.name, trouble=f"could not be prepared: {error}")
    began = time.monotonic()
    outcome = await _outcome(part, shop, began, aside=aside)
    if part.again and 0 < outcome.failed <= _CHANCES and not outcome.trouble:
        return await _tried_again(part, outcome, shop, began, aside=aside)
    return outcome


async def _outcome(part: Part, shop: Workshop, began: float, *, aside: bool) -> Outcome:
    part.report.unlink(missing_ok=True)
    code = await (_aside(part, shop) if aside else _in_the_open(part, shop))
    outcome = counted(part.name, part.report, time.monotonic() - began)
    if code != 0 and outcome.good:
        return Outcome(part.name, trouble=f"its runner ended with {code}")
    return outcome


async def _tried_again(
    part: Part, first: Outcome, shop: Workshop, began: float, *, aside: bool
) -> Outcome:
    """What failed runs once more, alone; what passes then is unsteady, and told so."""
    second = Part(
        name=f"{part.name}, once more what failed",
        needs=part.needs,
        argv=(*part.argv, *part.again, f"--junitxml={_second(part.report)}"),
        cwd=part.cwd,
        report=_second(part.report),
    )
    alone = await _outcome(second, shop, began, aside=aside)
    if alone.trouble or alone.passed + alone.failed != first.failed:
        # Not the same tests: the first word stands.
        return replace(first, seconds=alone.seconds or first.seconds)
    return replace(
        first,
        passed=first.passed + alone.passed,
        failed=alone.failed,
        seconds=alone.seconds,
        unsteady=passed_in(second.report),
    )


def _second(report: Path) -> Path:
    return report.with_name(f"{report.stem}-again.xml")


async def _in_the_open(part: Part, shop: Workshop) -> int:
    """Run a part with its output going straight to the terminal."""
    shop.progress.say(f"Tests: {part.name}")
    return await _ended(part, shop, None)


async def _aside(part: Part, shop: Workshop) -> int:
    """Run a part beside others: its output comes in one piece, whole, when it has ended."""
    shop.progress.say(f"Tests: {part.name}, to be shown when it has ended")
    log = part.report.with_suffix(".log")
    with log.open("wb") as output:
        code = await _ended(part, shop, output)
    shop.progress.say(f"Tests: {part.name} has ended")
    shop.progress.plain(log.read_text(errors="replace"))
    return code


async def _ended(part: Part, shop: Workshop, output: BinaryIO | None) -> int:
    """Run a part to its end, or to the end of patience; its exit code."""
    argv, env = await tools.found(part.argv, shop)
    process = await asyncio.create_subprocess_exec(
        *argv,
        cwd=part.cwd,
        env=env,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=output,
        stderr=output,
        start_new_session=True,
    )
    try:
        async with asyncio.timeout(_LONGEST_PART):
            return await process.wait()
    except TimeoutError:
        shop.progress.say(f"{part.name} took longer than {_LONGEST_PART:.0f} s and was ended")
        return os.EX_TEMPFAIL
    finally:
        # Gentle first: fixtures end the servers they started.
        await processes.stop(process)
