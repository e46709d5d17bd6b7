"""Which facts a text asks for: to know when somebody is asked again for what they said."""

from __future__ import annotations

import re
from functools import cache

from .words import Language, language_of

_SENTENCE = re.compile("[^.!?…。\uff01\uff1f\n]+[.!?…。\uff01\uff1f\n]*")
# Who names the value asks whether it is right, not what it is.
_NAMES_IT = re.compile(r"\S@\S|\d{4,}")
_MARKS = ("?", "\uff1f")
# Thai ends its sentences with a polite word and a space, and with no sign.
_POLITELY = re.compile(r"(ค่ะ|คะ|ครับ)\s+")


def asked_for(text: str, locale: str | None) -> tuple[str, ...]:
    """The keys of the facts that a message asks for, in the order of the registry."""
    language = language_of(locale)
    asking, kinds = _patterns(language.tag)
    sentences = [
        sentence
        for sentence in _SENTENCE.findall(_POLITELY.sub(r"\1\n", text.replace("’", "'")))
        if (sentence.rstrip().endswith(_MARKS) or asking.search(sentence))
        and not _NAMES_IT.search(sentence)
    ]
    return tuple(
        key for key, pattern in kinds if any(pattern.search(sentence) for sentence in sentences)
    )


@cache
def _patterns(tag: str) -> tuple[re.Pattern[str], tuple[tuple[str, re.Pattern[str]], ...]]:
    language: Language = language_of(tag)
    kinds = tuple(
        (key, re.compile(words.asks, re.IGNORECASE)) for key, words in language.kinds.items()
    )
    return re.compile(language.asking, re.IGNORECASE), kinds
