"""English in small letters: names that are words too, by what stands around them, and words that no list has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from unicodedata import combining, normalize

from chat_server.domain.masking import Kind, Span
from chat_server.hearing.shop_names import BRANDS

from .english_cues import (
    ABBREVIATED,
    ACCENTED,
    ACTING,
    AFTER_FAMILY,
    AN_ARTICLE,
    AT_WORK,
    AUX,
    BEFORE,
    CAPITALS,
    CLAUSE,
    CLOSED,
    DAYS,
    DID,
    DOES,
    ENDS,
    ENDS_THERE,
    ENOUGH,
    FAMILY_OF,
    FROM_WORK,
    LAUGHS,
    LED,
    LETTERS,
    LONGEST,
    MADE_OF,
    MANY,
    MOST,
    NEAR,
    NEVER,
    NO_SIGNATURE,
    NO_TITLED,
    OF_THINGS,
    OTHER,
    PART,
    SAID_SHORT,
    SHORT_NAMES,
    SHORTEST,
    SHORTEST_ODD,
    SIGN_OFF,
    SMALL_INITIALS,
    SPOKEN,
    STRETCHED,
    TAKES,
    THERE,
    TITLED,
    TO_SOMEBODY,
    TOKEN,
    UNDER,
)
from .folding import small
from .lists import words
from .name_cues import KIN, START
from .word_lists import is_ordinary, is_small_word, is_town, is_word, names

# Of the words of a text so many are English, where unknown ones count; fewer where the contact writes it anyway.


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    low: str


def found(text: str, low: str, language: str | None) -> Iterator[Span]:
    """In plain text and its folded form."""
    tokens = [_Token(one.start(), one.end(), one[0]) for one in TOKEN.finditer(low)]
    if not tokens or not _is_english(tokens, low, language):
        return
    shouted = text.isupper()
    for at, token in enumerate(tokens):
        capital = text[token.start].isupper() and not shouted
        if capital:
            theirs = _is_told_by_capital(text, low, tokens, at)
        else:
            theirs = _is_somebody(low, token) or _is_odd(text, token)
        if theirs or (not capital and _is_before_family(low, tokens, at)):
            yield Span(token.start, _with_family(low, tokens, at), Kind.NAME)
    yield from _initials(text, low)
    for match in SIGN_OFF.finditer(low):
        if match["v"] not in NO_SIGNATURE:
            yield Span(match.start("v"), match.end("v"), Kind.NAME)


def _initials(text: str, low: str) -> Iterator[Span]:
    """Who goes by them, and what stands before a family's name."""
    for match in CAPITALS.finditer(text):
        if match["v"]:
            if small(match["v"]) not in words("proper") | words("small") and not is_word(small(match["v"]), "en"):  # fmt: skip
                yield Span(*match.span("v"), Kind.NAME)
        elif small(match["f"]) in words("families_en") | words("word_names") and match["w"][0] not in "IA":  # fmt: skip
            yield Span(*match.span("w"), Kind.NAME)
    for match in FAMILY_OF.finditer(text):
        yield Span(*match.span("v"), Kind.NAME)
    for match in SMALL_INITIALS.finditer(low):
        if match["v"] in words("families_en") or match["v"] in names():
            yield Span(match.start(), match.end(), Kind.NAME)


def _is_before_family(low: str, tokens: Sequence[_Token], at: int) -> bool:
    """A listed name in small letters before a surname, which may be a word."""
    token = tokens[at]
    if at + 1 == len(tokens) or low[token.end : tokens[at + 1].start] != " ":
        return False
    follows = tokens[at + 1].low.removesuffix("'s")
    rare = len(follows) > SAID_SHORT and not is_plain(follows)
    if token.low in words("word_names"):
        return rare and token.low not in NEVER
    if len(token.low) < SHORTEST_ODD or is_small_word(token.low) or token.low in NEVER:
        return False
    rare = token.low in names() and not is_word(token.low, "en")
    listed = rare or token.low in words("sure_en")
    return (
        listed
        and (follows in words("families_en") or follows in words("names_en") or is_town(follows))
        and _with_family(low, tokens, at) > token.end
    )


