"""Finds the request in a message, whatever its language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from .chinese import CHINESE
from .english import ENGLISH
from .icelandic import BARE_ICELANDIC, ICELANDIC
from .request import Asked, MemoryRequest
from .russian import RUSSIAN
from .thai import THAI
from .tongue import Kinds, Patterns, ready
from .topics import is_wished, relative_in, topic_in

_WRITTEN = (ENGLISH, ICELANDIC, BARE_ICELANDIC, RUSSIAN, CHINESE, THAI)
_TONGUES = tuple(ready(tongue) for tongue in _WRITTEN)
_SENTENCE = re.compile("[^.!?\u2026\u3002\uff01\uff1f\n;]+(?:[.!?\u2026\u3002\uff01\uff1f\n;]+|$)")
# Who names the value does not ask for it.
_NAMES_IT = re.compile(r"\S@\S|\d{4,}")
# Nobody asks at such length, and patterns are not free.
_LONGEST = 600
# In so few signs somebody goes on from an answer.
_FEW = 48
# Of these others may be part.
_WITH_OTHERS = frozenset({"household", "promise"})


def memory_request(text: str) -> MemoryRequest | None:
    """The request in a message, if it is one."""
    text = _plain(text)
    for tongue in _TONGUES:
        if tongue.script.search(text):
            found = _found(tongue, tongue.read(text))
            if found is not None:
                return found
    return None


def asks_for_one_thing(text: str) -> bool:
    """Whether a message that is known to be about memory asks for something of the writer's that it names.

    No errand does, and nobody who asks how something comes to be known or what is done with it.
    """
    request = named_in(text)
    return bool(request.asked or request.wish == "others") and may_be_of_ones_own(text)


def may_be_of_ones_own(text: str) -> bool:
    """Whether a message speaks of the writer and is neither an errand nor a value that is told."""
    text = _plain(text)
    return any(
        tongue.mine.search(line) and not _is_beside_memory(tongue, line)
        for tongue in _TONGUES
        if tongue.script.search(text)
        for line in _SENTENCE.findall(tongue.read(text))
    )


def of_kind(text: str, keys: tuple[str, ...]) -> MemoryRequest:
    """A question known to ask for a fact of these kinds, by no pattern; of none: nothing of its kind is kept."""
    text = _plain(text)
    named = named_in(text)
    if named.wish == "others" or any(set(keys) & set(one.keys) for one in named.asked):
        return named
    topic = topic_in(text, keys[0]) if keys else None
    return MemoryRequest("ask", (Asked(keys, topic, wished=is_wished(text)),))


def _is_beside_memory(tongue: Patterns, line: str) -> bool:
    beside = (_NAMES_IT, tongue.shop, tongue.practices)
    return any(one.search(line) for one in beside) or _is_errand(tongue, line)


def named_in(text: str) -> MemoryRequest:
    """What a message asks for that is known to be a question for memory, though no pattern knows its shape."""
    text = _plain(text)
    asked: tuple[Asked, ...] = ()
    for tongue in _TONGUES:
        if tongue.script.search(text):
            asked += _new(_said_or_named(tongue, tongue.read(text)), asked)
    if relative_in(text) and _WITH_OTHERS.isdisjoint(key for one in asked for key in one.keys):
        return _of_relative(text, text) or MemoryRequest("others")
    return MemoryRequest("ask", asked)


def goes_on_to(text: str, before: MemoryRequest) -> MemoryRequest | None:
    """What a few words ask for right after an answer from memory: another kind, or the same of another thing."""
    text = _plain(text)
    if len(text) > _FEW:
        return None
    for tongue in _TONGUES:
        line = tongue.read(text)
        if not (tongue.script.search(text) and tongue.goes_on.search(line)):
            continue
        if relative_in(line) or _is_beside_memory(tongue, line):
            return None
        asked = _said_or_named(tongue, line) or _of_another_thing(line, before)
        if asked:
            return MemoryRequest("ask", asked)
    return None


def _of_another_thing(line: str, before: MemoryRequest) -> tuple[Asked, ...]:
    found = ((one, topic_in(line, one.keys[0])) for one in before.asked if one.keys)
    return tuple(replace(one, topic=topic) for one, topic in found if topic)


def _plain(text: str) -> str:
    return text[:_LONGEST].replace("\u2019", "'").replace("\u02bc", "'")


def _said_or_named(tongue: Patterns, text: str) -> tuple[Asked, ...]:
    """By what one does, or else by name: "last time" is no time of day."""
    return _asked((tongue.wholes, tongue.deeds), text) or _asked((tongue.named,), text)


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
            own = bool(tongue.mine.search(tongue.tells.sub(" ", line)))
            every = (*asked, *_new(more, asked))
            return MemoryRequest("ask", tuple(replace(one, own=own) for one in every))
    if tongue.everything.search(line):
        return MemoryRequest("all")
    if tongue.recalls.search(line):
        return MemoryRequest("recall")
    if tongue.anything.search(line) and not tongue.shop.search(line):
        return MemoryRequest("ask", (Asked(()),))
    return None


def _of_another(line: str, other: re.Match[str]) -> MemoryRequest:
    """A relative's day may be what the visitor shops for; nothing else of others is kept."""
    name = next(filter(None, other.groupdict().values()), None)
    return _of_relative(line, other.group()) or MemoryRequest("others", name=name)


def _of_relative(line: str, words: str) -> MemoryRequest | None:
    relative, topic = relative_in(words), topic_in(line, "occasion_date")
    if relative is None or topic is None:
        return None
    return MemoryRequest("ask", (Asked(("occasion_date",), topic, relative),))


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
