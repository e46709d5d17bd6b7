"""Frames as nobody should send them: right in parts, wrong somewhere, from a seeded generator."""

from __future__ import annotations

import json
import random
from collections.abc import Callable

TEXT, BINARY = 1, 2
Frame = tuple[int, bytes]

# Each of these ends its connection, whatever came before it.
DEADLY: tuple[Frame, ...] = (
    (TEXT, b'42/visitor,["connect",{"inbox":"hraun"},{}]'),
    (TEXT, b'42/visitor,["disconnect","because"]'),
    (TEXT, b'42/visitor,{"a":1}'),
    (TEXT, b"42/visitor,[nonsense"),
    (TEXT, b'451-/visitor,["x",{"_placeholder":true,"num":0}]'),
    (TEXT, b'459999999999-/visitor,["x",{"_placeholder":true,"num":0}]'),
    (TEXT, b"42/visitor,[" + b"[" * 1500 + b"]" * 1500 + b"]"),
    (TEXT, b'42/visitor,["typing",' + b"[" * 20 + b"]" * 20 + b"]"),
    (TEXT, b"42/visitor," + b"9" * 500 + b'["typing",{}]'),
    (TEXT, b"49/visitor,[]"),
    (TEXT, b"x"),
    (TEXT, b"4"),
    (TEXT, b"46-[" + b"x" * 100_000),
    (BINARY, b"\x04binary"),
    (0x3, b"a reserved opcode"),
    (TEXT, b"\xff\xfe no UTF-8"),
)


class Grammar:
    """`frame` is any frame, often a harmless one."""

    def __init__(self, dice: random.Random) -> None:
        self._dice = dice
        self._values: tuple[Callable[[int], object], ...] = (
            lambda _: None,
            lambda _: dice.choice([True, 0, -1, 2**63, 1e308, float("nan")]),
            lambda _: "".join(chr(dice.randrange(0x20, 0xD7FF)) for _ in range(dice.randrange(9))),
            lambda _: dice.choice(["\x1e", "\ud800", "\x00", "\u202e", "]", '"', "💥" * 50]),
            lambda depth: [self._value(depth) for _ in range(dice.randrange(4))],
            lambda depth: {str(number): self._value(depth) for number in range(dice.randrange(4))},
            lambda _: [[]] * dice.choice([3, 3000]),
        )

    def frame(self) -> Frame:
        """One."""
        if self._dice.random() < 0.03:
            return self._dice.choice([BINARY, 0x9, 0xA, 0xB]), self._dice.randbytes(20)
        engine = self._dice.choices("4301256b", weights=[70, 8, 4, 4, 4, 4, 4, 2])[0]
        words = engine
        if engine == "4":
            words += self._packet()
        elif self._dice.random() < 0.5:
            words += self._dice.choice(["probe", "{}", "\x1e4", "A" * 200])
        return TEXT, words.encode(errors="replace")

    def _packet(self) -> str:
        dice = self._dice
        kind = dice.choices("0123456789", weights=[6, 3, 60, 8, 3, 6, 6, 2, 2, 2])[0]
        attachments = dice.choice(["", "", "", "1-", "0-", "99999-"]) if kind in "56" else ""
        namespace = dice.choices(
            ["/visitor,", "", "/agent,", "/visitor?a=b,", "/" + "n" * 300 + ",", "/\x00,"],
            weights=[60, 14, 8, 6, 6, 6],
        )[0]
        number = dice.choice(["", "1", "7", "999999", "9" * 120, "٣"]) if kind in "2356" else ""
        return f"{kind}{attachments}{namespace}{number}{self._data()}"

    def _data(self) -> str:
        dice = self._dice
        name = dice.choice(
            [
                "send_message",
                "typing",
                "list_facts",
                "resume",
                "connect",
                "*",
                "disconnect",
                "ü",
                "",
            ]
        )
        data = json.dumps([name, self._value(0)], ensure_ascii=dice.random() < 0.5)
        if dice.random() < 0.1:
            return data[: dice.randrange(len(data))]
        return data

    def _value(self, depth: int) -> object:
        if depth > self._dice.choice([2, 4, 30]):
            return None
        return self._dice.choice(self._values)(depth + 1)
