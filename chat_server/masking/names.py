"""Names in Latin and Cyrillic letters: by lists, by their make, by the words before them, by their capitals.

A capital in the middle of a sentence is nearly always a name's in Russian, Icelandic and English. What is known to be
an ordinary word or the name of no person (`words/`) is left; all else is masked: who reviews a transcript misses a
brand more easily than a customer their secrecy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

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
    KIN,
    LED_TO,
    LED_TO_IS,
    LED_TO_RU,
    MADE,
    NAMED,
    NUMBERED_NAME,
    ON_PAPERS,
    OTHER_SCRIPT,
    PERSON_BEHIND,
    SELF,
    SHORTEST_SMALL,
    SHOUTED_INITIAL,
    SIGNED,
    SPELLED_OUT,
    SPOKEN_OF,
    SURNAME,
    TITLE,
)
from .name_words import Word, end_of, is_initial, is_product, next_word, words_of
from .word_lists import (
    SHORTEST_MADE,
    also_words,
    is_common,
    is_ordinary,
    is_town,
    is_word,
    names,
    of_others,
    vocabulary,
)

LED_BY = {"ru": LED_TO_RU, "is": LED_TO_IS}


def found(text: str, language: str | None) -> Iterator[Span]:
    """In plain text with its capitals."""
    yield from _written_otherwise(text)
    seen = words_of(text)
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


def _name_at(text: str, seen: list[Word], at: int, language: str | None) -> int | None:
    """Where the name that begins there ends, if one does."""
    word = seen[at]
    before = text[max(0, word.start - 48) : word.start]
    low = small(before)
    strong = NAMED.search(low) is not None
    if not (_begins(text, seen, at, language, low) or (strong and _is_told(word, text))):
        return None
    return end_of(text, seen, at, told=strong, language=language)


def _begins(  # noqa: C901, PLR0911, PLR0912 - one reason a line
    text: str, seen: list[Word], at: int, language: str | None, before: str
) -> bool:
    word = seen[at]
    low = word.low.removesuffix("'s")
    if len(low) < 2 and not is_initial(text, seen, at):  # noqa: PLR2004 - letters
        return False
    if is_product(text, seen, at):
        return False
    if SURNAME.fullmatch(low):
        return True
    if len(low) == 1 and is_initial(text, seen, at):
        return True
    name = names().get(low)
    follows = next_word(text, seen, at)
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
        return is_initial(text, seen, at) or _is_cued_word(word, low, before)
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
    code = "ru" if CYRILLIC.search(low) else (language or "")[:2]
    led = LED_BY.get(code)
    if led is not None and led.search(before) and PERSON_BEHIND.match(small(text[word.end : word.end + 24])):  # fmt: skip
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
