"""The colours they want, like and are tired of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.rule import But, Heard, Take
from chat_server.hearing.takes import SURE, UNSURE

from .nouns import NOUN
from .words import GROUND

_STEMS = "紅 藍 綠 黑 白 灰 黃 橘 橙 粉 紫 棕 咖啡 米 卡其 金 銀 粉紅 青 駝 焦糖 奶茶 紅 蓝 绿 黄 紅棕 灰綠 灰藍 藍綠 綠松石 靛 桃紅 米白 鐵灰 炭灰 霧藍 莫蘭迪 裸 杏 膚 栗 桃 芥末黃 磚紅 鐵鏽".split()  # noqa: SIM905 - as above
_SHADES = "深 淺 暗 亮 墨 苔 酒 寶 天 海軍 軍 藏 苔蘚 螢光 孔雀 蘋果 櫻花 天空 奶油 藕 霧 土 大紅 淡 鮮 正 湖水 森林 橄欖 薄荷 鵝 檸檬 薰衣草".split()  # noqa: SIM905 - as above
_WHOLE = "大地色 沙色 苔綠 墨綠 藏青 海軍藍 熔岩 熔岩色 鐵鏽色 沙 迷彩 彩色 淺色 深色 素色".split()  # noqa: SIM905 - as above
STEM = "(?:" + "|".join(sorted(_STEMS, key=len, reverse=True)) + ")"
_SHADE = "(?:" + "|".join(sorted(_SHADES, key=len, reverse=True)) + ")"
TINT = (
    rf"(?:(?:大地|沙|熔岩|鐵鏽|苔綠|深|淺|素|彩)色|海軍藍|藏青色?|{_SHADE}?{STEM}色|{_SHADE}{STEM})"
)
COLOUR = rf"(?P<v>{TINT}|{STEM}(?=的))(?:系)?"
_COLOUR_W = COLOUR.replace("<v>", "<w>")
ALONE = rf"(?:{TINT}|{STEM})(?:的)?"


def as_colour(low: str) -> str | None:
    """紅的 → 紅色; longer ones as they are."""
    said = low.removesuffix("的").strip()
    if not said:
        return None
    return said + "色" if len(said) == 1 else said


def colour(confidence: float = SURE) -> Take:
    """The colour at `v`."""

    def take(heard: Heard) -> Iterator[Statement]:
        value = as_colour(heard.match["v"]) if heard.has("v") else None
        if value is not None:
            yield heard.statement(
                "colour", value, span=heard.place(), confidence=confidence, ended=heard.has("not")
            )

    return take


def _wanted_colour(heard: Heard) -> Iterator[Statement]:
    """Behind a wish in the same sentence: "想買一件外套, 黑色, M號"."""
    if re.search("想|要|找|買|訂|需要", heard.sentence.low[: heard.match.start()]):
        yield from colour()(heard)


_ARRIVED = re.compile(r"收到|你們(?:寄|送|給)|寄來|送來|來的|寄錯|送錯|結果來|來了|拿到")


def _chosen(heard: Heard) -> Iterator[Statement]:
    if not _ARRIVED.search(heard.sentence.low):
        yield from colour()(heard)


def _either(heard: Heard) -> Iterator[Statement]:
    """黑色或深藍都可以."""
    for group in ("v", "w"):
        value = as_colour(heard.match[group])
        if value is not None:
            yield heard.statement("colour", value, span=heard.place(group))


def _favoured(heard: Heard) -> Iterator[Statement]:
    """Said of the colour, and not with a thing of that colour."""
    group = next(one for one in ("v", "w", "x", "y") if heard.has(one))
    value = as_colour(heard.match[group])
    if value is not None:
        yield heard.statement("colour", value, span=heard.place(group))


_LIKE = But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED | But.ASKED
_rule = GROUND.rule
RULES = (
    _rule("色 的 藍 綠", rf"(?<!不)(?<!不太)(?:(?:最|比較|很|超|都|就|一直)*(?:喜歡|愛|偏好|鍾愛)(?:穿|的)?(?:顏色(?:是|:)|是)?|(?:我|想|需|只|還是|^|[,，。 ])要(?:買|找|訂)?|想(?:買|找|訂|入手)|在找|我?(?:選|挑|拿|訂)(?!的)|(?:換|改)(?:成|要|買|選)?|給我|都穿|我穿|這次(?:要|選|想要|買|換)|(?:要|想要|喜歡|想買)的是|偏愛|最好(?:是|有|能是|選)|希望(?:是|要|能是|有|買)|(?:鞋子?|靴子?|外套|衣服|褲子|帽子|襪子|手套|毛衣|圍巾|包包)(?:我)?(?:要|想要|選|買|就)+|顏色(?:的話|方面)?(?:我)?(?:要|是|選|:|,|，|我要|想要|就|希望|最好|偏好|偏|想|挑|能)*)(?:一?[件雙頂個條款])?(?:的顏色是)? ?{COLOUR}(?!(?:系)?的?(?:襪|鞋|外|夾|毛|帽|手|背|圍|雨|褲|t|睡|帳|衣|上|羽|風|軟|登|那)(?:.{{0,8}})(?:到|破|壞|髒|退|多少|有))", _chosen, _LIKE, near=True),
    _rule("色 藍 綠 紅 黑", rf"(?:^|[,，、 ])(?:就|還是|那就|那|改)?{COLOUR}(?:的)?(?:好了|就好|吧|謝謝|那[件雙頂個條款](?![^,，。]{{0,6}}(?:不要|不用|先不|算了|多少|怎|有|嗎|缺|賣|斷))|這[件雙頂個條款](?![^,，。]{{0,3}}(?:多少|怎|有)))", _chosen, But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED),
    _rule("顏色", rf"顏色(?:的話|方面)?(?:我)?(?:想要|要|選|是|用|就)+(?P<v>{STEM})(?=[,，。!~\s]|$|就|吧)", _chosen, _LIKE, near=True),
    _rule("色", rf"(?:^|[,，、 ]){COLOUR}(?:的)?(?=[,，、。!！ ]|$)", _wanted_colour, _LIKE),
    _rule("色 藍 綠 紅 黑 或 跟 情有獨鍾", rf"(?:^|[,，、 ]|要|想要|我要|喜歡|顏色){COLOUR}(?:的)?(?:或(?:是|者)?|跟|和)(?P<w>{TINT}|{STEM}(?=的))(?:的)?(?:都|我都|皆)(?:可以|可|行|好|ok|喜歡)", _either, _LIKE),
    _rule("色 黑 藍 綠 紅 灰 深 淺", rf"我?對{COLOUR}(?:系)?(?:情有獨鍾|沒有?抵抗力)|(?:衣服|鞋子|帽子|外套)我?(?:都|一向|總是)(?:買|穿|挑|選){_COLOUR_W}|{COLOUR.replace('<v>', '<x>')}(?:的)?我(?:都|最|很|超)+(?:喜歡|愛|可以)|(?:^|[,，。 ]){COLOUR.replace('<v>', '<y>')}(?:的)?(?:優先|為主|最好|我都愛)", _favoured, _LIKE),
    _rule("色 藍 綠 紅 黑", rf"(?P<not>(?:不(?:喜歡|要|想要|愛|太喜歡|穿)|討厭|看膩|膩了|受不了|別給我)(?:了)?) ?{COLOUR}(?!的?{NOUN})", colour(), But.SUPPOSED | But.REPORTED | But.ASKED | But.OTHERS),
    _rule("膩 不要了 不用了", rf"(?P<not>){COLOUR}(?:的)?(?:我|已經|真的|都)*(?:看膩|穿膩|膩|不要|不用|不喜歡)了", colour(), But.SUPPOSED | But.REPORTED | But.ASKED | But.OTHERS),
    _rule("色", rf"(?:有|有沒有|賣|出)[^,.，。!?]{{0,8}}{COLOUR}(?:的)?[^,.，。!?]{{0,6}}(?:嗎|呢|\?)|有沒有{_COLOUR_W}", colour(UNSURE), But.SUPPOSED | But.REPORTED | But.OTHERS),
)  # fmt: skip
