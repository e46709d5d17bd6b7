"""`make train-hearing`: learns from `hearing_data/` what the hub's second ear knows; ten minutes of two cores."""

from __future__ import annotations

import argparse
import json
import sys
from base64 import b64encode
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np
from threadpoolctl import threadpool_limits

from chat_server.domain.facts.marked import Claim
from chat_server.recall.ear.model import ABOUT, FOLDER

from . import chances, parts
from .certainty import certainty, told_of
from .corpus import HEARING_DATA, BadLine, Example, digest, load
from .embeddings import embeddings
from .judging import Judged
from .lesson import Lesson, Told

# A third of the lines is judged by what was learned from the others: more of them would take as long again each.
_OUTER, _JUDGED = 3, 1
_AT_ONCE = 2


def main(arguments: list[str] | None = None) -> int:
    """Writes what was learned into the package."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--data", type=Path, default=HEARING_DATA)
    parser.add_argument("--into", type=Path, default=FOLDER)
    options = parser.parse_args(arguments)
    try:
        examples = load(options.data)
    except BadLine as error:
        _say(f"train-hearing: {error}")
        return 1
    # Many threads on rows so short would wait for each other, and add up in another order each time.
    with threadpool_limits(1):
        _learn(examples, options.data, options.into)
    return 0


def _learn(examples: list[Example], data: Path, into: Path) -> None:
    lesson = Lesson(examples, embeddings([one.text for one in examples]))
    into.mkdir(parents=True, exist_ok=True)
    found: list[Judged] = []
    # Begun anew: a copy of this process may hold locks of threads that it has not.
    with ProcessPoolExecutor(_AT_ONCE, get_context("spawn")) as pool:
        trials = [*_trials(lesson, pool)]
        whole = _whole(lesson, pool)
        for number, trial in enumerate(trials, start=1):
            found += trial.result()
            _say(f"{number} of {len(trials)} parts judged")
        for language, model in whole.items():
            (into / f"{language}.crf.xz").write_bytes(model.result())
    certainties = {claim: certainty(_of(found, claim), claim) for claim in Claim}
    about = {
        "data": digest(data),
        "languages": lesson.languages,
        "lines": len(examples),
        "certainty": certainties,
        "kinds": {name: _row(row) for name, row in lesson.rows().items()},
    }
    text = json.dumps(about, indent=1, sort_keys=False)
    (into / ABOUT).write_text(f"{text}\n", encoding="utf-8")
    _say(f"{len(examples)} lines")
    for claim in Claim:
        _say(told_of(_of(found, claim), claim, certainties[claim]))


def _trials(lesson: Lesson, pool: ProcessPoolExecutor) -> Iterator[Future[list[Judged]]]:
    """Each of a part of the lines in one language, by what was learned from the other parts."""
    folds = chances.folds_of(lesson.batches, _OUTER)
    for fold in range(_JUDGED):
        known, others = lesson.told(folds != fold), lesson.foretold(folds != fold)
        for language in lesson.languages:
            yield pool.submit(parts.tried, language, _in(language, known), _in(language, others))


def _whole(lesson: Lesson, pool: ProcessPoolExecutor) -> dict[str, Future[bytes]]:
    """Learned from all lines."""
    known = lesson.told(np.ones(len(lesson.examples), dtype=bool))
    return {one: pool.submit(parts.packed, one, _in(one, known)) for one in lesson.languages}


def _in(language: str, told: Told) -> Told:
    return [one for one in told if one[0].language == language]


def _of(found: Sequence[Judged], claim: Claim) -> list[Judged]:
    return [one for one in found if one.claim is claim]


def _row(row: Any) -> dict[str, Any]:
    """A signed byte a weight."""
    scale = float(np.abs(row[:-1]).max()) / 127 or 1.0
    signed = np.round(row[:-1] / scale).astype(np.int8)
    return {
        "base": round(float(row[-1]), 4),
        "scale": scale,
        "weights": b64encode(signed.tobytes()).decode(),
    }


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)  # noqa: T201 - a command


if __name__ == "__main__":
    sys.exit(main())
