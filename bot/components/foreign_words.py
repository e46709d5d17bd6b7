"""Tells that a message in Latin letters is in neither English nor Icelandic.

Two witnesses have to agree: few of its words were ever learned, and lingua sees another language in them. Lingua alone takes
one English message in fifteen for something else when it is given little memory, and with much it takes half a gigabyte.
Together they hear four of five foreign messages, and hardly ever one that is none (docs/bot-evaluation.md).
"""

from __future__ import annotations

import re
import threading
from functools import cache
from typing import Any

_LETTERS = "A-Za-z\u00c0-\u024f\u1e00-\u1eff"
_WORD = re.compile(f"[{_LETTERS}]+")
# Neither is in any language.
_ADDRESS = re.compile(r"\S*[@/]\S*|\S+\.\w{2,}\b")
_LEAST_WORDS = 3
_LEAST_LETTERS = 9
_KNOWN_AT_MOST = 0.34
_OURS_AT_MOST = 0.1
_OURS = ("ENGLISH", "ICELANDIC")
# What people write in Latin letters and lingua tells apart; a language not among them is seen as the nearest that is.
_OTHERS = (
    *("GERMAN", "FRENCH", "SPANISH", "ITALIAN", "PORTUGUESE", "DUTCH", "DANISH", "SWEDISH"),
    *("BOKMAL", "POLISH", "CZECH", "FINNISH", "TURKISH", "VIETNAMESE", "INDONESIAN"),
    *("HUNGARIAN", "ROMANIAN"),
)
_loading = threading.Lock()


def is_foreign(text: str, known: float) -> bool:
    """Whether a message, of whose words a share is known, is in another language."""
    if known > _KNOWN_AT_MOST:
        return False
    words = _WORD.findall(_ADDRESS.sub(" ", text))
    if len(words) < _LEAST_WORDS or sum(map(len, words)) < _LEAST_LETTERS:
        return False
    # Names and addresses are the same in all languages.
    if 2 * sum(word[0].islower() for word in words) < len(words):
        return False
    with _loading:
        detector = _load()
    found = detector.compute_language_confidence_values(" ".join(words))
    return bool(sum(one.value for one in found if one.language.name in _OURS) <= _OURS_AT_MOST)


def load() -> None:
    """Load it now rather than at the first message that needs it."""
    with _loading:
        _load()


@cache
def _load() -> Any:
    from lingua import Language, LanguageDetectorBuilder  # noqa: PLC0415 - as in language_of_message

    languages = [getattr(Language, name) for name in (*_OURS, *_OTHERS)]
    detector = LanguageDetectorBuilder.from_languages(*languages).with_low_accuracy_mode().build()
    detector.compute_language_confidence_values("where are you")
    return detector
