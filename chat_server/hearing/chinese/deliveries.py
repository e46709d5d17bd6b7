"""Where things are to go."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.rule import But, Heard, LineRule
from chat_server.hearing.takes import SURE
from chat_server.hearing.text import Line

from .towns import TOWNS
from .words import GROUND, SOFT

_LONGEST = 80
# An address is over with its number, floor or room.
_WHOLE = re.compile(r"[^,，]{3,60}?\d[號樓室][^,，]{0,8}?(?=[,，])")
_ADDRESSED = re.compile(r"[路街巷道村][^。]{0,16}?\d+號")
_ADDRESS = r"[^!?;！？；。\n]{2,90}?"
_SPOT = r"(?:(?:我(?:們|家|的)?)?(?:的)?(?:社區|大樓|公司|辦公室|學校|家|宿舍|樓下|一樓)?(?:的)?(?:管理室|管理員|警衛(?:室|伯伯|先生)?|守衛室?|大廳|櫃[台檯]|門口|門外|信箱裡?|鞋櫃|車庫|玄關|鄰居|智慧櫃|物流櫃|管委會)|(?:我|我們|我的)?(?:公司|辦公室|學校|宿舍|老家|娘家))"
_STORE = r"(?:(?:7-?11|7-eleven|小七|全家|萊爾富|ok超商|ok|便利商店|超商|統一超商|門市|店到店)[^,，。!?！？\s]{0,12})"
_STOP = r"(?=[!?;！？；。\n]|[,，]? ?(?:謝謝|感謝|麻煩|可以嗎|好嗎|就好|即可)|收|$)"
ADDRESS_SIGNS = re.compile(
    r"\d|[縣市區鄉鎮村路街巷弄號樓段]|公司|辦公|管理|門市|超商|學校|宿舍|門口|店|家|大樓|大廈|大學|醫院|飯店|中心|社區|信箱"
)


def _delivery(heard: Heard) -> Iterator[Statement]:
    for group in ("v", "w", "x"):
        if not heard.has(group):
            continue
        start, _ = heard.place(group)
        said = heard.words(group)
        kept = said.strip(" ,.;:，、：~")
        kept = re.sub(rf"(?:{SOFT}|取[貨件](?=好了|就好|吧|$)|就好|好了|即可|謝謝)+\Z", "", kept)
        kept = re.sub(
            r"\A(?:公司|我?家裡?|辦公室|學校)(?:好了|就好|吧)[:：,， ]+(?=.*[路街道巷])", "", kept
        )
        low = kept.lower()
        whole = _WHOLE.match(kept)
        if whole is not None:
            kept = whole[0]
            low = kept.lower()
        if len(kept) < 2 or len(kept) > _LONGEST or "@" in low:  # noqa: PLR2004 - 公司
            return
        if not (ADDRESS_SIGNS.search(low) or any(low.startswith(town) for town in TOWNS)):
            return
        start += said.index(kept)
        yield heard.statement("delivery_place", kept, span=(start, start + len(kept)))


_SENT = But.SUPPOSED | But.REPORTED | But.DENIED | But.ASKED
_rule = GROUND.rule
RULES = (
    _rule("寄 送 配送", rf"(?<!我)(?<!有)(?<!已經)(?<!包裹)(?<!商品)(?:請|幫我?|麻煩(?:你|您)?|可以|希望|想|要|都|改|一樣|直接)*(?:寄|送|配送|宅配|郵寄)(?:貨|件|過來)?(?:到|去|至|來|回)(?!了|貨|我這|哪|府|我媽|我爸|我朋友|時|底|的?(?:時候|東西|商品|是|不)|現在|[^,，。]{{0,12}}(?:要?(?:幾|多久|多少)|運費|嗎)) ?(?:我(?:的|們)?家(?=[一-鿿])|我(?:的|們)?)?(?P<v>(?!email|e-mail|mail|信箱|手機|line|他|她|你|我|[a-z0-9._%+-]{{1,40}}@){_ADDRESS}){_STOP}", _delivery, _SENT),
    _rule("送 寄", r"(?:直接|都|一樣|這次|幫我|請|改|麻煩)(?:送|寄)(?:我的?)?(?P<v>(?:公司|辦公室|學校|宿舍|老家|娘家|超商))(?=[,，。!\s]|$|就|好|謝|即|吧)", _delivery, _SENT),
    _rule("改寄 改送 寄", r"(?:改(?:寄|送)(?:到)?|寄(?:我家|公司|辦公室|學校|宿舍|我公司)?[,，: ]*|送(?:我家|公司)[,，: ]*)(?P<v>(?:[^,，。!?\s]{0,8}[縣市區][^!?！？。\n]{0,20}?[路街道村巷][^!?！？。\n]{0,20}?(?:號|樓|室)[^,，。!?\s]{0,8}))(?=[!?！？。\n,，\s]|$)", _delivery, _SENT),
    _rule("地址", rf"(?:我的|收件|寄送|送貨|寄件|配送|宅配|新的?|公司|家裡)*地址(?:請)?(?:還是|仍是|一樣是|是|為|在|:|(?:要|想)?(?:改|換|更新|更正)(?:成|為|到|寄)?(?::)?|更新:| )+(?!錯|對|不|沒|填|寫|有|怎|可以|後|嗎|還)(?P<v>{_ADDRESS}){_STOP}", _delivery, _SENT),
    _rule("錯", rf"地址(?:寫|打|填|給|說|留)?錯了?[,，。!! ]*(?:應該|正確的?)?(?:是|為|:) ?(?P<v>{_ADDRESS}){_STOP}", _delivery, _SENT),
    _rule("放 交給 寄放 轉交 給", rf"(?:請|麻煩|可以|幫我|直接|就)*(?:放(?:在|到)?|寄放(?:在)?|交給|轉交(?:給)?|給|丟)(?P<v>{_SPOT})(?![^,，。]{{0,6}}(?:壞|不見|被|沒|撞|淋))", _delivery, But.REPORTED | But.DENIED | But.PAST),
    _rule("取貨 取件", r"(?:我要|我想|想要?|改成?|用|走|選)(?P<v>(?:7-?11|7-eleven|小七|全家|萊爾富|ok超商|ok|超商|便利商店)(?:店到店)?取[貨件](?:[,， ]?[一-鿿]{2,8}(?:店|門市))?)(?!嗎|可以|怎)", _delivery, _SENT),
    _rule("改到 改去 改成 改超商", rf"改(?:到|去|成|寄|送)*(?P<v>{_STORE})(?<!嗎)", _delivery, _SENT),
    _rule("超商取 取貨 店取 7-11 711 全家 萊爾富 門市", rf"(?:超商取貨|超商取件|取貨|店到店|寄|送|領|取)[,，: ]*(?:到|去|在|改)?(?P<v>{_STORE})(?<!嗎)", _delivery, _SENT),
    _rule("辦公室 公司 家 學校 宿舍", r"(?:寄|送)(?:到|去|來)我(?:們|的)?(?:公司|辦公室|家|學校|宿舍)(?:嗎|好嗎|可以嗎)?[?,，: ]*(?:地址)?(?:在|是|:)?(?P<v>[^!?！？。\n,，]{0,12}[路街道巷村][^!?！？。\n]{1,30}號[^,，。!?\s]{0,8})", _delivery, But.SUPPOSED | But.REPORTED | But.DENIED),
)  # fmt: skip


_ASKED_THERE = re.compile(
    r"(?:寄|送)(?:到|去|來)(?:我(?:們|的)?)?(?:公司|辦公室|家裡?|學校|宿舍)(?:嗎|好嗎|可以嗎|行嗎)[?,，。 ]*(?:地址)?(?:就)?(?:在|是|:)?(?P<v>[^!?！？。\n,， ]{0,12}[路街道巷村][^!?！？。\n,，]{1,30}號[^!?！？。\n,，\s]{0,8})"
)


def _asked_there(line: Line) -> Iterator[Statement]:
    """A question ("can it go to my office?") names the wish, what follows it the place."""
    found = _ASKED_THERE.search(line.low)
    if found is not None:
        start, end = found.span("v")
        yield Statement("delivery_place", line.text[start:end], SURE, start, end)


LINE_RULES = (LineRule(frozenset({"寄", "送"}), _asked_there),)