def _is_told_by_capital(text: str, low: str, tokens: Sequence[_Token], at: int) -> bool:
    """A family's name that is a word, and what begins a sentence as somebody who does something."""
    token = tokens[at]
    said = token.low.removesuffix("'s")
    if said in words("proper") or said in BRANDS or len(said) < SHORTEST_ODD:
        return False
    family = said in words("families_en")
    if not family and said not in words("word_names") and not _may_be_name(said):
        return False
    before = low[max(0, token.start - NEAR) : token.start]
    behind = low[token.end : token.end + NEAR]
    if START.search(text, max(0, token.start - 12), token.start) or not before.strip():
        return DOES.match(behind) is not None and (said not in NEVER or said in words("word_names"))
    if not family or before.endswith((" in ", "-")) or said in DAYS:
        return False
    beside = [tokens[near] for near in (at - 1, at + 1) if 0 <= near < len(tokens)]
    thing = at + 1 < len(tokens) and (tokens[at + 1].low in words("goods") or tokens[at + 1].low in words("things"))  # fmt: skip
    return not thing and not any(
        text[one.start].isupper() and one.low not in names() and one.low != "i" and not _starts(text, one)
        and is_word(one.low, "en") and one.low not in words("titles_en")
        for one in beside
    )  # fmt: skip


def _starts(text: str, token: _Token) -> bool:
    return START.search(text, max(0, token.start - 12), token.start) is not None or not text[: token.start].strip()  # fmt: skip


def _with_family(low: str, tokens: Sequence[_Token], at: int) -> int:
    """Its surname, though that is a word too."""
    end = tokens[at].end
    if tokens[at].low.endswith("'s") or at + 1 == len(tokens) or low[end : end + 1] != " ":
        return end
    follows = tokens[at + 1]
    if follows.start != end + 1:
        return end
    family = follows.low.removesuffix("'s")
    listed = family in words("families_en") or family in words("names_en") or is_town(family)
    ends = AFTER_FAMILY.match(low, follows.end) is not None
    return follows.end if listed and (ends or not is_word(follows.low, "en")) else end


def _is_english(tokens: Sequence[_Token], low: str, language: str | None) -> bool:
    if OTHER.search(low):
        return False
    theirs = _listed()
    known = sum(1 for one in tokens if one.low.removesuffix("s") in theirs or one.low in theirs)  # fmt: skip
    if (language or "")[:2] == "en":
        return known >= MANY * len(tokens) or len(tokens) < ENOUGH
    return known >= MOST * len(tokens) and len(tokens) >= ENOUGH and ACCENTED.search(low) is None


@cache
def _listed() -> frozenset[str]:
    return words("en") | words("english") | words("rare_en") | frozenset(names())


def _is_somebody(low: str, token: _Token) -> bool:  # noqa: C901, PLR0911 - one reason a line
    """A name that is a word as well."""
    said = token.low.removesuffix("'s")
    if said in words("sure_en"):
        return True
    before = low[max(0, token.start - NEAR) : token.start]
    if TITLED.search(before) or (UNDER.search(before) and ENDS_THERE.match(low, token.end)):
        return said not in NEVER and said not in NO_TITLED and not is_small_word(said)
    if not _may_be_name(said):
        return False
    if said in NEVER or len(said) < SHORTEST:
        return said in {"will", "may", "summer", "april", "june", "august"} and _is_marked_out(low, token)  # fmt: skip
    behind = low[token.end : token.end + NEAR]
    if KIN.search(before) and said not in SPOKEN:
        return True
    if AN_ARTICLE.search(before) and not LED.search(before):
        return False
    if token.low.endswith("'s"):
        return said not in SPOKEN or said in ACTING
    if AUX.search(before) and THERE.match(behind):
        return True
    if CLAUSE.search(before) and DOES.match(behind):
        return True
    if said in SPOKEN:
        return _is_marked_out(low, token)
    return BEFORE.search(before) is not None and CLOSED.match(behind) is not None


