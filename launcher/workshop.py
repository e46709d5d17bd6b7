"""Runs the programs that preparation steps need, with progress and readable failures."""

from __future__ import annotations

import asyncio
import time
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from launcher import processes
from launcher.failures import LaunchError, meaning_of
from launcher.progress import last_line_of, tail_of

if TYPE_CHECKING:
    import os
    from collections.abc import AsyncIterator, Mapping, Sequence
    from pathlib import Path

    from launcher.places import Places
    from launcher.progress import Progress

HEARTBEAT = 10.0
_CANCEL_GRACE = 3.0


@dataclass
class Workshop:
    """Places, environment and progress, handed to every step."""

    places: Places
    progress: Progress
    environ: Mapping[str, str]
    heartbeat: float = HEARTBEAT
    _turns: dict[str, asyncio.Lock] = field(default_factory=dict)

    def turn(self, name: str) -> asyncio.Lock:
        """A lock by name, for tools that several steps fetch at the same time."""
        return self._turns.setdefault(name, asyncio.Lock())

    def fresh_log(self, name: str) -> Path:
        """An empty log; the one of the last start stays beside it as ``.1``."""
        log = self.places.log(name)
        log.parent.mkdir(parents=True, exist_ok=True)
        if log.exists():
            log.replace(log.with_name(log.name + ".1"))
        return log

    async def run(
        self,
        argv: Sequence[str | os.PathLike[str]],
        *,
        log: Path,
        title: str,
        cwd: Path | None = None,
        env: Mapping[str, str] | None = None,
    ) -> None:
        """Run to the end; a failure becomes one sentence, with the log's end for the rest."""
        try:
            process = await processes.start(
                argv,
                cwd=cwd or self.places.root,
                env={**self.environ, **(env or {})},
                log=log,
            )
        except FileNotFoundError as error:
            message = f"{title}: {argv[0]} is not there ({error.strerror})."
            raise LaunchError(message) from None
        try:
            async with self._heartbeat(title, log):
                code = await process.wait()
        except asyncio.CancelledError:
            await processes.stop(process, _CANCEL_GRACE)
            raise
        if code != 0:
            known = meaning_of(tail_of(log, 200))
            sentence = known or f"It ended with {processes.how_it_ended(code)}."
            message = f"{title} failed. {sentence}"
            raise LaunchError(message, log, explained=known is not None)

    @asynccontextmanager
    async def _heartbeat(self, title: str, log: Path) -> AsyncIterator[None]:
        async def beat() -> None:
            began = time.monotonic()
            while True:
                await asyncio.sleep(self.heartbeat)
                last = last_line_of(log)
                said = f": {last}" if last else ""
                self.progress.say(f"{title}, {time.monotonic() - began:.0f} s{said}")

        task = asyncio.create_task(beat())
        try:
            yield
        finally:
            task.cancel()
