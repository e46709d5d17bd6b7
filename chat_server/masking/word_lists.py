"""What is a word, a town or a listed name, in Latin and Cyrillic letters."""

from __future__ import annotations

from functools import cache

from chat_server.hearing.given_names import ALSO_WORDS, GIVEN_NAMES
from chat_server.hearing.icelandic.given_names import ALSO_WORDS as ICELANDIC_WORDS
from chat_server.hearing.icelandic.given_names import NAMES as ICELANDIC_NAMES
from chat_server.hearing.icelandic.places import is_place as is_icelandic_place
from chat_server.hearing.places import KNOWN_PLACES
from chat_server.hearing.russian.given_names import ALSO_WORDS as RUSSIAN_WORDS
from chat_server.hearing.russian.given_names import NAMES as RUSSIAN_NAMES
from chat_server.hearing.russian.places import is_place as is_russian_place
from chat_server.hearing.shop_names import BRANDS

from .forms import table
from .lists import words
from .name_cues import CYRILLIC

_ALLOWED_ENDS = (
    "jökull", "jökul", "jökli", "fjörður", "firði", "fjarðar", "vatn", "vatni", "vatns", "staðir", "stöðum", "staða", "foss", "fossi", "fell", "felli", "vellir", "völlum", "eyjar", "eyjum", "eyja",
    "dalur", "dal", "dals", "vík", "víkur", "nes", "nesi", "ness", "bær", "bæ", "bæjar", "land", "landi", "lands", "hreppur", "lón", "lóni", "borg", "borgar",
)  # fmt: skip
_ORDINARY_ENDS = (
    "ing",
    "ings",
    "tion",
    "tions",
    "ness",
    "ment",
    "ments",
    "able",
    "ible",
    "less",
    "proof",
    "wear",
    "ship",
    "ously",
    "ly",
)
SHORTEST_MADE = 5
_HEAD = 4
_ENDINGS = (("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("er", "e"), ("er", ""), ("est", "e"), ("est", ""), ("ly", ""), ("n't", ""), ("'ll", ""), ("'ve", ""), ("'re", ""), ("'d", ""), ("y", ""), ("ness", ""), ("less", ""), ("ful", ""), ("able", ""), ("able", "e"))  # fmt: skip


@cache
def names() -> dict[str, str]:
    """Every form of every listed name, and the name."""
    bent = GIVEN_NAMES | ICELANDIC_NAMES | RUSSIAN_NAMES | words("names_is") | words("names_ru")
    unbent = [one for one in words("names_en") - ordinary() if not is_town(one)]
    return {one: one for one in unbent} | table(bent | words("short_ru") | words("short_is"))


@cache
def also_words() -> frozenset[str]:
    """Names that are words as well, in their first form."""
    return ALSO_WORDS | ICELANDIC_WORDS | RUSSIAN_WORDS


@cache
def ordinary() -> frozenset[str]:
    """Words of the shop's languages and names of no person."""
    return words("en") | words("is") | words("ru") | words("proper") | words("small")


@cache
def of_others() -> frozenset[str]:
    """Names that are listed for English alone: in small letters they make words of other languages."""
    return words("names_en") - GIVEN_NAMES - ICELANDIC_NAMES - words("names_is")


def vocabulary(low: str, language: str | None) -> frozenset[str]:
    """Of the language that is written: a name of one is a word of another."""
    if CYRILLIC.search(low):
        return words("ru")
    return words("is") if (language or "")[:2] == "is" else _english()


@cache
def _english() -> frozenset[str]:
    return words("en") | words("english")


@cache
def is_word(low: str, language: str | None) -> bool:
    """Whether it is a word of the language, in some form, as far as the lists tell."""
    low = low.removesuffix("'s")
    lemmas = vocabulary(low, language)
    if low in lemmas or low in ordinary():
        return True
    if lemmas is _english():
        return any(
            low.endswith(end) and low[: -len(end)] + base in lemmas for end, base in _ENDINGS
        ) or any(low.startswith(one) and low[len(one) :] in lemmas for one in ("un", "re", "non", "pre", "over"))  # fmt: skip
    return any(low[:-cut] in _heads(lemmas) for cut in range(1, 4) if len(low) - cut >= _HEAD)


@cache
def _heads(lemmas: frozenset[str]) -> frozenset[str]:
    """Of words that bend, what stays."""
    return frozenset(word[:-cut] for word in lemmas for cut in range(4) if len(word) - cut >= _HEAD)


def is_ordinary(low: str) -> bool:
    """Whether it is listed, a brand, a town, or made as ordinary words are."""
    low = low.removesuffix("'s")
    if low in ordinary() or low in BRANDS or is_town(low):
        return True
    if "-" in low:
        return all(part in ordinary() or len(part) < 3 for part in low.split("-"))  # noqa: PLR2004 - e-mail
    return low.isascii() and len(low) > 6 and _is_derived(low)  # noqa: PLR2004 - Ewing, Fleming


def _is_derived(low: str) -> bool:
    """A word with such an end, and not a name that sounds like one."""
    end = next((one for one in _ORDINARY_ENDS if low.endswith(one)), "")
    if not end:
        return False
    stem = low[: -len(end)]
    known = _english() | words("rare_en")
    bases = (stem, f"{stem}e", stem[:-1], f"{stem[:-1]}y", f"{stem}t", f"{stem}te", f"{stem}le")
    return low in known or any(one in known for one in bases)


def is_common(low: str) -> bool:
    """Whether a language lists it, or it is the name of no person; small words aside."""
    return low in words("en") or low in words("is") or low in words("ru") or low in words("proper")


@cache
def is_town(low: str) -> bool:
    """A place is no person; where it is somebody's home, the facts say so."""
    if low.endswith(_ALLOWED_ENDS) and len(low) > SHORTEST_MADE and low not in words("names_en"):
        return True
    if low in KNOWN_PLACES or is_icelandic_place(low) or is_russian_place(low):
        return True
    return any(low.startswith(stem) and len(low) - len(stem) <= 3 for stem in _stems(low[:3]))  # noqa: PLR2004 - an ending


@cache
def _stems(head: str) -> tuple[str, ...]:
    """Of towns and countries in Russian, which bend."""
    return tuple(
        stem
        for town in words("towns")
        if town.startswith(head) and len(stem := town.rstrip("аеиоуыьйя")) > 3  # noqa: PLR2004 - too short to tell
    )


def is_small_word(low: str) -> bool:
    """So common that no surname is meant."""
    return low in words("small")
