"""Messages made of sentences and values, drawn with a seed; the two halves share neither.

Names, streets and sentences were written for this purpose; digits and spellings are drawn.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from .lines import LANGUAGES, Line, parsed

SEEDS = {"dev": 20261122, "held_out": 815}
# So many of a hundred messages have nothing personal in them.
_PLAIN = 25


@dataclass(frozen=True)
class Pool:
    """Of one language and half; sentences name slots in braces."""

    names: tuple[str, ...]
    streets: tuple[str, ...]
    sentences: tuple[str, ...]
    plain: tuple[str, ...]


def seeded(half: str, seed: int, per_language: int) -> list[Line]:
    """The same lines for the same seed."""
    from .pools import POOLS  # noqa: PLC0415 - long

    drawn = random.Random(seed)  # noqa: S311 - the same every time
    return [
        _line(POOLS[half][language], language, drawn)
        for language in LANGUAGES
        for _ in range(per_language)
    ]


def _line(pool: Pool, language: str, drawn: random.Random) -> Line:
    if drawn.randrange(100) < _PLAIN:
        return parsed(drawn.choice(pool.plain), language)
    sentence = drawn.choice(pool.sentences)
    if drawn.randrange(3) == 0:
        sentence = f"{sentence} {drawn.choice(pool.plain)}"
    while "{" in sentence:
        slot = sentence[sentence.index("{") + 1 : sentence.index("}")]
        value = _VALUES[slot](pool, language, drawn)
        kind = _KINDS.get(slot, slot)
        sentence = sentence.replace(f"{{{slot}}}", f"[{value}]({kind})", 1)
    return parsed(sentence, language)


def _name(pool: Pool, _: str, drawn: random.Random) -> str:
    return drawn.choice(pool.names)


def _given(pool: Pool, language: str, drawn: random.Random) -> str:
    name = drawn.choice(pool.names)
    return name[-2:] if language == "zh-TW" else name.split()[0]


def _small(pool: Pool, _: str, drawn: random.Random) -> str:
    return drawn.choice(pool.names).split()[0].lower()


def _digits(drawn: random.Random, count: int) -> str:
    return "".join(str(drawn.randrange(10)) for _ in range(count))


def _order(_: Pool, __: str, drawn: random.Random) -> str:
    return f"1{_digits(drawn, 4)}"


def _phone(_: Pool, language: str, drawn: random.Random) -> str:
    shapes = {
        "en": ("07### ######", "+44 7### ### ###", "(0##) ### ####", "+1 ###-###-####"),
        "ru": ("8 9## ###-##-##", "+7 9## ### ## ##", "89#########", "8(9##)###-##-##"),
        "is": ("### ####", "###-####", "+354 ### ####", "354#######"),
        "th": ("08#-###-####", "09########", "02-###-####", "+66 8# ### ####"),
        "zh-TW": ("09##-###-###", "09########", "02-2###-####", "+886 9## ### ###"),
    }
    shape = drawn.choice(shapes[language])
    return "".join(str(drawn.randrange(1, 10)) if each == "#" else each for each in shape)


def _email(_: Pool, __: str, drawn: random.Random) -> str:
    letters = "abcdefghijklmnoprstuvy"
    first = "".join(drawn.choice(letters) for _ in range(drawn.randrange(3, 8)))
    last = "".join(drawn.choice(letters) for _ in range(drawn.randrange(4, 9)))
    join = drawn.choice((".", "_", "", "-"))
    host = drawn.choice(
        ("posthus.example", "mail.example.org", "webmail.example", "kontor.example.com")
    )
    return f"{first}{join}{last}{drawn.choice(('', _digits(drawn, 2)))}@{host}"


def _address(pool: Pool, _: str, drawn: random.Random) -> str:
    street, number = drawn.choice(pool.streets), str(drawn.randrange(1, 190))
    return street.replace("#", number)


def _account(_: Pool, __: str, drawn: random.Random) -> str:
    letters = "abcdefghijklmnoprstuvy"
    word = "".join(drawn.choice(letters) for _ in range(drawn.randrange(4, 9)))
    return f"@{word}{drawn.choice(('', '_', '.'))}{_digits(drawn, 2)}"


def _iban(_: Pool, __: str, drawn: random.Random) -> str:
    land = drawn.choice(("IS", "DE", "GB", "FR", "NO"))
    groups = " ".join(_digits(drawn, 4) for _ in range(4))
    return f"{land}{_digits(drawn, 2)} {groups}"


def _card(_: Pool, __: str, drawn: random.Random) -> str:
    return " ".join(["4" + _digits(drawn, 3), *(_digits(drawn, 4) for _ in range(3))])


def _parcel(_: Pool, __: str, drawn: random.Random) -> str:
    return f"{drawn.choice(('RR', 'LX', 'CP'))}{_digits(drawn, 9)}{drawn.choice(('IS', 'GB', 'TH', 'TW'))}"


def _link(_: Pool, __: str, drawn: random.Random) -> str:
    return f"https://bilder.example/u/{_digits(drawn, 6)}/p.jpg"


_VALUES = {
    "name": _name,
    "given": _given,
    "small": _small,
    "order": _order,
    "phone": _phone,
    "email": _email,
    "address": _address,
    "account": _account,
    "iban": _iban,
    "card": _card,
    "parcel": _parcel,
    "link": _link,
}
_KINDS = {
    "given": "name",
    "small": "name",
    "order": "number",
    "iban": "number",
    "card": "number",
    "parcel": "number",
}
