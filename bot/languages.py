"""The languages the bot speaks, and which of them a locale means.

What it answers in is the locale in the slot ``visitor``: the hub puts there the language of the conversation, and whoever
learns better from a message only has to put that there.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

ENGLISH = "en"
# As the folders with their texts are called.
LANGUAGES = (ENGLISH, "ru", "is", "th", "zh-TW")

# As those who speak them call them.
OWN_NAMES = {
    ENGLISH: "English",
    "ru": "Русский",
    "is": "Íslenska",
    "th": "ภาษาไทย",
    "zh-TW": "繁體中文",
}

_BY_MAIN_PART = {language.partition("-")[0]: language for language in LANGUAGES}


def language_of(locale: str | None) -> str:
    """The language nearest to a locale; English for all others."""
    main = (locale or "").replace("_", "-").partition("-")[0].lower()
    return _BY_MAIN_PART.get(main, ENGLISH)


def language_of_visitor(slot: Mapping[str, Any] | None) -> str:
    """The same from the slot ``visitor``; without one (a story test, a shell) English."""
    return language_of((slot or {}).get("locale"))
