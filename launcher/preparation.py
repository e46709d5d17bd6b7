"""Runs steps in the order they need each other, side by side where they do not."""

from __future__ import annotations

import asyncio
import fcntl
import time
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from launcher.failures import LaunchError, from_os_error
from launcher.stamps import Stamp, digest_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
    from pathlib import Path

    from launcher.workshop import Workshop


_ASK_AGAIN = 0.2


@dataclass(frozen=True, slots=True)
class Step:
    """One piece of preparation whose result stays good while its inputs stay the same."""

    name: str
    title: str
    work: Callable[[Workshop, Path], Awaitable[None]]
    stamp: Path
    inputs: tuple[Path, ...] = ()
    outputs: tuple[Path, ...] = ()
    needs: tuple[str, ...] = ()
    # Settings the result depends on besides files.
    salt: tuple[str, ...] = ()
    # What tells this result from a later one in the same place, such as a database made anew.
    mark: Callable[[], str] = str
    hint: str = ""

    def digest(self, root: Path) -> str:
        """The hash of everything this step's result is made from."""
        return digest_of(root, self.inputs, self.salt)

    def is_fresh(self, root: Path) -> bool:
        """Whether the result of an earlier start can be used as it is."""
        return all(output.exists() for output in self.outputs) and Stamp(self.stamp).matches(
            self._line(self.digest(root))
        )

    def record(self, digest: str) -> None:
        """Remember that the result was made from inputs with this digest."""
        Stamp(self.stamp).write(self._line(digest))

    def _line(self, digest: str) -> str:
        return f"{digest} {self.mark()}".strip()


class Preparation:
    """The steps of one start. Each runs at most once, when somebody waits for it."""

    def __init__(self, steps: Iterable[Step], shop: Workshop) -> None:
        self._steps = {step.name: step for step in steps}
        self._shop = shop
        self._tasks: dict[str, asyncio.Task[None]] = {}

    def begin(self, *names: str) -> None:
        """Start these steps without waiting for them."""
        for name in names:
            _ = self._task(name)

    async def ready(self, *names: str) -> None:
        """Wait until these steps, and all they need, are done."""
        tasks = [self._task(name) for name in names]
        if not tasks:
            return
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
        for task in done:
            task.result()

    async def abandon(self) -> None:
        """Stop whatever still runs."""
        for task in self._tasks.values():
            task.cancel()
        await asyncio.gather(*self._tasks.values(), return_exceptions=True)

    def _task(self, name: str) -> asyncio.Task[None]:
        if name not in self._tasks:
            self._tasks[name] = asyncio.create_task(self._perform(self._steps[name]), name=name)
        return self._tasks[name]

    async def _perform(self, step: Step) -> None:
        await self.ready(*step.needs)
        root = self._shop.places.root
        if step.is_fresh(root):
            return
        async with _alone(self._shop.places.tools / "locks" / f"{step.name}.lock"):
            # Another launcher may have done it while this one waited.
            if not step.is_fresh(root):
                await self._work(step)

    async def _work(self, step: Step) -> None:
        root = self._shop.places.root
        hint = f" ({step.hint})" if step.hint else ""
        self._shop.progress.say(f"{step.title}: started{hint}")
        began = time.monotonic()
        log = self._shop.fresh_log(step.name)
        # Taken before the work: an input edited meanwhile makes the next start do it again.
        digest = step.digest(root)
        try:
            Stamp(step.stamp).clear()
            await step.work(self._shop, log)
            missing = [output for output in step.outputs if not output.exists()]
            if missing:
                message = f"{step.title} ended well but did not make {missing[0].name}."
                raise LaunchError(message, log)
            step.record(digest)
        except OSError as error:
            raise from_os_error(error) from error
        self._shop.progress.say(f"{step.title}: done in {time.monotonic() - began:.1f} s")


@asynccontextmanager
async def _alone(lock: Path) -> AsyncIterator[None]:
    """Hold a step across processes: two starts in one checkout must not build the same thing."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("w") as file:
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                await asyncio.sleep(_ASK_AGAIN)
            else:
                break
        yield
