"""Trains, compares and changes models when the hub asks for it; never in the bot's own process.

    BOT_TOKEN=… HUB_URL=… VAR_DIR=… python bot/trainer.py [--model var/bot/model.tar.gz]

It asks the hub every few seconds what there is to do, one thing at a time, and says how far it is. A trained model lies beside the
one that serves until it is promoted; whatever becomes of a training, what serves is not touched. People's words lie in a folder
of their own while a training runs, and nowhere else: docs/decisions/0116-a-trainer-beside-the-bots.md
"""

from __future__ import annotations

import argparse
import fcntl
import json
import logging
import os
import shutil
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import lessons
from exchanging import ExchangeFailed, bots_take_over
from hub_work import Hub, HubAway, Work
from logs import quiet
from model_in_service import Models, Serving

logger = logging.getLogger("bot")

_ASKS_EVERY = 3.0
_TELLS_EVERY = 2.0
# Less than all the machine: customers are answered meanwhile.
_BEHIND_THE_BOTS = 10
_LONGEST = 3600.0
_BOT = Path(__file__).resolve().parent
# Of a training with its comparing, how much of the time the first takes.
_TRAINING = 0.6


class CalledOff(Exception):
    """Somebody does not want it any more."""


class Failed(Exception):
    """It came to nothing; the message is a code."""


class Trainer:
    """One job after the other."""

    def __init__(self, hub: Hub, models: Models, launcher: int | None) -> None:
        self._hub = hub
        self._models = models
        self._launcher = launcher
        self._folder = models.state / "training"

    def run(self) -> None:
        """Until it is told to stop."""
        self._clear()
        while True:
            try:
                work = self._hub.take(self._models.serving())
            except HubAway as error:
                logger.debug("hub away: %s", error)
                work = None
            if work is None:
                time.sleep(_ASKS_EVERY)
                continue
            self._do(work)

    def _do(self, work: Work) -> None:
        logger.info("%s %s: begun", work.kind, work.id)
        try:
            done = self._train(work) if work.kind == "train" else self._change(work)
            self._finish(work, "done", **done)
        except CalledOff:
            logger.info("%s %s: called off", work.kind, work.id)
        except Failed as error:
            self._finish(work, "failed", failure=str(error))
        except OSError as error:
            logger.warning("%s %s: %s", work.kind, work.id, error.strerror)
            self._finish(work, "failed", failure="no_room_or_no_right")
        finally:
            self._clear()

    def _finish(self, work: Work, state: str, **more: Any) -> None:
        logger.info("%s %s: %s %s", work.kind, work.id, state, more.get("failure", ""))
        for _ in range(20):
            try:
                self._hub.report(work, self._models.serving(), "ended", 1.0, state=state, **more)
            except HubAway:
                time.sleep(_ASKS_EVERY)
            else:
                return

    # ------------------------------------------------------------------ train

    def _train(self, work: Work) -> dict[str, Any]:
        before = self._models.serving()
        self._tell(work, "writing", 0.0)
        more, reviewed = self._folder / "more", self._folder / "reviewed.json"
        lessons.write(more, work.examples, work.intents)
        held_out = [vars(lesson) for lesson in work.held_out]
        reviewed.write_text(json.dumps(held_out, ensure_ascii=False), encoding="utf-8")
        self._make_room(before)
        out = self._models.path(work.id).parent
        try:
            self._watch(
                work,
                ("train_with.py", "--more", more, "--out", out),
                "training_failed",
                0.0,
                _TRAINING,
            )
            counts = self._folder / "scores.json"
            self._watch(
                work,
                (
                    "compare.py",
                    "--running", self._models.path(before.model),
                    "--candidate", self._models.path(work.id),
                    "--reviewed", reviewed,
                    "--out", counts,
                ),
                "comparing_failed",
                _TRAINING,
                1.0,
            )  # fmt: skip
            return {"against": before.model, "scores": json.loads(counts.read_text())}
        except BaseException:
            shutil.rmtree(out, ignore_errors=True)
            raise

    def _watch(
        self, work: Work, command: Sequence[str | Path], failure: str, begin: float, end: float
    ) -> None:
        """Run it, and tell the hub what it says of itself; a killed one is a failed one."""
        script, *arguments = command
        environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
        log = self._folder / "said"
        with log.open("wb") as output:
            process = subprocess.Popen(  # noqa: S603 - our own program
                [sys.executable, str(_BOT / script), *map(str, arguments)],
                stdout=output,
                env=environment,
                cwd=_BOT.parent,
                preexec_fn=lambda: os.nice(_BEHIND_THE_BOTS),  # noqa: PLW1509 - no threads here
            )
        began = time.monotonic()
        try:
            while process.poll() is None:
                time.sleep(_TELLS_EVERY)
                step, share = _last_line(log)
                self._tell(work, step, begin + share * (end - begin))
                if time.monotonic() - began > _LONGEST:
                    raise Failed("took_too_long")
        finally:
            if process.poll() is None:
                process.kill()
            process.wait()
        if process.returncode:
            raise Failed(failure)

    def _tell(self, work: Work, step: str, share: float) -> None:
        """A hub that is away for a while stops no training; it is told again soon."""
        try:
            if not self._hub.report(work, self._models.serving(), step, share):
                raise CalledOff
        except HubAway as error:
            logger.info("the hub was not told: %s", error)

    # ----------------------------------------------------------------- change

    def _change(self, work: Work) -> dict[str, Any]:
        """The bots take another model; where they cannot load it, the one before stays chosen."""
        name = str(work.model)
        if not self._models.path(name).is_file():
            raise Failed("model_gone")
        self._tell(work, "taking_over", 0.2)
        had_file = self._models.file.is_file()
        before = self._models.choose(name)
        try:
            bots_take_over(self._models.state, self._launcher)
        except ExchangeFailed as error:
            if had_file:
                self._models.write(before)
            else:
                self._models.file.unlink(missing_ok=True)
            raise Failed("bots_refused") from error
        return {}

    # ------------------------------------------------------------------- room

    def _make_room(self, serving: Serving) -> None:
        """Models that neither serve nor served last are a candidate of some former training."""
        kept = {serving.model, serving.former}
        for folder in (self._models.state / "models").glob("*"):
            if folder.name not in kept:
                shutil.rmtree(folder, ignore_errors=True)

    def _clear(self) -> None:
        """Nobody's words stay, also of a training that was killed."""
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True, exist_ok=True)
        for half in (self._models.state / "models").glob("*/tmp*"):
            shutil.rmtree(half, ignore_errors=True)


