"""Files of examples: which intents they hold, and the change that puts reviewed lines among them.

They are read and changed as lines of text, so that a change leaves everything else as somebody wrote it.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from chat_server.domain.finding import folded

ENGLISH = "en"
# Where a file goes that no language has yet.
_NEW_FILE = 'version: "3.1"\nnlu:\n'
_INTENT = re.compile(r"- intent: (?P<name>[a-z0-9_/]{1,100})\s*")
_EXAMPLE = re.compile(r"(?P<indent>\s+)- (?P<text>.*\S)\s*")

Files = Mapping[tuple[str, str], str]


@dataclass(frozen=True)
class Intent:
    """What the bot knows: its topic, and how many examples it has in each language."""

    name: str
    topic: str
    examples: Mapping[str, int]


@dataclass(frozen=True)
class Example:
    """What somebody wrote, and what it means."""

    language: str
    intent: str
    text: str


def intents_in(files: Files) -> list[Intent]:
    """By name; the topic is that of English, where it has the intent."""
    topics: dict[str, str] = {}
    counts: dict[str, dict[str, int]] = {}
    for (language, topic), text in sorted(files.items(), key=lambda item: item[0][0] != ENGLISH):
        for name, examples in examples_in(text).items():
            topics.setdefault(name, topic)
            of = counts.setdefault(name, {})
            of[language] = of.get(language, 0) + len(examples)
    return [Intent(name, topics[name], counts[name]) for name in sorted(topics)]


def examples_in(text: str) -> dict[str, list[str]]:
    """Of one file, by intent."""
    found: dict[str, list[str]] = {}
    current: list[str] | None = None
    for line in text.splitlines():
        intent, example = _INTENT.fullmatch(line), _EXAMPLE.fullmatch(line)
        if intent:
            current = found.setdefault(intent["name"], [])
        elif example and current is not None:
            current.append(example["text"])
    return found


def changed(files: Files, lessons: Iterable[Example], topics: Mapping[str, str]) -> Files:
    """The files that change, with the lines they lack; `topics` are those of intents that no file has."""
    known = {one.name: one.topic for one in intents_in(files)}
    wanted: dict[tuple[str, str], dict[str, list[str]]] = {}
    for one in lessons:
        topic = _topic_in(files, one) or known.get(one.intent) or topics.get(one.intent)
        if topic is not None:
            of_file = wanted.setdefault((one.language, topic), {})
            of_file.setdefault(one.intent, []).append(one.text)
    made = {place: _with(files.get(place, _NEW_FILE), more) for place, more in wanted.items()}
    return {place: text for place, text in made.items() if text != files.get(place)}


def difference(files: Files, new: Files) -> str:
    """As `patch -p1` and `git apply` take it."""
    parts: list[str] = []
    for (language, topic), text in sorted(new.items()):
        path = f"nlu_data/{language}/{topic}.yml"
        old = files.get((language, topic))
        parts += difflib.unified_diff(
            (old or "").splitlines(keepends=True),
            text.splitlines(keepends=True),
            f"a/{path}" if old is not None else "/dev/null",
            f"b/{path}",
        )
    return "".join(parts)


def _topic_in(files: Files, one: Example) -> str | None:
    return next(
        (
            topic
            for (language, topic), text in sorted(files.items())
            if language == one.language and one.intent in examples_in(text)
        ),
        None,
    )


def _with(text: str, more: Mapping[str, Sequence[str]]) -> str:
    """Each intent's lines at its end, without those it has; intents the file lacks at the end of the file."""
    lines = text.splitlines()
    held = examples_in(text)
    for intent, examples in more.items():
        known = {folded(one) for one in held.get(intent, ())}
        new = [one for one in dict.fromkeys(examples) if folded(one) not in known]
        if not new:
            continue
        if intent in held:
            at, indent = _end_of(lines, intent)
        else:
            lines += [f"- intent: {intent}", "  examples: |"]
            at, indent = len(lines), "    "
        lines[at:at] = [f"{indent}- {one}" for one in new]
    return "\n".join(lines) + "\n"


def _end_of(lines: Sequence[str], intent: str) -> tuple[int, str]:
    """The place after the intent's last example, and how far its examples are indented."""
    at, indent, inside = len(lines), "    ", False
    for number, line in enumerate(lines):
        named = _INTENT.fullmatch(line)
        if named:
            inside = named["name"] == intent
        elif inside and (example := _EXAMPLE.fullmatch(line)):
            at, indent = number + 1, example["indent"]
    return at, indent
