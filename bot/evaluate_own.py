"""Judges the trained bot by what it has never seen, language by language, beside others taught the same lines.

    python bot/evaluate_own.py [--diet] [--write docs/bot-evaluation.md] [--pictures docs/images]

Each line is heard as it was written, with slips of the finger, and without its accents. The bot is judged as a whole, its
falling back counted as a mistake; the others always name an intent, and "when pressed" so does the bot. ``--diet`` adds
stock Rasa, which takes long to teach.
"""

from __future__ import annotations

import os

# Before Rasa and TensorFlow are imported: they read these once.
os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("LOG_LEVEL", "WARNING")

import argparse
import asyncio
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from confusion_picture import picture
from contestants import Guess, stock_diet, svm
from evaluate import EVALUATION, ROOT, Heard, accuracy, examples, languages_judged, listen, report
from languages import LANGUAGES
from logs import quiet
from marked_page import put_into, table
from misspelt import with_typos, without_accents_typed
from public_sets import Example

NLU_DATA = ROOT / "nlu_data"
AS_WRITTEN = "as written"
# A language where fewer lines than these change has nothing to leave out.
_CHANGED_AT_LEAST = 0.1
_SURE = 0.8

_Rewrite = Callable[[Sequence[str]], list[str]]
_WAYS: dict[str, _Rewrite] = {
    AS_WRITTEN: list,
    "with typos": with_typos,
    "without accents": without_accents_typed,
}


@dataclass(frozen=True)
class Judged:
    """One language, written one way: what each contestant understood, in hundredths."""

    language: str
    way: str
    heard: list[Heard]
    others: Mapping[str, float]

    def row(self, names: Sequence[str]) -> list[object]:
        """As it stands in the table."""
        surely = sum(not one.right and one.confidence > _SURE for one in self.heard)
        shares = [f"{self.others[name]:.1f}" for name in names]
        ours = f"{100 * accuracy(self.heard):.1f}"
        pressed = 100 * sum(one.right_when_pressed for one in self.heard) / len(self.heard)
        return [self.language, self.way, len(self.heard), ours, f"{pressed:.1f}", *shares, surely]


def judged(model: Path, guesses: Mapping[str, Guess]) -> Iterator[Judged]:
    """Every language in every way it can be written."""
    from rasa.core.agent import Agent  # noqa: PLC0415 - takes seconds

    agent = Agent.load(model)
    for language in languages_judged():
        spoken = examples(EVALUATION / language)
        for way, lines in _ways(spoken):
            heard = asyncio.run(listen(agent, lines))
            others = {name: _share(lines, guess) for name, guess in guesses.items()}
            yield Judged(language, way, heard, others)


def _ways(spoken: Sequence[Example]) -> Iterator[tuple[str, list[Example]]]:
    texts = [text for text, _ in spoken]
    for way, rewrite in _WAYS.items():
        written = rewrite(texts)
        changed = sum(new != old for new, old in zip(written, texts, strict=True))
        if way == AS_WRITTEN or changed >= _CHANGED_AT_LEAST * len(texts):
            yield way, [(text, intent) for text, (_, intent) in zip(written, spoken, strict=True)]


def _share(lines: Sequence[Example], guess: Guess) -> float:
    said = guess([text for text, _ in lines])
    return (
        100
        * sum(found == intent for found, (_, intent) in zip(said, lines, strict=True))
        / len(lines)
    )


def taught() -> list[Example]:
    """What the bot learned from, all languages together."""
    return [example for language in LANGUAGES for example in examples(NLU_DATA / language)]


def others(*, diet: bool) -> dict[str, Guess]:
    """Who else learns the same lines."""
    contestants: dict[str, Callable[[Sequence[Example]], Guess]] = {"TF-IDF SVM": svm}
    if diet:
        contestants["stock DIET"] = stock_diet
    lines, learned = taught(), {}
    for name, learn in contestants.items():
        began = time.process_time()
        learned[name] = learn(lines)
        say(f"{name}: learned {len(lines)} in {time.process_time() - began:.0f} s of processor")
    return learned


def main() -> int:
    """Measure, print, and where asked write and draw."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=ROOT / "var" / "bot" / "model.tar.gz")
    parser.add_argument("--diet", action="store_true", help="stock Rasa too: an hour")
    parser.add_argument("--write", type=Path, help="put the table into this page")
    parser.add_argument("--pictures", type=Path, help="draw what was taken for what here")
    options = parser.parse_args()
    quiet()
    guesses = others(diet=options.diet)
    rows = []
    for one in judged(options.model, guesses):
        rows.append(one.row(list(guesses)))
        if one.way != AS_WRITTEN:
            continue
        say(f"{one.language}\n{report(one.heard)}\n")
        if options.pictures:
            draw(options.pictures, one)
    heads = ["language", "lines", "judged", "the bot", "when pressed", *guesses, "surely wrong"]
    measured = table(heads, rows)
    say(measured)
    if options.write:
        put_into(options.write, "own lines", measured)
    return 0


def draw(folder: Path, one: Judged) -> None:
    """The picture of one language."""
    pairs = [(heard.intent, heard.guessed) for heard in one.heard]
    title = f"{one.language}: rows are what was meant, columns what was understood"
    path = folder / f"confusion-{one.language}.svg"
    path.write_text(picture(title, pairs), encoding="utf-8")


def say(line: str) -> None:
    """A line at once, even into a pipe."""
    print(line, flush=True)  # noqa: T201


if __name__ == "__main__":
    sys.exit(main())
