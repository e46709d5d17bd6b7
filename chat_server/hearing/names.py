"""A person's name at a place in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .given_names import ALSO_WORDS, GIVEN_NAMES
from .no_names import NO_NAMES, STRICT_NO_NAMES
from .text import Line

_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_TITLE = re.compile(
    r"(?:dr|prof|professor|doctor|mr|mrs|ms|mx|miss|sir|madam|frau|herr)\b\.?\s+(?=\S)"
)
_GAP = re.compile(r"[ ]{1,2}|\.[ ]")
_PARTICLES = frozenset("van de der den von zu da di del della dos la le bin al el ten ter".split())  # noqa: SIM905
_POSSESSIVE = ("'s", "’s")
_MOST_WORDS = 4
_LONGEST = 30
# Behind these it was no word of its own: part of an address, a code.
_GOES_ON = frozenset("@_/\\0123456789=&")
_VERBAL = ("ing", "ed", "ly")
# Endings of adjectives and nouns: what such a word says of its writer is no name.
_WORDY = (
    *_VERBAL, "ful", "less", "ous", "ive", "able", "ible", "ish", "iest", "ness", "ment", "tion", "some", "ught",
    "ical", "ward", "wards", "thing", "body", "ists", "ise", "ize", "ight", "eck", "oke", "ent", "uck", "eft", "ght",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Name:
    """`known` says that the first word is a common given name."""

    value: str
    start: int
    end: int
    known: bool
    capital: bool


def read_name(line: Line, start: int, end: int) -> Name | None:
    """The name that begins at `start`, if one does; it ends where a word is none."""
    words: list[re.Match[str]] = []
    place = start
    while len(words) < _MOST_WORDS:
        token = _TOKEN.match(line.text, place, end)
        if token is None or not _goes_on(line, words, token):
            break
        words.append(token)
        gap = _GAP.match(line.text, token.end(), end)
        if gap is None or (gap.group()[0] == "." and len(token.group()) > 2):  # noqa: PLR2004 - an initial
            break
        place = gap.end()
    while words and line.low[words[-1].start() : words[-1].end()] in _PARTICLES:
        words.pop()
    if not words or words[-1].group().lower().endswith(_POSSESSIVE):
        return None
    behind = line.text[words[-1].end() : words[-1].end() + 2]
    if behind[:1] in _GOES_ON or (
        behind[:1] == "." and (behind[1:].islower() or behind[1:].isdigit())
    ):
        return None
    if sum(len(word.group()) for word in words) == 1:
        return None
    first = line.low[words[0].start() : words[0].end()]
    said = line.text[words[0].start() : words[-1].end()]
    return Name(
        as_name(said, small=not line.capital(words[0].start())),
        words[0].start(),
        words[-1].end(),
        first in GIVEN_NAMES or first.split("-")[0] in GIVEN_NAMES,
        line.capital(words[0].start()),
    )


def read_titled_name(line: Line, start: int, end: int) -> tuple[str, int, int] | None:
    """A name with the title before it: "Dr. Weber"."""
    title = _TITLE.match(line.low, start, end)
    if title is None:
        return None
    name = read_name(line, title.end(), end)
    if name is None:
        return None
    written = line.text[start : title.end()].strip()
    return f"{written[:1].upper()}{written[1:]} {name.value}", start, name.end


def after_title(line: Line, start: int, end: int) -> int:
    """Where the name itself begins."""
    title = _TITLE.match(line.low, start, end)
    return title.end() if title else start


def is_likely(name: Name) -> bool:
    """Good enough where other words than names are usual, as after "I am"."""
    first = name.value.split()[0].lower()
    if name.capital:
        return name.known or first not in NO_NAMES
    return name.known and first not in ALSO_WORDS


def could_be_name(name: Name) -> bool:
    """Small letters and in no list: a name where everything around it says so."""
    said = name.value.lower()
    return (
        not name.capital
        and " " not in said
        and len(said) > 2  # noqa: PLR2004 - shorter ones are slips
        and said not in ALSO_WORDS
        and not said.endswith(_WORDY)
    )


def as_name(said: str, *, small: bool) -> str:
    """`anna jones` as "Anna Jones"; with its own capitals a name is left alone."""
    if not small:
        return said
    return " ".join(word if word.lower() in _PARTICLES else _titled(word) for word in said.split())


def _titled(word: str) -> str:
    return re.sub(r"(?:^|(?<=-))\w", lambda letter: letter.group().upper(), word.lower())


def _goes_on(line: Line, words: list[re.Match[str]], token: re.Match[str]) -> bool:
    low = line.low[token.start() : token.end()]
    if len(low) > _LONGEST:
        return False
    capital = line.capital(token.start())
    if not words:
        return low not in (STRICT_NO_NAMES if capital else NO_NAMES)
    if low in _PARTICLES:
        return True
    if line.capital(words[0].start()):
        return capital and low not in NO_NAMES
    return low not in NO_NAMES and (low in GIVEN_NAMES or not low.endswith(_VERBAL)) and not capital
