"""Measures the bot's way of understanding on published sets, beside others that learn the same examples.

    python bot/evaluate_public.py [--only massive banking ...] [--beside svm diet] [--write docs/bot-evaluation.md]

The sets are looked for in EVAL_DATA (default ../shared/data). The same model with the same settings learns every set. Figures
are kept in var/eval/published.json, so that a page can be written of sets measured one after another; stock Rasa (``diet``)
takes from minutes to hours for each.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from components.intent_model import IntentModel
from contestants import Guess, stock_diet, svm
from marked_page import put_into, table
from public_sets import OUT_OF_SCOPE, ROOT, TRIALS, Example, MissingSet, Trial

# Below this share nothing is answered; the bot itself falls back at the same one (config.yml).
_UNSURE = 0.35
_KEPT = ROOT / "var" / "eval" / "published.json"

Learn = Callable[[Sequence[Example]], Guess]


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


# Others by the name they are asked for with, and the one they have in the table.
OTHERS: dict[str, tuple[str, Learn]] = {
    "svm": ("TF-IDF SVM", svm),
    "diet": ("stock DIET", stock_diet),
}


def measured(trial: Trial, contestants: Mapping[str, Learn]) -> Iterator[Row]:
    """Let each learn once, judge every group."""
    guesses: dict[str, Guess] = {}
    for name, learn in contestants.items():
        began = time.process_time()
        guesses[name] = learn(trial.taught)
        spent = time.process_time() - began
        say(f"{trial.title}: {name} learned {len(trial.taught)} in {spent:.0f} s of processor")
    for group, examples in trial.judged.items():
        shares = {name: _right(examples, guess) for name, guess in guesses.items()}
        told = ", ".join(f"{who} {share:.1f}" for who, share in shares.items())
        say(f"  {group}: {told} of {len(examples)}")
        yield Row(trial.title, group, len(examples), shares, trial.published)


def _right(examples: Sequence[Example], guess: Guess) -> float:
    said = guess([text for text, _ in examples])
    pairs = zip(examples, said, strict=True)
    return 100 * sum(intent == found for (_, intent), found in pairs) / len(examples)


def as_table(rows: Sequence[Row]) -> str:
    """The rows as Markdown."""
    names = list(dict.fromkeys(name for row in rows for name in row.shares))
    return table(
        ["set", "group", "judged", *names, "published"],
        [
            [
                row.trial,
                row.group,
                row.judged,
                *(f"{row.shares[name]:.1f}" if name in row.shares else "" for name in names),
                row.published,
            ]
            for row in rows
        ],
    )


def kept_with(rows: Sequence[Row], path: Path) -> list[Row]:
    """What was measured before and now, in the order of first measurement, kept for the next time."""
    former = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else []
    known = {(row["trial"], row["group"]): Row(**row) for row in former}
    for row in rows:
        before = known.get((row.trial, row.group))
        shares = {**(before.shares if before else {}), **row.shares}
        known[row.trial, row.group] = Row(row.trial, row.group, row.judged, shares, row.published)
    path.parent.mkdir(parents=True, exist_ok=True)
    kept = json.dumps([asdict(row) for row in known.values()], ensure_ascii=False, indent=1)
    path.write_text(kept, encoding="utf-8")
    return list(known.values())


def main() -> int:
    """Measure what is there, and say what is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="+", choices=TRIALS, default=list(TRIALS))
    parser.add_argument("--beside", nargs="*", choices=OTHERS, default=["svm"])
    parser.add_argument("--write", type=Path, help="put the table into this page")
    options = parser.parse_args()
    contestants: dict[str, Learn] = {"ours": ours} | dict(OTHERS[name] for name in options.beside)
    rows: list[Row] = []
    for name in options.only:
        try:
            trial = TRIALS[name]()
        except MissingSet as missing:
            say(str(missing))
            continue
        rows += measured(trial, contestants)
    if not rows:
        return 0
    shown = kept_with(rows, _KEPT)
    say(as_table(shown))
    if options.write:
        put_into(options.write, "published sets", as_table(shown))
    return 0


def say(line: str) -> None:
    """A line at once, even into a pipe."""
    print(line, flush=True)  # noqa: T201


if __name__ == "__main__":
    sys.exit(main())
