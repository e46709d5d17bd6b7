"""Words of Chinese, and how much rather a sign stands in a given name: `python -m training.han_lists FOLDER`.

FOLDER holds what `pip install --target FOLDER jieba opencc Faker` put there: jieba's dictionary (MIT) has words, how often they are met,
and which are names; OpenCC (Apache-2.0) writes them as Taiwan does; Faker (MIT) has given names from there.
The licences stand in `chat_server/masking/words/SOURCES.md`.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from math import log, sqrt
from pathlib import Path
from typing import Any, NamedTuple

from chat_server.hearing.chinese.words import SURNAMES

_WORDS = Path(__file__).parent.parent / "chat_server" / "masking" / "words"
# By its length, how often a word must be met to be listed.
_LEAST = {2: 10, 3: 30, 4: 50}
_NAME, _FAMILIAR, _GIVEN, _ALONE, _WHOLE = "nr", 150, 4, 700, 3
# Signs seen too seldom say little.
_FEW_NAMES, _FEW_WORDS, _LISTED = 1_000, 100_000, 10
_STEPS = ((2.0, 3), (1.0, 2), (0.0, 1), (-1.2, 0))


class Entry(NamedTuple):
    """Of the dictionary, in the signs of Taiwan."""

    said: str
    times: int
    kind: str


def entries(folder: Path) -> Iterator[Entry]:
    """As far as they are no longer than four signs."""
    converter: Any = import_module("opencc").OpenCC("s2tw")
    text = (folder / "jieba" / "dict.txt").read_text("utf-8")
    for line in text.splitlines():
        said, times, kind = line.split()
        if len(said) <= max(_LEAST):
            yield Entry(converter.convert(said), int(times), kind)


def points(rows: list[Entry], given: set[str]) -> dict[str, int]:
    """Of each sign: 3 to 1 for given names, -1 against them."""
    named, worded = Counter[str](), Counter[str]()
    for row in rows:
        if row.kind.startswith(_NAME) and not row.kind.startswith("nrt"):
            if len(row.said) == _WHOLE and row.said[0] in SURNAMES:
                named.update(row.said[1:])
        else:
            for sign in row.said:
                worded[sign] += round(sqrt(row.times))
    for name in given:
        for sign in name:
            named[sign] += _LISTED
    names, words = named.total() + _FEW_NAMES, worded.total() + _FEW_WORDS

    def rather(sign: str) -> float:
        return log((named[sign] + 0.5) / names) - log((worded[sign] + 20) / words)

    return {
        sign: next((count for least, count in _STEPS if rather(sign) > least), -1)
        for sign in {*named, *worded}
        if "一" <= sign <= "鿿"
    }


def listed(rows: list[Entry], held: dict[str, int]) -> set[str]:
    """Words that are nobody's name, and are not made of two others."""

    def is_name(row: Entry) -> bool:
        likely = sum(held.get(sign, 0) for sign in row.said)
        rare = row.times < _FAMILIAR or likely >= _GIVEN
        return row.kind.startswith(_NAME) and (len(row.said) == _WHOLE or (len(row.said) < _WHOLE and rare))  # fmt: skip

    found = {
        row.said
        for row in rows
        if row.times >= _LEAST.get(len(row.said), sys.maxsize)
        and not is_name(row)
        and all("一" <= sign <= "鿿" for sign in row.said)
    }
    return {one for one in found if not (len(one) > _WHOLE and one[:2] in found and one[2:] in found)}  # fmt: skip


def main() -> None:
    folder = Path(sys.argv[1])
    sys.path.insert(0, str(folder))
    provider: Any = import_module("faker.providers.person.zh_TW").Provider
    rows = list(entries(folder))
    held = points(rows, {*provider.first_names_male, *provider.first_names_female})
    alone = sorted((row for row in rows if len(row.said) == 1), key=lambda row: -row.times)
    signs = {str(count): [one for one in held if held[one] == count] for count in (3, 2, 1)}
    signs |= {"n": [one for one in held if held[one] < 0], "c": [row.said for row in alone[:_ALONE]]}  # fmt: skip
    lines = [head + "".join(sorted(set(each))) for head, each in signs.items()]
    (_WORDS / "signs_zh.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    words = "\n".join(sorted(listed(rows, held)))
    (_WORDS / "words_zh.txt").write_text(words + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
