"""Finds the visitor's own name where they introduce themselves: "I'm Anna", "my name is anna jones", "Björn here".

Only introductions count. "My sister is called Anna" holds a name too, but remembering it as the visitor's would make every
later greeting wrong, which is worse than not knowing a name.
"""

from __future__ import annotations

import re
from typing import Any

from components.introductions import INTRODUCED, TOLD
from components.no_names import NO_FIRST_NAME, NO_NAME

Entity = dict[str, Any]

CONFIDENCE_TOLD = 0.97
CONFIDENCE_INTRODUCED = 0.85

# Intents in which "I'm ..." introduces somebody, whatever the capitals; elsewhere "i'm angry" is far more likely.
_INTRODUCING = frozenset({"give_name", "greet"})

_WORD = r"[^\W\d_](?:[^\W\d_]|['\u2019-](?=[^\W\d_]))*\.?"
_NAME = rf"(?P<name>{_WORD}(?:[ ]+{_WORD}){{0,2}})"

# Who says this tells a name for certain.
_TOLD = re.compile(
    r"(?:(?P<whose>\b\w+(?:['\u2019]s)?)\s+)?(?:\b(?:first|full|last)\s+)?"
    r"(?:\bname\s*(?:is|['\u2019]s|:)|\b(?:call|calls)\s+me|\bi\s+go\s+by|\bi(?:\s+a|['\u2019]?)m\s+called)\s+(?:just\s+)?"
    + _NAME,
    re.IGNORECASE,
)
_INTRODUCED = re.compile(
    r"(?<!\w)(?P<how>i['\u2019]?m|i\s+am|this\s+is|it['\u2019]?s|it\s+is|here\s+is)\s+" + _NAME,
    re.IGNORECASE,
)
_HERE = re.compile(
    rf"^\s*(?:(?:hi|hello|hey)\b[\s,!.]*)?{_NAME}\s+(?:here|speaking|is\s+my\s+name)\b",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"^\s*{_NAME}\s*[.!]?\s*$")

# Whose name: "my", "the" and nothing are the speaker's, "her" and "sister's" are not.
_OWN = frozenset(
    {
        "",
        "my",
        "the",
        "hi",
        "hello",
        "hey",
        "you",
        "can",
        "may",
        "please",
        "just",
        "people",
        "friends",
        "and",
        "but",
        "so",
        "well",
    }
)


def find_own_name(text: str, intent: str | None) -> list[Entity]:
    """The visitor's name in ``text``, as at most one entity."""
    for pattern, confidence in (
        (_TOLD, CONFIDENCE_TOLD),
        (_HERE, CONFIDENCE_TOLD),
        (_INTRODUCED, CONFIDENCE_INTRODUCED),
    ):
        for match in pattern.finditer(text):
            whose = match.groupdict().get("whose") or ""
            if pattern is _TOLD and whose.lower() not in _OWN:
                continue
            if pattern is _INTRODUCED and not _introduces(match, text, intent):
                continue
            # Told outright, a name may be written small; "Anna here" too, but "nobody here" is no name.
            found = _entity(match, confidence, capitals=pattern is _HERE)
            if found:
                return [found]
    if others := _in_other_languages(text, intent):
        return others
    alone = _ALONE.match(text) if intent == "give_name" else None
    found = _entity(alone, CONFIDENCE_INTRODUCED, capitals=True) if alone else None
    return [found] if found else []


def _in_other_languages(text: str, intent: str | None) -> list[Entity]:
    """As it stands there: in these languages a shape of its own tells where a name ends."""
    shapes = [(shape, CONFIDENCE_TOLD) for shape in TOLD]
    if intent in _INTRODUCING:
        shapes += [(shape, CONFIDENCE_INTRODUCED) for shape in INTRODUCED]
    for shape, confidence in shapes:
        match = shape.search(text)
        if match and match["name"].lower() not in NO_NAME:
            return [_named(match["name"], match.start("name"), confidence)]
    return []


def _introduces(match: re.Match[str], text: str, intent: str | None) -> bool:
    if intent in _INTRODUCING:
        return True
    # "I'm Anna and my parcel is late": the capital says it, unless everything is written in capitals.
    return (
        match.group("how").lower().startswith("i")
        and not match.group("how").lower().startswith("it")
        and (match.group("name")[:1].isupper() and not text.isupper())
    )


def _entity(match: re.Match[str], confidence: float, *, capitals: bool) -> Entity | None:
    words: list[str] = []
    for word in match.group("name").split(" "):
        bare = word.strip(".").lower()
        if (
            not bare
            or bare in NO_NAME
            or bare in NO_FIRST_NAME
            or (capitals and not word[:1].isupper())
        ):
            break
        # After "Anna" only a further capital belongs to the name: "I'm Anna looking for boots".
        if words and words[0][:1].isupper() and not word[:1].isupper():
            break
        words.append(word)
    start = match.start("name")
    # "It's Anna's birthday" introduces nobody.
    if not words or words[-1].lower().endswith(("'s", "\u2019s")):
        return None
    return _named(" ".join(words).rstrip("."), start, confidence)


def _named(said: str, start: int, confidence: float) -> Entity:
    return {
        "entity": "name",
        "value": written_as_name(said),
        "start": start,
        "end": start + len(said),
        "confidence_entity": confidence,
        "extractor": "ShopPatterns",
    }


def written_as_name(value: str) -> str:
    """``anna jones`` as ``Anna Jones``; names written with their own capitals are left alone."""
    if value.islower() or (value.isupper() and len(value) > 2):  # noqa: PLR2004 - "AJ" stays as it is
        return " ".join(part[:1].upper() + part[1:].lower() for part in value.split())
    return value
