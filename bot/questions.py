"""Whether a message asks for something, also where no sign says so: many write without one."""

from __future__ import annotations

import re

# Thai and Chinese ask without a sign, by words.
_QUESTION = re.compile(
    r"[?\uff1f]|嗎|呢\W*$|什麼|多少|哪|怎麼|可不可以|能不能|有沒有"
    r"|ไหม|มั้ย|ไม๊|หรือเปล่า|รึเปล่า|หรือยัง|เท่าไ|กี่|ยังไง|อย่างไร|เมื่อไ|อะไร|ที่ไหน|คะ\W*$"
)
# Words that begin a question, or ask wherever they stand.
_ASKING = re.compile(
    r"^\W*(?:(?:hi|hello|hey|and|but|so|ok|please|also)\W+)*"
    r"(?:how|what|where|when|who|whose|which|why|can|could|do|does|did|is|are|may|will|would|should|any)\b"
    r"|\b(?:how (?:long|much|many|often|do|can)|what (?:now|then)|where (?:do|can|is))\b"
    r"|\b(?:как|какая|какой|какое|какие|каких|сколько|скольки|где|куда|откуда|когда|кто|что|чем|зачем|почему|можно|нужно ли|есть ли|ли)\b"
    r"|^\W*(?:(?:hæ|halló|og|en|góðan dag)\W+)*"
    r"(?:hvernig|hvað|hvar|hvert|hvenær|hver|hverjir|hvaða|hvers|má|get|getur|getið|geta|er|eru|eruð|ertu|áttu|eigið"
    r"|seljið|gerið|sendið|takið|notið|þarf|þarft|fæ|kostar)\b"
    r"|\b(?:hvað (?:geri|kostar|er)|hvernig|hvenær)\b"
    r"|多久|幾|是否|如何|為什麼|怎樣|ทำไง|ไงดี|ทำไม|ใคร|เมื่อไร",
    re.IGNORECASE,
)


def is_question(text: str) -> bool:
    """By its signs or its words, in any of our languages."""
    return asks(text) or _ASKING.search(text) is not None


def asks(text: str) -> bool:
    """Whether a message is a question by its signs or words."""
    return _QUESTION.search(text) is not None
