"""Messages as people in a hurry write them: with a slip of the finger, or without the accents their keyboard hides.

The same slips every time, so that two measurements differ by what was measured.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import numpy as np

# Neighbouring letters on a row of keys, of each keyboard people write our languages on.
_ROWS = (
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "йцукенгшщзхъ",
    "фывапролджэ",
    "ячсмитьбю",
    "ๆไำพะัีรนยบลฃ",
    "ฟหกดเ้่าสวง",
    "ผปแอิืทมใฝ",
)
_BESIDE = {
    letter: [row[place] for place in (index - 1, index + 1) if 0 <= place < len(row)]
    for row in _ROWS
    for index, letter in enumerate(row)
}
# One slip for this many letters, and one at least.
_LETTERS_A_SLIP = 20
_LEAST_LETTERS = 4
# No decomposition takes these apart; this is how they are written without the keys for them.
_PLAIN = str.maketrans({"þ": "th", "Þ": "Th", "ð": "d", "Ð": "D", "æ": "ae", "Æ": "Ae"})
# Two letters to those who read them, whatever Unicode says.
_WHOLE = frozenset("йЙ")
_THAI_TONES = frozenset("่้๊๋")
_LATIN_OR_CYRILLIC_MARKS = range(0x0300, 0x0370)


def with_typos(texts: Sequence[str], seed: int = 0) -> list[str]:
    """Each text with a slip or more; numbers, addresses and the shortest words are written with care."""
    draw = np.random.default_rng(seed)
    return [_with_typos(text, draw) for text in texts]


def without_accents_typed(texts: Sequence[str]) -> list[str]:
    """Each text without accents, and without the tone marks of Thai."""
    return ["".join(map(_without, text.translate(_PLAIN))) for text in texts]


def _with_typos(text: str, draw: np.random.Generator) -> str:
    signs = list(text)
    careful = {
        place
        for start, word in _words(text)
        if any(sign.isdigit() or sign in "@/" for sign in word)
        for place in range(start, start + len(word))
    }
    letters = [place for place, sign in enumerate(signs) if sign.isalpha() and place not in careful]
    if len(letters) < _LEAST_LETTERS:
        return text
    slips = max(1, round(len(letters) / _LETTERS_A_SLIP))
    chosen = draw.choice(letters, size=slips, replace=False)
    # From the end, so that a letter more or less moves none that is still to come.
    for place in sorted(chosen.tolist(), reverse=True):
        _slip(signs, place, draw)
    return "".join(signs)


def _slip(signs: list[str], place: int, draw: np.random.Generator) -> None:
    kind = draw.integers(4)
    beside = _BESIDE.get(signs[place].lower())
    if kind == 0 and place + 1 < len(signs) and signs[place + 1].isalpha():
        signs[place], signs[place + 1] = signs[place + 1], signs[place]
    elif kind == 1:
        signs.insert(place, signs[place])
    elif kind == 2 and beside:  # noqa: PLR2004 - the third of four
        signs[place] = str(draw.choice(beside))
    else:
        del signs[place]


def _words(text: str) -> list[tuple[int, str]]:
    found, start = [], 0
    for word in text.split(" "):
        found.append((start, word))
        start += len(word) + 1
    return found


def _without(sign: str) -> str:
    if sign in _WHOLE:
        return sign
    kept = [
        part
        for part in unicodedata.normalize("NFD", sign)
        if part not in _THAI_TONES and ord(part) not in _LATIN_OR_CYRILLIC_MARKS
    ]
    return unicodedata.normalize("NFC", "".join(kept))
