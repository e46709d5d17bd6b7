"""Finds the request in a message, whatever its language."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .chinese import CHINESE
from .english import ENGLISH
from .icelandic import ICELANDIC
from .request import Asked, MemoryRequest
from .russian import RUSSIAN
from .thai import THAI
from .tongue import Kinds, Patterns, ready
from .topics import is_wished, relative_in, topic_in

_TONGUES = tuple(ready(tongue) for tongue in (ENGLISH, ICELANDIC, RUSSIAN, CHINESE, THAI))
_SENTENCE = re.compile("[^.!?\u2026\u3002\uff01\uff1f\n;]+(?:[.!?\u2026\u3002\uff01\uff1f\n;]+|$)")
# Who names the value does not ask for it.
_NAMES_IT = re.compile(r"\S@\S|\d{4,}")
# Nobody asks at such length, and patterns are not free.
_LONGEST = 600


def memory_request(text: str) -> MemoryRequest | None:
    """The request in a message, if it is one."""
    text = text[:_LONGEST].replace("\u2019", "'").replace("\u02bc", "'")
    for tongue in _TONGUES:
        if tongue.script.search(text):
            found = _found(tongue, tongue.read(text))
            if found is not None:
                return found
    return None


def _found(tongue: Patterns, text: str) -> MemoryRequest | None:
    if tongue.gives_up.search(text):
        return None
    forgets = _asked(tongue.forgets, text)
    if forgets:
        return MemoryRequest("forget", forgets)
    if tongue.forgets_last.search(text):
        return MemoryRequest("forget")
    asking = (line for line in _SENTENCE.findall(text) if not tongue.practices.search(line))
    found = [one for one in (_asks(tongue, line) for line in asking) if one]
    if not found:
        return None
    same = [one for one in found if one.wish == found[0].wish]
    asked = dict.fromkeys(each for one in same for each in one.asked)
    return MemoryRequest(found[0].wish, tuple(asked), found[0].name)


def _asks(tongue: Patterns, line: str) -> MemoryRequest | None:
    for pattern in tongue.others:
        other = pattern.search(line)
        if other and not _is_errand(tongue, line):
            return _of_another(line, other)
    if not _NAMES_IT.search(line) and not tongue.shop.search(line):
        asked = _asked((tongue.wholes, *tongue.asks), line) or _framed(tongue, line)
        if asked and not _is_errand(tongue, line):
            # "... and my phone number": what is named beside it is asked for too.
            more = _asked((tongue.also,), line)
            return MemoryRequest("ask", (*asked, *_new(more, asked)))
    if tongue.everything.search(line):
        return MemoryRequest("all")
    if tongue.recalls.search(line):
        return MemoryRequest("recall")
    if tongue.anything.search(line) and not tongue.shop.search(line):
        return MemoryRequest("ask", (Asked(()),))
    return None


def _of_another(line: str, other: re.Match[str]) -> MemoryRequest:
    """A relative's day may be what the visitor shops for; nothing else of others is kept."""
    relative = relative_in(other.group())
    if relative is not None and topic_in(line, "occasion_date"):
        return MemoryRequest(
            "ask", (Asked(("occasion_date",), topic_in(line, "occasion_date"), relative),)
        )
    return MemoryRequest("others", name=next(filter(None, other.groupdict().values()), None))


def _asked(patterns: Iterable[Kinds], line: str) -> tuple[Asked, ...]:
    """Each kind once, each word for one kind only."""
    found: list[Asked] = []
    taken: list[tuple[int, int]] = []
    for pattern in patterns:
        for keys, (start, end) in pattern.all_in(line):
            if any(set(keys) & set(one.keys) for one in found):
                continue
            if not any(start < other_end and other < end for other, other_end in taken):
                found.append(Asked(keys, topic_in(line, keys[0]), wished=is_wished(line)))
                taken.append((start, end))
    return tuple(found)


def _framed(tongue: Patterns, line: str) -> tuple[Asked, ...]:
    """Whatever the order of the words."""
    if not (tongue.mine.search(line) and tongue.asking.search(line)):
        return ()
    if not tongue.mine.search(tongue.tells.sub(" ", line)):
        return ()
    rest, frames = tongue.frames.subn(" ", line)
    if frames:
        return _asked((tongue.deeds, tongue.named), rest)
    return _asked((tongue.deeds,), line) if tongue.selves.search(line) else ()


def _is_errand(tongue: Patterns, line: str) -> bool:
    """Asked last, for few lines come so far."""
    return bool(tongue.errands.search(line)) and not tongue.vouches.search(line)


def _new(more: tuple[Asked, ...], asked: tuple[Asked, ...]) -> tuple[Asked, ...]:
    known = {key for one in asked for key in one.keys}
    return tuple(one for one in more if not known & set(one.keys))
