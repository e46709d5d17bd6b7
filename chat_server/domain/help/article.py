"""A help article, cut into passages: the part of Markdown that people write help in, and nothing that could be markup.

The bot cuts the same files by the same rule (`bot/pages/articles.py`); a test holds the two together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from .place import Place

# Headings below the second level are bold lines within a passage.
_PASSAGE_LEVEL = 2
_HEADING = re.compile(r"^(#{1,6})\s+(.+?)\s*(?:\{#([A-Za-z0-9_-]+)\})?\s*#*$")
_ITEM = re.compile(r"^\s*(?:[-*]|(\d+)[.)])\s+")
_SPAN = re.compile(r"\*\*(?P<strong>.+?)\*\*|\[(?P<label>[^\]]*)\]\((?P<link>[^)\s]*)\)")
_BREAK = re.compile(r"\n\s*\n")


@dataclass(frozen=True)
class Span:
    """Words of one kind; `link` is where they lead."""

    text: str
    strong: bool = False
    link: str | None = None


class BlockKind(Enum):
    """What a block is."""

    PARAGRAPH = auto()
    LIST = auto()
    STEPS = auto()
    HEADING = auto()


@dataclass(frozen=True)
class Block:
    """A paragraph or small heading, which has one line, or a list, which has many."""

    kind: BlockKind
    lines: tuple[tuple[Span, ...], ...]

    @property
    def text(self) -> str:
        """The words alone."""
        return "\n".join("".join(span.text for span in line) for line in self.lines)


@dataclass(frozen=True)
class Passage:
    """What stands under one heading; the first may have neither heading nor anchor."""

    anchor: str
    heading: str
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """The words alone."""
        return "\n\n".join(block.text for block in self.blocks)


@dataclass(frozen=True)
class Article:
    """One page; `slug` is its name in the address."""

    language: str
    slug: str
    title: str
    passages: tuple[Passage, ...]

    def place(self, passage: Passage) -> Place:
        """Where a passage of it stands."""
        return Place(self.language, self.slug, passage.anchor)


def read(text: str, language: str, slug: str) -> Article:
    """An article from what its author wrote; without a first heading it is called by its slug."""
    title, passages = slug, []
    for number, (level, heading, anchor, body) in enumerate(_parts(text)):
        if level == 1:
            title = heading
        blocks = tuple(_blocks(body))
        if blocks:
            deep = level >= _PASSAGE_LEVEL
            named = anchor or (f"p{number}" if deep else "")
            passages.append(Passage(named, heading if deep else "", blocks))
    return Article(language, slug, title, tuple(passages))


def _parts(text: str) -> Iterator[tuple[int, str, str, str]]:
    level, heading, anchor, body = 0, "", "", list[str]()
    for line in text.splitlines():
        found = _HEADING.match(line)
        if found is None or len(found.group(1)) > _PASSAGE_LEVEL:
            body.append(line)
            continue
        if level or "".join(body).strip():
            yield level, heading, anchor, "\n".join(body)
        level, heading, anchor = len(found.group(1)), found.group(2), found.group(3) or ""
        body = []
    yield level, heading, anchor, "\n".join(body)


def _blocks(body: str) -> Iterator[Block]:
    for part in _BREAK.split(body.strip()):
        lines = [line.strip() for line in part.splitlines() if line.strip()]
        if not lines:
            continue
        heading = _HEADING.match(lines[0])
        if heading is not None:
            yield Block(BlockKind.HEADING, (tuple(_spans(heading.group(2))),))
            lines = lines[1:]
        item = _ITEM.match(lines[0]) if lines else None
        if item is not None:
            kind = BlockKind.STEPS if item.group(1) else BlockKind.LIST
            yield Block(kind, tuple(tuple(_spans(line)) for line in _items(lines)))
        elif lines:
            yield Block(BlockKind.PARAGRAPH, (tuple(_spans(_joined(lines))),))


def _items(lines: list[str]) -> Iterator[str]:
    gathered: list[str] = []
    for line in lines:
        if _ITEM.match(line) and gathered:
            yield _joined(gathered)
            gathered = []
        gathered.append(_ITEM.sub("", line))
    yield _joined(gathered)


def _joined(lines: list[str]) -> str:
    """Chinese and Thai lines that were broken to fit go on without a space."""
    whole = lines[0]
    for line in lines[1:]:
        apart = whole[-1:].isascii() or line[:1].isascii()
        whole = f"{whole} {line}" if apart else whole + line
    return whole


def _spans(text: str) -> Iterator[Span]:
    at = 0
    for found in _SPAN.finditer(text):
        if found.start() > at:
            yield Span(text[at : found.start()])
        if found["strong"] is not None:
            yield Span(found["strong"], strong=True)
        else:
            yield Span(found["label"], link=_address(found["link"]))
        at = found.end()
    if at < len(text):
        yield Span(text[at:])


def _address(given: str) -> str | None:
    """A path of the same site, an anchor, or a web or mail address; anything else is not led to."""
    local = given.startswith(("/", "#")) and not given.startswith(("//", "/\\"))
    outside = given.lower().startswith(("https://", "http://", "mailto:"))
    return given if local or outside else None