def _may_be_name(said: str) -> bool:
    rare = said in words("names_en") and len(said) > SHORTEST and not is_word(said, "en")
    return rare or said in words("word_names") or said in SHORT_NAMES


def _is_marked_out(low: str, token: _Token) -> bool:
    """What speaks of a person alone."""
    before = low[max(0, token.start - NEAR) : token.start]
    behind = low[token.end : token.end + NEAR]
    if TAKES.search(before):
        return False
    if TO_SOMEBODY.search(before):
        if before.endswith("from ") and token.low not in ACTING:
            return FROM_WORK.match(behind) is not None
        ends = ENDS_THERE.match(behind) is not None and not OF_THINGS.search(before)
        return ends or FROM_WORK.match(behind) is not None
    if AUX.search(before):
        return AT_WORK.match(behind) is not None
    return CLAUSE.search(before) is not None and DID.match(behind) is not None


def _is_odd(text: str, token: _Token) -> bool:
    """In no list of words, and no slip of the finger."""
    said = token.low.removesuffix("'s").removesuffix("'")
    if len(said) < SHORTEST_ODD or said in BRANDS or "'" in said or is_town(said):
        return False
    around = text[token.start - 1 : token.start], text[token.end : token.end + 1]
    if around[0] in {"@", "/", "_", ".", "-", "#", "‹"} or around[1] in {"@", "/", "_", "›", "…"}:
        return False
    if any(each.isdigit() for each in "".join(around)):
        return False
    if all(is_plain(part) for part in said.split("-")):
        return False
    return not (around[1] == "." and text[token.end + 1 : token.end + 2].isalpha())


@lru_cache(maxsize=8192)
def is_plain(said: str) -> bool:  # noqa: PLR0911 - one reason a line
    """Whether it is a word, made of words, written by ear, stretched or shortened."""
    if len(said) < SHORTEST_ODD or is_word(said, "en") or is_ordinary(said):
        return True
    if len(said) > LONGEST:
        return False
    if not said.isascii():
        bare = "".join(one for one in normalize("NFD", said) if not combining(one))
        return bare.isascii() and bare not in names() and is_plain(bare)
    if said in words("rare_en") or said in words("chat_en") or LAUGHS.fullmatch(said):
        return True
    if said in names():
        return False
    if ABBREVIATED.fullmatch(said):
        return True
    if any(said.endswith(end) and _is_listed(said[: -len(end)]) for end in ENDS):
        return True
    if STRETCHED.search(said) and any(_is_listed(STRETCHED.sub(one, said)) for one in (r"\1", r"\1\1")):  # fmt: skip
        return True
    if any(_is_listed(said[:at]) and _is_listed(said[at:]) for at in range(PART, len(said) - PART + 1)):  # fmt: skip
        return True
    return len(said) > SAID_SHORT and any(_is_near(one) for one in _slips(said))


def _is_listed(said: str) -> bool:
    return len(said) >= MADE_OF and (is_word(said, "en") or said in words("rare_en"))


def _is_near(said: str) -> bool:
    return said in words("en") or said in words("english")


def _slips(said: str) -> Iterator[str]:
    """Each word one slip away."""
    for at in range(len(said)):
        yield said[:at] + said[at + 1 :]
        if at + 1 < len(said):
            yield said[:at] + said[at + 1] + said[at] + said[at + 2 :]
        for letter in LETTERS:
            yield said[:at] + letter + said[at + 1 :]
            yield said[:at] + letter + said[at:]
    yield from (said + letter for letter in LETTERS)
