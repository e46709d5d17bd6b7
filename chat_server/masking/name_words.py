"""The words of a text that may be names, in Latin and Cyrillic letters, and how far a name goes from the word that begins it."""

from __future__ import annotations

from dataclasses import dataclass

from chat_server.hearing.shop_names import BRANDS

from .folding import small
from .lists import words
from .name_cues import FAMILY, INNER, MOST, NO_CASE, OTHER_SCRIPT, START, SURNAME, TOKEN
from .word_lists import is_common, is_ordinary, is_small_word, names, vocabulary


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text: `first` in its sentence, `capital` where capitals tell something."""

    start: int
    end: int
    low: str
    capital: bool
    first: bool
    upper: bool


def words_of(text: str) -> list[Word]:
    shouted = text.isupper() and len(text) > 3 and NO_CASE.search(text) is None  # noqa: PLR2004 - "OK", "XL"
    found = []
    for match in TOKEN.finditer(text):
        said = match[0]
        capital = said[0].isupper() and not shouted
        first = (
            capital and START.search(text, max(0, match.start() - 12), match.start()) is not None
        )
        first = first or not text[: match.start()].strip()
        found.append(
            Word(
                match.start(),
                match.end(),
                small(said),
                capital or (not shouted and INNER.search(said) is not None),
                first,
                said.isupper() and len(said) > 1,
            )
        )
    return found


def next_word(text: str, seen: list[Word], at: int) -> Word | None:
    """The word that stands right behind."""
    if at + 1 == len(seen):
        return None
    gap = text[seen[at].end : seen[at + 1].start]
    initial = len(seen[at].low) == 1 and gap in {". ", "."}
    return seen[at + 1] if gap in {" ", "  "} or initial else None


def is_initial(text: str, seen: list[Word], at: int) -> bool:
    """Before or behind a surname: A. Jones, Иванов И. И."""
    word = seen[at]
    if not (word.capital and len(word.low) == 1 and text[word.end : word.end + 1] == "."):
        return False
    follows = next_word(text, seen, at)
    return (
        follows is not None
        and follows.capital
        and (
            len(follows.low) == 1
            or not is_common(follows.low)
            or not text[follows.end :].strip(" .!")
        )
    )


def is_product(text: str, seen: list[Word], at: int) -> bool:
    """The shop's goods have names of people: "the Hekla jacket"."""
    word = seen[at]
    if word.low not in BRANDS:
        return False
    if OTHER_SCRIPT.search(text):
        return True
    if (
        at
        and text[seen[at - 1].end : word.start] == " "
        and seen[at - 1].low in {"the", "a", "an", "my", "your", "this", "that", "in"}
    ):
        return True
    follows = next_word(text, seen, at)
    return follows is not None and not follows.capital and (follows.low in words("goods"))


def end_of(text: str, seen: list[Word], at: int, *, told: bool, language: str | None) -> int:
    end = at + 1
    if seen[at].low.endswith("'s"):
        return end
    while end < len(seen) and end - at < MOST:
        follows = next_word(text, seen, end - 1)
        if follows is None or not _goes_on(text, seen, end, told=told, language=language):
            break
        end += 1
    while end - at > 1 and seen[end - 1].low in words("particles"):
        end -= 1
    return end


def _goes_on(  # noqa: PLR0911 - one reason a line
    text: str, seen: list[Word], at: int, *, told: bool, language: str | None
) -> bool:
    word = seen[at]
    low = word.low
    if low in words("particles"):
        follows = next_word(text, seen, at)
        last = at + MOST
        while at < last and follows is not None and follows.low in words("particles"):
            at += 1
            follows = next_word(text, seen, at)
        return follows is not None and (follows.capital or told or follows.low in names())
    if low in words("joining") or (is_product(text, seen, at) and not told):
        return False
    if SURNAME.fullmatch(low):
        return True
    small_before = not seen[at - 1].capital
    initial = len(seen[at - 1].low) == 1
    if word.capital and (not word.first or initial):
        return low not in words("proper") and (not is_small_word(low) or told)
    if low in names() and low not in vocabulary(low, language):
        return True
    if word.upper and not word.capital:  # the whole text is in capitals
        return not is_common(low)
    if small_before and not word.capital and not is_ordinary(low) and len(low) > 2:  # noqa: PLR2004 - slips
        return True
    return FAMILY.fullmatch(low) is not None and not is_common(low) and len(low) > 4  # noqa: PLR2004 - as surnames are
