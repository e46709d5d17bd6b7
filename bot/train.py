"""Trains the bot from nlu_data/, bot/domain/ and bot/config.yml into one file.

The same inputs give the same model; ``--if-needed`` trains only when they have changed since the file was made.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

# Before Rasa and TensorFlow are imported: they read these once.
os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("LOG_LEVEL", "WARNING")
# Nothing is kept between trainings: whether to train at all is decided here.
os.environ.setdefault("RASA_MAX_CACHE_SIZE", "0")
os.environ.setdefault(
    "RASA_CACHE_DIRECTORY", str(Path(tempfile.gettempdir()) / "samtal_rasa_cache")
)

import argparse
import contextlib
import fcntl
import hashlib
import io
import sys
import time

from logs import quiet

BOT = Path(__file__).resolve().parent
NLU_DATA = BOT.parent / "nlu_data"
# A folder for each language, the rules and the stories; never what the bot is judged by.
TRAINED_ON = tuple(
    path for path in sorted(NLU_DATA.iterdir()) if path.is_dir() and path.name != "evaluation"
)
MODEL_NAME = "model.tar.gz"
STAMP_NAME = "model.sha256"


def main() -> int:
    """Train, unless the model at hand is still good."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--out", type=Path, default=BOT.parent / "var" / "bot", help="directory for model.tar.gz"
    )
    parser.add_argument(
        "--if-needed", action="store_true", help="do nothing when the inputs have not changed"
    )
    options = parser.parse_args()
    stamp, model = options.out / STAMP_NAME, options.out / MODEL_NAME
    options.out.mkdir(parents=True, exist_ok=True)
    with (options.out / "training.lock").open("w") as lock:
        # A launcher and a test run may want the same model at once; the second finds it made.
        fcntl.flock(lock, fcntl.LOCK_EX)
        digest = input_digest()
        if (
            options.if_needed
            and model.is_file()
            and stamp.is_file()
            and stamp.read_text().strip() == digest
        ):
            say("bot: the trained model is still good")
            return 0
        started = time.monotonic()
        stamp.unlink(missing_ok=True)
        train_into(model)
        stamp.write_text(digest + "\n")
        say(
            f"bot: trained in {time.monotonic() - started:.0f} s, {model.stat().st_size // 1024} kB"
        )
    return 0


def input_digest() -> str:
    """One hash over everything the model depends on: data, domain, words, configuration, own components, Rasa's version."""
    files = [BOT / "config.yml", BOT / "requirements.lock", BOT / "train.py"]
    for folder, pattern in (
        (BOT / "domain", "*.yml"),
        (BOT / "components", "*.py"),
        (BOT / "vocabulary", "*.yml"),
        (BOT / "memory_examples", "*.yml"),
        *((path, "**/*.yml") for path in TRAINED_ON),
    ):
        files += folder.glob(pattern)
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(f"{path.relative_to(BOT.parent)}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def train_into(model: Path) -> None:
    """Train into a file beside ``model`` and put it in place in one step, so that no reader meets half a model."""
    say("bot: loading Rasa")
    quiet()
    # Imported here: it takes seconds, and is not needed to find out that there is nothing to do.
    from rasa.model_training import train  # noqa: PLC0415

    say("bot: learning intents, names and rules")
    with (
        tempfile.TemporaryDirectory(dir=model.parent) as folder,
        contextlib.redirect_stdout(io.StringIO()),
    ):
        result = train(
            domain=str(BOT / "domain"),
            config=str(BOT / "config.yml"),
            training_files=[str(path) for path in TRAINED_ON],
            output=folder,
            force_training=True,
            fixed_model_name="model",
        )
        if result.code != 0 or result.model is None:
            sys.exit("bot: training failed")
        Path(result.model).replace(model)


def say(line: str) -> None:
    """A progress line, at once even into a pipe."""
    print(line, flush=True)  # noqa: T201


if __name__ == "__main__":
    sys.exit(main())
