"""A new model for bots that serve: one process after the other gives its place to one that has loaded it.

A process is asked to go only when its successor answers at the same address, and goes when it has answered what it was
asked, so that no turn is lost. Dialogues go on where they were: all processes share them.
"""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import signal
import time
from typing import TYPE_CHECKING

from launcher.failures import LaunchError
from launcher.instance import running_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from launcher.places import Places
    from launcher.progress import Progress
    from launcher.supervisor import Supervisor

ASKS = signal.SIGUSR1
_LOOK_EVERY = 0.1
_TAKEN_UP_WITHIN = 10.0


class Exchange:
    """In the launcher that runs: does it when asked, and writes down how far it is."""

    def __init__(self, places: Places, progress: Progress) -> None:
        self._file = places.exchange
        self._progress = progress
        self._asked = asyncio.Event()

    def ask(self) -> None:
        """Once more, also while one is going on."""
        self._asked.set()

    async def whenever_asked(self, bots: Sequence[Supervisor]) -> None:
        """Until cancelled."""
        while True:
            await self._asked.wait()
            self._asked.clear()
            await self._exchange(bots)

    async def _exchange(self, bots: Sequence[Supervisor]) -> None:
        began = time.time()
        for done, bot in enumerate(bots):
            self._note("running", began, done, len(bots))
            try:
                await bot.exchange()
            except LaunchError as error:
                self._progress.say(f"{error} The others go on as before")
                self._note("failed", began, done, len(bots), str(error))
                return
            self._progress.say(f"{bot.program.title}: a new process has taken over")
        self._note("done", began, len(bots), len(bots))

    def _note(self, state: str, began: float, done: int, of: int, error: str = "") -> None:
        noted = {"state": state, "began": began, "done": done, "of": of, "error": error}
        beside = self._file.with_suffix(".new")
        beside.write_text(json.dumps(noted))
        beside.replace(self._file)


async def exchange(places: Places, progress: Progress, model: Path | None) -> int:
    """The command: let the bots that run take the model in ``var/bot``, or this one; the exit code.

    A model with which no process gets ready is put away again.
    """
    pid = running_in(places.var)
    if pid is None:
        message = f"No Samtal runs with the state in {places.var}: start it with make run."
        raise LaunchError(message)
    former = _put_in_place(model, places.model) if model is not None else None
    chosen = _put_aside(places.serving)
    asked = time.time()
    os.kill(pid, ASKS)
    noted = await _until_done(places.exchange, asked, progress)
    if noted["state"] == "done":
        progress.say(f"All {noted['of']} bot processes answer with the new model")
        return 0
    if chosen is not None and not noted["done"]:
        chosen.replace(places.serving)
    if former is not None and not noted["done"]:
        former.replace(places.model)
        progress.say("The former model is in its place again")
    raise LaunchError(str(noted["error"]), places.log("bot"))


def _put_in_place(model: Path, place: Path) -> Path:
    """Where the former one is kept."""
    if not model.is_file():
        message = f"There is no model at {model}."
        raise LaunchError(message)
    former, beside = place.with_name(f"former-{place.name}"), place.with_name(f"new-{place.name}")
    shutil.copyfile(model, beside)
    if place.exists():
        shutil.copyfile(place, former)
    beside.replace(place)
    return former


def _put_aside(serving: Path) -> Path | None:
    """Who says which model is wanted means it: one that was chosen on the page serves no longer."""
    if not serving.is_file():
        return None
    aside = serving.with_name(f"former-{serving.name}")
    serving.replace(aside)
    return aside


async def _until_done(file: Path, asked: float, progress: Progress) -> dict[str, object]:
    told = None
    while True:
        noted = _read(file)
        if noted is not None and float(str(noted["began"])) >= asked:
            if noted["state"] != "running":
                return noted
            if told != noted["done"]:
                told = noted["done"]
                progress.say(f"{told} of {noted['of']} bot processes exchanged")
        elif time.time() > asked + _TAKEN_UP_WITHIN:
            message = "The bots that run are still starting, or are not this launcher's own."
            raise LaunchError(message)
        await asyncio.sleep(_LOOK_EVERY)


def _read(file: Path) -> dict[str, object] | None:
    try:
        noted: dict[str, object] = json.loads(file.read_text())
    except (OSError, ValueError):
        return None
    return noted
