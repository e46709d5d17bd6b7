"""Names in Latin and Cyrillic letters: by lists, by their make, by the words before them, by their capitals.

A capital in the middle of a sentence is nearly always a name's in Russian, Icelandic and English. What is known to be
an ordinary word or the name of no person (`words/`) is left; all else is masked: who reviews a transcript misses a
brand more easily than a customer their secrecy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chat_server.domain.masking import Kind, Span
from chat_server.hearing.given_names import GIVEN_NAMES
from chat_server.hearing.shop_names import BRANDS

from .folding import small
from .lists import words
from .name_cues import (
    ACTS,
    AND_ANOTHER,
    CYRILLIC,
    DONE_BY,
    FAMILY,
    GREETED,
    HERE,
    INITIAL,
    INITIALS,
    INNER,
    KIN,
    LED_TO,
    MADE,
    MOST,
    NAMED,
    NUMBERED_NAME,
    ON_PAPERS,
    OTHER_SCRIPT,
    SELF,
    SHORTEST_SMALL,
    SHOUTED_INITIAL,
    SIGNED,
    SPELLED_OUT,
    SPOKEN_OF,
    START,
    SURNAME,
    TITLE,
    TOKEN,
)
from .word_lists import (
    SHORTEST_MADE,
    also_words,
    is_common,
    is_ordinary,
    is_small_word,
    is_town,
    is_word,
    names,
    of_others,
    vocabulary,
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text: `first` in its sentence, `capital` where capitals tell something."""

    start: int
    end: int
    low: str
    capital: bool
    first: bool
    upper: bool


def found(text: str, language: str | None) -> Iterator[Span]:
    """In plain text with its capitals."""
    yield from _written_otherwise(text)
    seen = _words(text)
    at = 0
    while at < len(seen):
        end = _name_at(text, seen, at, language)
        if end is None:
            at += 1
            continue
        first, last = seen[at], seen[end - 1]
        says = " ".join(names().get(word.low, word.low) for word in seen[at:end])
        title = TITLE.search(text, max(0, first.start - 12), first.start) or (
            INITIALS.search(text, max(0, first.start - 4), first.start) if first.capital else None
        )
        more = INITIAL.match(text, last.end)
        yield Span(
            title.start() if title else first.start,
            more.end() if more else last.end,
            Kind.NAME,
            says=says,
        )
        at = end


def _written_otherwise(text: str) -> Iterator[Span]:
    """Letter by letter, as papers and cards have it, or with digits as accounts are."""
    for match in ON_PAPERS.finditer(text):
        said = [small(one) for one in re.findall(r"[^\W\d_]{3,}", match[match.lastgroup or 0])]
        if match["a"] or not all(is_ordinary(one) or is_word(one, "en") for one in said):
            yield Span(*match.span(match.lastgroup or 0), Kind.NAME)
    for match in SPELLED_OUT.finditer(text):
        yield Span(match.start(), match.end(), Kind.NAME)
    for match in NUMBERED_NAME.finditer(small(text)):
        if match["v"] in names() and not is_ordinary(match["v"]):
            yield Span(match.start(), match.end(), Kind.ACCOUNT)


def _words(text: str) -> list[Word]:
    shouted = text.isupper() and len(text) > 3  # noqa: PLR2004 - "OK", "XL"
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


def _name_at(text: str, seen: list[Word], at: int, language: str | None) -> int | None:
    """Where the name that begins there ends, if one does."""
    word = seen[at]
    before = text[max(0, word.start - 48) : word.start]
    low = small(before)
    strong = NAMED.search(low) is not None
    if not (_begins(text, seen, at, language, low) or (strong and _is_told(word, text))):
        return None
    return _end_of(text, seen, at, told=strong, language=language)


