"""Prints how well the trained bot understands examples it has never seen, language by language: nlu_data/evaluation/."""

from __future__ import annotations

import os

# Before Rasa and TensorFlow are imported: they read these once.
os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import argparse
import asyncio
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from logs import quiet

if TYPE_CHECKING:
    from rasa.core.agent import Agent

ROOT = Path(__file__).resolve().parent.parent
EVALUATION = ROOT / "nlu_data" / "evaluation"


_FALLBACK = "nlu_fallback"
# Found by pattern, these are parts of what examples are labelled with: "do you remember my name" asks for one thing that is remembered.
_PART_OF = {
    "ask_remembered": "what_is_remembered",
    "ask_said": "what_is_remembered",
    "forget_fact": "delete_my_data",
}


@dataclass(frozen=True)
class Heard:
    """One example and what the bot made of it."""

    text: str
    intent: str
    guessed: str
    confidence: float
    # What it would have answered, had it not fallen back.
    likeliest: str = ""

    @property
    def right(self) -> bool:
        """Whether the bot understood."""
        return self._is(self.guessed)

    @property
    def right_when_pressed(self) -> bool:
        """Whether it would have, were it made to name an intent as others are."""
        return self._is(self.likeliest or self.guessed)

    def _is(self, guessed: str) -> bool:
        return self.intent in (guessed, _PART_OF.get(guessed))


def examples(folder: Path) -> list[tuple[str, str]]:
    """Every example text of a folder with its intent."""
    found = []
    for path in sorted(folder.rglob("*.yml")):
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            found += [
                (line.removeprefix("- ").strip(), block["intent"])
                for line in block["examples"].splitlines()
                if line.strip()
            ]
    return found


def languages_judged() -> list[str]:
    """The languages there are held-out examples in."""
    return sorted(path.name for path in EVALUATION.iterdir() if path.is_dir())


async def listen_in_each(model: Path, languages: Iterable[str]) -> dict[str, list[Heard]]:
    """What the model made of the held-out examples of each language."""
    from rasa.core.agent import Agent  # noqa: PLC0415 - takes seconds

    agent = Agent.load(model)
    return {
        language: await listen(agent, examples(EVALUATION / language)) for language in languages
    }


async def listen(agent: Agent, spoken: Iterable[tuple[str, str]]) -> list[Heard]:
    """Let the whole pipeline of the model, fallback included, hear each example."""
    heard = []
    for text, intent in spoken:
        parsed: dict[str, Any] = await agent.parse_message(text)
        found = parsed["intent"]
        heard.append(
            Heard(text, intent, str(found["name"]), float(found["confidence"]), _likeliest(parsed))
        )
    return heard


def _likeliest(parsed: dict[str, Any]) -> str:
    names = [parsed["intent"]["name"], *(one["name"] for one in parsed["intent_ranking"])]
    return next((str(name) for name in names if name != _FALLBACK), _FALLBACK)


def accuracy(heard: list[Heard]) -> float:
    """The share understood."""
    return sum(item.right for item in heard) / len(heard)


def summary(understood: Mapping[str, list[Heard]]) -> str:
    """One line for each language."""
    return "\n".join(
        f"{language:<8}{len(heard):>6} examples{accuracy(heard):>8.1%}"
        for language, heard in understood.items()
    )


def report(heard: list[Heard]) -> str:
    """A table by intent and every mistake, worst first."""
    asked, right = (
        Counter(item.intent for item in heard),
        Counter(item.intent for item in heard if item.right),
    )
    lines = [f"{'intent':<22}{'examples':>9}{'right':>7}{'share':>8}"]
    lines += [
        f"{intent:<22}{count:>9}{right[intent]:>7}{right[intent] / count:>8.0%}"
        for intent, count in sorted(asked.items())
    ]
    lines.append(f"{'all':<22}{len(heard):>9}{sum(right.values()):>7}{accuracy(heard):>8.1%}")
    wrong = sorted((item for item in heard if not item.right), key=lambda item: -item.confidence)
    lines += ["", "not understood:"] + [
        f"  {item.intent} taken for {item.guessed} ({item.confidence:.2f}): {item.text}"
        for item in wrong
    ]
    return "\n".join(lines)


def main() -> int:
    """Evaluate, print, and fail below the bar."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=ROOT / "var" / "bot" / "model.tar.gz")
    parser.add_argument("--at-least", type=float, default=0.9, help="share that must be understood")
    options = parser.parse_args()
    quiet()
    understood = asyncio.run(listen_in_each(options.model, languages_judged()))
    for language, heard in understood.items():
        print(f"{language}\n{report(heard)}\n")  # noqa: T201
    print(summary(understood))  # noqa: T201
    enough = all(accuracy(heard) >= options.at_least for heard in understood.values())
    return 0 if enough else 1


if __name__ == "__main__":
    sys.exit(main())
