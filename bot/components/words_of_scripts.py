"""Cuts a message into words, whatever scripts it mixes.

Thai and Chinese write no spaces between words. Each stretch of a script is cut by that script's own rules, so that
"ขอ refund ครับ" is cut rightly whatever language the message is said to be in.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

_THAI = "\u0e00-\u0e7f"
_HAN = "\u3400-\u9fff\uf900-\ufaff"
# A stretch of Thai, one of Chinese, a word of any other script, or a single sign or emoji.
_STRETCH = re.compile(f"([{_THAI}]+)|([{_HAN}]+)|([^\\W{_THAI}{_HAN}]+)|[^\\w\\s]")
# What no decomposition takes apart, as people write it on a keyboard without these letters.
_WITHOUT_LETTERS = str.maketrans({"þ": "th", "ð": "d", "æ": "ae", "ø": "o"})
_loading = threading.Lock()


def words(text: str) -> list[str]:
    """The words and signs of a text, in small letters, Chinese ones simplified."""
    found: list[str] = []
    for stretch in _STRETCH.finditer(unicodedata.normalize("NFKC", text).casefold()):
        thai, chinese = stretch.group(1), stretch.group(2)
        if thai:
            found += _thai_cutter()(thai)
        elif chinese:
            found += _chinese_cutter()(chinese)
        elif stretch.group().isprintable():
            found.append(stretch.group())
    return found


@lru_cache(maxsize=20_000)
def folded(word: str) -> str:
    """The same as ``without_accents``, of words that come again and again."""
    return without_accents(word)


def without_accents(text: str) -> str:
    """As somebody without a language's accents and special letters would type it; in small letters."""
    apart = unicodedata.normalize("NFKD", text.translate(_WITHOUT_LETTERS))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def load_cutters() -> None:
    """Load the dictionaries now rather than at the first message that needs them."""
    _thai_cutter()
    _chinese_cutter()


def _thai_cutter() -> Callable[[str], list[str]]:
    with _loading:
        return _load_thai()


def _chinese_cutter() -> Callable[[str], list[str]]:
    with _loading:
        return _load_chinese()


@cache
def _load_thai() -> Callable[[str], list[str]]:
    # Imported here, as below: most messages need neither dictionary.
    import nlpo3  # noqa: PLC0415

    package = find_spec("pythainlp")
    if package is None or package.origin is None:
        raise RuntimeError("pythainlp, whose list of Thai words is needed, is not installed")
    # The list is all that is needed of it; importing the package would cost more than the rest of this module.
    nlpo3.load_dict(str(Path(package.origin).parent / "corpus" / "words_th.txt"), "thai")

    def cut(text: str) -> list[str]:
        return list(nlpo3.segment(text, "thai"))

    return cut


@cache
def _load_chinese() -> Callable[[str], list[str]]:
    import logging  # noqa: PLC0415

    import jieba  # noqa: PLC0415
    from opencc import OpenCC  # noqa: PLC0415

    jieba.setLogLevel(logging.WARNING)
    jieba.initialize()
    # jieba's dictionary is of simplified words: traditional ones it cuts in the wrong places.
    simplify = OpenCC("tw2s").convert

    def cut(text: str) -> list[str]:
        return list(jieba.cut(simplify(text)))

    return cut
