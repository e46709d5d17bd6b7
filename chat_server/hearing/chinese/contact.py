"""Addresses and numbers, and how and when they want to be reached."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing import takes
from chat_server.hearing.contact_details import EMAIL, PHONE, as_phone
from chat_server.hearing.rule import But, Heard

from .numerals import SIGNS, number
from .words import GROUND, KIN

CHANNELS = {
    "電子郵件": "email", "電子信": "email", "email": "email", "e-mail": "email", "mail": "email", "e mail": "email", "gmail": "email", "電子信箱": "email", "信箱": "email", "郵件": "email", "電郵": "email", "寫信": "email", "信件": "email", "伊媚兒": "email",
    "電話": "phone", "打電話": "phone", "手機": "phone", "來電": "phone", "通話": "phone", "簡訊": "sms", "sms": "sms", "訊息": "chat", "私訊": "chat", "線上": "chat", "聊天": "chat", "聊天室": "chat", "即時通訊": "chat", "這裡": "chat", "線上客服": "chat", "寄信": "email", "傳訊息": "chat", "傳簡訊": "sms", "文字訊息": "chat", "文字": "chat", "打字": "chat", "實體信": "post", "傳統信件": "post", "掛號信": "post", "紙本信": "post", "平信": "post", "郵寄": "post",
    "line": "line", "賴": "line", "messenger": "messenger", "臉書": "messenger", "臉書訊息": "messenger", "fb": "messenger", "facebook": "messenger", "whatsapp": "whatsapp", "telegram": "telegram", "wechat": "wechat", "微信": "wechat", "viber": "viber", "signal": "signal", "ig": "instagram", "instagram": "instagram",
}  # fmt: skip
CHANNEL = "(?P<v>" + "|".join(sorted(CHANNELS, key=len, reverse=True)) + ")"
_W = CHANNEL.replace("<v>", "<w>")
PARTS = {
    "早上": "morning", "早晨": "morning", "上午": "morning", "一早": "morning", "中午": "noon", "午休": "noon", "午餐時間": "noon", "下午": "afternoon", "午後": "afternoon", "晚上": "evening", "傍晚": "evening", "晚間": "evening", "夜間": "evening", "下班後": "evening", "下班以後": "evening",
    "平日": "weekdays", "工作日": "weekdays", "上班日": "weekdays", "週一到週五": "weekdays", "週一到五": "weekdays", "周一到五": "weekdays", "星期一到五": "weekdays", "星期一至五": "weekdays", "星期一到星期五": "weekdays", "禮拜一到五": "weekdays", "禮拜一到禮拜五": "weekdays", "平常日": "weekdays", "周一到周五": "weekdays", "週間": "weekdays", "週末": "weekend", "周末": "weekend", "假日": "weekend", "六日": "weekend", "週六日": "weekend", "禮拜六日": "weekend",
}  # fmt: skip
PART = "(?P<v>" + "|".join(sorted(PARTS, key=len, reverse=True)) + ")"
_H = rf"(?:\d{{1,2}}|{SIGNS}{{1,3}})"
_HALF = "早上|上午|中午|下午|晚上|傍晚|晚間|凌晨"
CLOCK = rf"(?P<part>{_HALF})?(?P<hour>{_H})(?:點鐘?|時|:|点)(?P<minute>[0-5]\d|半)?(?:分|整)?"
_TO = rf"(?P<part2>{_HALF})?(?P<hour2>{_H})(?:點鐘?|時|:|点)?(?P<minute2>[0-5]\d|半)?(?:分|整)?"
FROM_TO = rf"(?P<when>{CLOCK.replace('点)', '点)?')} ?(?:到|至|-|~|–) ?{_TO})"
SIDE = rf"(?P<when>{CLOCK}(?:之|以|過)?(?P<side>後|前)(?!請?(?:都)?(?:不|別|勿))|過了?{CLOCK.replace('<part>', '<part3>').replace('<hour>', '<hour3>').replace('<minute>', '<minute3>')})"
_REACH = r"(?:打|聯絡|聯繫|有空|方便|回電|接電話|來電|再|才在|在家|可以|ok|送|收(?!到(?:了|包))|找得到|找到我|講電話|寄到|到貨|找我|通電話|call|會在|比較行|電話|最好|最佳|比較好|都好|優先|為主|是我(?:的)?(?:午休|休息|空檔|有空))"
_LATE = frozenset({"下午", "晚上", "傍晚", "晚間"})
_NOON, _EARLY, _HOURS, _AFTER_LUNCH = 12, 8, 24, 5
_EVIDENCE = re.compile(
    r"(?:電話|手機|號碼|聯絡|打給|打|撥|行動|call|tel|phone|line|賴|簡訊|門號|市話)[^,.，。]{0,14}\Z|(?:電話|手機|號碼|門號)[^。]{0,6}\Z"
)
_BEHIND = re.compile(
    r"[ ,]{0,2}(?:這|是|就是)?(?:是)?(?:我|本人)(?:的)?(?:手機|電話|號碼)|[^,，。\d]{0,3}(?:找我|打給我|打這支)"
)
_MOBILE = re.compile(r"\(?09(?:[ -]?\d){8}\Z")


def clock(hour: str, minute: str | None, part: str | None) -> str | None:
    """As `17:00`; who names no half of the day means the one in which people are awake."""
    value = number(hour)
    if value is None:
        return None
    if (value < _NOON and (part in _LATE or (part is None and 0 < value < _EARLY))) or (
        part == "中午" and value < _AFTER_LUNCH
    ):
        value += _NOON
    minutes = "30" if minute == "半" else minute or "00"
    return f"{value:02}:{minutes}" if value < _HOURS else None


def _later(part: str | None, first: str) -> str | None:
    """From noon to one: in the same half of the day as it began."""
    return "下午" if part == "中午" or first >= "13" else part


def hours(heard: Heard) -> Iterator[Statement]:
    """From-to, or a side of one hour."""
    parts = heard.match.groupdict()
    if parts.get("hour3"):
        first = clock(parts["hour3"], parts["minute3"], parts["part3"])
        value = f"{first}-" if first else None
    else:
        first = clock(parts["hour"], parts.get("minute"), parts.get("part"))
        if first and parts.get("hour2"):
            part2 = parts.get("part2")
            if part2 is None and parts.get("part") in {*_LATE, "中午"}:
                part2 = _later(parts["part"], first)
            last = clock(parts["hour2"], parts.get("minute2"), part2 or "") if (
                parts.get("part") and not part2
            ) else clock(parts["hour2"], parts.get("minute2"), part2)  # fmt: skip
            value = f"{first}-{last}" if last else None
        else:
            value = (f"-{first}" if parts.get("side") == "前" else f"{first}-") if first else None
    if value:
        yield heard.statement("preferred_hour", value, span=heard.place("when"))


_mail = takes.email(
    others=rf"(?:他|她|你|您|他們|你們|貴公司|店家|客服|官方)的?[^,.，。]{{0,8}}$|{KIN}(?:的)?[^,.，。]{{0,10}}$|(?:我|已經|昨天|剛剛?)[^,，。]{{0,4}}(?:寄|寫|發|傳)(?:信|過|了)*(?:到|給|去)\s*$",
    former=r"(?:舊|以前|之前|不是|不再|錯|不要用|取代|別用|原本)[^,;.，。]{0,12}$",
    former_after=r"[^,;.，。]{0,6}(?:不用了|是舊的|已經不|沒在用|是錯|停用|不是|作廢|用不到|收不到了)",
)
_FOREIGN = re.compile(
    rf"(?:他|她|你|您|你們|貴公司|店家|客服|司機|快遞|外送員?|送貨員?|宅配|物流|門市|公司總機)(?:員)?的?[^,.，。]{{0,8}}\Z|{KIN}(?:的)?[^,.，。]{{0,8}}\Z"
)
_FORMER = re.compile(r"(?:舊|以前|之前|不是|不再|停用|原本|原來)[^,;.，。]{0,8}\Z")
_FORMER_BEHIND = re.compile(
    r"[ ,]{0,2}(?!舊)[^,，。\d]{0,6}(?:停用|不用了|沒在用|換掉了|是舊的|已經不|換成|改成)"
)
_NEVER = re.compile(
    r"(?:訂單|單號|編號|物流|追蹤|卡號|帳號|統編|郵遞區號|發票|不要打|別打|勿打)[^\d,;.，。]{0,10}\Z"
)


_NEW_ONE = re.compile(r"新的?(?:號碼|門號|那支|這支)?(?:就)?(?:是|為|:)\s*\Z")
_WHOSE = re.compile(r" ?(?:是|這是)?(?:誰|哪裡|哪個|你們)的?")


def _phone(heard: Heard) -> Iterator[Statement]:
    low, said = heard.sentence.low, heard.words()
    before, after = (
        low[max(0, heard.match.start() - 40) : heard.match.start()],
        low[heard.match.end() :],
    )
    if _FOREIGN.search(before) or _NEVER.search(before) or _WHOSE.match(after):
        return
    sure = bool(
        said.startswith("+") or heard.line.asked == "phone" or _MOBILE.match(heard.match["v"])
        or _EVIDENCE.search(before) or _BEHIND.match(after)
    )  # fmt: skip
    if not sure:
        sure = _NEW_ONE.search(before) is not None and "號" in heard.line.low
    value = as_phone(heard.match["v"]) if sure else None
    if value is not None:
        ended = bool(_FORMER.search(before) or _FORMER_BEHIND.match(after))
        yield heard.statement("phone", value, span=heard.place(), ended=ended)


_ABOUT = re.compile(r"聯絡|聯繫|打|送|收|電話|找我|配送|回我|到貨|宅配|通知")
_AT_TIMES = re.compile(
    r"(?:[點時半](?:之|以)?[前後]|早上|上午|中午|下午|晚上|時間|週末|假日|平日|白天)(?:的?時候|請|都|就|千萬)*\Z"
)
_DONE = re.compile(r"(?:昨天|前天|今天|剛剛?|那天|上次)[^,，。]{0,2}\Z")


def _part(heard: Heard) -> Iterator[Statement]:
    """A part of the day by itself, where the sentence speaks of reaching or delivering."""
    if _ABOUT.search(heard.sentence.low):
        yield from takes.word_in(heard, "preferred_hour", PARTS, "v", "w", "x")


def _side(heard: Heard) -> Iterator[Statement]:
    """As `hours`, where the sentence speaks of reaching or delivering."""
    if _ABOUT.search(heard.sentence.low):
        yield from hours(heard)


def _noon(heard: Heard) -> Iterator[Statement]:
    value = "-12:00" if heard.has("before") else "12:00-"
    yield heard.statement("preferred_hour", value)


def _not_called(heard: Heard) -> Iterator[Statement]:
    """At any time: "not before three" is about the hour."""
    if not _AT_TIMES.search(heard.sentence.low[: heard.match.start()]):
        yield from takes.fixed("preferred_channel", "phone")(heard)


def _called(heard: Heard) -> Iterator[Statement]:
    """Not of a call that was."""
    if not _DONE.search(heard.sentence.low[: heard.match.start()]):
        yield from takes.fixed("preferred_channel", "phone")(heard)


_WISH = But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED
_NOT_ASKED = _WISH | But.ASKED
_rule = GROUND.rule


def _channel(heard: Heard) -> Iterator[Statement]:
    return takes.word_in(heard, "preferred_channel", CHANNELS, "v", "w", "x")


_APP = re.compile(
    r"(?:line|賴|ig|fb|臉書|messenger|telegram|whatsapp|微信|wechat|instagram)(?:上|裡)?\Z"
)
_ME = r"(?:給?我|收通知|收消息|往來|聊(?!天)|談|講|為主|為準|通知|聯絡|聯繫|回覆|回我|溝通|告知|就好|即可|就可以|比較好|比較方便|最方便|比較快|最快|找我|說)"


def _by_group(heard: Heard) -> Iterator[Statement]:
    if heard.has("chat") and _APP.search(heard.sentence.low[: heard.match.start()]):
        return
    for key in ("sms", "line", "chat", "email"):
        if heard.has(key):
            yield heard.statement("preferred_channel", key, ended=heard.has("not"))


def _channel_hour(heard: Heard) -> Iterator[Statement]:
    return takes.word_in(heard, "preferred_hour", PARTS, "v")


RULES = (
    _rule("@", rf"(?<![a-z0-9_.@+-])(?P<v>{EMAIL})(?![a-z0-9_@])", _mail, But.SUPPOSED | But.REPORTED | But.ASKED, near=True),
    _rule("0", rf"(?P<v>{PHONE})", _phone, But.SUPPOSED | But.REPORTED),
    _rule(" ".join(CHANNELS), rf"(?:用|以|透過|走|從|靠|經由){CHANNEL}(?:的方式|的)?(?:來)?(?:跟我|和我|與我)?{_ME}|(?:偏好|希望(?:用|以|透過)|比較(?:喜歡|習慣|常|想)(?:用|看)?|最好(?:是)?(?:用|以)|(?:我)?(?:喜歡|習慣)用|都(?:看|用)|改(?:成|為)?(?:用)?|(?:請|麻煩)(?:改)?用){_W}(?!買)", _channel, _NOT_ASKED),
    _rule(" ".join(CHANNELS), rf"(?:^|[,，。 請就]|麻煩|煩請|統一|一律|直接){CHANNEL}(?:來)?(?:通知|聯絡|聯繫|回覆|溝通|告知|就好|即可|就可以|ok|給我|比較好|比較方便|最方便|比較快|最快|最保險|找我)(?!電話)", _channel, _NOT_ASKED),
    _rule(" ".join(CHANNELS), rf"(?:可以|能|可不可以|方便)(?:改)?(?:用|以|透過){CHANNEL}(?:來)?(?:跟我|和我)?(?:聯絡|通知|回覆|溝通|回我|說明|說|講|談)", _channel, _WISH),
    _rule(" ".join(CHANNELS), rf"(?:^|[,，。 請]|直接|就|再){CHANNEL}(?:通知|聯絡|聯繫|告訴|找|給|回)?我(?=就|即可|吧|喔|比較|最|[,，。!~]|$)", lambda heard: _channel(heard) if heard.match["v"] not in {"信箱", "這裡"} else (), _NOT_ASKED),
    _rule("用 寫 傳 寄 發", rf"(?<!不)(?<!別)(?<!不要)(?:用|改用|請用|寫|傳|寄|發|丟)(?:個)?{CHANNEL}(?:就|回|跟我|私訊|傳|敲|密)(?:我|好|行|可以|就好)?(?!嗎|到)|(?:^|[,，。 ])(?:請|改|都|就|那|那就)?用{_W}(?=[,，。!~]|$|吧|喔|謝)", _channel, _NOT_ASKED),
    _rule("留言 留訊息", r"留(?:言|訊息|個言|個訊息)(?:在這裡?|在這邊)?(?:給我|就好|即可|就可以|就行)", takes.fixed("preferred_channel", "chat"), _NOT_ASKED),
    _rule("送貨 收貨 配送 聯絡 宅配", rf"(?:送貨|收貨|配送|聯絡我?|宅配|送來)(?:的話)?(?:請)?(?:盡量|最好|希望|都|麻煩)(?:在|排|是|挑|選)?{PART}(?!(?:{SIGNS}|\d){{1,3}}(?:點|時|:))", _channel_hour, But.REPORTED | But.OTHERS | But.DENIED | But.ASKED),
    _rule("寫信給我 寄信給我 寫信", r"寫(?:e?mail|信)(?:給|回)我(?:就好|即可|最好|比較|吧|[,，。]|$)|寫(?:e?mail|信)就(?:好|行|可以)", takes.fixed("preferred_channel", "email"), But.SUPPOSED | But.REPORTED | But.DENIED),
    _rule("打字回 打字給 這裡回 這邊回 這裡打字 這邊打字 這裡說", r"(?:在)?(?:這邊|這裡|這|聊天室)?(?:直接)?打字(?:回|跟|給|告訴)我|在(?:這邊|這裡)(?:直接)?(?:回|說|跟我說|告訴我|打字)(?:就|即可|好|我就|我比較)", takes.fixed("preferred_channel", "chat"), _NOT_ASKED),
    _rule("用打字 用寄信 用傳訊息 用文字 用寫", rf"用{CHANNEL}的(?=[,，。!]|$|就|吧|比較)", _channel, _NOT_ASKED),
    _rule("不愛講 不喜歡講 不習慣講 不太講", r"(?P<not>不(?:太)?(?:愛|喜歡|習慣|會)?講電話)", takes.fixed("preferred_channel", "phone"), But.REPORTED | But.SUPPOSED | But.OTHERS),
    _rule("為主 為準 方式", rf"(?:聯絡|聯繫|通知|溝通)(?:方式|管道)?(?:就|請|還是|都)?(?:以|用|走) ?{CHANNEL}", _channel, _NOT_ASKED),
    _rule("這邊 這裡 聊天室 線上", r"(?:直接)?在(?:這邊|這裡|聊天室|線上|對話框)(?:裡)?(?:直接)?(?:回|回覆|跟我|告訴|說|聊|談|聯絡|講|打字|處理|留言|傳訊息)(?:我|說|聯絡|給我)*(?:就|即可|[,，。!]|$|比較|最|也)", takes.fixed("preferred_channel", "chat"), _NOT_ASKED),
    _rule("電話", r"(?:我們|還是|就|直接|不如|用)電話(?:裡|上)?(?:聊|談|講|說|溝通)(?!過|了)", takes.fixed("preferred_channel", "phone"), _NOT_ASKED),
    _rule("寄", r"(?:請|麻煩|希望|要|用|都|還是|改)(?:你們)?(?:用)?寄(?:紙本|平信|實體|掛號信|信到我家|郵局)", takes.fixed("preferred_channel", "post"), _NOT_ASKED),
    _rule("寄 傳 發", r"(?P<not>(?:請)?(?:不要|別|勿|不用|不必)(?:再|一直)?(?:(?P<email>寄(?:信|e?-?mail|電子郵件|郵件))|(?P<sms>(?:傳|發)簡訊)|(?P<line>(?:傳|丟)(?:line|賴))|(?P<chat>(?:傳|丟)訊息|私訊我)))", _by_group, But.REPORTED | But.SUPPOSED),
    _rule("聯絡方式 聯繫方式 聯絡 通知方式", rf"(?:聯絡|聯繫|通知)(?:我的?)?(?:方式|管道)?(?:請)?(?:是|用|選|:|改)+ ?(?:用)?{CHANNEL}", _channel, _NOT_ASKED),
    _rule("傳 寄 發 丟 賴 密 回信 寫信 私訊 line", r"(?P<sms>(?:傳|發)(?:個)?(?:簡訊|sms))(?:告訴|跟|比較|最|給我|就好|來|過來|通知|吧|喔|$|[,，。!])|(?P<line>(?:傳|發|丟)(?:個)?(?:line|賴)(?:告訴|跟我|比較|給我|就好|來|過來|通知|吧|喔|$|[,，。!])|賴我|(?:加|敲)我(?:的)?(?:line|賴)|line ?我)|(?P<chat>(?:傳|發|丟)(?:個)?(?:訊息|私訊)(?:告訴|跟我|比較|給我|就好|來|過來|通知|吧|喔|$|[,，。!])|密我|私訊我)|(?P<email>(?:寄|發|傳|回)(?:個)?(?:封)?(?:email|e-mail|mail|信|電子郵件|郵件)(?:到(?:我(?:的)?)?信箱|過來)?(?:給我|就好|通知|來|即可|$|[,，。!])|(?:寫信|回信)(?:給我|就好|通知))", _by_group, _NOT_ASKED),
    _rule("打 來電 回電 回撥 call 撥", r"(?<!我)(?<!他)(?<!有)(?<!剛)(?:打(?:個)?(?:電話|手機)?(?:給我|找我|過來|來)(?!的|過|問)|請(?:再|直接)?(?:打電話|來電|回電)|回電(?:給我|$|[,，。!])|回撥(?:給我)?|來電(?:告知|通知)|(?:再)?call ?我|撥(?:電話)?給我|(?:再|直接|請|可以)打(?=[,，。!]|$)|電話(?:給我|找我)|(?:請|麻煩|可以|直接|就)?打我(?:的)?(?:手機|電話)|(?:請|麻煩|都|直接|就|要)打(?:到)?(?:我)?(?:家裡|家|公司|辦公室|住處)(?:的)?電話|(?:要)?(?:找|聯絡|聯繫)我(?:的話)?(?:就|請|都|直接|只能|一律|還是)+(?:打|撥)(?:電話|手機)|打電話(?:吧|好了|最快|比較快|就好|最方便|比較方便|ok))", takes.fixed("preferred_channel", "phone"), _WISH),
    _rule("打", r"(?<!你們)(?<!您)(?<!上次)(?<!我)(?:可以|請|直接)?打(?:這支|這個|我)?(?:電話|手機|號碼)?[^,，。]{0,3}(?=\(?0\d)", takes.fixed("preferred_channel", "phone"), _NOT_ASKED),
    _rule(" ".join(PARTS), rf"{PART.replace('<v>', '<z>')}(?:以後|之後|過後)?(?:的?時候|時間|時段)?(?:再|都|比較|可以|才|會|請|適合|直接)*打(?=[,，。!]|$|給(?!你|您|客服|店)|來(?!過|了|問)|比較|電話)", _called, _WISH),
    _rule("點 後 以後", r"(?:點|時|:\d\d|点)(?:半|整)?(?:之|以)?(?:後|前|間)?(?:再|都|比較|可以|才|會|請)*(?:打(?=[,，。!]|$|給|來|電話)|call)", takes.fixed("preferred_channel", "phone"), _WISH),
    _rule("不要 別 勿 不用 不方便 不想", r"(?P<not>(?:請)?(?:不要|別|勿|不用|不方便|不想|不喜歡|拒|不必)(?:再|一直|常)?(?:用)?(?:打電話(?!也|都)|打給我|來電|打來|講電話|接電話|用電話|電話聯絡|接到電話|打(?=[,，。!]|$)))", _not_called, But.REPORTED | But.SUPPOSED),
    _rule("不要 別 勿 不用 不看 不常看", rf"(?P<not>(?:請)?(?:不要|別|勿|不用|不看|不常看|很少看)(?:再)?(?:用|傳|寄|發)?){CHANNEL}(?!打)", lambda heard: takes.word("preferred_channel", CHANNELS)(heard) if CHANNELS.get(heard.match["v"]) in {"email", "sms"} else (), But.REPORTED | But.SUPPOSED | But.PAST),
    _rule("點 時 : 点", rf"{FROM_TO}(?:之間)?[^,，。]{{0,8}}?{_REACH}", hours, But.REPORTED | But.OTHERS | But.ASKED),
    _rule("點 時 : 点", rf"{SIDE}[^,，。]{{0,6}}?{_REACH}", hours, But.REPORTED | But.OTHERS | But.ASKED),
    _rule("點 時 : 点", rf"(?:方便|有空|聯絡|打給我|打電話|時間|時段|來電|收貨|收件)[^,，。\d]{{0,6}}(?:{FROM_TO})", hours, But.REPORTED | But.OTHERS | But.ASKED),
    _rule("點 時 : 点", rf"(?:方便|有空|聯絡|打給我|打電話|時間|時段|來電|收貨|收件)[^,，。\d]{{0,6}}(?:{SIDE})", hours, But.REPORTED | But.OTHERS | But.ASKED),
    _rule(" ".join(PARTS), rf"(?<!今天)(?<!昨天)(?<!明天)(?<!那天)(?:在|選|約)?{PART}(?!(?:{SIGNS}|\d){{1,3}}(?:點|時|:))(?:以後|之後|過後|休息)?(?:的?時候|時間|時段)?(?:我)?(?:再|都|比較|可以|才|會|請|適合|最|直接|常|能|要|來)*(?:打(?!給(?:你|您|客服|店|貴))|聯絡|聯繫|有空|方便|回電|接電話|接|來電|收件(?!了)|收貨|收(?!到)|送貨|送|配送|到貨|ok|在家|找我|通電話|回我|call|講電話|聽電話)(?!了|到了|(?:來|到)?的時候|來的|到的|來(?:就|時|之|但|卻)|過)", takes.word("preferred_hour", PARTS), But.REPORTED | But.OTHERS | But.DENIED | But.ASKED),
    _rule("中午", r"(?<!今天)(?<!昨天)(?<!明天)中午(?:之|以)?(?:(?P<before>前)|後)(?:再|都|可以|會|請|才|比較|能)*(?:打|聯絡|送|收|到|配送|有空|方便)", _noon, But.REPORTED | But.OTHERS | But.ASKED),
    _rule(" ".join(PARTS), rf"(?:^|[,，。 ])(?:我)?(?:只有|就|還是|改)?{PART}(?!(?:{SIGNS}|\d){{1,3}}(?:點|時|:))(?:的話|時間|時段|的時候)?(?:就|比較|最|都|才|也|會)*(?:好|方便|行|ok|可以|優先|沒問題)(?!嗎|聽)|(?:送|收貨|收件|送貨|配送|聯絡|到貨|宅配)(?:的)?(?:時間|時段)?(?:就|請|都|幫我|麻煩|希望)*(?:安排|排|選|訂|約|改|放|挑)(?:在|到|成)?{PART.replace('<v>', '<w>')}(?!(?:{SIGNS}|\d){{1,3}}(?:點|時|:))|(?:改|換)(?:成|到|在){PART.replace('<v>', '<x>')}(?:送|打|聯絡|收|配送)", _part, But.REPORTED | But.OTHERS | But.DENIED | But.ASKED),
    _rule("點 時 : 点", rf"(?:改|換)(?:成|到|在|約)?{SIDE}", hours, But.REPORTED | But.OTHERS | But.ASKED),
    _rule("點 時 : 点", rf"(?:^|[,，] ?)(?:大概|大約|差不多|約|我)?{SIDE}(?=[,，。!]|$)", _side, But.REPORTED | But.OTHERS | But.ASKED),
    _rule(" ".join(PARTS), rf"(?:我)(?:都|只有|平常)?(?:是)?{PART}(?!(?:{SIGNS}|\d){{1,3}}(?:點|時|:))(?:都|才|比較|的話)*(?:有時間|有空|才?在家|比較行)|(?:聯絡|找我|送貨|收貨|配送|打給我|通電話)[^,，。]{{0,8}}[,， ]?(?:最好|盡量|希望|我要|我)?(?:是|選|在|挑)+{PART.replace('<v>', '<w>')}(?!(?:{SIGNS}|\d){{1,3}}(?:點|時|:))|(?:指定|安排){PART.replace('<v>', '<x>')}(?:送|到|配)", lambda heard: takes.word_in(heard, "preferred_hour", PARTS, "v", "w", "x"), But.REPORTED | But.OTHERS | But.DENIED),
    _rule(" ".join(PARTS), rf"(?:方便(?:聯絡)?的?(?:時間|時段)|有空的?時間|聯絡時間|聯絡時段|收件時間|送貨時間)(?:是|為|:|在|選)+ ?{PART}(?!(?:{SIGNS}|\d){{1,3}}(?:點|時|:))|(?:希望|最好|想要|麻煩|請|只能|可以)(?:在|安排|於)?{PART.replace('<v>', '<w>')}(?:的時候)?(?:送|到|打|聯絡|收|配送|來)", lambda heard: takes.word_in(heard, "preferred_hour", PARTS, "v", "w"), But.REPORTED | But.OTHERS | But.DENIED | But.ASKED),
)  # fmt: skip
