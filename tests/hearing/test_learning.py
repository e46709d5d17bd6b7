"""A language is learned when it is first heard: most shops speak one or two."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from textwrap import dedent

import pytest

from chat_server.hearing.ears import RuleEars

_AT = datetime(2026, 3, 2, tzinfo=UTC)
_PACKAGES = ("english", "russian", "icelandic", "chinese", "thai")
# Each in its own letters or its own words, and what they say.
_LINES = {
    "en": ("My name is Clara.", "Clara"),
    "ru": ("Меня зовут Анна.", "Анна"),
    "is": ("Ég heiti Guðrún.", "Guðrún"),
    "zh": ("我叫王小明。", "王小明"),
    "th": ("ผมชื่อสมชายครับ", "สมชาย"),
}


def told_by(script: str) -> list[str]:
    """What a fresh process prints, word by word."""
    program = [sys.executable, "-c", dedent(script)]
    return subprocess.run(program, capture_output=True, text=True, check=True).stdout.split()


_LEARNED = f"""
import asyncio, sys
from datetime import UTC, datetime

from chat_server.hearing.ears import RuleEars

def show():
    print(*[name for name in {_PACKAGES} if f"chat_server.hearing.{{name}}" in sys.modules], ".")
"""


def test_who_hears_english_only_learns_nothing_else() -> None:
    told = told_by(f"""{_LEARNED}
show()
for text, language in (("My name is Clara.", "en-GB"), ("Je m'appelle Zoë", "fr"), ("hi", None)):
    RuleEars().hear(text, language=language, at=datetime(2026, 3, 2, tzinfo=UTC))
    RuleEars().hear_promise(text, language=language, at=datetime(2026, 3, 2, tzinfo=UTC))
show()
RuleEars().hear("ผมชื่อสมชายครับ", language="en", at=datetime(2026, 3, 2, tzinfo=UTC))
show()
""")
    assert told == [".", "english", ".", "english", "thai", "."]


def test_a_hub_that_nobody_talked_to_speaks_no_language() -> None:
    told = told_by(f"""{_LEARNED}
import chat_server.app.hub
show()
""")
    assert told == ["."]


def test_a_language_is_learned_beside_the_loop() -> None:
    told = told_by(f"""{_LEARNED}
import builtins, threading

threads = set()
original = builtins.__import__

def noting(name, *given, **more):
    if "russian" in name or "hearing.russian" in str((given[0] or {{}}).get("__name__")):
        threads.add(threading.current_thread() is threading.main_thread())
    return original(name, *given, **more)

builtins.__import__ = noting

async def main():
    ears = RuleEars()
    print(ears.unknown("Меня зовут Анна.", language="en"))
    await ears.learn("ru")
    print(ears.unknown("Меня зовут Анна.", language="en"))
    ears.hear("Меня зовут Анна.", language="en", at=datetime(2026, 3, 2, tzinfo=UTC))

asyncio.run(main())
show()
print(*threads)
""")
    assert told == ["ru", "None", "russian", ".", "False"]


@pytest.mark.parametrize("code", sorted(_LINES))
async def test_what_was_learned_is_what_is_spoken(code: str) -> None:
    ears, (text, name) = RuleEars(), _LINES[code]
    language = ears.unknown(text, language=code)
    if language is not None:
        assert language == code
        await ears.learn(language)
    assert ears.unknown(text, language=code) is None
    heard = ears.hear(text, language=code, at=_AT)
    assert [one.value for one in heard if one.key == "name"] == [name]


def test_learning_twice_at_once_is_learning_once() -> None:
    told = told_by(f"""{_LEARNED}
async def main():
    await asyncio.gather(*(RuleEars().learn("th") for _ in range(4)))

asyncio.run(main())
show()
""")
    assert told == ["thai", "."]
