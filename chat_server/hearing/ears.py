"""The facade: a message and its language in, statements out."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from importlib import import_module
from pathlib import PurePath
from traceback import extract_tb

import structlog

from chat_server.domain.facts.marked import Marked
from chat_server.domain.facts.statement import Statement

from . import engine
from .marked import stated
from .order_numbers import DEMO_SHOP, OrderNumbers
from .text import MAX_HEARD, Line
from .tongue import Tongue
from .wording import Wording

_log = structlog.get_logger(__name__)
# Letters that only one of the languages has.
_SCRIPTS = (
    ("ru", re.compile("[а-я]", re.IGNORECASE)),
    ("th", re.compile("[ก-๛]")),
    ("zh", re.compile("[一-鿿]")),
)
_LATIN = frozenset({"en", "is"})
_LATIN_WORD = re.compile(r"(?<![\w@.-])[a-záéíóúýþæöð']+(?![\w@]|\.\w)", re.IGNORECASE)
_MANY_TO_ONE = 3
# Each in a package of its own, named like this and holding a tongue of the same name in capitals: its patterns take
# a second to compile and some megabytes to keep, so it is learned when somebody speaks it.
_LANGUAGES = {
    "en": "english",
    "ru": "russian",
    "is": "icelandic",
    "zh": "chinese",
    "th": "thai",
}
_FALLBACK = "en"
_learned: dict[str, Tongue] = {}


def hear(
    text: str,
    *,
    language: str | None,
    at: datetime,
    asked: str | None = None,
    orders: OrderNumbers = DEMO_SHOP,
) -> list[Statement]:
    """What a customer's message, written at `at`, says of its author.

    `asked`: the kind asked for last; `orders`: how the shop numbers them.
    """
    tongue = _tongue(_code(text, language))
    written = Wording.of(text[:MAX_HEARD])
    habits = tongue.habits
    if habits is None:
        return _told(written, tongue, at, asked, orders)
    plain = habits.spelled_out(written)
    found = _told(plain, tongue, at, asked, orders)
    bare = habits.without_fillers(plain)
    if bare is plain:
        return found
    more = _told(bare, tongue, at, asked, orders)
    return engine.with_more(found, more, Line(written.written, tongue, at, asked, orders))


def _told(
    wording: Wording, tongue: Tongue, at: datetime, asked: str | None, orders: OrderNumbers
) -> list[Statement]:
    found = engine.heard(Line(wording.text, tongue, at, asked, orders), tongue)
    return found if wording.places is None else [wording.as_written(one) for one in found]


def hear_promise(text: str, *, language: str | None, at: datetime) -> list[Statement]:
    """What an agent's message promises, due at `valid_until` when it names a day."""
    tongue = _tongue(_code(text, language))
    return engine.promised(Line(text, tongue, at), tongue)


class RuleEars:
    """The ears of `domain.ports`: rules only; `orders` as the shop numbers them.

    There are thousands of rules, and a turn waits for them: where one fails, nothing is heard of that message, and
    the log says where. What was said stands in no log.
    """

    def __init__(self, orders: OrderNumbers = DEMO_SHOP) -> None:
        self._orders = orders

    def hear(
        self, text: str, *, language: str | None, at: datetime, asked: str | None = None
    ) -> list[Statement]:
        return _unharmed(
            lambda: hear(text, language=language, at=at, asked=asked, orders=self._orders)
        )

    def hear_promise(self, text: str, *, language: str | None, at: datetime) -> list[Statement]:
        return _unharmed(lambda: hear_promise(text, language=language, at=at))

    def stated(
        self, text: str, marked: Sequence[Marked], *, language: str | None, at: datetime
    ) -> list[Statement]:
        code = _code(text, language)
        read = partial(hear, language=code, at=at, orders=self._orders)
        return _unharmed(
            lambda: stated(Line(text, _tongue(code), at, orders=self._orders), marked, read)
        )

    def unknown(self, text: str, *, language: str | None) -> str | None:
        code = _code(text, language)
        return None if code in _learned else code

    async def learn(self, code: str) -> None:
        await asyncio.to_thread(_tongue, code)


def _unharmed(listen: Callable[[], list[Statement]]) -> list[Statement]:
    try:
        return listen()
    except Exception as error:  # noqa: BLE001 - whatever a rule may raise
        last = extract_tb(error.__traceback__)[-1]
        where = f"{PurePath(last.filename).name}:{last.lineno}"
        _log.error("hearing_failed", error=type(error).__name__, where=where)
        return []


def _tongue(code: str) -> Tongue:
    """Learned now, if it was not yet."""
    known = _learned.get(code)
    if known is None:
        name = _LANGUAGES[code]
        module = import_module(f".{name}.tongue", __package__)
        known = _learned[code] = getattr(module, name.upper())
    return known


def _code(text: str, language: str | None) -> str:
    """By the letters where they tell, whatever the page's language; then by the language."""
    if not text.isascii():
        for code, letters in _SCRIPTS:
            if letters.search(text) and not _is_among_others(text, letters, language):
                return code
    code = (language or "")[:2].lower()
    return code if code in _LANGUAGES else _FALLBACK


def _is_among_others(text: str, letters: re.Pattern[str], language: str | None) -> bool:
    """On a page in Latin letters a name or two of another script is no other language."""
    if (language or "")[:2].lower() not in _LATIN:
        return False
    return len(_LATIN_WORD.findall(text)) > _MANY_TO_ONE * len(
        re.findall(f"{letters.pattern}+", text, re.IGNORECASE)
    )
