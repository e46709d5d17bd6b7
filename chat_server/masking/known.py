"""What is known of a contact, wherever it stands in a dialogue: bent, run together, spaced otherwise."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from chat_server.domain.masking import Kind, Known, Span

from .folding import plain, small
from .forms import forms
from .lists import words
from .word_lists import also_words

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_UNSPACED = re.compile("[\u0e00-\u0e7f\u3400-\u9fff]")
_FEWEST_DIGITS, _SHORTEST_LOCAL = 3, 4
_TITLES_ZH = "(?=小姐|先生|女士|太太|老師|經理|主任|醫師|醫生|同學|教授|大哥|大姐|阿姨)"
_LONGEST_PHONE = 8
_LEGAL = frozenset(
    "ltd limited llc inc plc gmbh ehf hf ooo ооо ип ао flat apt apartment íbúð ул улица д дом кв г the".split()  # noqa: SIM905 - a list would be one word a line
)
# Letters that fall apart into none of ours.
_PLAIN = str.maketrans({"ð": "d", "þ": "th", "æ": "ae", "ø": "o", "ł": "l", "ß": "ss", "đ": "d"})
_BETWEEN = r"[\W_]{1,3}"


def found(text: str, low: str, known: Known) -> Iterator[Span]:
    """In plain text and its folded form."""
    for kind, value, pattern, capital in _patterns(known.values):
        for match in pattern.finditer(low):
            if capital and not text[match.start()].isupper():
                continue
            own = kind is Kind.NAME and value == "own"
            yield Span(match.start(), match.end(), kind, says=None if own else value, own=own)


@lru_cache(maxsize=512)
def _patterns(
    values: frozenset[tuple[Kind, str]],
) -> tuple[tuple[Kind, str, re.Pattern[str], bool], ...]:
    """With the value, and whether only a capital tells it from a word."""
    return tuple(
        (kind, "own" if kind is Kind.NAME else value, re.compile(pattern), capital)
        for kind, value in sorted(values)
        for pattern, capital in _of(kind, small(plain(value)), value)
    )


def _of(kind: Kind, low: str, value: str) -> Iterator[tuple[str, bool]]:
    if kind is Kind.NAME:
        yield from _name(low, value)
    elif kind is Kind.EMAIL:
        yield re.escape(low).replace("@", " ?@ ?"), False
        local = low.split("@", maxsplit=1)[0]
        if len(local) > _SHORTEST_LOCAL and local not in words("en"):
            apart = r"[._-]?".join(map(re.escape, re.split(r"[._-]+", local)))
            yield rf"(?<![^\W_]){apart}(?![^\W_])", False
    elif kind in {Kind.PHONE, Kind.NUMBER}:
        yield from _digits(low, kind)
    else:
        yield from _phrase(low, value)


def _digits(low: str, kind: Kind) -> Iterator[tuple[str, bool]]:
    digits = re.sub(r"\D", "", low)
    if len(digits) < _FEWEST_DIGITS:
        return
    between = r"[ .()/\-]{0,3}"
    yield rf"(?<!\d)(?:\+ ?)?{between.join(digits)}(?!\d)", False
    if kind is Kind.PHONE and len(digits) > _LONGEST_PHONE:
        for length in (7, 8, 9, 10):
            if length < len(digits):
                yield rf"(?<!\d)0?{between.join(digits[-length:])}(?!\d)", False


def _name(low: str, value: str) -> Iterator[tuple[str, bool]]:
    if _UNSPACED.search(low):
        yield from _unspaced_name(low)
        return
    parts = [word for word in _WORD.findall(low) if len(word) > 1]
    capitals = {small(word) for word in _WORD.findall(plain(value)) if word[0].isupper()}
    theirs = [
        part
        for part in parts
        # Of households and titles only what was written as a name.
        if (part in capitals or len(parts) == 1)
        and (part in capitals or (part not in words("en") and part not in words("small")))
    ]
    for part in theirs:
        yield from _part(part)
    if len(theirs) > 1:
        whole = r"[\W_]{0,2}".join(map(re.escape, theirs))
        yield rf"(?<![^\W_])@?{whole}\d{{0,4}}(?![^\W_])", False


def _part(part: str) -> Iterator[tuple[str, bool]]:
    """In capitals and in small letters; how it bends, where that is no other word, and small words only where a name stands."""
    bent = forms(part) | {f"{part}'s", f"{part}s"}
    bent |= {_bare(one) for one in bent}
    if part in words("small"):
        one = re.escape(part)
        yield rf"^\W*{one}\W*$", False
        yield rf"(?:\b(?:name(?:'s| is)|i am|i'm|im|this is|it's|hi|hello|hey|dear|regards|cheers|mr|mrs|ms|miss|dr),? (?:mr\.? |ms\.? |mrs\.? )?){one}(?![^\W_])|(?<![^\W_]){one}(?=,? (?:here|speaking)\b)", False  # fmt: skip
        return
    words_too = {one for one in bent if one != part and _is_ordinary(one)}
    for ways, capital in ((bent - words_too, False), (words_too, True)):
        if ways:
            listed = "|".join(sorted(map(re.escape, ways), key=len, reverse=True))
            yield rf"(?<![^\W_])(?:{listed})(?![^\W_])", capital


def _bare(word: str) -> str:
    """As it is typed where the keys are missing."""
    if word.isascii() or "а" <= word[0] <= "я":
        return word
    apart = unicodedata.normalize("NFKD", word.translate(_PLAIN))
    return "".join(each for each in apart if not unicodedata.combining(each))


def _is_ordinary(form: str) -> bool:
    return form in also_words() or any(
        form in words(code) for code in ("en", "is", "ru", "english")
    )


def _unspaced_name(low: str) -> Iterator[tuple[str, bool]]:
    """The whole and its parts: the given name alone, a surname before a title."""
    bare = re.sub(r"^(?:นางสาว|นาย|นาง|คุณ|น\.ส\.)\s?", "", low)
    if re.fullmatch("[\u3400-\u9fff]{2,4}", bare):
        yield r"\s?".join(bare), False
    yield re.escape(bare).replace(r"\ ", r"\s?"), False
    if " " in bare:
        for part in bare.split():
            if len(part) > 2:  # noqa: PLR2004 - as names are
                yield rf"{re.escape(part)}(?![ะ-ฺ็-๎])", False
    elif re.fullmatch("[\u3400-\u9fff]{3,4}", bare):
        yield re.escape(bare[-2:]), False
        yield re.escape(bare[: len(bare) - 2]) + _TITLES_ZH, False
    elif re.fullmatch("[\u3400-\u9fff]{2}", bare):
        yield re.escape(bare[0]) + _TITLES_ZH, False


def _phrase(low: str, value: str) -> Iterator[tuple[str, bool]]:
    """Places and firms: the whole, its words bent; a town by itself as well."""
    tokens = re.findall(r"[\w]+", low)
    if not tokens:
        return
    if _UNSPACED.search(low):
        yield r"\s?".join(map(re.escape, tokens)), False
        return
    whole = _BETWEEN.join(map(_bent, tokens))
    yield rf"(?<!\w){whole}(?!\w)", False
    for piece in low.split(","):
        chunk = [one for one in re.findall(r"[^\W\d_]+", piece) if one not in _LEGAL]
        if len(chunk) > 1 or (chunk and len(tokens) > 1 and len(chunk[0]) > 3 and not _is_ordinary(chunk[0])):  # noqa: PLR2004 - too short to tell  # fmt: skip
            yield rf"(?<!\w){_BETWEEN.join(map(_bent, chunk))}(?!\w)", False
    capitals = [small(word) for word in _WORD.findall(plain(value)) if word[0].isupper()]
    for word in capitals:
        if len(tokens) > 1 and len(word) > 3 and word not in words("small"):  # noqa: PLR2004 - too short to tell
            yield rf"(?<!\w){_bent(word)}(?!\w)", True


def _bent(word: str) -> str:
    if word.isdigit() or len(word) < 4:  # noqa: PLR2004 - nothing to bend
        return re.escape(word)
    if word.isascii():
        return f"{word}(?:'s|s|i|u|ar)?"
    stem = word.rstrip("аеиоуыьйяrui")
    stem = stem if len(stem) > 2 else word  # noqa: PLR2004 - enough to know it by
    return rf"{re.escape(stem)}[^\W\d_]{{0,4}}"
