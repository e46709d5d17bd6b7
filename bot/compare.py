"""Lets two models hear the same lines, which neither learned from, and counts what each makes of them.

    python bot/compare.py --running FILE --candidate FILE --reviewed FILE --out FILE

The lines are the bot's held-out ones, heard as `make eval-bot` hears them, and reviewed ones that were kept back
(JSON, `[{"language", "intent", "text"}]`). Each line it prints says how far it is; ``--out`` gets the counts.
"""

from __future__ import annotations

import os

# Before Rasa and TensorFlow are imported: they read these once.
os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("LOG_LEVEL", "WARNING")

import argparse
import asyncio
import gc
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from evaluate import EVALUATION, Heard, examples, languages_judged, listen
from logs import quiet

# As `make eval-bot` counts: what the bot is sure of, and wrong.
SURE = 0.8
_AT_ONCE = 100

# Language, and whether people reviewed the lines.
Set = tuple[str, bool]
Lines = Mapping[Set, Sequence[tuple[str, str]]]


def score(language: str, reviewed: bool, pairs: Sequence[tuple[Heard, Heard]]) -> dict[str, object]:  # noqa: FBT001 - a field
    """What the hub decides by; the model in service comes first in a pair."""
    sure = [(_surely_wrong(before), _surely_wrong(now)) for before, now in pairs]
    return {
        "language": language,
        "reviewed": reviewed,
        "lines": len(pairs),
        "running_right": sum(before.right for before, _ in pairs),
        "candidate_right": sum(now.right for _, now in pairs),
        "won": sum(now.right and not before.right for before, now in pairs),
        "lost": sum(before.right and not now.right for before, now in pairs),
        "running_surely_wrong": sum(before for before, _ in sure),
        "candidate_surely_wrong": sum(now for _, now in sure),
        "sure_won": sum(before and not now for before, now in sure),
        "sure_lost": sum(now and not before for before, now in sure),
    }


def _surely_wrong(heard: Heard) -> bool:
    return not heard.right and heard.confidence > SURE


def lines_of(reviewed: Path) -> Lines:
    """By language; the reviewed ones apart."""
    found: dict[Set, list[tuple[str, str]]] = {
        (language, False): examples(EVALUATION / language) for language in languages_judged()
    }
    for one in json.loads(reviewed.read_text(encoding="utf-8")):
        found.setdefault((one["language"], True), []).append((one["text"], one["intent"]))
    return found


def heard_by(model: Path, lines: Lines, told: Iterator[None]) -> dict[Set, list[Heard]]:
    """Everything, a hundred lines at a time."""
    from rasa.core.agent import Agent  # noqa: PLC0415 - takes seconds

    agent = Agent.load(model)

    async def hear() -> dict[Set, list[Heard]]:
        found: dict[Set, list[Heard]] = {}
        for name, spoken in lines.items():
            of = found.setdefault(name, [])
            for at in range(0, len(spoken), _AT_ONCE):
                of += await listen(agent, spoken[at : at + _AT_ONCE])
                next(told)
        return found

    return asyncio.run(hear())


def telling(parts: int) -> Iterator[None]:
    """A line after each part: a step, and a share of the whole."""
    for done in range(1, parts + 1):
        print(f"comparing {done / parts:.3f}", flush=True)  # noqa: T201
        yield


def main() -> int:
    """Hear, count, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("running", "candidate", "reviewed", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    options = parser.parse_args()
    quiet()
    lines = lines_of(options.reviewed)
    told = telling(2 * sum(-(-len(spoken) // _AT_ONCE) for spoken in lines.values()))
    before = heard_by(options.running, lines, told)
    gc.collect()
    now = heard_by(options.candidate, lines, told)
    scores = [
        score(language, reviewed, list(zip(before[name], now[name], strict=True)))
        for name in lines
        for language, reviewed in [name]
    ]
    options.out.write_text(json.dumps(scores))
    return 0


if __name__ == "__main__":
    sys.exit(main())
