"""Ordinary words of the languages that have capitals, from what was written for this project: `python -m training.ordinary_words`.

Words as they stand in small letters in lines, examples and help pages, without what is marked as somebody's; a word that
is a given name too is kept only where `_WORDS_TOO` says so. The masker takes what is in none of the lists for a name.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from chat_server.hearing.given_names import ALSO_WORDS, GIVEN_NAMES
from chat_server.hearing.icelandic.given_names import ALSO_WORDS as ICELANDIC_WORDS
from chat_server.hearing.icelandic.given_names import NAMES as ICELANDIC_NAMES
from chat_server.hearing.russian.given_names import ALSO_WORDS as RUSSIAN_WORDS
from chat_server.hearing.russian.given_names import NAMES as RUSSIAN_NAMES
from chat_server.masking.forms import table

_HERE = Path(__file__).parent.parent
_WORDS = _HERE / "chat_server" / "masking" / "words"
MARKED = re.compile(r"\[([^\]]*)\]\(-?([a-z_]*)[^)]*\)(?:\{[^}]*\})?")
THEIRS = {"name", "home", "delivery_place", "company", "email", "phone", "order_number"}
NET = re.compile(r"https?://\S+|\S+@\S+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_WORDS_TOO = {
    "en": "kit ora matt tore una nan mats roger noe nada",
    "is": "ágúst vita hana helgi sef kosta finna finnur finn vilja amma minna manni selja sami auður hani ljótur lína hella elda meta mali muna reynir búi mina hans urðu sér fara vera sama fari vari",
    "ru": "",
}


def ordinary(code: str) -> list[str]:
    """In the order of their letters."""
    names = table(
        (GIVEN_NAMES | ICELANDIC_NAMES | RUSSIAN_NAMES)
        - ALSO_WORDS
        - ICELANDIC_WORDS
        - RUSSIAN_WORDS
        if code != "is"
        else GIVEN_NAMES | ICELANDIC_NAMES
    )
    listed = GIVEN_NAMES | ICELANDIC_NAMES | RUSSIAN_NAMES
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for text in _texts(code):
        plain = MARKED.sub(lambda m: "," if m[2] in THEIRS else m[1], NET.sub("", text))
        for match in _WORD.finditer(plain.replace("’", "'").translate({0x451: 0x435})):
            word = match[0]
            if word.islower():
                small[word] += 1
            elif plain[max(0, match.start() - 2) : match.start()].strip(" ").isalpha():
                capital[word.lower()] += 1
    kept = set(_WORDS_TOO[code].split())
    return sorted(
        word
        for word, count in small.items()
        if len(word) > 1
        and (
            word in kept
            or (
                count >= capital[word] and word not in listed and not (count == 1 and word in names)
            )
        )
    )


def _texts(code: str) -> list[str]:
    folders = [_HERE / "hearing_data" / code, _HERE / "nlu_data" / code, _HERE / "help" / code]
    return [
        path.read_text(encoding="utf-8")
        for folder in folders
        for path in sorted(folder.rglob("*.*"))
    ]


def main() -> None:
    for code in _WORDS_TOO:
        found = ordinary(code)
        (_WORDS / f"{code}.txt").write_text("\n".join(found) + "\n", encoding="utf-8")
        print(code, len(found))  # noqa: T201 - said to whoever runs it


if __name__ == "__main__":
    main()
