"""The newest messages on PostgreSQL, looked at one by one: there a frequent word is found often enough.

Its index gathers every message of every word with a beginning before it gives the first, however many there are.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import sqlalchemy as sa

from .beginnings import is_pair
from .tables import messages

if TYPE_CHECKING:
    from collections.abc import Sequence

_KEPT = ("L", "Nd", "Mn", "Mc")


def may_have(phrases: Sequence[str]) -> list[sa.ColumnElement[bool]] | None:
    """What every text fulfils that has all of these, and few others, without making words of it.

    Their letters in order, marks may stand between. None where it cannot be said: signs that are asked for are left out by the index.
    """
    written = [_letters(one) for one in phrases]
    if any(not unicodedata.category(letter).startswith(_KEPT) for letter in "".join(written)):
        return None
    # As `message_words` begins; NFD, for it leaves marks out after that.
    apart = sa.func.normalize(sa.func.lower(messages.c.text), sa.literal_column("NFD"))
    return [apart.like("%".join(["", *_apart(one), ""])) for one in written]


def _letters(phrase: str) -> str:
    *before, last = phrase.split(" ")
    return "".join(pair[0] for pair in before) + last if is_pair(phrase) else phrase


def _apart(word: str) -> str:
    return unicodedata.normalize("NFD", word)
