"""Measures the bot's way of understanding on published sets, beside a plain linear SVM learned from the same examples.

    python bot/evaluate_public.py [--only massive banking ...] [--write docs/bot-evaluation.md]

The sets are looked for in EVAL_DATA (default ../shared/data). The same model with the same settings learns every set.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_pipeline, make_union
from sklearn.svm import LinearSVC

from components.intent_model import IntentModel
from public_sets import OUT_OF_SCOPE, TRIALS, Example, MissingSet, Trial

# Below this share nothing is answered; the bot itself falls back at the same one (config.yml).
_UNSURE = 0.35


@dataclass(frozen=True)
class Row:
    """One group of a set: how many of a hundred were understood, by ours and by the SVM."""

    trial: str
    group: str
    judged: int
    ours: float
    svm: float
    published: str


def measured(trial: Trial) -> Iterator[Row]:
    """Learn once each, judge every group."""
    texts, intents = zip(*trial.taught, strict=True)
    began = time.process_time()
    model = IntentModel()
    model.fit(texts, intents)
    say(f"{trial.title}: learned {len(texts)} in {time.process_time() - began:.0f} s of CPU")
    began = time.process_time()
    svm = make_pipeline(
        make_union(
            TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
            TfidfVectorizer(analyzer="char", ngram_range=(1, 4), sublinear_tf=True),
        ),
        LinearSVC(C=0.5, random_state=0),
    )
    svm.fit(texts, intents)
    say(f"{trial.title}: the SVM in {time.process_time() - began:.0f} s")
    for group, examples in trial.judged.items():
        asked = [text for text, _ in examples]
        ours = [
            intent if share >= _UNSURE or OUT_OF_SCOPE not in intents else OUT_OF_SCOPE
            for intent, share in model.best(asked)
        ]
        yield Row(
            trial.title,
            group,
            len(asked),
            _right(examples, ours),
            _right(examples, list(svm.predict(asked))),
            trial.published,
        )


def _right(examples: Sequence[Example], guesses: Sequence[str]) -> float:
    pairs = zip(examples, guesses, strict=True)
    return 100 * sum(intent == guess for (_, intent), guess in pairs) / len(examples)


def table(rows: Sequence[Row]) -> str:
    """The rows as Markdown."""
    lines = [
        "| set | group | judged | ours | TF-IDF SVM | published |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    lines += [
        f"| {row.trial} | {row.group} | {row.judged} | {row.ours:.1f} | {row.svm:.1f} | {row.published} |"
        for row in rows
    ]
    return "\n".join(lines)


def main() -> int:
    """Measure what is there, and say what is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="+", choices=TRIALS, default=list(TRIALS))
    parser.add_argument("--write", type=Path, help="put the table into this file too")
    options = parser.parse_args()
    rows: list[Row] = []
    for name in options.only:
        try:
            trial = TRIALS[name]()
        except MissingSet as missing:
            say(str(missing))
            continue
        for row in measured(trial):
            rows.append(row)
            say(f"  {row.group}: ours {row.ours:.1f}, SVM {row.svm:.1f} of {row.judged}")
    if rows:
        say(table(rows))
    if rows and options.write:
        put_into(options.write, table(rows))
    return 0


def put_into(page: Path, text: str) -> None:
    """Replace what stands between the two marks of the page."""
    begin, end = "<!-- measured -->", "<!-- end of what was measured -->"
    before, _, rest = page.read_text(encoding="utf-8").partition(begin)
    _, _, after = rest.partition(end)
    page.write_text(f"{before}{begin}\n\n{text}\n\n{end}{after}", encoding="utf-8")


def say(line: str) -> None:
    """A line at once, even into a pipe."""
    print(line, flush=True)  # noqa: T201


if __name__ == "__main__":
    sys.exit(main())
