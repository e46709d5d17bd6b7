"""What people taught, as files that Rasa trains from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from languages import ENGLISH


@dataclass(frozen=True)
class Lesson:
    """What somebody wrote, in which language, and what it means."""

    language: str
    intent: str
    text: str


@dataclass(frozen=True)
class OwnIntent:
    """An intent that no file has, with what the bot answers, English at least."""

    name: str
    topic: str
    answers: Mapping[str, str]


def write(folder: Path, lessons: Iterable[Lesson], intents: Iterable[OwnIntent]) -> None:
    """Written by a library, which quotes whatever a line may hold."""
    folder.mkdir(parents=True, exist_ok=True)
    by_intent: dict[str, list[str]] = {}
    for lesson in lessons:
        by_intent.setdefault(lesson.intent, []).append(lesson.text)
    _put(folder / "nlu.yml", {"nlu": [_block(name, by_intent[name]) for name in sorted(by_intent)]})
    made = sorted(intents, key=lambda one: one.name)
    if made:
        responses = {response_of(one.name): _said(one) for one in made}
        _put(folder / "domain.yml", {"intents": [one.name for one in made], "responses": responses})
        _put(folder / "rules.yml", {"rules": [_rule(one.name) for one in made]})


def response_of(intent: str) -> str:
    """What its answer is called."""
    return f"utter_own_{intent}"


def _said(intent: OwnIntent) -> list[dict[str, Any]]:
    """English, as Rasa says it; the others ride along, see `responses_by_language.py`."""
    others = {name: text for name, text in intent.answers.items() if name != ENGLISH}
    return [{"text": _plain(intent.answers[ENGLISH]), "metadata": {"languages": others}}]


def _plain(text: str) -> str:
    """Braces would be filled in from slots, and there are none to fill them."""
    return text.replace("{", "(").replace("}", ")")


def _rule(intent: str) -> dict[str, Any]:
    return {
        "rule": f"{intent} is answered",
        "steps": [{"intent": intent}, {"action": response_of(intent)}],
    }


def _block(intent: str, texts: Iterable[str]) -> dict[str, str]:
    return {"intent": intent, "examples": "".join(f"- {text}\n" for text in texts)}


def _put(path: Path, what: Mapping[str, Any]) -> None:
    whole = {"version": "3.1", **what}
    path.write_text(yaml.safe_dump(whole, allow_unicode=True, sort_keys=False), encoding="utf-8")
