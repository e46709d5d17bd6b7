"""Which model serves: the one that was built, or a trained one that was put in its place.

`serving.json` beside the bot's state names it and the one before. It holds for the build it was made beside only: whoever
changes the bot's data or components gets what they built. Read by the bots when they start; written by the trainer.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import asdict, dataclass
from pathlib import Path

BUILT = "built"
MODEL_NAME, STAMP_NAME = "model.tar.gz", "model.sha256"
_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")


@dataclass(frozen=True)
class Serving:
    """Names of models: `built`, or a folder under `models`; `base` is the stamp of the build."""

    model: str = BUILT
    former: str | None = None
    base: str = ""


@dataclass(frozen=True)
class Models:
    """All there are: the built one, and trained ones under the bot's state."""

    built: Path
    state: Path

    @property
    def file(self) -> Path:
        """What names the one in service."""
        return self.state / "serving.json"

    @property
    def base(self) -> str:
        """The stamp of the build; empty of a model that has none."""
        try:
            return self.built.with_name(STAMP_NAME).read_text().strip()
        except OSError:
            return ""

    def path(self, name: str) -> Path:
        """Where a model of this name lies."""
        return self.built if name == BUILT else self.state / "models" / name / MODEL_NAME

    def serving(self) -> Serving:
        """The built one where nothing else is named, or what is named is not there or of another build."""
        try:
            found = Serving(**json.loads(self.file.read_text()))
        except (OSError, ValueError, TypeError):
            return Serving(base=self.base)
        whole = all(
            _NAME.fullmatch(name) and self.path(name).is_file()
            for name in (found.model, found.former)
            if name is not None
        )
        return found if whole and found.base == self.base else Serving(base=self.base)

    def choose(self, name: str) -> Serving:
        """From now on; whoever starts takes it. What was chosen before, to go back to."""
        before = self.serving()
        if name != before.model:
            self.write(Serving(name, before.model, self.base))
        return before

    def write(self, serving: Serving) -> None:
        """In one step, so that nobody reads half of it."""
        self.state.mkdir(parents=True, exist_ok=True)
        beside = self.file.with_suffix(f".{os.getpid()}")
        beside.write_text(json.dumps(asdict(serving)))
        beside.replace(self.file)


def model_in_service(built: Path, state: Path) -> Path:
    """The file to load."""
    models = Models(built, state)
    return models.path(models.serving().model)
