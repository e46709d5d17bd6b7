"""A message that is no more than the answer, and a correction of what was asked for last."""

from __future__ import annotations

import re

from chat_server.domain.facts.statement import Statement
from chat_server.hearing import answers
from chat_server.hearing.rule import LineRule
from chat_server.hearing.sizes import SIZE
from chat_server.hearing.takes import SURE, UNSURE
from chat_server.hearing.text import Line

from . import numerals
from .calendar import CALENDAR
from .colours import ALONE, as_colour
from .contact import CHANNEL, CHANNELS, FROM_TO, PART, PARTS, SIDE, clock
from .deliveries import ADDRESS_SIGNS
from .goods import GOODS
from .names import LIKELY, is_no_name
from .numerals import AMOUNT, SPAN
from .people import LANGUAGE, LANGUAGES
from .sizes import as_own_size
from .times import OCCASIONS
from .towns import TOWN
from .words import GROUND, SOFT, SURNAMES, TITLE

_LONGEST = 40
_OPENING = re.compile(
    r"(?:好的?|嗯+|是的?|不是|不對|不|對|沒問題|我的?|都|叫|姓名|名字|大名|編號|號碼|訂單|單號|尺寸|顏色|地址|email|信箱|電話|手機|我叫|我是|我住|我穿|住在|住|穿|在|要|是|請|大概|大約|約|最多|不超過|抱歉|不好意思|那|喔|可以|就|叫我|大家|就|用|給我|選|寄|送|到|應該|預算|職稱|平常|通常|一般|習慣|可能|好像|目前|現在|人|鞋子|衣服|上衣|褲子|[\s,.:!、#~])*"
)
_CLOSING = re.compile(
    rf"(?:[\s,.!:;、~)(。！]|謝謝你?|感謝|好了|就好|即可|就可以|可以|都可以|都行|吧|{SOFT}|的|號|碼|左右|以內|以下|上下|麻煩了|比較方便|比較好|方便|這樣|聯絡|上班|工作|要用|用|後|過後|之後|以後|我?也?不(?:太|是很|敢)?確定|沒量過|應該|好像|大概|吧|謝啦|感恩|啊|\W)*\Z"
)
_NAME = re.compile(
    rf"(?P<v>(?:歐陽|[{SURNAMES}])[一-鿿]{{1,2}}(?={SOFT}|[\s,.!，。！~]|$|就|謝|,)|{LIKELY.replace('(?P<v>', '(?:')}|[a-z][a-z'-]{{1,20}}(?: [a-z][a-z'-]{{1,20}}){{0,2}}|[一-鿿]{{2,3}}?(?={SOFT}|[\s,.!，。！~]|$|就|謝|,|即))"
)
# A number or an address behind a name.
_CONTACT = re.compile(
    r"[\s,、]+(?:電話|手機|tel|e?-?mail|信箱)?[:： ]*[+\d(]|[\s,、]+(?:e?-?mail|信箱)"
)
_NO_BARE = "不沒無為什怎你您好謝我對是可請幹誰嗯哈拒保秘這那有要想在哪忘隨算等了"
_NO_WORDS = re.compile(r"不|沒|秘密|為什麼|幹嘛|都可以|隨便|忘|嗎|\?|誰|什麼")
_UNWILLING = re.compile(r"不(?!是|對|好意思)|沒(?!錯|問題)|為什麼|幹嘛")
_QUESTION = re.compile(r"\?|嗎|什麼|為什麼|幹嘛|怎麼")


def _opened(line: Line) -> int:
    found = _OPENING.match(line.low)
    return found.end() if found else 0


def _name(line: Line) -> list[Statement]:
    """Two or three signs, or letters, and nothing else."""
    if _QUESTION.search(line.low) or len(line.text) > _LONGEST or _UNWILLING.search(line.low):
        return []
    titled = re.search(rf"[{SURNAMES}][一-鿿]{{0,2}}?{TITLE}", line.low)
    if titled is not None:
        return [Statement("form_of_address", line.text[slice(*titled.span())], 0.9, *titled.span())]
    for start in dict.fromkeys((_opened(line), 0)):
        found = _NAME.match(line.low, start)
        if found is None or not (
            _CLOSING.match(line.low, found.end()) or _CONTACT.match(line.low, found.end())
        ):
            continue
        if found["v"][0] in _NO_BARE or (is_no_name(found["v"]) and found["v"][0] not in SURNAMES):
            continue
        if found["v"].isascii():
            return answers.bare_name(_OPENING, _CLOSING)(line)
        return [Statement("name", found["v"], 0.9, *found.span("v"))]
    return []


def _address(line: Line) -> list[Statement]:
    found = re.search(rf"[{SURNAMES}][一-鿿]{{0,2}}?{TITLE}", line.low)
    if found is None or len(line.text) > _LONGEST or _NO_WORDS.search(line.low):
        return []
    return [Statement("form_of_address", line.text[slice(*found.span())], SURE, *found.span())]


def _sized(line: Line) -> list[Statement]:
    read = answers.bare_value(
        "size", rf"(?:\d{{2}}號?半|特大號|大號|中號|小號|{SIZE})", as_own_size, _OPENING, _CLOSING
    )
    unsure = GROUND.hedged.search(line.low) is not None
    return [
        Statement(one.key, one.value, UNSURE if unsure else one.confidence, one.start, one.end)
        for one in read(line)
    ]