def _begins(  # noqa: C901, PLR0911, PLR0912 - one reason a line
    text: str, seen: list[Word], at: int, language: str | None, before: str
) -> bool:
    word = seen[at]
    low = word.low.removesuffix("'s")
    if len(low) < 2 and not _is_initial(text, seen, at):  # noqa: PLR2004 - letters
        return False
    if _is_product(text, seen, at):
        return False
    if SURNAME.fullmatch(low):
        return True
    if len(low) == 1 and _is_initial(text, seen, at):
        return True
    name = names().get(low)
    follows = _next(text, seen, at)
    if (
        word.upper
        and word.capital
        and follows is not None
        and follows.upper
        and not is_word(low, language)
    ):
        return len(low) > SHORTEST_SMALL and not is_ordinary(low)
    if word.upper and SHOUTED_INITIAL.match(text, word.end) and not is_word(low, language):
        return True
    if word.capital and TITLE.search(text, max(0, word.start - 12), word.start):
        return low not in words("joining")
    if low in words("word_names") and _is_word_name(text, word, low, before, follows):
        return True
    if name is not None:
        return (word.first and name == low and _acts(text, word)) or _is_listed(
            word, name, low, language, before, follows
        )
    if not word.capital and _is_unknown_name(text, word, language, before):
        return True
    if not word.capital or word.upper or is_ordinary(low):
        return _is_initial(text, seen, at) or _is_cued_word(word, low, before)
    made = FAMILY.fullmatch(low) is not None or MADE.fullmatch(low) is not None
    if not word.first or (made and len(low) >= SHORTEST_MADE):
        return True
    if follows is not None and follows.capital and not is_ordinary(follows.low):
        return True
    if not is_word(low, language):
        return True
    return _is_cued(before) or _acts(text, word) or _stands_alone(text, word)


def _is_word_name(text: str, word: Word, low: str, before: str, follows: Word | None) -> bool:
    """Rose, Will, Mark: somebody by the capital in a sentence, or by what stands beside it."""
    acts = _acts(text, word)
    if word.upper:
        return False
    if word.capital and not word.first:
        thing = follows is not None and (
            follows.low in words("goods") or follows.low in words("things")
        )
        return low not in words("proper") and not thing and not before.endswith(" in ")
    if word.capital:
        return acts
    if _is_small_but_told(word, before) or DONE_BY.search(before) is not None:
        return low not in words("small")
    if SPOKEN_OF.match(text, word.end):
        return True
    return not before.strip() and HERE.match(text, word.end) is not None


def _is_unknown_name(text: str, word: Word, language: str | None, before: str) -> bool:
    """In small letters, in no list of words, and where people are named."""
    low = word.low
    if len(low) < SHORTEST_SMALL or low in BRANDS or is_town(low) or is_word(low, language):
        return False
    if OTHER_SCRIPT.search(text) and low.isascii():
        return False
    if SELF.search(before) or KIN.search(before) or _is_cued(before):
        return True
    if (language or "")[:2] == "en" and low.isascii() and LED_TO.search(before):
        return True
    head = not before.strip() or before.endswith(("\n", ", ", "- ", "— "))
    return head and (_acts(text, word) or (bool(before.strip()) and not text[word.end :].strip(" .!)")))  # fmt: skip


def _is_listed(  # noqa: PLR0911 - one reason a line
    word: Word, name: str, low: str, language: str | None, before: str, follows: Word | None
) -> bool:
    doubtful = name in also_words() or low in also_words() or low in vocabulary(low, language)
    if not word.capital and low in of_others() and (language or "")[:2] == "is":
        return SELF.search(before) is not None or KIN.search(before) is not None
    if not word.capital and name != low and not _bends(low, language):
        return False
    if not doubtful:
        return len(low) > 2 or word.capital  # noqa: PLR2004 - two letters are slips
    if word.capital and not word.first and low not in words("proper"):
        return True
    if follows is not None and follows.capital and not is_common(follows.low) and word.capital:
        return True
    if word.capital and word.low.endswith("'s") and name == low:
        return True
    if not word.capital:
        return low not in words("small") and name == low and _is_small_but_told(word, before)
    return _is_cued(before) or SIGNED.search(before) is not None


