"""Judges the answers from help pages: whether the right passage is found, and whether the bot keeps still where there is none.

python bot/evaluate_pages.py                 # the held-out questions, search alone and the whole bot
python bot/evaluate_pages.py --tune          # fits bot/pages/sureness.json on evaluation/pages/dev
python bot/evaluate_pages.py --set dev --mistakes
"""

from __future__ import annotations

import os

# Before Rasa and TensorFlow are imported: they read these once.
os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("LOG_LEVEL", "WARNING")

import argparse
import asyncio
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from evaluate import ROOT, examples
from languages import LANGUAGES
from logs import quiet
from marked_page import put_into, table
from pages.answering import CANNED, Pages
from pages.articles import help_folder
from pages.sureness import FILE, signs
from telling import as_told

QUESTIONS = ROOT / "evaluation" / "pages"
# Of questions without a page, this share may be answered at most where it is tuned.
_MAY_BE_WRONG = 0.03
_BEYOND = "out_of_scope"
_ANSWERED_OTHERWISE = frozenset(
    {*CANNED, "refund_status", "payment_problem", "track_order", "what_is_remembered"}
)


@dataclass(frozen=True)
class Asked:
    """A question and the passage that answers it, if any does."""

    language: str
    text: str
    page: str | None


def asked_in(name: str, language: str) -> list[Asked]:
    """The questions of one set."""
    read = yaml.safe_load((QUESTIONS / name / f"{language}.yml").read_text(encoding="utf-8"))
    answered = [
        Asked(language, text, page) for page, texts in read["answered"].items() for text in texts
    ]
    return answered + [Asked(language, text, None) for text in read["nothing"]]


@dataclass(frozen=True)
class Said:
    """What search found and what the bot would do: answer from a page, in its own words, or not know."""

    asked: Asked
    found: str
    sureness: float
    shown: str | None
    intent: str

    @property
    def canned(self) -> bool:
        """Whether a text of the shop's or an errand answers it."""
        return self.shown is None and self.intent in _ANSWERED_OTHERWISE


def row(language: str, said: Sequence[Said]) -> list[object]:
    """As it stands in the table."""
    answerable = [one for one in said if one.asked.page]
    without = [one for one in said if not one.asked.page]
    first = sum(one.found == one.asked.page for one in answerable)
    right = sum(one.shown == one.asked.page for one in answerable)
    wrong = sum(one.shown is not None and one.shown != one.asked.page for one in answerable)
    canned = sum(one.canned for one in answerable)
    return [
        language,
        len(answerable),
        _share(first, len(answerable)),
        _share(right, len(answerable)),
        _share(canned, len(answerable)),
        _share(wrong, len(answerable)),
        len(without),
        _share(sum(one.shown is not None for one in without), len(without)),
    ]


HEADER = (
    "language",
    "questions with a page",
    "right passage first %",
    "answered from it %",
    "by another answer %",
    "from a wrong one %",
    "without a page",
    "answered all the same %",
)


def _share(count: int, of: int) -> str:
    return f"{100 * count / of:.1f}" if of else "–"


async def hear(pages: Pages, model: Path, asked: Sequence[Asked]) -> list[Said]:
    """Through the whole pipeline of the model, as a turn goes."""
    from rasa.core.agent import Agent  # noqa: PLC0415 - takes seconds

    agent = Agent.load(model)
    said = []
    for one in asked:
        parsed: dict[str, Any] = as_told(await agent.parse_message(one.text), one.text, ())
        answer = pages.answer(parsed, one.text, one.language)
        best = pages.best(one.text, one.language)
        said.append(
            Said(
                one,
                best[0].passage.key if best else "",
                best[1] if best else 0.0,
                answer.passage.key if answer else None,
                str(parsed["intent"]["name"]),
            )
        )
    return said


def tune(pages: Pages) -> None:
    """Fit the model of sureness, and the sureness from which on a passage is said."""
    import numpy as np  # noqa: PLC0415
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415

    asked = [one for language in LANGUAGES for one in asked_in("dev", language)]
    # What is taught as beyond the shop has no page either.
    asked += [
        Asked(language, text, None)
        for language in LANGUAGES
        for text, intent in examples(ROOT / "nlu_data" / language)
        if intent == _BEYOND
    ]
    found = [pages.best(one.text, one.language) for one in asked]
    kept = [(one, best[0]) for one, best in zip(asked, found, strict=True) if best]
    looks = np.array([signs(best) for _, best in kept])
    right = np.array([best.passage.key == one.page for one, best in kept])
    model = LogisticRegression(C=1.0, max_iter=2000, class_weight="balanced").fit(looks, right)
    sure = model.predict_proba(looks)[:, 1]
    without = np.sort([share for share, (one, _) in zip(sure, kept, strict=True) if not one.page])
    enough = float(without[int(len(without) * (1 - _MAY_BE_WRONG))])
    tuned = {
        "weights": [round(float(weight), 4) for weight in model.coef_[0]],
        "base": round(float(model.intercept_[0]), 4),
        "enough": round(enough, 4),
    }
    FILE.write_text(json.dumps(tuned) + "\n", encoding="utf-8")
    said = sum(share >= enough for share, (one, _) in zip(sure, kept, strict=True) if one.page)
    print(f"{len(asked)} questions; sure from {enough:.2f} on, of {said} with a page: {FILE}")  # noqa: T201


def main() -> int:
    """Tune, or measure and print, and where asked write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tune", action="store_true")
    parser.add_argument("--set", default="held_out", choices=("held_out", "dev"))
    parser.add_argument("--mistakes", action="store_true", help="name them")
    parser.add_argument("--model", type=Path, default=ROOT / "var" / "bot" / "model.tar.gz")
    parser.add_argument("--write", type=Path, help="the page with a place for the table")
    options = parser.parse_args()
    quiet()
    pages = Pages(help_folder(), ROOT / "var" / "bot" / "pages.npz")
    if options.tune:
        tune(pages)
        return 0
    asked = [one for language in LANGUAGES for one in asked_in(options.set, language)]
    said = asyncio.run(hear(pages, options.model, asked))
    rows = [
        row(language, [one for one in said if one.asked.language == language])
        for language in LANGUAGES
    ]
    shown = table(HEADER, [*rows, row("all", said)])
    print(shown)  # noqa: T201
    if options.mistakes:
        for one in said:
            if one.shown != one.asked.page:
                print(  # noqa: T201
                    f"{one.asked.language} {one.asked.page} | {one.asked.text} | found {one.found} "
                    f"{one.sureness:.2f}, shown {one.shown}, {one.intent}"
                )
    if options.write:
        put_into(options.write, "pages", shown)
    return 0


if __name__ == "__main__":
    sys.exit(main())
