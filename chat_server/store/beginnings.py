"""What SQLite's index is asked for, so that no more of it is read than has to be.

For a beginning of a word FTS5 first gathers every message of every word that has it, however few are wanted; for whole words it
walks from the newest message on. So words are asked for as wholes: all those in the index that have the beginning.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.finding import LETTER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.ext.asyncio import AsyncSession

# One leap in the index for each word: no sign before a space is part of one. In order, as the index is.
_LEAPS = sa.text("""
WITH RECURSIVE leaps(term) AS (
  SELECT (SELECT term FROM message_search_terms WHERE term >= :begin LIMIT 1)
  UNION ALL
  SELECT (SELECT term FROM message_search_terms WHERE term >= leaps.term || ' ' LIMIT 1)
  FROM leaps WHERE leaps.term < :end
)
SELECT term FROM leaps WHERE term < :end LIMIT :most
""")
_LAST = "\U0010ffff"
# With more words than these a beginning is gathered after all: most of them are rare.
_MOST_WORDS = 100
_KEPT = ("L", "N", "Co", "Mn", "Mc")
# A letter by itself may begin any pair, as the beginning of a word any word; a pair is whole.
PAIR = 2


def is_pair(phrase: str) -> bool:
    """Whether it is of letters that the index has in pairs, and so asked for as a whole."""
    pair, *_ = phrase.split(" ")
    return LETTER.match(pair) is not None and len(pair) == PAIR


def by_beginning(phrases: Sequence[str]) -> str:
    """As FTS5 is asked for all of these."""
    return " AND ".join(_whole(one) or f'"{one}"*' for one in phrases)


async def by_words(session: AsyncSession, phrases: Sequence[str]) -> str:
    """The same, with the words there are; nothing where one of them has none."""
    wanted = []
    for phrase in phrases:
        words = _whole(phrase) or await _words(session, phrase)
        if not words:
            return ""
        wanted.append(words)
    return " AND ".join(wanted)


async def _words(session: AsyncSession, beginning: str) -> str:
    gathered = f'"{beginning}"*'
    if not _is_kept(beginning):
        return gathered
    ends = {"begin": beginning, "end": beginning + _LAST, "most": _MOST_WORDS + 1}
    terms = list(await session.scalars(_LEAPS, ends))
    if len(terms) > _MOST_WORDS:
        return gathered
    words = " OR ".join(f'"{term}"' for term in terms)
    return f"({words})" if words else ""


def _whole(phrase: str) -> str:
    """Pairs, where the index has nothing that only begins with the last of them."""
    return f'"{phrase}"' if is_pair(phrase) and _is_kept(phrase.rpartition(" ")[2]) else ""


def _is_kept(word: str) -> bool:
    """Whether the index has it letter by letter: it leaves out signs, and knows forms of some letters by one of them."""
    return word == word.casefold() and all(
        unicodedata.category(letter).startswith(_KEPT) for letter in word
    )
