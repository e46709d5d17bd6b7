"""Serves the trained bot: loads the model, then opens the port."""

from __future__ import annotations

import os

# Before Rasa and TensorFlow are imported: they read these once.
os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
# One short text at a time: threads for its matrices cost more than they bring, most of all on a busy machine.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")

import argparse
import asyncio
import faulthandler
import signal
import sys
from pathlib import Path

from dialogue_rows import rows_at
from later import postpone
from logs import quiet
from model_in_service import model_in_service


def main() -> int:
    """Read the settings and serve until told to stop."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=5005)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument(
        "--model",
        type=Path,
        required=True,
        help="model.tar.gz or the directory it is in; a trained one that was chosen serves in its place",
    )
    parser.add_argument(
        "--beside",
        action="store_true",
        help="another process serves this port and goes when this one is ready",
    )
    parser.add_argument(
        "--follow",
        action="store_true",
        help="end when another model is chosen, to be started again",
    )
    options = parser.parse_args()
    token = os.environ.get("BOT_TOKEN", "")
    model = options.model / "model.tar.gz" if options.model.is_dir() else options.model
    if not token:
        sys.exit("BOT_TOKEN is not set: the hub and the bot share it.")
    state = Path(os.environ.get("VAR_DIR", "var")) / "bot"
    built, model = model, model_in_service(model, state)
    if not model.is_file():
        sys.exit(f"There is no model at {model}. Train one with: bot/train.py --out {model.parent}")
    quiet()
    # Of a bot that hangs, `kill -USR1` shows where, and it goes on.
    faulthandler.register(signal.SIGUSR1, all_threads=True)
    postpone()
    try:
        rows = rows_at(os.environ.get("BOT_STATE_URL", ""), state)
    except ValueError as error:
        sys.exit(str(error))
    # Rasa takes seconds to import; what is wrong above is said at once.
    from application import Place, serve  # noqa: PLC0415

    hub_url = os.environ.get("HUB_URL", "http://127.0.0.1:8080")
    place = Place(options.host, options.port, options.beside, built if options.follow else None)
    asyncio.run(serve(place, model, token, hub_url, rows, state))
    return 0


if __name__ == "__main__":
    sys.exit(main())