def _is_small_but_told(word: Word, before: str) -> bool:
    """A name that is a word too, without its capital."""
    if KIN.search(before) or SIGNED.search(before):
        return True
    return word.low in GIVEN_NAMES and DONE_BY.search(before) is not None


def _bends(low: str, language: str | None) -> bool:
    """Whether a form in small letters can be meant: not in English."""
    return CYRILLIC.search(low) is not None or (language or "")[:2] == "is" or low.endswith("'s")


def _is_cued_word(word: Word, low: str, before: str) -> bool:
    """An ordinary word with a capital in the middle of a sentence, behind "my wife" or "I am"."""
    if not word.capital or word.first or low in words("joining") or low in words("proper"):
        return False
    if is_town(low) or low in BRANDS:
        return False
    return SELF.search(before) is not None or (_is_cued(before) and not is_common(low))


def _stands_alone(text: str, word: Word) -> bool:
    """An unknown word that is a sentence, or the head of one: "Hywel, from Wales", "Bairbre/086 555"."""
    behind = text[word.end : word.end + 2]
    return len(word.low) > len("Ed") and (
        not behind.strip() or behind[0] in ".,/;—–" or behind in {" -", " —"}
    )


def _is_product(text: str, seen: list[Word], at: int) -> bool:
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
    follows = _next(text, seen, at)
    return follows is not None and not follows.capital and (follows.low in words("goods"))


def _is_told(word: Word, text: str) -> bool:
    """After "my name is" whatever is no small word."""
    return word.low not in words("joining") and (
        word.capital
        or not is_common(word.low)
        or word.low in also_words()
        or _ends_clause(text, word)
    )


def _ends_clause(text: str, word: Word) -> bool:
    return (
        word.low not in words("en") and re.match(r"\s*(?:[,.!?\n]|$)", text[word.end :]) is not None
    )


def _is_cued(before: str) -> bool:
    """Right behind "my wife", "Dr.", "Hello"."""
    if GREETED.search(before) or NAMED.search(before):
        return True
    last = re.search(r"([\w'/]+)\.?,? $", before)
    return last is not None and last[1] in words("cues")


def _acts(text: str, word: Word) -> bool:
    """The first word of a sentence that does what people do."""
    behind = text[word.end : word.end + 20]
    return ACTS.match(behind.lower()) is not None or AND_ANOTHER.match(behind) is not None


def _is_initial(text: str, seen: list[Word], at: int) -> bool:
    """Before or behind a surname: A. Jones, Иванов И. И."""
    word = seen[at]
    if not (word.capital and len(word.low) == 1 and text[word.end : word.end + 1] == "."):
        return False
    follows = _next(text, seen, at)
    return (
        follows is not None
        and follows.capital
        and (
            len(follows.low) == 1
            or not is_common(follows.low)
            or not text[follows.end :].strip(" .!")
        )
    )


def _next(text: str, seen: list[Word], at: int) -> Word | None:
    """The word that stands right behind."""
    if at + 1 == len(seen):
        return None
    gap = text[seen[at].end : seen[at + 1].start]
    initial = len(seen[at].low) == 1 and gap in {". ", "."}
    return seen[at + 1] if gap in {" ", "  "} or initial else None


def _end_of(text: str, seen: list[Word], at: int, *, told: bool, language: str | None) -> int:
    end = at + 1
    if seen[at].low.endswith("'s"):
        return end
    while end < len(seen) and end - at < MOST:
        follows = _next(text, seen, end - 1)
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
        follows = _next(text, seen, at)
        while follows is not None and follows.low in words("particles"):
            at += 1
            follows = _next(text, seen, at)
        return follows is not None and (follows.capital or told or follows.low in names())
    if low in words("joining") or (_is_product(text, seen, at) and not told):
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
