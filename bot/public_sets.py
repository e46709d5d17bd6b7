"""Published sets of examples that the bot's way of understanding is measured on: never trained on for what is shipped."""

from __future__ import annotations

import gzip
import json
import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
OUT_OF_SCOPE = "oos"
_HELD_OUT = 0.1
_FEW = 10
_MASSIVE = {"en": "en-US", "ru": "ru-RU", "is": "is-IS", "th": "th-TH", "zh-TW": "zh-TW"}

Example = tuple[str, str]


class MissingSet(Exception):
    """A set that is not on this machine; the text says what it is and where it is published."""


@dataclass(frozen=True)
class Trial:
    """What to learn from, and the groups of examples to be judged by."""

    title: str
    taught: list[Example]
    judged: dict[str, list[Example]]
    published: str


def folder() -> Path:
    """Where the sets are looked for."""
    return Path(os.environ.get("EVAL_DATA") or ROOT.parent / "shared" / "data")


def _rows(name: str, about: str) -> list[dict[str, str]]:
    path = folder() / name
    if not path.is_file():
        raise MissingSet(f"{path} is missing: {about}. Set EVAL_DATA to the folder that has it.")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _examples(name: str, about: str, text: str = "text") -> list[Example]:
    return [(row[text], row["intent"]) for row in _rows(name, about)]


def massive() -> Trial:
    """Five languages learned together."""
    about = "MASSIVE 1.0 (amazon, arXiv 2204.08582, CC BY 4.0), 60 intents of a voice assistant"

    def part(code: str, partition: str) -> list[Example]:
        return _examples(f"massive/{code}.{partition}.jsonl.gz", about, "utt")

    return Trial(
        "MASSIVE dev",
        [example for code in _MASSIVE.values() for example in part(code, "train")],
        {language: part(code, "dev") for language, code in _MASSIVE.items()},
        "XLM-R base 88.3 en, mean of 51 languages 85.1; mT5 encoder 89.0 / 86.1",
    )


def _banking() -> tuple[list[Example], list[Example]]:
    about = "BANKING77 (PolyAI, arXiv 2003.04807, CC BY 4.0), 77 intents of bank customers"
    return _split(_examples("banking77/train.jsonl.gz", about))


def banking() -> Trial:
    """All but a tenth learned."""
    taught, judged = _banking()
    return Trial(
        "BANKING77, a held-out tenth",
        taught,
        {"en": judged},
        "USE and ConveRT 93.36, tuned BERT 93.66 (on its test set)",
    )


def banking_few() -> Trial:
    """Ten examples of each intent learned."""
    taught, judged = _banking()
    few = [example for group in _by_intent(taught).values() for example in group[:_FEW]]
    return Trial(
        "BANKING77, 10 per intent", few, {"en": judged}, "USE and ConveRT 85.19 (on its test set)"
    )


def clinc() -> Trial:
    """With 100 examples of what belongs to no intent."""
    about = "CLINC150 (clinc/oos-eval, Larson 2019, CC BY 3.0), 150 intents and out-of-scope"
    taught = _examples("clinc150/train.jsonl.gz", about)
    return Trial(
        "CLINC150 val",
        taught + _examples("clinc150/oos_train.jsonl.gz", about),
        {
            "in scope": _examples("clinc150/val.jsonl.gz", about),
            "out of scope": _examples("clinc150/oos_val.jsonl.gz", about),
        },
        "in scope / out-of-scope recall: Rasa 91.5 / 45.3, MLP on USE 93.5 / 47.4, BERT 96.9 / 40.3",
    )


def truevoice() -> Trial:
    """Transcribed calls, by where they were sent."""
    about = "truevoice-intent (Apache-2.0), Thai calls to a telephone company, 7 destinations"
    taught, judged = _split(_examples("truevoice-th/train.jsonl.gz", about))
    return Trial("TrueVoice, a held-out tenth", taught, {"th": judged}, "LinearSVC .851 micro F1")


TRIALS: dict[str, Callable[[], Trial]] = {
    "massive": massive,
    "banking": banking,
    "banking-few": banking_few,
    "clinc": clinc,
    "truevoice": truevoice,
}


def _by_intent(examples: Iterable[Example]) -> dict[str, list[Example]]:
    groups: dict[str, list[Example]] = defaultdict(list)
    for example in examples:
        groups[example[1]].append(example)
    return dict(sorted(groups.items()))


def _split(examples: Sequence[Example]) -> tuple[list[Example], list[Example]]:
    """Nine tenths and a tenth of every intent, the same every time."""
    draw = np.random.default_rng(0)
    taught: list[Example] = []
    judged: list[Example] = []
    for group in _by_intent(examples).values():
        order = draw.permutation(len(group))
        back = max(1, round(_HELD_OUT * len(group)))
        judged += [group[index] for index in order[:back]]
        taught += [group[index] for index in order[back:]]
    return taught, judged
