"""How the bot speaks of what is remembered, in every language served."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from .chinese import CHINESE
from .english import ENGLISH
from .icelandic import ICELANDIC
from .russian import RUSSIAN
from .thai import THAI
from .words import Words

_WORDS = {"en": ENGLISH, "ru": RUSSIAN, "is": ICELANDIC, "zh": CHINESE, "th": THAI}


def words_for(locale: str | None, form_of_address: str | None = None) -> Words:
    """In the language nearest to a locale, as formal as the person wishes; English for all others."""
    main = (locale or "").replace("_", "-").partition("-")[0].lower()
    words = _WORDS.get(main, ENGLISH)
    if form_of_address == "informal" and words.informal:
        spoken: dict[str, Any] = dict(words.informal)
        return replace(words, **spoken)
    return words


__all__ = ["Words", "words_for"]
