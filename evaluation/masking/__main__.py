"""Prints a table of what was tuned on (`dev`, `customers`, `varied`) and what is only measured (`held_out`); `--show` also what got through and what was masked for nothing."""

from __future__ import annotations

import argparse
import sys
import time

from chat_server.masking.finder import RuleFinder

from .judge import Figures, judge
from .lines import LANGUAGES, Line, written
from .seeded import SEEDS, seeded

_PER_LANGUAGE = 130
_TUNED = ("dev", "customers", "varied")
_HALVES = (*_TUNED, "held_out")


def main() -> int:
    """Not 0 when anything planted got through in the half that was tuned on."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.masking")
    parser.add_argument("--show", choices=("none", *_TUNED), default="none")
    parser.add_argument("--halves", nargs="+", choices=_HALVES, default=_HALVES)
    asked = parser.parse_args()
    finder = RuleFinder()
    leaks = 0
    print(
        "| half | language | messages | planted | leaky per 1,000 | harmless letters masked | kinds |"
    )
    print("| --- | --- | --- | --- | --- | --- | --- |")
    begun = time.process_time()
    count = 0
    for half in asked.halves:
        drawn = seeded(half, SEEDS[half], _PER_LANGUAGE) if half in SEEDS else []
        lines = written(half) + drawn
        count += len(lines)
        for language in LANGUAGES:
            own = [line for line in lines if line.language == language]
            _print_row(half, language, judge(own, finder))
        whole = judge(lines, finder)
        _print_row(half, "all", whole)
        leaks += whole.leaky if half == "dev" else 0
        if half == asked.show:
            _show(whole)
    # Each message was looked at twice.
    print(f"\n{count} messages, {1000 * (time.process_time() - begun) / (2 * count):.2f} ms each")
    return 1 if leaks else 0


def _print_row(half: str, language: str, figures: Figures) -> None:
    kinds = ", ".join(f"{count} {kind}" for kind, count in figures.kinds.most_common())
    print(
        f"| {half} | {language} | {figures.messages} | {figures.planted} | {figures.leaks_per_thousand:.1f}"
        f" | {100 * figures.false_share:.2f} % | {kinds} |"
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
