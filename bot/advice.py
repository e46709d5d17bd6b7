"""Whether somebody wants to be recommended something, in the words of each language."""

from __future__ import annotations

import re

# How each language asks for it; Icelandic says "mæla með", with words in between.
_RECOMMEND = re.compile(
    r"\b(?:recommend\w*|suggest(?:ion|ions)?|(?:по)?рекоменд\w*|(?:по)?совет\w*|mæl(?:a|i|ir|irðu|ið|tu|t|du|tir)\b.*\bmeð)\b"
    "|推薦|推荐|建議|แนะนำ",
    re.IGNORECASE | re.DOTALL,
)


def asks_for_advice(text: str) -> bool:
    """Whether somebody wants to be recommended something; a picked choice says so in no language."""
    return not text.startswith("/") and _RECOMMEND.search(text) is not None
