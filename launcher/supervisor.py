"""Keeps one process alive: starts it, tells when it is ready, starts it again when it dies."""

from __future__ import annotations

import asyncio
import signal
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from launcher import processes
from launcher.failures import LaunchError, meaning_of
from launcher.progress import tail_of
from launcher.readiness import until_answers

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from launcher.progress import Progress

LONGEST_PAUSE = 30.0
# A process that was ready this long is healthy: its next death starts the pauses anew.
STEADY_AFTER = 5.0


@dataclass(frozen=True, slots=True)
class Program:
    """What to run, and the address that answers once it serves."""

    title: str
    argv: tuple[str | Path, ...]
    cwd: Path
    env: Mapping[str, str]
    log: Path
    ready_url: str
    ready_headers: tuple[tuple[str, str], ...] = ()
    # Whether its death before it was ever ready ends the start (the hub), or is tried again.
    essential: bool = False


def pauses() -> Iterator[float]:
    """Seconds to wait before each new start: 1, 2, 4 … 30."""
    pause = 1.0
    while True:
        yield min(pause, LONGEST_PAUSE)
        pause = min(pause * 2, LONGEST_PAUSE)


class Supervisor:
    """Runs one program for as long as the launcher lives."""

    def __init__(self, program: Program, progress: Progress) -> None:
        self.program = program
        self.ready = asyncio.Event()
        self._progress = progress
        self._process: asyncio.subprocess.Process | None = None
        self._was_ready = False

    @property
    def pid(self) -> int | None:
        """The running process, if there is one."""
        process = self._process
        return process.pid if process is not None and process.returncode is None else None

    async def keep_alive(self) -> None:
        """Start and restart until cancelled; then stop the process before returning."""
        waits = pauses()
        try:
            while True:
                lived = await self._one_life()
                if lived >= STEADY_AFTER:
                    waits = pauses()
                # What served well a moment ago is needed at once; what dies young must not spin.
                pause = 0.0 if lived >= STEADY_AFTER else next(waits)
                self._announce_restart(pause)
                await asyncio.sleep(pause)
        finally:
            await self.stop()

    async def stop(self) -> None:
        """End the process; a second call does nothing."""
        process, self._process = self._process, None
        if process is not None:
            # Shielded: a second Ctrl-C must not leave an orphan behind.
            await asyncio.shield(processes.stop(process))

    async def _one_life(self) -> float:
        """From start to death; the seconds for which it was ready."""
        program = self.program
        self._process = await processes.start(
            program.argv, cwd=program.cwd, env=program.env, log=program.log
        )
        ready_since: float | None = None
        watch = asyncio.create_task(self._watch_readiness())
        end = asyncio.create_task(self._process.wait())
        try:
            await asyncio.wait({watch, end}, return_when=asyncio.FIRST_COMPLETED)
            if not end.done():
                ready_since = time.monotonic()
            code = await end
        finally:
            self.ready.clear()
            for task in (watch, end):
                task.cancel()
        self._report_death(code)
        return time.monotonic() - ready_since if ready_since is not None else 0.0

    async def _watch_readiness(self) -> None:
        await until_answers(self.program.ready_url, dict(self.program.ready_headers))
        if self._was_ready:
            self._progress.say(f"{self.program.title}: serving again")
        self._was_ready = True
        self.ready.set()

    def _report_death(self, code: int) -> None:
        program = self.program
        if self._process is not None:
            # Whatever it left in its group would hold the port or the database.
            processes.signal_group(self._process, signal.SIGKILL)
        how = processes.how_it_ended(code)
        if program.essential and not self._was_ready:
            known = meaning_of(tail_of(program.log, 60))
            message = f"{program.title} did not start ({how}). {known or ''}".strip()
            raise LaunchError(message, program.log, explained=known is not None)
        self._progress.say(f"{program.title} ended ({how})")
        if not self._was_ready:
            self._progress.tail(program.log)

    def _announce_restart(self, pause: float) -> None:
        when = f"in {pause:.0f} s" if pause else "now"
        self._progress.say(f"{self.program.title}: starting again {when}")
