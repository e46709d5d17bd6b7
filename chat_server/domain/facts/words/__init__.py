"""How facts are said and asked for, one module a language."""

from .chinese import CHINESE
from .english import ENGLISH
from .icelandic import ICELANDIC
from .language import Language
from .russian import RUSSIAN
from .thai import THAI

LANGUAGES: dict[str, Language] = {
    language.tag: language for language in (ENGLISH, RUSSIAN, ICELANDIC, CHINESE, THAI)
}


def language_of(locale: str | None) -> Language:
    """The served language nearest to a locale; English for all others."""
    return LANGUAGES.get(_nearest(locale), ENGLISH)


def is_served(locale: str) -> bool:
    """Whether it is spoken."""
    return _nearest(locale) in LANGUAGES


def _nearest(locale: str | None) -> str:
    main = (locale or "").replace("_", "-").partition("-")[0].lower()
    return "zh-TW" if main == "zh" else main


__all__ = ["LANGUAGES", "Language", "is_served", "language_of"]
