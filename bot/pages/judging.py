"""What somebody says of a page that was just shown, where they do not press a button."""

from __future__ import annotations

import re
from typing import Any

from questions import is_question

# Longer, they say more than that.
_LONGEST = 80
_NO_HELP = re.compile(
    r"\b(?:not (?:really|helpful|what i|my question|it)|(?:didn['’]?t|did not|doesn['’]?t|does not|won['’]?t) help"
    r"|no help|unhelpful|useless|wrong (?:page|answer)|no,? it did(?:n['’]?t| not))\b"
    r"|не (?:помогло|помог|помогает|то|очень)\b|бесполезно|не об? (?:этом|том)"
    r"|\b(?:hjálpaði|gagnaðist|nægði)\b.{0,20}\bekki\b|ekki (?:nóg|gagnlegt|það sem)|að engu gagni"
    r"|ไม่(?:ได้)?(?:ช่วย|ตรง|ใช่)|ยังไม่(?:ช่วย|ตรง)"
    r"|(?:沒|没)(?:有)?(?:什麼)?(?:幫助|用|幫上)|不是(?:這個|我要)|答非所問",
    re.IGNORECASE,
)
_HELPED = re.compile(
    r"\b(?:it helped|that helped|that helps|this helps|(?:very |super |so )?helpful|just what i)\b"
    r"|помогло|полезно|то, что (?:надо|нужно)"
    r"|\b(?:hjálpaði|gagnaðist|gagnlegt|að gagni)\b"
    r"|ช่วยได้|มีประโยชน์|ได้คำตอบแล้ว"
    r"|有幫助|有用|幫上忙",
    re.IGNORECASE,
)
_THANKS = "thanks"


def as_judged(parsed: dict[str, Any], text: str, pending: str | None) -> dict[str, Any]:
    """What was understood, as the yes or no that it is where the bot has asked whether a page helped."""
    if pending != "page" or len(text) > _LONGEST or is_question(text):
        return parsed
    if _NO_HELP.search(text):
        return _as(parsed, "deny")
    if _HELPED.search(text) or parsed["intent"].get("name") == _THANKS:
        return _as(parsed, "affirm")
    return parsed


def _as(parsed: dict[str, Any], name: str) -> dict[str, Any]:
    return {**parsed, "intent": {"name": name, "confidence": 1.0}}
