"""Whether a line asks about what its writer said before: only then anything is searched."""

from __future__ import annotations

import re

_ASKS = re.compile(
    # English
    r"\b(?:did|have|had|what|when|which|where|who|how|whether|if)\b.{0,40}\b"
    r"i\s+(?:ever\s+|already\s+|just\s+|once\s+|previously\s+)?(?:sa(?:y|id)|t(?:ell|old)|mention(?:ed)?|wr[io]te|written|ask(?:ed)?|order(?:ed)?|want(?:ed)?|call(?:ed)?)\b"
    r"|\b(?:do|can|did|don.t) you (?:still )?(?:remember|recall)\b|\bremind me\b|\blast time\b"
    r"|\bas i (?:said|told|mentioned)\b|\bi (?:told|already told) you\b"
    # Icelandic
    r"|\b(?:hvað|hvenær|hvaða|hvar|hvernig|hvort)\b.{0,40}\b(?:sagði|sagt|nefndi|skrifaði|bað|pantaði)\b"
    r"|\bmanstu\b|\bminntu mig\b|\bsíðast\b|\beins og ég sagði\b"
    # Russian
    r"|\b(?:что|когда|какой|какую|какие|где|как|о ч[её]м|про что)\b.{0,40}\bя\b.{0,20}\b(?:говорил|сказал|писал|упоминал|заказывал|просил)"
    r"|\bпомни(?:шь|те)\b|\bнапомни|\bв прошлый раз\b|\bя (?:же )?(?:уже )?говорил"
    # Chinese, Thai
    r"|我.{0,6}(?:說過|说过|提過|提过|講過|讲过|告訴過|之前說|之前说|上次)|(?:還|还)?(?:記得|记得)|上次|之前.{0,6}(?:說|说|提|講|讲)"
    r"|(?:ฉัน|ผม|เรา|ดิฉัน).{0,10}(?:เคย|บอก|พูด)|จำได้(?:ไหม|มั้ย)|คราวที่แล้ว|ครั้งที่แล้ว|ครั้งก่อน",
    re.IGNORECASE | re.UNICODE,
)
_LONGEST = 400


def asks_about_past(text: str) -> bool:
    """By what such questions have in common in each language."""
    return _ASKS.search(text[:_LONGEST]) is not None
