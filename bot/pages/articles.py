"""Help articles as they lie in the shop's folder: ``<language>/<slug>.md``, cut into passages.

The hub cuts the same files by the same rule (``chat_server/domain/help``); a test holds the two together.
"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

logger = logging.getLogger("bot")

_SHIPPED = Path(__file__).resolve().parents[2] / "help"

_HEADING = re.compile(r"^(#{1,6})\s+(.+?)\s*(?:\{#([A-Za-z0-9_-]+)\})?\s*#*$")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_STRONG = re.compile(r"\*\*(.+?)\*\*")
_ITEM = re.compile(r"^\s*(?:[-*]|\d+[.)])\s+")
# The end of a sentence; Thai has none but the space, and its sentences are taken as they come.
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|(?<=[\u3002\uff01\uff1f\uff1b])|(?<=ค่ะ)\s+|\n+")
_PASSAGE_LEVEL = 2


@dataclass(frozen=True)
class Passage:
    """What stands under one heading, in plain words; ``anchor`` is empty above the first one."""

    language: str
    article: str
    anchor: str
    title: str
    heading: str
    text: str

    @property
    def key(self) -> str:
        """How evaluation names it."""
        return f"{self.article}#{self.anchor}"

    @property
    def sentences(self) -> list[str]:
        """One thought each."""
        parts = [one.strip() for one in _SENTENCE.split(self.text)]
        return [part for part in parts if part] or [self.text]


def help_folder() -> Path:
    """Where the shop's articles lie."""
    return Path(os.environ.get("HELP_DIR") or _SHIPPED)


def passages_in(folder: Path, language: str) -> list[Passage]:
    """All of one language; a folder that is not there has none, nor has a file that cannot be read."""
    return [
        passage
        for path in sorted((folder / language).glob("*.md"))
        for passage in cut(_written(path), language, path.stem)
    ]


def _written(path: Path) -> str:
    """Its text. One bad file must not keep the bot from starting, and from answering out of all others."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        logger.warning(
            "%s is left out: not UTF-8, see its byte %d. Save it as UTF-8 and restart the bot.",
            path,
            error.start + 1,
        )
    except OSError as error:
        logger.warning("%s is left out: %s.", path, error.strerror or error)
    return ""


def cut(text: str, language: str, slug: str) -> list[Passage]:
    """The passages of one article; what stands above the first ``##`` is one as well, if it says something."""
    title, passages = slug, []
    for number, (level, heading, anchor, body) in enumerate(_parts(text)):
        if level == 1:
            title = heading
        if plain := _plain(body):
            named = anchor or (f"p{number}" if level >= _PASSAGE_LEVEL else "")
            passages.append(Passage(language, slug, named, title, heading or title, plain))
    return passages


def _parts(text: str) -> Iterator[tuple[int, str, str, str]]:
    level, heading, anchor, body = 0, "", "", list[str]()
    for line in text.splitlines():
        found = _HEADING.match(line)
        if found is None or len(found.group(1)) > _PASSAGE_LEVEL:
            body.append(found.group(2) if found else line)
            continue
        if level or "".join(body).strip():
            yield level, heading, anchor, "\n".join(body)
        level, heading, anchor, body = len(found.group(1)), found.group(2), found.group(3) or "", []
    yield level, heading, anchor, "\n".join(body)


def _plain(body: str) -> str:
    """Words as one would say them: a paragraph a line, an item of a list a line with a dash."""
    blocks = []
    for block in re.split(r"\n\s*\n", body.strip()):
        lines: list[str] = []
        for line in block.splitlines():
            if _ITEM.match(line):
                lines.append("– " + _ITEM.sub("", line))
            elif lines:
                lines[-1] = _joined(lines[-1], line.strip())
            else:
                lines.append(line.strip())
        blocks.append("\n".join(lines))
    words = _STRONG.sub(r"\1", _LINK.sub(r"\1", "\n\n".join(blocks)))
    return words.strip()


def _joined(before: str, after: str) -> str:
    """Chinese and Thai lines that were broken to fit go on without a space."""
    apart = before[-1:].isascii() or after[:1].isascii()
    return f"{before} {after}" if apart or before[-1:].isspace() else before + after
