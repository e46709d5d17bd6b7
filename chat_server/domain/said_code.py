"""Codes of response elements that are said in the chat: "code AB12", or nothing but the code."""

from __future__ import annotations

import re

_CODE = r"[A-Za-z0-9](?:[A-Za-z0-9-]{1,38}[A-Za-z0-9])"
# RUF001: as each language writes.
_WORD = r"\bcode|\bкод(?:а|у|ом|е)?|\bk[oó]ð(?:i|inn|a|ann|anum)|代碼|代码|代号|代號|รหัส"  # noqa: RUF001
_MINE = r"\s+minn\b|ของ(?:ผม|ฉัน|ดิฉัน|หนู|เรา)"
_IS = r"(?:is|er)\b|это\b|是|為|คือ|[:：#=—–-]"  # noqa: RUF001
_AFTER = re.compile(rf"(?:{_WORD})(?:{_MINE})?\s*(?:{_IS})?\s*[\"“«「]?({_CODE})", re.IGNORECASE)
_ALONE = re.compile(rf"\s*({_CODE})\s*[.!]?\s*")
_MOST = 5


def codes_in(text: str) -> list[str]:
    """What may be a code, in small letters; whether it is one is known by who keeps them."""
    alone = _ALONE.fullmatch(text)
    found = [alone[1]] if alone and any(letter.isdigit() for letter in alone[1]) else []
    found += [match[1] for match in _AFTER.finditer(text)]
    return list(dict.fromkeys(code.lower() for code in found))[:_MOST]
