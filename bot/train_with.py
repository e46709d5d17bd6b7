"""Trains a model that knows more than `nlu_data`: examples that people reviewed, and intents that they made.

    python bot/train_with.py --more FOLDER --out FOLDER

`FOLDER/nlu.yml`, `rules.yml` and `domain.yml` are read beside the bot's own; how they are made is in `lessons.py`. Each line it
prints says how far it is: a step, and a share of the whole.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

import train
from logs import quiet
from model_in_service import MODEL_NAME

# Two nets to learn how sure to be, and two to serve; each takes about as long.
_NETS = 4


def main() -> int:
    """Train into ``--out``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--more", type=Path, required=True, help="what to learn beside the bot's data"
    )
    parser.add_argument("--out", type=Path, required=True, help="directory for model.tar.gz")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    told("loading", 0.0)
    quiet()
    # Imported here: it takes seconds.
    from rasa.model_training import train as rasa_train  # noqa: PLC0415

    _tell_of_nets()
    files = [str(path) for path in train.TRAINED_ON]
    files += [str(path) for path in sorted(options.more.glob("*.yml")) if path.stem != "domain"]
    with tempfile.TemporaryDirectory(dir=options.out) as folder:
        domain = Path(folder) / "domain"
        shutil.copytree(train.BOT / "domain", domain)
        if (options.more / "domain.yml").is_file():
            shutil.copy(options.more / "domain.yml", domain / "own_intents.yml")
        told("reading", 0.1)
        with contextlib.redirect_stdout(io.StringIO()):
            result = rasa_train(
                domain=str(domain),
                config=str(train.BOT / "config.yml"),
                training_files=files,
                output=folder,
                force_training=True,
                fixed_model_name="model",
            )
        if result.code != 0 or result.model is None:
            sys.exit("training failed")
        Path(result.model).replace(options.out / MODEL_NAME)
    told("trained", 1.0)
    return 0


def told(step: str, share: float) -> None:
    """A line of progress, past whatever Rasa does with the output."""
    print(f"{step} {share:.3f}", file=sys.__stdout__, flush=True)


def _tell_of_nets() -> None:
    """Nearly all of the time goes into them, and Rasa tells of none."""
    from components.intent_net import IntentNet  # noqa: PLC0415 - numpy and scipy come with it

    fit, done = IntentNet.fit, 0

    def fit_and_tell(self: IntentNet, *arguments: Any) -> None:
        nonlocal done
        told("learning", 0.2 + 0.7 * done / _NETS)
        fit(self, *arguments)
        done += 1

    IntentNet.fit = fit_and_tell  # type: ignore[method-assign, assignment]


if __name__ == "__main__":
    sys.exit(main())
