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
# A successor that is not ready by then never will be; loading takes seconds, on a machine at its limit a minute.
SUCCEEDS_WITHIN = 180.0


@dataclass(frozen=True, slots=True)
class Program:
    """What to run, and the address that answers once it serves."""

    title: str
    argv: tuple[str | Path, ...]
    cwd: Path
    env: Mapping[str, str]
    log: Path
    # Where there is none it is ready once it has run for a while.
    ready_url: str = ""
    ready_headers: tuple[tuple[str, str], ...] = ()
    # Whether its death before it was ever ready ends the start (the hub), or is tried again.
    essential: bool = False
    # What another process is told that starts beside the one which runs, to take its place.
    beside: tuple[str, ...] = ()


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

    async def exchange(self) -> None:
        """Put another process in the place of the one that runs, which is asked to go when the other serves.

        Raises LaunchError when that one did not get ready: then nothing has changed.
        """
        program = self.program
        other = await processes.start(
            (*program.argv, *program.beside), cwd=program.cwd, env=program.env, log=program.log
        )
        try:
            await self._until_ready(other)
        except BaseException:
            await asyncio.shield(processes.stop(other))
            raise
        former, self._process = self._process, other
        if former is not None:
            await asyncio.shield(processes.stop(former))

    async def _until_ready(self, other: asyncio.subprocess.Process) -> None:
        program = self.program
        answers = asyncio.create_task(
            until_answers(program.ready_url, dict(program.ready_headers), by=other.pid)
        )
        end = asyncio.create_task(other.wait())
        try:
            await asyncio.wait(
                {answers, end}, timeout=SUCCEEDS_WITHIN, return_when=asyncio.FIRST_COMPLETED
            )
            if not answers.done() or end.done():
                how = processes.how_it_ended(await end) if end.done() else "not ready in time"
                message = f"{program.title}: the new process did not start ({how})."
                raise LaunchError(message, program.log)
        finally:
            for task in (answers, end):
                task.cancel()

    async def stop(self) -> None:
        """End the process; a second call does nothing."""
        process, self._process = self._process, None
        if process is not None:
            # Shielded: a second Ctrl-C must not leave an orphan behind.
            await asyncio.shield(processes.stop(process))

    async def _one_life(self) -> float:
        """From start to death; the seconds for which it was ready."""
        program = self.program
        process = self._process
        # Alive already: it took the place of one that died meanwhile.
        if process is None or process.returncode is not None:
            process = self._process = await processes.start(
                program.argv, cwd=program.cwd, env=program.env, log=program.log
            )
        ready_since: float | None = None
        watch = asyncio.create_task(self._watch_readiness())
        end = asyncio.create_task(self._last_end(process))
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

    async def _last_end(self, process: asyncio.subprocess.Process) -> int:
        """The end of the process, or of the last of those that took its place."""
        code = await process.wait()
        while self._process is not None and self._process is not process:
            process = self._process
            code = await process.wait()
        return code

    async def _watch_readiness(self) -> None:
        if self.program.ready_url:
            await until_answers(self.program.ready_url, dict(self.program.ready_headers))
        else:
            await asyncio.sleep(STEADY_AFTER)
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
