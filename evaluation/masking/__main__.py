"""Prints a table of what was tuned on (`dev`, `customers`, `varied`, `strangers`) and what is only measured (`unread`, `held_out`); `--show` also what got through and what was masked for nothing."""

from __future__ import annotations

import argparse
import sys
import time

from chat_server.domain.masking import Known
from chat_server.masking.finder import RuleFinder

from .dialogues import all_shown
from .judge import Figures, judge
from .lines import LANGUAGES, Line, written
from .seeded import SEEDS, seeded

_PER_LANGUAGE = 130
_TUNED = ("dev", "customers", "varied", "strangers", "shop", "chat")
_HALVES = (*_TUNED, "unread", "shop_unread", "chat_unread", "held_out", "dialogues")


def main() -> int:
    """Not 0 when anything planted got through in the half that was tuned on."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.masking")
    parser.add_argument("--show", choices=("none", *_TUNED, "dialogues"), default="none")
    parser.add_argument("--halves", nargs="+", choices=_HALVES, default=_HALVES)
    asked = parser.parse_args()
    finder = RuleFinder()
    leaks = 0
    finder.find("Loads the words.", Known("nobody"))
    print(
        "| half | language | messages | planted | leaky per 1,000 | harmless letters masked"
        " | messages without anything, touched | kinds |"
    )
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    count, spent = 0, 0.0
    for half in (one for one in asked.halves if one != "dialogues"):
        drawn = seeded(half, SEEDS[half], _PER_LANGUAGE) if half in SEEDS else []
        lines = written(half) + drawn
        count += len(lines)
        begun = time.process_time()
        whole = judge(lines, finder)
        spent += time.process_time() - begun
        for language in LANGUAGES:
            own = [line for line in lines if line.language == language]
            _print_row(half, language, judge(own, finder))
        _print_row(half, "all", whole)
        leaks += whole.leaky if half == "dev" else 0
        if half == asked.show:
            _show(whole)
    if "dialogues" in asked.halves:
        for language, figures in all_shown(finder).items():
            _print_row("dialogues", language, figures)
            if asked.show == "dialogues":
                _show(figures)
    if count:
        print(f"\n{count} messages, {1000 * spent / count:.2f} ms each")
    return 1 if leaks else 0


def _print_row(half: str, language: str, figures: Figures) -> None:
    kinds = ", ".join(f"{count} {kind}" for kind, count in figures.kinds.most_common())
    print(
        f"| {half} | {language} | {figures.messages} | {figures.planted} | {figures.leaks_per_thousand:.1f}"
        f" | {100 * figures.false_share:.2f} % | {figures.touched} of {figures.ordinary} | {kinds} |"
    )


def _show(figures: Figures) -> None:
    for line, kind, value in figures.leaks:
        print(f"LEAK {line.language} {kind} {value!r} | {_one(line)}")
    for line, said in figures.falses:
        print(f"FALSE {line.language} {said!r} | {_one(line)}")


def _one(line: Line) -> str:
    return line.text.replace("\n", " / ")


if __name__ == "__main__":
    sys.exit(main())
