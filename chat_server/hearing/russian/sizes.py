"""Sizes as Russians say them: letters of either alphabet, numbers in words, "43-й"."""

from __future__ import annotations

import re

from chat_server.hearing.sizes import as_size as plain_size

_LETTERS = {"хххл": "XXXL", "ххл": "XXL", "хл": "XL", "хс": "XS", "ххс": "XXS", "м": "M", "л": "L", "с": "S", "икс эль": "XL", "иксэль": "XL", "икс-эль": "XL"}  # fmt: skip
_NICK = {"эмк": "M", "элк": "L", "эльк": "L", "эск": "S", "эсоч": "S", "иксэльк": "XL", "икселек": "XL", "икс-эльк": "XL", "икселька": "XL", "иксэск": "XS", "хлк": "XL", "xl-к": "XL", "s-к": "S", "m-к": "M", "l-к": "L"}  # fmt: skip
_TENS = {
    "тридцат": 30,
    "сорок": 40,
    "пятьдесят": 50,
    "пятидесят": 50,
    "шестьдесят": 60,
    "шестидесят": 60,
}
_UNITS = {"перв": 1, "один": 1, "втор": 2, "два": 2, "трет": 3, "три": 3, "четверт": 4, "четыре": 4, "пят": 5, "шест": 6, "седьм": 7, "семь": 7, "восьм": 8, "восем": 8, "девят": 9}  # fmt: skip
_WORDED = rf"(?:тридцат[ьыо][йе]?|тридцатого|сорок(?:а|овой|ового|овый)?|пят(?:ьдесят|идесят[а-я]*)|шест(?:ьдесят|идесят[а-я]*))(?: (?:{'|'.join(_UNITS)})[а-я]{{0,3}})?(?![а-я])"
_NUMBER = r"(?:[2-6]\d с половин(?:ой|кой)(?![а-я])|(?:(?:eu|eur|uk|us|ru|рос\.?) ?)?(?:[1-7]\d/\d{2}|[2-7]\d-[2-7]\d|[1-9]\d?(?:[.,]5|½)?)(?:-?(?:й|ой|ый|я|го|ого|м|ом|му))?(?![\w%]|[.,:/-]?\d|-[а-я]))"
_LATIN = r"(?:[2-5]xl|x{0,3}[sl]|m|xxs)(?![\w'])"
_CYRILLIC = r"(?:х{0,3}[сл]|м|икс[- ]?эль)(?![\w'.])"
_NICKS = rf"(?:{'|'.join(_NICK)})[а-я]{{1,3}}(?![а-я])"
SIZE = rf"(?:w\d{{2}}(?: ?[/x,]? ?l\d{{2}})?(?![\w'])|{_LATIN}|{_NICKS}|{_CYRILLIC}|{_WORDED}|{_NUMBER})"
# Without the word for size only these are taken for one.
SURE_SIZE = rf"(?:{_LATIN}|{_CYRILLIC}|{_NICKS}|[2-6]\d-?(?:й|ой|ый|я)(?![а-я])|{_WORDED})"


def as_size(said: str) -> str | None:
    """As it is kept."""
    said = " ".join(said.lower().replace("ё", "е").split())
    if said in _LETTERS:
        return _LETTERS[said]
    for stem, size in _NICK.items():
        if said.startswith(stem):
            return size
    if not said.isascii():
        for stem, tens in _TENS.items():
            if said.startswith(stem):
                rest = said.partition(" ")[2]
                return str(
                    tens + next((unit for word, unit in _UNITS.items() if rest.startswith(word)), 0)
                )
    half = re.fullmatch(r"(\d\d) с половин\w+", said)
    if half is not None:
        return f"{half[1]}.5"
    bare = re.sub(r"^(?:ru|рос\.?) ?|-?(?:й|ой|ый|я|го|ого|м|ом|му)$", "", said)
    kept = plain_size(bare)
    return kept if kept is not None else bare if re.fullmatch(r"\d\d-\d\d", bare) else None
