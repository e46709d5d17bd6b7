"""Ordinary words of Thai and Chinese as they stand in what was written for this project: `python -m training.unspaced_words`.

Thai: pieces of text, by the list of words, that stand in it without being marked as somebody's. Chinese: two signs that
names are made of too, and stand together in it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from chat_server.hearing.chinese.names import signs_of_names
from chat_server.hearing.thai.given_names import COMMON, GIVEN
from chat_server.masking.lists import words
from chat_server.masking.thai_words import pieces

from .ordinary_words import MARKED, NET, THEIRS

_HERE = Path(__file__).parent.parent
_WORDS = _HERE / "chat_server" / "masking" / "words"
_THAI, _HAN = re.compile("[ก-๎]+"), re.compile("[一-鿿]+")
# A piece that is in no list of words is one when it stands there so often.
_KNOWN_OFTEN, _OFTEN, _VERY_OFTEN = 2, 4, 25
# Names that stand there without a mark.
_NAMES_ZH = frozenset(
    "佩君 佩珊 佳穎 佳蓉 俊傑 冠宇 凱文 厚瑜 嘉明 嘉玲 國豪 婉婷 如瑞 宇翔 宗恩 家秀 家豪 建宏 志明 志豪 思妤 思涵 怡君 彥廷 文彬 明書 書豪 杰倫 柏宏 柏翰 淑芬 慧明 雅婷 雅文 雅雯 美惠 美玲 恩恩 映雪 冰冰 永和".split()  # noqa: SIM905 - a list would be one word a line
)


def thai() -> list[str]:
    """Words in use there, and how people write them."""
    counts: Counter[str] = Counter()
    known: dict[str, bool] = {}
    for run in _runs("th", _THAI):
        for piece in pieces(run):
            counts[piece.said] += 1
            known[piece.said] = piece.known
    names = (GIVEN - COMMON) | words("names_th") | words("short_th")
    return sorted(
        said
        for said, count in counts.items()
        if count >= (_KNOWN_OFTEN if known[said] else _OFTEN) and said not in names
    )


def chinese() -> list[str]:
    """Pairs of signs."""
    signs = signs_of_names()
    return sorted(
        {
            run[at : at + 2]
            for run in _runs("zh-TW", _HAN)
            for at in range(len(run) - 1)
            if run[at] in signs and run[at + 1] in signs
        }
        - _NAMES_ZH
    )


def _runs(code: str, shape: re.Pattern[str]) -> Iterator[str]:
    for folder in ("hearing_data", "nlu_data", "help"):
        for path in sorted((_HERE / folder / code).rglob("*.*")):
            text = NET.sub("", path.read_text(encoding="utf-8"))
            yield from shape.findall(MARKED.sub(lambda m: "," if m[2] in THEIRS else m[1], text))


def often() -> list[str]:
    """Thai words that stand there so often that no name is meant, whatever stands before."""
    counts = Counter(piece.said for run in _runs("th", _THAI) for piece in pieces(run))
    return sorted(
        said for said, count in counts.items() if count >= _VERY_OFTEN and said not in GIVEN
    )


def main() -> None:
    for name, found in (("th", thai()), ("th_often", often()), ("zh", chinese())):
        (_WORDS / f"{name}.txt").write_text("\n".join(found) + "\n", encoding="utf-8")
        print(name, len(found))  # noqa: T201 - said to whoever runs it


if __name__ == "__main__":
    main()
