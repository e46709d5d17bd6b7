"""Lines that customers might write, with what is worth remembering marked in them; see `hearing_data/README.md`."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

from chat_server.domain.facts.kinds import FACT_KINDS, clean_value

HEARING_DATA = Path(__file__).resolve().parents[1] / "hearing_data"
# Names the files, one a line, that the layers do not learn from: by these it is learned how far they can be believed.
_ASIDE = "aside.txt"
# Names the files that were written since the layers were taught.
_WAITING = "waiting.txt"
# Marked beside the kinds of facts: what a value is said of, and from when on it holds.
BESIDE = frozenset({"thing", "when"})
# Values that are one of a few words, or read like one, are written after "=".
CLOSED = frozenset(
    {
        "open_problem",
        "order_state",
        "preferred_channel",
        "preferred_hour",
        "form_of_address",
        "language",
    }
)
_MARK = re.compile(r"\[([^\[\]]*)\]\(([^()]*)\)")
_LABEL = re.compile(
    r"(?P<gone>-)?(?P<key>[a-z_]+)(?P<later>@from)?(?P<unsure>\?)?(?:=(?P<value>[^=]+))?"
)
_LINE_BREAK = " / "
# Of the lines that were learned from before, when new ones are learned.
_ONE_OF = 6


class BadLine(Exception):
    """A line that cannot be read; the message says where and why."""


@dataclass(frozen=True)
class Mark:
    """The characters from `start` to `end` say something of the kind `key`."""

    start: int
    end: int
    key: str
    value: str | None = None
    gone: bool = False
    unsure: bool = False
    later: bool = False

    @property
    def holds(self) -> bool:
        """Whether it is a fact from now on, plainly."""
        return not (self.gone or self.unsure or self.later) and self.key not in BESIDE


@dataclass(frozen=True)
class Example:
    """One message; examples of one `batch` were written by one hand in one go."""

    language: str
    batch: str
    text: str
    marks: tuple[Mark, ...]

    @property
    def kinds(self) -> set[str]:
        """Of the facts it states."""
        return {mark.key for mark in self.marks if mark.holds}


def load(folder: Path = HEARING_DATA) -> list[Example]:
    """All, always in the same order; raises BadLine."""
    return [
        example
        for path in sorted(folder.glob("*/*.txt"))
        for example in _in_file(path, path.parent.name)
    ]


def aside(folder: Path = HEARING_DATA) -> set[str]:
    """The batches that are kept aside; raises BadLine when one is not there."""
    return _named(folder, _ASIDE)


def waiting(folder: Path = HEARING_DATA) -> set[str]:
    """The batches that nothing was learned from yet; raises BadLine when one is not there."""
    return _named(folder, _WAITING)


def learned(folder: Path = HEARING_DATA) -> None:
    """None of them waits any longer."""
    (folder / _WAITING).unlink(missing_ok=True)


def again(examples: list[Example], kept: set[str], fresh: Sequence[str]) -> list[Example]:
    """The lines of the batches `fresh`, and so many of the others that they are not forgotten; raises BadLine."""
    known = [one for one in examples if one.batch not in kept]
    missing = set(fresh) - {one.batch for one in known}
    if missing:
        raise BadLine(f"there is no {min(missing)}.txt that teaches")
    old = [one for one in known if one.batch not in fresh]
    return [one for one in known if one.batch in fresh] + old[::_ONE_OF]


def digest(folder: Path = HEARING_DATA, without: AbstractSet[str] = frozenset()) -> str:
    """Changes with any line of any batch but those."""
    hashed = hashlib.sha256()
    for path in sorted(folder.glob("*/*.txt")):
        if f"{path.parent.name}/{path.stem}" not in without:
            hashed.update(f"{path.parent.name}/{path.name}\0".encode())
            hashed.update(path.read_bytes())
    return hashed.hexdigest()


def read(line: str) -> tuple[str, tuple[Mark, ...]]:
    """The message and its marks; raises BadLine."""
    text, marks, place = "", [], 0
    for match in _MARK.finditer(line):
        text += _plain(line[place : match.start()])
        start = len(text)
        text += _broken(match[1])
        if not match[1].strip():
            raise BadLine("a mark is empty")
        marks.append(_mark(start, len(text), match[2]))
        place = match.end()
    return text + _plain(line[place:]), tuple(marks)


def _named(folder: Path, file: str) -> set[str]:
    path = folder / file
    names = set(path.read_text(encoding="utf-8").split()) if path.exists() else set()
    for name in sorted(names):
        if not (folder / f"{name}.txt").exists():
            raise BadLine(f"{file}: there is no {name}.txt")
    return names


def _in_file(path: Path, language: str) -> list[Example]:
    found: list[Example] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            text, marks = read(line.strip())
        except BadLine as error:
            raise BadLine(f"{language}/{path.name}:{number}: {error}") from None
        found.append(Example(language, f"{language}/{path.stem}", text, marks))
    return found


def _mark(start: int, end: int, label: str) -> Mark:
    match = _LABEL.fullmatch(label)
    if match is None:
        raise BadLine(f"({label}) is no label")
    key, value = match["key"], match["value"]
    if key not in FACT_KINDS and key not in BESIDE:
        raise BadLine(f"there is no kind {key}")
    if value is not None and key not in CLOSED:
        raise BadLine(f"{key} takes its value from the marked words")
    if value is not None and clean_value(key, value) is None:
        raise BadLine(f"{value} is no value of {key}")
    return Mark(
        start,
        end,
        key,
        value,
        gone=match["gone"] is not None,
        unsure=match["unsure"] is not None,
        later=match["later"] is not None,
    )


def _plain(words: str) -> str:
    if "](" in words:
        raise BadLine("marks are nested or not closed")
    return _broken(words)


def _broken(words: str) -> str:
    return words.replace(_LINE_BREAK, "\n")