def _last_line(log: Path) -> tuple[str, float]:
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    for line in reversed(lines):
        step, _, share = line.partition(" ")
        if step.isidentifier() and share.replace(".", "", 1).isdigit():
            return step, min(1.0, float(share))
    return "starting", 0.0


def main() -> int:
    """Read the settings and work until told to stop."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, help="the built model.tar.gz; by default VAR_DIR/bot")
    options = parser.parse_args()
    token, hub_url = os.environ.get("BOT_TOKEN", ""), os.environ.get("HUB_URL", "")
    if not token or not hub_url:
        sys.exit("BOT_TOKEN and HUB_URL have to be set.")
    quiet()
    state = Path(os.environ.get("VAR_DIR", "var")).resolve() / "bot"
    state.mkdir(parents=True, exist_ok=True)
    models = Models((options.model or state / "model.tar.gz").resolve(), state)
    launcher = os.environ.get("LAUNCHER_PID", "")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with (state / "trainer.lock").open("w") as lock:
        # A second one would train over the first.
        fcntl.flock(lock, fcntl.LOCK_EX)
        hub = Hub(hub_url, token, f"t-{uuid.uuid4().hex[:12]}")
        try:
            Trainer(hub, models, int(launcher) if launcher.isdigit() else None).run()
        except KeyboardInterrupt:
            return 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
