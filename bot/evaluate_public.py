"""Measures the bot's way of understanding on published sets, beside a plain linear SVM learned from the same examples.

    python bot/evaluate_public.py [--only massive banking ...] [--diet] [--write docs/bot-evaluation.md]

The sets are looked for in EVAL_DATA (default ../shared/data). The same model with the same settings learns every set.
``--diet`` adds stock Rasa, which takes long to teach.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from components.intent_model import IntentModel
from contestants import Guess, stock_diet, svm
from marked_page import put_into, table
from public_sets import OUT_OF_SCOPE, TRIALS, Example, MissingSet, Trial

# Below this share nothing is answered; the bot itself falls back at the same one (config.yml).
_UNSURE = 0.35


@dataclass(frozen=True)
class Row:
    """One group of a set: how many of a hundred each contestant understood."""

    trial: str
    group: str
    judged: int
    shares: Mapping[str, float]
    published: str


def ours(taught: Sequence[Example]) -> Guess:
    """The bot's model, which takes for out of scope what it is unsure of, where a set knows that."""
    model = IntentModel()
    texts, intents = zip(*taught, strict=True)
    model.fit(texts, intents)

    def guess(texts: Sequence[str]) -> list[str]:
        return [
            intent if share >= _UNSURE or OUT_OF_SCOPE not in intents else OUT_OF_SCOPE
            for intent, share in model.best(texts)
        ]

    return guess


def measured(
    trial: Trial, contestants: Mapping[str, Callable[[Sequence[Example]], Guess]]
) -> Iterator[Row]:
    """Let each learn once, judge every group."""
    guesses: dict[str, Guess] = {}
    for name, learn in contestants.items():
        began = time.process_time()
        guesses[name] = learn(trial.taught)
        spent = time.process_time() - began
        say(f"{trial.title}: {name} learned {len(trial.taught)} in {spent:.0f} s of processor")
    for group, examples in trial.judged.items():
        shares = {name: _right(examples, guess) for name, guess in guesses.items()}
        yield Row(trial.title, group, len(examples), shares, trial.published)


def _right(examples: Sequence[Example], guess: Guess) -> float:
    said = guess([text for text, _ in examples])
    pairs = zip(examples, said, strict=True)
    return 100 * sum(intent == found for (_, intent), found in pairs) / len(examples)


def as_table(rows: Sequence[Row]) -> str:
    """The rows as Markdown."""
    names = list(rows[0].shares)
    return table(
        ["set", "group", "judged", *names, "published"],
        [
            [
                row.trial,
                row.group,
                row.judged,
                *(f"{row.shares[name]:.1f}" for name in names),
                row.published,
            ]
            for row in rows
        ],
    )


def main() -> int:
    """Measure what is there, and say what is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="+", choices=TRIALS, default=list(TRIALS))
    parser.add_argument("--diet", action="store_true", help="stock Rasa too: hours for all sets")
    parser.add_argument("--write", type=Path, help="put the table into this file too")
    options = parser.parse_args()
    contestants = {"ours": ours, "TF-IDF SVM": svm}
    if options.diet:
        contestants["stock DIET"] = stock_diet
    rows: list[Row] = []
    for name in options.only:
        try:
            trial = TRIALS[name]()
        except MissingSet as missing:
            say(str(missing))
            continue
        for row in measured(trial, contestants):
            rows.append(row)
            told = ", ".join(f"{who} {share:.1f}" for who, share in row.shares.items())
            say(f"  {row.group}: {told} of {row.judged}")
    if rows:
        say(as_table(rows))
    if rows and options.write:
        put_into(options.write, "measured", as_table(rows))
    return 0


def say(line: str) -> None:
    """A line at once, even into a pipe."""
    print(line, flush=True)  # noqa: T201


if __name__ == "__main__":
    sys.exit(main())
