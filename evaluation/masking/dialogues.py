"""Whole dialogues, through the service that the desk, transcripts and exports are read by."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from chat_server.domain.masking import CLOSE, OPEN, Kind, Known, Pseudonyms, Span
from chat_server.domain.message import Author, AuthorKind, Message, MessageKind
from chat_server.domain.ports import Finder
from chat_server.services.masking import Masks

from .judge import Figures, judge
from .lines import LANGUAGES, parsed

_HERE = Path(__file__).parent / "dialogues"
_LINE = re.compile(r"(?P<who>[cba])(?: (?P<name>[^:]+))?: (?P<said>.*)")
_MASK = re.compile(f"{OPEN}[^{CLOSE}]*{CLOSE}")
_AUTHORS = {"c": AuthorKind.VISITOR, "b": AuthorKind.BOT, "a": AuthorKind.AGENT}
_NOW = datetime(2026, 1, 1, tzinfo=UTC)


def shown(language: str, finder: Finder) -> Figures:
    """Of all dialogues in a language, judged by what a reader of transcripts is given."""
    whole = Figures()
    for block in (_HERE / f"{language}.txt").read_text(encoding="utf-8").split("\n\n"):
        facts, *said = block.strip().splitlines()
        known = parsed(f"{facts} -" if facts.strip() != "::" else "-", language).known
        _add(whole, _judged(said, language, known, finder))
    return whole


def _judged(said: list[str], language: str, known: Known, finder: Finder) -> Figures:
    lines, messages = [], []
    for seq, one in enumerate(said):
        match = _LINE.fullmatch(one)
        if match is None:
            raise ValueError(one)
        line = replace(parsed(match["said"], language), facts=known.values)
        lines.append(line)
        author = Author(_AUTHORS[match["who"]], match["name"], match["name"])
        messages.append(
            Message(
                id=f"m{seq}",
                conversation_id="dialogue",
                seq=seq,
                public_prev_seq=seq - 1,
                client_id=f"c{seq}",
                author=author,
                sender=author.sender,
                kind=MessageKind.MESSAGE,
                content={"type": "text", "text": line.text},
                text=line.text,
                created_at=_NOW,
            )
        )
    masks = Masks(finder, Pseudonyms("evaluation"), {known.contact_id: known})
    read = masks.dialogue(messages, known.contact_id)
    return judge(
        lines, _Shown({line.text: one.text for line, one in zip(lines, read, strict=True)})
    )


class _Shown:
    """What was masked, found again by what was left."""

    def __init__(self, texts: dict[str, str]) -> None:
        self._texts = texts

    def find(self, text: str, known: Known) -> list[Span]:
        """The places of masks in what was said."""
        del known
        left = _MASK.split(self._texts[text])
        match = re.fullmatch("(.+?)".join(map(re.escape, left)), text, re.DOTALL)
        if match is None:
            raise ValueError(text)
        return [Span(*match.span(at), Kind.NAME) for at in range(1, len(left))]

    def again(self, text: str, met: object) -> list[Span]:
        """All is found at once."""
        del text, met
        return []


def _add(whole: Figures, more: Figures) -> None:
    whole.messages += more.messages
    whole.planted += more.planted
    whole.leaky += more.leaky
    whole.harmless += more.harmless
    whole.masked_harmless += more.masked_harmless
    whole.ordinary += more.ordinary
    whole.touched += more.touched
    whole.leaks += more.leaks
    whole.falses += more.falses
    whole.kinds += more.kinds


def all_shown(finder: Finder) -> dict[str, Figures]:
    """By language."""
    return {language: shown(language, finder) for language in LANGUAGES}