def _money(line: Line) -> list[Statement]:
    found = re.compile(rf"(?P<v>{AMOUNT})(?:{SPAN}(?P<w>{AMOUNT}))?").match(line.low, _opened(line))
    if found is None or _QUESTION.search(line.low) or not _CLOSING.match(line.low, found.end()):
        return []
    value = numerals.span(found["v"], found["w"]) if found["w"] else numerals.amount(found["v"])
    return [Statement("budget", value, SURE, *found.span())] if value else []


def _hour(line: Line) -> list[Statement]:
    for pattern in (FROM_TO, SIDE):
        found = re.search(pattern, line.low)
        if found is None or _QUESTION.search(line.low):
            continue
        parts = found.groupdict()
        first = (
            clock(parts["hour"], parts.get("minute"), parts.get("part")) if parts["hour"] else None
        )
        if first is None:
            continue
        value = f"-{first}" if parts.get("side") == "前" else f"{first}-"
        if parts.get("hour2"):
            last = clock(
                parts["hour2"], parts.get("minute2"), parts.get("part2") or parts.get("part") or ""
            )
            value = f"{first}-{last or ''}"
        return [Statement("preferred_hour", value, SURE, *found.span("when"))]
    return answers.bare_value(
        "preferred_hour", PART.replace("(?P<v>", "(?:"), PARTS.get, _OPENING, _CLOSING
    )(line)


def _place(line: Line) -> list[Statement]:
    """An address, or a spot: what stands behind the words that open it."""
    start = _opened(line)
    found = re.match(r"(?:公司|我家|家裡|辦公室)[,，: ]+", line.low[start:])
    start += found.end() if found else 0
    said = line.text[start:].strip(" ,.!。，\n")
    said = re.sub(rf"(?:[,， ]*(?:謝謝|麻煩了|感謝)|{SOFT}|就好|即可)+\Z", "", said)
    if not 1 < len(said) <= 120 or _NO_WORDS.search(said) or not ADDRESS_SIGNS.search(said.lower()):  # noqa: PLR2004 - an address
        return []
    start = line.text.index(said, start)
    return [Statement("delivery_place", said.replace("\n", ", "), SURE, start, start + len(said))]


def _household(line: Line) -> list[Statement]:
    count = "[一兩二三四五六七八九十\\d]"
    pattern = rf"{count}[個隻口位][一-鿿]{{1,3}}?(?={count}|[,，、和跟還及。!\s]|$)|一個人住?|獨居"
    if _NO_WORDS.search(line.low):
        return []
    return [
        Statement("household", line.text[slice(*one.span())], 0.9, *one.span())
        for one in re.finditer(pattern, line.low)
    ]


def _worded(key: str, longest: int, kept: str) -> answers.Answer:
    """The words behind the opening, when they are few and say nothing else."""
    pattern = re.compile(kept)

    def read(line: Line) -> list[Statement]:
        if _NO_WORDS.search(line.low):
            return []
        found = pattern.match(line.low, _opened(line))
        if found is None or len(found["v"]) > longest:
            return []
        over = line.low[found.end() : found.end() + 1] in {",", "。", " "}
        if not _CLOSING.match(line.low, found.end()) and not (key == "home" and over):
            return []
        start, end = found.span("v")
        return [Statement(key, line.text[start:end], 0.9, start, end)]

    return read


ANSWERS = {
    "name": _name,
    "form_of_address": _address,
    "language": answers.bare_value("language", LANGUAGE.replace("(?P<v>", "(?:"), lambda said: LANGUAGES.get(said.removeprefix("繁體").removeprefix("簡體")), _OPENING, _CLOSING),
    "email": answers.bare_email,
    "phone": answers.bare_phone,
    "order_number": answers.bare_order(_OPENING),
    "size": _sized,
    "colour": answers.bare_value("colour", ALONE, as_colour, _OPENING, _CLOSING),
    "budget": _money,
    "home": _worded("home", 12, TOWN),
    "delivery_place": _place,
    "preferred_channel": answers.bare_value("preferred_channel", CHANNEL.replace("(?P<v>", "(?:"), CHANNELS.get, _OPENING, _CLOSING),
    "preferred_hour": _hour,
    "occasion": _worded("occasion", 8, "(?P<v>" + "|".join(sorted(OCCASIONS, key=len, reverse=True)) + "|登山|露營|旅行|滑雪|健行)(?:禮物)?"),
    "occasion_date": answers.bare_day(CALENDAR),
    "product_interest": _worded("product_interest", 30, GOODS),
    "household": _household,
    "company": _worded("company", 24, r"(?P<v>[一-鿿a-z&. ]{2,24}?)(?=[,，。!\s啦喔]|$|上班|工作|的$)"),
    "company_role": _worded("company_role", 12, r"(?:公司的|做|當)?(?P<v>[一-鿿]{2,8}?)(?=[,，。!\s啦喔的]|$)"),
}  # fmt: skip
LINE_RULES = (
    LineRule(
        frozenset({"不是", "不對", "更正", "抱歉", "說錯", "打錯", "不,", "寫錯"}),
        answers.corrected(
            not_but=r"不是 ?(?P<wrong>[a-z0-9-]{1,12}|[一-鿿]{2,3}色?),? ?(?:而)?是 ?(?P<v>[a-z0-9-]{1,12}|[一-鿿]{2,3}色?)",
            corrected=r"(?:不對|不是|不,|更正|抱歉|說錯了?|打錯了?|寫錯了?)[,，!。 ]*(?:我的意思|訂單|尺寸|顏色|應該)?(?:是)? ?#?(?P<v>[^,.，。!?\s]{1,20})",
            colours={},
        ),
    ),
)  # fmt: skip
