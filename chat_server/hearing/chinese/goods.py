"""Things: what is looked for, liked, owned."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.rule import But, Heard, Take
from chat_server.hearing.shop_names import is_latin_good
from chat_server.hearing.takes import SURE

from .colours import ALONE, as_colour
from .nouns import NOUN, STUFF
from .words import GROUND, OTHER

_LETTERS = "[a-zà-öø-ÿ'’-]"
_LATIN = rf"[a-zà-öø-ÿ]{_LETTERS}{{2,}}(?: (?:[a-zà-öø-ÿ]{_LETTERS}{{2,}})){{0,3}}"
# Somebody else who wants it themselves, not for whom it is bought.
_SOMEBODY = re.compile(rf"(?<![幫給替送為買])(?:{OTHER})(?:也|都|最近|一直|很|真的|說)*\Z")
_MEASURE = r"(?:(?:[一兩二三四五六十]|\d{1,4})(?:件|雙|頂|個|條|款|台|支|副|把|本|只|張|組|套|床|批|箱|打|盞|塊|輛)|幾[件雙頂個條]|件|雙|頂|個|條|款|張|副|把)"
_THAT = rf"(?:你們(?:家|店裡?)?的?)?(?:那|這|我的|新的|自己的|一)?(?:{_MEASURE})?(?:的)?(?:比較|更|超|很)?"
_ADJECTIVE = rf"(?:(?!我|你|他|她|穿|喜歡|想|送|給)[一-鿿]{{1,10}}的|(?:新|厚|薄|輕量|輕便|防水|防風|保暖|登山|健行|兒童|男款|女款|[長短中高低寬窄薄厚][版款筒領]|輕型|長袖|短袖|大容量|連帽|雙人|單人|[兩二三四\d]人|\d{{1,3}} ?(?:公升|升|l|公分|cm|吋|人座?)的?|{STUFF}))"
GOODS = rf"{_THAT}(?:{_ADJECTIVE}){{0,2}}?(?P<v>(?:{NOUN}的(?={NOUN}))?(?:{_LATIN} ?)?(?:[一-鿿]{{1,3}}色的?)?(?:{STUFF}|防水|保暖|登山|防風|防滑|[長短中高低寬窄薄厚][版款筒領]|厚|薄)?{NOUN}|{_LATIN}|(?:{STUFF})(?:材質)?(?!的(?!東西)|材質))"
_ONLY = (
    rf"(?P<v>(?:{_LATIN} ?)?(?:[一-鿿]{{1,3}}色的?)?(?:{STUFF}|厚|薄|保暖|防水)?{NOUN}|{_LATIN})"
)

_BROKEN = re.compile(
    r"(?<!沒)(?<!沒有)破|(?<!沒)(?<!沒有)壞|錯|退|裂|瑕疵|問題|沒收到|還沒到|訂單|不見|客服|漏水|縮水|脫線|掉了"
)


def _thing(key: str, *, ended: bool = False) -> Take:
    def take(heard: Heard) -> Iterator[Statement]:
        if key == "product_interest" and _SOMEBODY.search(GROUND.clause(heard).before):
            return
        said = heard.words().strip(" ,.!-'")
        low = said.lower()
        letters = re.sub(r"[一-鿿\s]", "", low)
        start = heard.place()[0]
        if letters and letters == low.replace(" ", "") and not is_latin_good(heard, low, start):
            return
        value = re.sub("色的", "色", said)
        if key in {"product_liked", "product_disliked"}:
            value = value.removesuffix("材質")
        yield heard.statement(
            key, value, span=(start, start + len(said)), confidence=SURE,
            ended=ended or heard.has("not"),
        )  # fmt: skip

    return take


def _owned(heard: Heard) -> Iterator[Statement]:
    if not _BROKEN.search(heard.sentence.low):
        yield from _thing("product_owned")(heard)


# Of a counted thing everybody knows that it is one: any noun will do.
_COUNTED = r"(?:[一兩二三四五\d]?(?:件|雙|頂|條|款|台|支|副|把|張|組|套|床|頂|盞|塊|只|輛)|一個)"
_NO_THING = "(?!但|可是|不過|卻|可惜|又怕|顏色|尺寸|尺碼|號碼|禮拜|星期|月|路|人|客|方法|時|理由|答案|東西|禮物|工作|地方|問題|訂單|單|包裹|貨|票|發票|試|比較|新的|好的|適合|你|我|他|她|來|店|朋友|說法|交代|解釋|房|車|送|可以|能)"
_WANT = But.REPORTED | But.DENIED | But.PAST
_LIKE = But.SUPPOSED | But.REPORTED | But.ASKED | But.OTHERS
_rule = GROUND.rule
_VERY = r"(?:很|非常|超級?|最|真的|真|好|蠻|滿|挺|還|一直|都|也|特別|比較|是|有夠|一直都|就)*"
_BUY = r"(?:採購|團購|訂製|大量訂|買|訂購|訂|購買|購入|入手|入|敗|添購|換|收|帶|挑選|挑|選|找|看看|看|添)"


def _second(heard: Heard, key: str) -> Iterator[Statement]:
    yield heard.statement(key, heard.words("w"), span=heard.place("w"), confidence=SURE)


def _any(heard: Heard, key: str) -> Iterator[Statement]:
    for group in ("v", "w", "x", "y"):
        if heard.has(group):
            start, _ = heard.place(group)
            said = heard.words(group).strip()
            if said.isascii() and not is_latin_good(heard, said.lower(), start):
                return
            yield heard.statement(key, said, span=(start, start + len(said)), confidence=SURE)


def _wished(heard: Heard) -> Iterator[Statement]:
    """What is wanted, unless somebody else is who wants it."""
    if not _SOMEBODY.search(GROUND.clause(heard).before):
        if heard.has("v") and re.fullmatch(ALONE, heard.match["v"]):
            place = heard.place()
            yield heard.statement("colour", as_colour(heard.match["v"]), span=place)
            return
        yield from _any(heard, "product_interest")


def _instead(heard: Heard) -> Iterator[Statement]:
    """In place of what was looked for last."""
    for one in _thing("product_interest")(heard):
        yield replace(one, corrects=True)


RULES = (
    _rule("要幫 要給 要替 要採購 要團購 要換 希望 決定 計畫 想 要買 要訂 要找 打算 準備 考慮", rf"(?<!不)(?<!沒)(?:想要?|想說(?:要)?|要|打算|準備|考慮|計畫|決定|希望)(?:再|先|另外|自己|幫自己|為自己|幫我自己|跟你們|在你們這|(?:幫|替|為|給)[^,，。]{{1,5}}?)*{_BUY}(?:了|個|一下|給自己|給我自己)? ?{GOODS}(?!怎麼|可以退|的?(?:尺寸|尺碼|顏色|大小|地址))", _thing("product_interest"), _WANT | But.SUPPOSED & ~But.SUPPOSED, near=True),
    _rule("想要 需要 缺 我要 急需", rf"(?<!不)(?<!沒)(?<!有)(?:想要|需要|缺|我要(?=[一兩三二\d]?[件雙頂個條]|新)|急需) ?{GOODS}(?!壞|破|了)", _thing("product_interest"), _WANT | But.SUPPOSED, near=True),
    _rule("該買 該換 該添 猶豫 差一 就差 還缺 還少 看上 相中 目標 手刀 買 種草 燒到", rf"(?<!不)(?:該|得|來|可以)(?:要)?(?:去)?(?:買|換|添|入手)(?:個|了)? ?{GOODS}|(?:猶豫|糾結|煩惱)(?:著)?(?:到底|該)?(?:要不要|該不該|是否|買不買)(?:要)?(?:買|入手|換|敗|訂)? ?{GOODS.replace('<v>', '<w>')}|(?:就|只|還)(?:差|缺|少)(?={_COUNTED}) ?{GOODS.replace('<v>', '<x>')}(?!在|沒|不見|[^,，。]{{0,4}}(?:寄|給))|(?:看上|相中|看中|鎖定|瞄準|被燒到)(?:了)? ?{GOODS.replace('<v>', '<y>')}", _wished, _WANT, near=True),
    _rule("考慮", rf"(?<!不)(?<!不會)(?:在|正在|有在|有|也在)考慮(?!要不要退)(?:你們(?:家)?的)? ?{GOODS}(?![^,，。]{{0,6}}退)", _thing("product_interest"), _WANT | But.SUPPOSED, near=True),
    _rule("考慮", rf"(?:^|[,，。 ]|想問|想問問|關於){_ONLY}(?:我)?[,，]?(?:我)?(?:還|有|在|一直|正|已經)*考慮(?:買|入手|了?(?:很|好)久|中|要買)", lambda heard: _any(heard, "product_interest"), _WANT | But.ASKED, near=True),
    _rule("幫我找 幫我挑 幫我選 幫忙挑 幫忙找 想買副 下訂 買副 想買條 買台", rf"幫(?:我|忙)(?:找|挑|選|推薦) ?{GOODS}|(?:想|要)(?:買|找|挑|換|添|入手)(?:副|條|頂|件|雙|台|支|把|組|盞|套|床) ?{GOODS.replace('<v>', '<w>')}|(?:想|要|打算|準備)(?:下訂|下單|預訂|訂) ?{GOODS.replace('<v>', '<x>')}", _wished, _WANT | But.SUPPOSED),
    _rule("嗎?我想要 想要一 嗎,我想", rf"(?:^|[,，。 ]){_ONLY}(?:還有|有)(?:貨|庫存|現貨)?(?:嗎|\?)+[,，? ]*我?(?:很|蠻)?想(?:買|要|訂)(?:一?[件雙頂個條])?", lambda heard: _any(heard, "product_interest"), But.REPORTED),
    _rule("想買 要買 想找 在找", rf"(?:最近|我|正|也|好|真的|很|超|^)(?:想|要)(?:買|入手)(?![一-鿿]{{0,8}}(?:{NOUN}))(?P<v>(?!{_COUNTED}|東西|禮物|什麼|你|我|他|她|給|了|的|不|多|大|小|單|票|保險|一|這|那|衣服的){_NO_THING}[一-鿿]{{3,6}})(?<![嗎了的啊呢買用穿])(?=[,，。!！~ ]|$)", _wished, _WANT | But.ASKED | But.SUPPOSED | But.OTHERS, near=True),
    _rule("目標 打算 準備 計畫 預計 想 要", rf"(?:我|這次|今年)的目標(?:就)?是(?:買)? ?{GOODS}|(?:打算|準備|計畫|預計|想要?|要)(?:在)?(?:今年|今天|明年|下個?月|月底|年底|下週|這週|週末|這個月|這次|冬天|夏天|過年前?|[^,，。去到]{{1,4}}前)(?:再|要|就|先|來)?(?:去)?{_BUY}(?:個)? ?{GOODS.replace('<v>', '<w>')}", _wished, _WANT | But.SUPPOSED, near=True),
    _rule("找 買 缺 需要 想要 添購 入手 訂", rf"(?:(?:想|要|打算|準備|考慮)(?:再|幫自己|給自己|另外|入手|訂|添購|買|找|換|敗)+|在找|缺|需要|想要|添購|入手)(?:了)? ?{_COUNTED}(?:比較)?(?:[一-鿿]{{1,8}}的)?(?![一-鿿]{{0,8}}(?:{NOUN}))(?P<v>{_NO_THING}[一-鿿]{{2,6}}?)(?=[,，。!！~\s]|$|給自己|放|來用|就好|可以)", _wished, _WANT | But.ASKED | But.SUPPOSED | But.OTHERS, near=True),
    _rule("在找 找 在看 在挑 物色", rf"(?:(?:我|正|最近|目前|一直|現在)?在(?:找|看|挑|物色|選|逛)|我(?:想)?找(?!手機|照片|單號|訂單|發票|客服|人|不到)|尋找|物色|我?先看看) ?{GOODS}", _thing("product_interest"), _WANT | But.ASKED | But.SUPPOSED, near=True),
    _rule("興趣", rf"對 ?{GOODS}(?:很|蠻|滿|非常|超|也|比較)?(?:有興趣|感興趣)|(?:有興趣|感興趣)(?:買|購買|的是)? ?(?:你們(?:家)?的)?(?P<w>{_ONLY.replace('(?P<v>', '(?:')})", lambda heard: _thing("product_interest")(heard) if heard.has("v") else _second(heard, "product_interest"), _WANT | But.ASKED, near=True),
    _rule("推薦 介紹", rf"(?:(?:幫我|請|可以|能|可否|麻煩)(?:推薦|介紹)(?:我|一下|給我|幾)*|(?<!會)(?<!很)(?<!大力)(?:推薦|介紹)(?:我|一下|給我)) ?{GOODS}", _thing("product_interest"), But.REPORTED),
    _rule("我想買 想買 想要", rf"(?:有|賣){GOODS}(?:嗎|\?)+[,，? ]*我?(?:很|蠻)?想(?:買|要|入手)(?:一[件雙頂個條])?(?=[,，。!]|$)", _thing("product_interest"), But.REPORTED),
    _rule("要買 要訂 也想 我想 想買 心動 需要一", rf"(?:^|[,，。 ]|那款|那個)(?:還)?(?:有沒有|有)?(?:推薦的|[一-鿿]{{1,3}}色的?)?{_ONLY}(?:嗎)?[,，? ]*(?:我)?(?:也|很|還|蠻|正好|剛好)*(?:想(?:買|要|入手)|需要|要(?:買|訂))(?:一?[件雙頂個條])?(?=[,，。!]|$)|對(?:你們(?:家)?的|那款|那件|這款)?{_ONLY.replace('<v>', '<w>')}(?:很|超|非常)?心動", lambda heard: _any(heard, "product_interest"), _WANT),
    _rule("送", rf"(?:想|要|打算|準備)(?:買(?:來)?)?送(?:給)?[^,，。]{{0,6}}?(?={_MEASURE}){GOODS}", _thing("product_interest"), _WANT | But.ASKED | But.SUPPOSED, near=True),
    _rule("訂購 採購 團購 購買 適合", rf"(?:想|要)(?:談|問|了解|詢問|洽詢|詢價)(?:一下|談|看)?(?:大量|團體|公司)?(?:訂購|採購|團購|購買) ?{GOODS}|有(?:沒有|什麼)?(?:比較)?適合[^,，。]{{1,14}}的{GOODS.replace('<v>', '<w>')}", lambda heard: _any(heard, "product_interest"), But.REPORTED),
    _rule("改找 改買 改看 改要", rf"改(?:找|買|看|要|訂) ?{GOODS}", _instead, _WANT | But.ASKED | But.SUPPOSED, near=True),
    _rule("不用了 不要了 不買了 不考慮了 不需要了", rf"(?:^|[,，。 ])(?:那個?|那件|那雙)?(?P<not>){_ONLY}(?:我)?(?:就|先|應該|暫時|也)*(?:不用|不要|不買|不考慮|不需要)了", _thing("product_interest"), But.REPORTED | But.SUPPOSED | But.ASKED),
    _rule("不要 不用 不買 不找", rf"(?P<not>(?:不要|不用|不買|不找)) ?{GOODS}了", _thing("product_interest"), But.REPORTED | But.SUPPOSED | But.ASKED),
    _rule("興趣", rf"(?:^|[,，。])(?:你們(?:家)?的?)?(?:那|這)?{_MEASURE}?{_ONLY}(?:我)?(?:真的|也|都|很|蠻|滿|非常|超級?|最)*(?:有興趣|感興趣)", lambda heard: _any(heard, "product_interest"), _WANT | But.ASKED, near=True),
    _rule("有沒有 有賣 有那種", rf"(?:有沒有|有賣|有)(?:賣)?(?:那種|什麼)? ?{GOODS}(?:嗎)?[,，? ]+(?:我|最近|這次|下[週個])*(?:想|要|打算|準備|預計)(?!問|知|了解|看|退|換|查|請|說)(?:買|穿|用|帶|去|送|爬|露|登|滑|旅|參|騎|跑)", _thing("product_interest"), But.REPORTED),
    _rule("用的", rf"(?:想|在|要)(?:要)?(?:找|買)(?:一?[個台組把件張])?[一-鿿]{{2,4}}用的(?![一-鿿]{{0,8}}(?:{NOUN}))(?P<v>{_NO_THING}[一-鿿]{{2,5}})(?=[,，。!！~\s]|$)", _wished, _WANT | But.ASKED | But.SUPPOSED | But.OTHERS, near=True),
    _rule("有沒有 有賣", rf"(?:有沒有|有賣)(?:那種|什麼)? ?{GOODS}(?:嗎)?[,，? ]+[^。?]{{0,12}}?我(?:穿|是|的腳|腳)?(?:\d{{2}}(?:\.5)?號|[smlx]{{1,3}}號?)(?=[,，。]|$)", _thing("product_interest"), But.REPORTED),
    _rule("求", rf"(?:^|[,，。 ])(?:跪)?求(?:推薦|購)?(?:一?[件雙頂個條款])? ?{GOODS}", _thing("product_interest"), But.REPORTED),
    _rule("有推薦的 有沒有推薦", rf"(?:有沒有|有)(?:什麼)?推薦的? ?{GOODS}", _thing("product_interest"), But.REPORTED),
    _rule("愛不釋手 最愛 愛用 控 情有獨鍾 偏好 迷", rf"對(?:你們的|那|這)?(?:[件雙頂個條款])?{_ONLY}(?:真的)?愛不釋手|(?:那|這)?(?:[件雙頂個條款])?{_ONLY.replace('<v>', '<w>')}(?:真的|絕對|一直)*(?:是我的(?:最愛|心頭好)|我(?:超|很)?愛用)|我(?:比較)?偏好(?:穿)?{_ONLY.replace('<v>', '<x>')}", lambda heard: _any(heard, "product_liked"), _LIKE | But.DENIED),
    _rule("超喜歡 很喜歡 最喜歡 超愛", rf"{_ONLY}我?(?:已經|都)?(?:回購|買)了?[^,，。]{{0,6}}[,，](?:真的)?(?:超級?|很|最|好)(?:喜歡|愛)(?=[,，。!~]|$)", lambda heard: _any(heard, "product_liked"), _LIKE | But.DENIED),
    _rule("好感 沒興趣 反感 接受", rf"對 ?{GOODS}(?:沒(?:有)?(?:什麼)?(?:好感|興趣)|很?反感)|(?:不(?:太)?能|無法|沒辦法|很難)接受 ?{_ONLY.replace('<v>', '<w>')}", lambda heard: _any(heard, "product_disliked"), _LIKE),
    _rule("弄丟了 壞了 破了 舊了 不見了 穿壞了 凹了 裂了 斷了 漏了 髒了 平了 爛了 壞掉了 斷掉了", rf"{_ONLY}(?:弄丟|摔[壞凹破爛]|凹|裂|斷|漏|髒|壞|破|太舊|舊|不見|穿壞|用壞|穿破|磨破|磨平)(?:掉)?了[,，]?(?:所以)?(?:我)?(?:想|要|打算|該)(?:再)?(?:買|換|找)(?!一?[個件雙頂條副把台]?(?:新的)?{NOUN})", lambda heard: _any(heard, "product_interest"), _WANT),
    _rule("不想買 不要買 不考慮 不需要", rf"(?P<not>(?:不想買|不要買|不考慮買?|不需要|不買)(?:了)?) ?{GOODS}", _thing("product_interest"), But.REPORTED | But.SUPPOSED | But.ASKED),
    _rule("喜歡 愛 鍾愛 迷上 情有獨鍾 中意", rf"(?<!不)(?<!不太)(?<!沒有很)(?<!不怎麼)(?<!可){_VERY}(?:喜歡(?:穿|用|戴)?|愛(?:穿|用|戴|死|上)?|鍾愛|迷上|中意)(?:了)? ?{GOODS}(?!嗎|的顏色|的話)", _thing("product_liked"), _LIKE | But.DENIED),
    _rule("喜歡 愛 情有獨鍾", rf"(?:那|這)(?:件|雙|頂|個|條|款|張)?(?:的)? ?{_ONLY}[,， ]?(?:我)?(?:真的|也|都|超級?|很|非常|最|好)+(?:喜歡|愛(?:死了)?)|我對{_ONLY.replace('<v>', '<w>')}情有獨鍾|我對(?P<x>{STUFF})情有獨鍾|{_ONLY.replace('<v>', '<y>')}我(?:真的|也|都|超級?|很|非常|最|好)*(?:喜歡|愛(?:死了|穿|用|戴|死|(?=[,，。!~]|$)))", lambda heard: _any(heard, "product_liked"), _LIKE | But.DENIED),
    _rule("敢穿 敢用 敢戴 不喜歡 討厭 不愛 不太喜歡 受不了 恨 不怎麼喜歡 怕", rf"(?:(?:不|不太|不是很|不怎麼|沒有很|從來不|最不|真的不|沒那麼)(?:喜歡(?:穿|用|戴)?|愛(?:穿|用|戴)?)|(?:最|很|超|好)?討厭(?:穿|用|戴)?|不(?:太)?敢(?:穿|用|戴)|受不了|我恨|無法接受|穿不慣|痛恨|很怕(?:穿)?) ?{GOODS}", _thing("product_disliked"), _LIKE),
    _rule("不喜歡 討厭 不愛", rf"(?:那|這)(?:件|雙|頂|個|條|款|張)?(?:的)? ?{_ONLY}[,， ]?我?(?:真的|很|超|也)?(?:不(?:太|怎麼|是很)?喜歡|不愛|討厭)|{_ONLY.replace('<v>', '<x>')}[^。,，]{{0,14}}[,，]我?(?:很|真的|所以)?(?:不(?:太|是很)?喜歡|討厭)(?=[,，。!]|$)|{_ONLY.replace('<v>', '<w>')}我(?:真的|很|超|也|都)?(?:不(?:太|怎麼|是很)?喜歡|不愛|討厭)", lambda heard: _any(heard, "product_disliked"), _LIKE),
    _rule("有 擁有 買過 買了 手上", rf"(?:(?:我|我們|家裡|家|自己|手上|手邊|我家|我家裡)(?:還|目前|現在|早就|已經|也|都|就|本來|自己)*有(?:了)?(?!買|沒|在|問|個問|事|想|看|訂|說|聽)|(?:我|之前|去年|上次|前年|上週|上週末|上禮拜|上個月|已經|以前|早就|曾經|前陣子|冬天|夏天|春天|秋天)+(?:在(?:你們|貴店)(?:這|店裡?|家)?|跟你們)?(?:也|有)?買(?:過|了)(?:一)?|擁有|入手了) ?{GOODS}(?!.{{0,8}}(?:問題|壞|破|送給|要退|想退|嗎|不見))", _owned, But.SUPPOSED | But.REPORTED | But.ASKED | But.OTHERS | But.DENIED, near=True),
    _rule("穿的 用的 背的 戴的", rf"我?(?:現在|目前|手上|身上)?(?:穿|用|背|戴|睡)的(?:就)?是 ?{GOODS}", _owned, But.SUPPOSED | But.REPORTED | But.ASKED | But.OTHERS | But.DENIED, near=True),
    _rule("有了 買過 已經有 買了", rf"(?:^|[,，。 ]){_ONLY}我?(?:自己|家裡)?(?:(?:已經|早就|都)+(?:有(?:了|[一兩二三四五\d][件雙頂個條款把支])?|買過?了?)|有了)(?=[,，。!]|$)", _owned, But.SUPPOSED | But.REPORTED | But.ASKED | But.OTHERS | But.DENIED),
    _rule("買的", rf"(?:上個月|上週|上次|去年|前年|之前|前陣子|以前|在你們(?:這|家)?|跟你們)(?:在(?:你們|貴店)(?:這|家|店)?|跟你們)?買的(?:那|這)?(?:[件雙頂個條款])? ?{GOODS}(?=.{{0,6}}(?:陪|到現在|很|超|好|真|還|用|穿|,|，|$))", _owned, But.SUPPOSED | But.REPORTED | But.ASKED | But.OTHERS, near=True),
    _rule("賣掉 送人 賣了 丟了 丟掉 捐 退了 送給 弄丟 沒有了 不見", rf"(?:我)?(?:把|的|那[件雙頂個條把台]|舊)+ ?{_ONLY}(?:已經)?(?:賣掉|賣|送人|送出去|送給[^,，。]{{1,4}}|丟掉|丟|捐|捐掉|捐出去|轉賣|退)了", _thing("product_owned", ended=True), But.SUPPOSED | But.REPORTED | But.ASKED),
)  # fmt: skip
