"""Order numbers, what became of orders, and what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing import takes
from chat_server.hearing.contact_details import ORDER, as_order_number
from chat_server.hearing.rule import But, Heard

from .colours import ALONE
from .nouns import NOUN
from .words import GROUND, KIN

ITEM = rf"(?:包裹|訂單|貨|商品|東西|衣服|外盒|盒子|箱子|袖子|領口|鞋底|鞋跟|底部|扣環|帶子|桿子|營柱|縫線|拉鍊|杯緣|{NOUN})"
_NUMBERS = rf"(?P<v>{ORDER})(?: ?(?:和|跟|、|,|與|還有|以及|及) ?#?(?P<w>{ORDER}))?"
_NO_SHOP = re.compile(
    r"網站|網頁|app|連結|信箱|e?mail|帳號|門號|手機號|預算|折扣碼|優惠|登入|密碼|天氣|心情|電腦|付款|結帳|信用卡|螢幕|會員|系統(?!顯示)"
)
_OLD = re.compile(
    r"舊的?|以前的|之前那|原本的|家裡的|(?:前|上)一[雙件個]|上次(?:買的)?那[雙件個頂條]|之前(?:買的)?那"
)
_IN_USE = re.compile(
    r"穿(?:了|過|沒|一|到|兩|不)|用(?:了|沒|一|過|不|到)|洗|才[^,，。]{0,6}(?:天|次|週|個月)|第一[天次]|下雨|裝水|走了|爬"
)
_ARRIVED = re.compile(r"收到|一?打開|拆開|寄來|送來|到貨|寄到|到的時候|拿到|來的時候|外盒")
# A thing of one's own that gave out, in place of which another is wanted.
_REPLACED = re.compile(
    r"想(?:要|再)*(?:買|換一?[雙件個頂條副把台]|換新|添|找|入手|看看)|要(?:再)?(?:買|換(?:一?[雙件個頂條副把台]|新))|該(?:買|換)|推薦|考慮(?:買|換|入手)"
)
_OF_SHOP = re.compile(
    r"收到|寄|送來|訂單|退|換貨|保固|你們(?:家)?(?:買|的)|才|剛買|新買|上週|上個?月|\d{5}"
)
_DURATION = r"(?:快|超過|將近|已經|都|了)*(?:半個?月|(?:[一二兩三四五六七八九十\d]{1,3}|好幾|幾|半)個?多?(?:天|日|週|周|星期|禮拜|月))"
_DELIVERED = re.compile(
    r"(?:顯示|狀態|系統|物流|網站|查詢)[^。]{0,8}(?:送達|配達|簽收|投遞|取件|到貨|完成)"
)
_QUESTION_TAIL = re.compile(r"[^,，。]{0,4}(?:嗎|沒\?|了沒)")


def _orders(heard: Heard) -> Iterator[Statement]:
    low = heard.sentence.low
    if re.search(
        rf"(?:{KIN}|你說的?|您說的?|物流|宅配|追蹤|貨運|包裹|發票|統)的?[^,，。\d]{{0,3}}\Z",
        low[: heard.match.start()],
    ):
        return
    if re.match(r"[^,，。]{0,3}(?:不是我的|是別人的)", low[heard.match.end() :]):
        return
    if _is_whose(heard, "v"):
        return
    for group in ("v", "w"):
        value = as_order_number(heard.match[group]) if heard.has(group) else None
        if value is not None:
            yield heard.statement("order_number", value, span=heard.place(group))


def _bare_order(heard: Heard) -> Iterator[Statement]:
    value = as_order_number(heard.match["v"])
    if value is None or value.startswith("09") or _is_whose(heard, "v"):
        return
    if re.search(
        r"(?:電話|手機|統編|卡號|物流|追蹤|郵遞區號|nt\$|\$|€|發票)[^,，。\d]{0,6}\Z",
        heard.sentence.low[: heard.match.start("v")],
    ):
        return
    yield heard.statement("order_number", value, span=heard.place())


def _said_order(heard: Heard) -> Iterator[Statement]:
    """Found by the customer, or named as one that they may have."""
    for group in ("v", "w", "x"):
        value = as_order_number(heard.match[group]) if heard.has(group) else None
        if value is not None and not value.startswith("0") and not _is_whose(heard, group):
            yield heard.statement("order_number", value, span=heard.place(group))


def _is_whose(heard: Heard, group: str) -> bool:
    """Whether it is asked whose it is."""
    return re.match(r" ?(?:是|這是)?誰的", heard.sentence.low[heard.match.end(group) :]) is not None


def _worn_out(heard: Heard) -> bool:
    low = heard.line.low
    return _REPLACED.search(low) is not None and _OF_SHOP.search(low) is None


def _damage(heard: Heard) -> Iterator[Statement]:
    """Broken on arrival, or failing in use."""
    low = heard.sentence.low
    if _NO_SHOP.search(low) or _OLD.search(low) or _QUESTION_TAIL.match(low[heard.match.end() :]):
        return
    if re.search(
        r"(?:拉鍊|扣環|鈕扣|釦子|帶子|魔鬼氈)[^,，。]{0,3}\Z", low[: heard.match.start()]
    ) and not re.fullmatch("(?:就)?是[斷破裂]的", heard.match[0]):
        return
    if _worn_out(heard) or (
        "濕" in heard.match[0] and re.search("下大?雨", low) and not re.search("漏|滲|進水", low)
    ):
        return
    fails = _IN_USE.search(low) is not None and _ARRIVED.search(low) is None
    yield heard.statement("open_problem", "defect" if fails else "damaged", confidence=0.9)


def _defect(heard: Heard) -> Iterator[Statement]:
    low = heard.sentence.low
    if _NO_SHOP.search(low) or _OLD.search(low) or _QUESTION_TAIL.match(low[heard.match.end() :]):
        return
    if _worn_out(heard):
        return
    broken = _ARRIVED.search(low) is not None and re.search("壞|掉|斷", heard.match[0]) is not None
    yield heard.statement("open_problem", "damaged" if broken else "defect", confidence=0.9)


def _problem(heard: Heard, value: str) -> Iterator[Statement]:
    if re.search(rf"{KIN}的?(?:訂單|包裹|單子|東西|貨)", heard.sentence.low[: heard.match.start()]):
        return
    if value == "refund" and re.search(
        "(?:怎麼|如何)[^,，。]{0,4}\\Z", heard.sentence.low[: heard.match.start()]
    ):
        return
    if not _QUESTION_TAIL.match(heard.sentence.low[heard.match.end() :]):
        yield heard.statement("open_problem", value, confidence=0.9)


def _wrong(heard: Heard) -> Iterator[Statement]:
    if re.search("[不別]\\Z", heard.sentence.low[: heard.match.start()]):
        return iter(())
    if re.search(
        "(?:號碼?|編號|地址|電話|信箱|名字|資料|留的|填的|說的)[^,，。]{0,6}\\Z",
        heard.sentence.low[: heard.match.start()],
    ):
        return iter(())
    return _problem(heard, "wrong_item")


def _late(heard: Heard) -> Iterator[Statement]:
    if re.search(
        r"退款|退費|退錢|款項|回覆|回信|入帳|補貨|上市|開賣|決定|想好|下單|付款",
        heard.sentence.low[max(0, heard.match.start() - 5) : heard.match.end() + 6],
    ):
        return
    if re.search("(?:好|很|許)久\\Z", heard.sentence.low[: heard.match.start()]) and re.search(
        "沒來", heard.match[0]
    ):
        return
    if _DELIVERED.search(heard.sentence.low) or re.search(
        "退貨|退款|退回|退了", heard.sentence.low[: heard.match.start()]
    ):
        return
    yield from _problem(heard, "late")


def _missing(heard: Heard) -> Iterator[Statement]:
    if re.search(
        "想(?:再)?買|再買|買新的|還(?:缺|少)[一兩][雙件個頂條副把台](?![^,，。]{0,6}(?:沒|寄|給))",
        heard.sentence.low,
    ) and not re.search("收到|寄|包裹|箱|盒", heard.sentence.low):
        return iter(())
    waited = re.search("收到", heard.match[0]) and re.search(
        r"等了|還是|到現在|天了|週了|禮拜了|月了", heard.sentence.low
    )
    if waited and not _DELIVERED.search(heard.sentence.low):
        return _problem(heard, "late")
    return _problem(heard, "missing")


_WORSE = re.compile(
    r"但|可是|不過|(?<!沒)(?<!沒有)(?:破|壞|錯|髒|裂|少|瑕疵)|不對|怎麼|尺寸不|大小不"
)


def _solved(heard: Heard) -> Iterator[Statement]:
    low = heard.sentence.low
    if (
        _WORSE.search(low)
        or _QUESTION_TAIL.match(low[heard.match.end() :])
        or re.search("信|簡訊|通知|mail|回覆", heard.match[0])
    ):
        return
    yield heard.statement("open_problem", None, confidence=0.9)


def _state(heard: Heard, state: str) -> Iterator[Statement]:
    low = heard.sentence.low
    behind = low[heard.match.end() :]
    if (
        re.match(r"[^,，。]{0,6}(?:嗎|沒有?\?|了沒|沒(?=$|[,，]))", behind)
        or _WORSE.search(low)
        or re.search("沒(?!問題|壞|錯|事)|尚未|應該|早該|該到|可能", low)
    ):
        return
    yield heard.statement("order_state", state, confidence=0.85)


_BAD = But.SUPPOSED | But.REPORTED | But.OTHERS
_rule = GROUND.rule
RULES = (
    _rule("訂單 單號 订单 編號 order", rf"(?:訂單|订单|單號|(?<!統)(?<!物流)(?<!會員)(?<!客戶)編號|order)(?:的)?(?:編號|號碼|号码|号|號| ?no| ?number)?(?:\.)?(?:就)?(?:是|為|:|,)? ?#?{_NUMBERS}(?!元|塊)", _orders, But.SUPPOSED | But.OTHERS),
    _rule("0 張 筆 單 這 到哪 出貨 送達", r"(?<![\d#$.-])#?(?P<v>(?:[a-z]{1,3}-?)?\d{4,10})(?!\d) ?(?:這|那)?(?:一)?(?:張|筆|個)?(?:訂單|單子|單(?!號)|這筆|這張|到哪|什麼時候(?:到|出|寄)|出貨|已經(?:送達|出貨|寄|到)|已送達|還沒|怎麼還|一直沒|退回|取消|我(?:取消|退))", _bare_order, But.SUPPOSED | But.OTHERS),
    _rule("0", rf"(?:^|[,，。! ])#?(?P<v>\d{{5,6}}) ?(?=的(?:問題|事|退款|包裹|貨|東西|{NOUN})|(?:這|那)[張筆個件]|寄來|送來|收到|少|缺|漏|退款|沒|還|怎麼|已|昨天|今天|前天|剛|出貨|顯示|物流|裡面|破|壞|的狀況)", _bare_order, But.SUPPOSED | But.OTHERS),
    _rule("0 查 看 關於 把 處理 幫我", r"(?:查(?:詢|一下)?|看(?:一下|看)?|關於|把|處理|確認|取消|追蹤)(?:一下)? ?(?:我的?)?#?(?P<v>(?:[a-z]{1,3}-)?\d{5,8})(?![\d元塊-])", _bare_order, But.SUPPOSED | But.OTHERS),
    _rule("單號 訂單 編號", r"(?:單號|訂單(?:編號|號碼)?|編號)[^。\d#]{2,10}[,，： ]+(?:就是|是|:) ?#?(?P<v>\d{5,8})(?![\d元塊-])", _said_order, But.SUPPOSED | But.OTHERS),
    _rule("找到 查到 應該是 好像是 那張 張單 那個是", r"(?:找到了?|查到了?)[,，: ]*(?:單號|訂單)?(?:是|:)? ?#?(?P<v>\d{5,8})(?![\d元塊-])|(?:訂單|單號|編號|訂單號碼|(?<!電話)(?<!手機)(?:^|[,，。 ])號碼)(?:那個|可能|好像|應該|大概)+(?:是)? ?#?(?P<w>\d{5,8})(?![\d元塊-])|(?:我那張|有張單|有一張單|我那筆) ?#?(?P<x>\d{5,8})(?![\d元塊-])", _said_order, But.SUPPOSED | But.OTHERS),
    _rule("0 取消 領到 拿去退 退掉 已取消 張單 可以", r"(?<![\d#$.-])#?(?P<v>\d{5,8})(?!\d) ?(?:那筆|那張|這筆|這張|這個)?(?:我|已經|早上|昨天|今天|剛剛?|被我|拿去|已|可以|能)*(?:取消|領到|收到|拿到|退(?!\d)|換|張單)|(?:取消|退掉|收到)了? ?#?(?P<w>\d{5,8})(?![\d元塊-])", _said_order, But.SUPPOSED | But.OTHERS),
    _rule("錯", rf"(?:訂單|單號|編號|號碼)[^。]{{0,8}}錯了?[,，。 ]*(?:應該|正確的?)?(?:是|為) ?#?(?P<v>{ORDER})", _orders, But.SUPPOSED | But.OTHERS),
    _rule("張 筆 分別", rf"(?:兩|二|三|\d)[張筆個](?:訂單)?[,，: ]*(?:分別是|是|:)? ?{_NUMBERS}", _orders, But.SUPPOSED | But.OTHERS),
    _rule("#", r"(?<![\w&])#(?P<v>\d[\d-]{3,11})(?![\d-])", takes.order, But.SUPPOSED | But.OTHERS),
    # What is wrong
    _rule("缺角 缺口 缺了 破 壞 損 裂 刮 髒 污 凹 碎 爛 濕 洞 斷 脫膠 變形 掉漆 摔 染 鬆 脫落", r"(?<!沒)(?<!不會)(?<!不容易)(?<!不怕)(?:破(?:了|掉|洞|損|裂|一|個|的)|[有破](?:了)?(?:個|一個|一)?(?:大|小)?(?:破?洞)|壞(?:了|掉|的)|損壞|毀損|受損|破損|裂(?:開|痕|了|掉|縫)|刮(?:痕|傷|花)|弄髒|很髒|髒(?:了|掉|髒|的)|(?:有|是)?(?:污漬|汙漬|髒污|污點)|凹(?:陷|了|掉)|碎(?:了|掉|裂|的|光)|摔(?:壞|爛|破)|缺(?:了)?(?:一)?(?:個)?(?:角|口)|破角|爛(?:掉|了)|鬆(?:掉|脫|開)|脫落|(?:折斷|斷裂|斷成|(?:斷|脫落)(?:了|掉))|脫膠|開膠|變形|掉漆|(?:是|都|全|濕)濕(?:的|了|掉)|染(?:到|色))", _damage, _BAD | But.ASKED | But.DENIED),
    _rule("不著 發出 怪聲 異音 鞋底 鞋頭 鞋跟 接縫 縫線 袖口 領口 開口 縮 不會 不亮 不保溫 不發熱 不加熱 沒反應 充不進 瑕疵 故障 不能 無法 打不開 不會動 充不了電 開不了機 拉鍊 漏水 滲水 脫線 縮水 不防水 起毛 漏氣 褪色 掉色 掉毛 開口笑 扣環 失靈 卡住 進水 不保暖", r"(?<!不會)(?<!會不會)(?:(?<!沒)(?:有)?瑕疵|故障|(?:點|打|開)不著|(?:發出|有)(?:奇怪的?|怪|很大的?)?(?:聲音?|異音|怪聲)|(?:不能|無法)(?:正常)?(?:用|使用|穿|開|充電|拉|扣)(?!信用|折|優|訂|下)|打不開|不會動|充不了電|開不了機|無法(?:開機|充電)|(?:拉鍊|扣環|鈕扣|釦子|帶子|魔鬼氈)(?:整個|又|就是|就|是|都|已經|才)?(?:壞|卡|拉不|斷|掉|爆)|(?:會|一直|開始|在)?(?:漏水|漏氣|滲水|進水)|脫線|拉鍊[^,，。]{0,8}(?:爆開|爆掉|卡死)|(?:鞋底|鞋頭|鞋跟|接縫|縫線|袖口|領口|底部)(?:就|都|已經|整個|也)*(?:開了?|掉了?|鬆了?|裂了?)(?![心始到])|開口(?:笑|了)|縮[成到][^,，。]{1,6}|縮了[^,，。]{0,3}(?:圈|號|截|寸)|(?:按了|開了|一直|都|完全|根本)?(?:不會|不)(?:亮|轉|發熱|加熱|保溫)(?!嗎)|(?:按了?|開了?)[^,，。]{0,3}沒反應|充不進|縮(?:水|小)(?:了|得|$|[,，。!]|很|超)|(?:根本|完全|一點都|都)?不(?:防水|保暖)|起毛球|褪色|掉色|一直掉毛|失靈|卡住(?:了|拉))(?!嗎)", _defect, _BAD | But.ASKED),
    _rule("寄成 送成 給成 發成 出成 錯 不是我 不對 別人的 不一樣 不符 不同", r"(?:(?:寄|送|發|出|給|拿|配)(?:錯|成別)(?:了|貨)?|(?:寄|送|發|出|給|拿|配)成(?:了)?(?:[一-鿿]{1,2}色|[smlx]{1,3}(?![a-z])|\d{2}號?|[男女童]款)|出錯貨|(?:收到|寄來|拿到|送來|來)(?:的)?(?:是|了)?(?:錯的|錯誤的|別的|別人的)|(?:尺寸|顏色|商品|款式|尺碼|東西)(?:都|也)?(?:寄|送|給)?(?:錯|不對)了?|(?:這)?不是我(?:訂|要|買|選)的|(?:跟|和|與)我?(?:訂|買|選|下單|圖片|照片|網站|網頁|說明)[^,，。]{0,4}(?:不一樣|不符|不同|差很多|對不起來)|別人的(?:東西|包裹|訂單|貨|衣服|鞋子?|靴子|外套|商品|帽子|褲子))", _wrong, _BAD & ~But.OTHERS | But.ASKED),
    _rule("訂 買 選 點 要 收到 來", rf"(?:我)?(?:明明|是|原本)?(?:訂|買|選|點|要|下單)(?:的|了|的是|的明明是)? ?(?:一?[件雙個頂])?(?P<a>{ALONE}|[smlx]{{1,3}}|\d{{2}}|{NOUN})(?:號|碼|的|色)*(?:(?:\d{{2}}|[smlx]{{1,3}})(?:號|碼))?[^,，。]{{0,3}}[,， ]?(?:結果|卻|但是?|可是|竟然|怎麼|可|居然|你們)*(?:給我)?(?:來|收到|寄來?|送來?|拿到|給|寄成)(?:的|了|成|我|的是|一?[件雙個頂]|的卻是|是)* ?(?:{ALONE}|[smlx]{{1,3}}(?![a-z])|\d{{2}}|{NOUN})", _wrong, _BAD & ~But.OTHERS),
    _rule("款 帳", r"(?:寄來|送來|收到|來)(?:的)?(?:是|卻是|了)+(?P<a>男款|女款|童款|單人帳|雙人帳|長版|短版|[兩四六]人帳)[,，]?(?:但|可是|可)?我(?:明明|是)*(?:訂|買|要|選)(?:的是|的)?(?!(?P=a))(?:男款|女款|童款|單人帳|雙人帳|長版|短版|[兩四六]人帳)|我(?:明明|是)*(?:訂|買|要|選)(?:的是|的)?(?P<b>男款|女款|童款|單人帳|雙人帳|長版|短版|[兩四六]人帳)[,，](?:結果|卻|你們)?(?:寄來?|送來?|收到|來)(?:的)?(?:是|卻是|了)*(?!(?P=b))(?:男款|女款|童款|單人帳|雙人帳|長版|短版|[兩四六]人帳)", _wrong, _BAD & ~But.OTHERS),
    _rule("收到 來 寄", rf"(?:收到|寄來|送來|來)(?:的)?(?:是|了|卻是|竟然是)*(?:一?[件雙個頂])? ?(?:{ALONE}|[smlx]{{1,3}}(?![a-z])|\d{{2}}|{NOUN})(?:號|的|色)*[,， ]?(?:但是?|可是|可|不過|明明|,|，)+我?(?:明明|是)?(?:訂|買|要|選|下單)(?:的是|的)?(?:{ALONE}|[smlx]{{1,3}}(?![a-z])|\d{{2}}|{NOUN})", _wrong, _BAD & ~But.OTHERS),
    _rule("現在都 都已經 應該 說好 預計 本來 遲 還沒 在等 延誤 晚到 尚未 沒 等 晚了 卡 停 該到 delay 未", rf"(?:延遲|延誤|遲到了?|晚到|delay|遲了|晚了{_DURATION}|(?:還|到現在(?:都|還)?|現在都|一直|遲遲|怎麼|都|尚|仍|根本)*(?:還是?沒有?|尚未|未|(?<!一直)沒有?(?!收到我)|一直沒有?(?!收到))(?:到(?!家|場|過)|收到(?!回|信|退|[^,，。]{{0,4}}發票|驗證|折|優惠|點數|簡|通知|任何)|送到|寄到|出貨|送達|送來|寄來|寄出|來(?!過|得|電)|看到(?:包裹|貨|東西|影)|拿到|下文|動靜|消息)|(?:一直|到現在|現在)都?沒(?:到|來|消息|出貨|下文)|(?:卡|停)在[^,，。]{{1,10}}(?:好|很|幾|[一二兩三四五\d]+)(?:久|天|個)|早?(?:就)?該到了|(?:應該|本來|說好|預計|說)[^,，。]{{1,6}}(?:會)?(?:到|來|送到|到貨)(?:的)?[,，][^。]{{0,4}}(?:現在|今天|今|都|已經)+[^。]{{0,6}}了|(?:一直)?還在等(?!退|你們(?!的?貨|寄)|客服|處理|回覆|賠|修)|等了?(?:很久|好久|超久|{_DURATION}))(?!.{{0,4}}(?:退款|回覆|退費|補貨))", _late, _BAD | But.SUPPOSED),
    _rule("不見 遺失 丟 沒收到 從來沒 少 消失 漏 缺 沒看到 沒有收到 搞丟", rf"(?:(?:包裹|訂單|東西|貨)(?:好像|可能|是不是)?(?:不見|遺失|弄丟|消失|寄丟|搞丟|被偷|丟(?=了|$|[,，。!]))了?|遺失|寄丟|弄丟|搞丟|(?<!還)(?<!在)(?:一直|從來|根本|都)?沒(?:有)?收到(?:包裹|貨|商品|東西|我的|任何東西)|(?<![多至不減稍])少(?:了|寄|給|裝|拿)?(?:我)?[一兩二三四五六\d](?:件|個|雙|隻|樣|頂|條|支|根|片|包|瓶|顆|張|組|副)|(?:裡面|箱子裡|盒子裡|包裹裡)[^,，。]{{0,3}}少了?{NOUN}|漏(?:寄|裝|出|掉|了)|(?:裡|中|收到|貨|商品|包裹|但|卻)[^,，。]{{0,3}}缺(?:了)?(?:一|兩|[件個雙隻]))", _missing, _BAD | But.ASKED),
    _rule("已取件 被領走 領走", r"(?:超商|門市|店員|店裡|管理室|警衛)[^,，。]{0,6}(?:沒有?|找不到)(?:看到|收到)?(?:我的?)?(?:包裹|貨|東西)|(?:包裹|貨|東西)(?:好像)?被(?:別人|人)?(?:領走|拿走|偷走)", _missing, But.SUPPOSED),
    _rule("送達 送到 配達 簽收 投遞 已送 取件 已到 配送完成", r"(?:顯示|寫|說|系統|狀態|物流|查詢|網站)[^,，。]{0,8}(?:送達|配達|簽收|投遞|取件|已到貨|配送完成|完成配送|送到了?)[^。!！]{0,8}?(?:沒(?:有)?(?:收到|看到|拿到|東西)|未收到|找不到|不在|不是我|沒人|什麼都沒)", _missing, But.SUPPOSED | But.OTHERS),
    _rule("裡 沒有 沒附 只 但 卻 結果 可是", r"(?:箱子|盒子|包裹|袋子|紙箱|裡面|盒內)(?:裡面|裡頭|裡|內)?(?:卻|竟然|居然|根本|完全|並|都|就)*(?:沒有|沒附|沒看到|找不到) ?[一-鿿]{2,6}|(?:訂|買)(?:了)?(?:兩|二|三|四|五|\d)[件個雙隻條頂組][^,，。]{0,8}[,， ]?(?:但|卻|可是|只|結果)+(?:收到|來|寄來?|拿到|給我?)(?:了)?[一兩二三四\d][件個雙隻條頂組]", _missing, _BAD | But.ASKED),
    _rule("沒附 忘了附 忘記放", r"(?:配件|說明書|營釘|收納袋|鞋帶|充電線|吊牌|備品|零件|內袋)(?:都|也|好像|居然)*(?:沒有?附|沒給|忘了附|忘記放|沒放)(?:到|上|進)?", _missing, _BAD | But.ASKED),
    _rule("算錯 收錯 沒有折 沒折 沒扣 扣兩 扣三 刷兩 多扣 多刷 重複 重覆 扣款 扣了 多扣 刷了 多收 統編 發票 收據 抬頭", r"(?:重複|重覆)(?:扣|刷|收)(?:款|費|了)*|被?多(?:扣|刷|收)(?:了|我)*(?:錢|款|[兩二三一\d]|費)|(?:被|卡)(?:扣|刷|收)(?:款|了|到)*[兩二三](?:次|筆)|(?:扣|刷|收)了(?:我)?(?:兩|二|三)(?:次|筆)|(?:發票|收據|統編|抬頭|品名|金額)(?:上)?(?:的)?(?:統編|抬頭|金額|名字|公司|地址)?(?:都|又|給我)?(?:開|打|寫|印|填)錯|(?:金額|價錢|運費|總價|折扣)(?:好像|你們)?(?:算|收|扣)錯|(?:折扣碼?|優惠(?:碼|券)?|點數|禮券|購物金|折價券)[^,，。]{0,6}(?:沒有?折|沒折|沒扣|沒用到|折抵失敗|沒算)(?:到|進去)?|(?:發票|收據|統編|抬頭|金額)[^,，。]{0,4}(?:不對|有誤|錯了)", lambda heard: _problem(heard, "other"), _BAD | But.ASKED),
    _rule("退款 退錢 退費 退給 款項 錢 入帳", r"(?:(?:我)?(?:要|想要|想|需要|申請|請幫我|請|幫我|要求)(?:申請)?(?:全額)?(?:退款|退錢|退費)|(?:退款|退費|退的錢|款項|錢)[^,，。]{0,6}?(?:還沒|一直沒|遲遲沒?|沒有?|尚未|未)(?:有)?(?:收到|下來|到|進來|入帳|退|給|回來|消息|處理|看到)|(?:還沒|尚未|遲遲沒|一直沒|沒有?)(?:收到|拿到|看到)退(?:款|費)|(?:還在|在|一直)等退(?:款|費)|把錢退|退款呢|錢(?:都|也)?(?:還)?沒退|什麼時候(?:才)?(?:會|要)退(?:我)?(?:錢|款|費)給?我?|錢(?:到底)?(?:什麼時候|何時|幾時)(?:才)?(?:會)?(?:退|還|下來|進來|入帳))", lambda heard: takes.problem("refund")(heard) if not re.search(r"可以退款嗎|能退款嗎|怎麼退", heard.sentence.low) else (), _BAD),
    # What became of it
    _rule("斷的 壞的 破的 裂的", r"(?:就)?是(?:斷|壞|破|裂)的", _damage, _BAD | But.ASKED | But.DENIED),
    _rule("送達 配達 簽收 投遞 到貨", r"(?:送達|配達|簽收|投遞|到貨)[^。]{0,20}(?:找不到|沒有我的|沒看到|翻遍)", _missing, But.SUPPOSED | But.OTHERS),
    _rule("收到錢 拿到錢 看到錢 收到款", r"(?:沒|未)(?:有)?(?:收到|拿到|看到)(?:任何|半毛|一毛)?(?:錢|款項)", lambda heard: _problem(heard, "refund") if "退" in heard.line.low else (), But.SUPPOSED | But.OTHERS),
    _rule("泥 濕 霉 味道 臭", rf"(?:收到|打開|寄來|裡面的?|送來)[^,，。]{{0,6}}?(?:{NOUN}|東西|衣服|商品)?(?:都是|全是|全都是|整個|上面有|沾到?|沾滿)(?:了)?(?:泥|水|霉|髒污|污漬|油漬|血)|(?:發霉|淋濕|泡水|溼透|濕透)了?", _damage, _BAD | But.ASKED),
    _rule("開始掉 開始脫 開始起 開始褪 開始漏 鎖不緊 蓋不緊 關不緊 拉不上 扣不上 會漏 一直漏", r"開始(?:掉毛|脫線|起毛球?|褪色|脫膠|漏水|掉色|脫皮|剝落)|(?:鎖|蓋|關|旋|拉|扣)不(?:緊|上|起來)|(?:會|一直)漏(?!掉|接|了)", _defect, _BAD | But.ASKED | But.DENIED),
    _rule("簽收", r"簽收[^。]{0,8}(?:沒簽|沒有簽|不是我簽|沒人簽)", _missing, But.SUPPOSED | But.OTHERS),
    _rule("少附 少放 忘了附 沒附", r"(?:少|漏|忘了)(?:附|放)(?:了)?[一-鿿]{2,4}", _missing, _BAD | But.ASKED),
    _rule("錢咧 錢呢 一毛 退款呢", r"(?:錢|退款)(?:咧|呢|勒)|一毛(?:錢)?都沒(?:有)?(?:看到|收到|退)", lambda heard: _problem(heard, "refund"), But.SUPPOSED | But.OTHERS),
    _rule("只有一 只有兩", r"(?:箱子|盒子|包裹|袋子|紙箱|裡面)(?:裡面|裡頭|裡|內)?(?:卻|竟然|居然|就)?只有[一兩二三][件個雙隻條頂組]", _missing, _BAD),
    _rule("結案 補到 補寄到 沒事了", r"(?:^|[,，。 ])結案(?:了|囉)?(?=[,，。!~]|$)|(?:少|缺|漏)的[^,，。]{0,8}(?:補|寄|收)(?:到|來|齊)了?|沒事了", _solved, But.SUPPOSED | But.REPORTED | But.OTHERS | But.ASKED),
    _rule("解決 處理好 搞定 處理完", r"(?:(?:問題|事情)?(?:已經|都|終於)?(?:解決|處理好|搞定|處理完)了?(?:了|,|，|$|。|!))", _solved, But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED | But.ASKED),
    _rule("沒問題 完好 沒壞 找到了 好了 沒事了 不用 進帳 入帳 到帳 換到 這次", rf"(?:包裹|東西|貨|訂單|商品)(?:已經|後來)?找到了|(?:修|補|縫|換|弄)好了|(?:已經|現在)?沒事了|(?:東西|商品|貨|衣服|鞋子)(?:都)?(?:沒問題|完好|沒壞)|(?:不用|不必)(?:再)?(?:查|找|追|處理)了|(?:退款|錢|款項)[^,，。]{{0,4}}(?:進帳|入帳|到帳|收到|進來|下來)了|(?:已經|也|有)?(?:換|收|拿)到(?:了)?(?:正確|對|新|沒問題|完好)的|(?:新的|補的|換的)(?:{ITEM})?[^,，。]{{0,3}}(?:收到|到)了|這次[^,，。]{{0,6}}(?:對|沒問題|正確)了", _solved, But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED | But.ASKED),
    _rule("收到了 到了 終於 已經收到 進來 到帳 收到 寄到 入帳 下來了 沒問題", rf"(?:終於(?:收到|到|送到|來)了?|(?:已經|剛剛?|今天|昨天|昨晚|上午|早上|(?<=\d)我早上|我?下午(?!茶)[^,，。]{{0,4}})(?:有|都)?(?:收到|到)(?:了)?(?:包裹|貨|商品|{NOUN}|東西)?了?|{ITEM}(?:已經|剛|終於|昨天|今天|我|都)*(?:到|送到|收到|寄到|送達)了|(?:換貨|補寄|新的)[^,，。]{{0,6}}(?:到|收到|寄到|送到)了|(?:退款|錢|款項)(?:已經|都|終於)*(?:收到|入帳|到|下來|進來|到帳)了|(?<!沒)(?<!未)收到了)(?!.{{0,3}}(?:破|壞|錯))", lambda heard: _solved(heard) if re.search("了|收到(?:包裹|貨|商品|東西)|終於", heard.match[0]) else (), But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED | But.ASKED),
    _rule("取消", r"(?:(?:還是|後來|已經|自己|剛剛?|就)*在(?:你們)?(?:網站|網路|網頁|官網|app)上?(?:自己)?取消(?:掉)?了|我(?:已經|剛剛?|昨天|後來|在網[站頁路]上|早上|前天|自己)*(?:把)?(?:訂單)?(?:\d{4,9})?取消(?:了|掉了?|(?=(?:我的)?訂單[^,，。]{0,10}了))|(?:已經|剛剛?|\d{4,9} ?(?:這筆|那筆|這張)?(?:被我|已))取消(?:了|掉|(?=[,，。!]|$)))(?:我的|這個|這筆|訂單)*(?:了)?", lambda heard: _state(heard, "cancelled"), But.SUPPOSED | But.REPORTED | But.DENIED | But.ASKED),
    _rule("退回 寄回 退貨 退掉 拿去退", r"(?:(?:我)?(?:已經|昨天|剛剛?|上週|今天|也|都)*(?:把[^,，。]{1,10})?(?:退回(?:去)?|寄回(?:去|給你們)?|退掉|拿去退)了|(?:退貨|退貨包裹)(?:已經?|昨天|今天)(?:寄出|寄回)|我(?:已經)?退貨了|已經退貨)", lambda heard: _state(heard, "returned"), But.SUPPOSED | But.REPORTED | But.DENIED | But.ASKED),
    _rule("收到 送達 到了 送到 到貨 領到 拿到", r"(?:訂單|單號)[#: ]*\d{4,9}[^,，。]{0,6}?(?:已經|昨天|今天|剛剛?|早就|我|前天|早上|下午|晚上)*(?:收到|送達|送到|到貨?|領到|拿到)(?:了|$|[,，])|\d{5,9} ?(?:那筆|這筆|那張)?(?:已經|昨天|今天|我|早上|下午|晚上|中午|剛剛?|終於|總算|有)+(?:收到|送達|送到|到貨?|領到|拿到)(?:了|$|[,，])|(?:訂單|單號)[#: ]*\d{4,9}[,，] ?(?:貨|東西|包裹|商品)(?:已經|都)?(?:到|收到|送到)了", lambda heard: _state(heard, "delivered"), But.SUPPOSED | But.REPORTED | But.DENIED | But.ASKED),
    _rule("出貨 寄出", r"(?:訂單|單號)?[#: ]*\d{4,9}(?:(?:已經|昨天|今天|剛|已|說|顯示)+(?:出貨|寄出)了?|(?:出貨|寄出)了)", lambda heard: _state(heard, "shipped"), But.SUPPOSED | But.DENIED | But.ASKED),
    _rule("下單 下了 訂好", r"(?:我)?(?:剛剛?|昨天|今天|已經|昨晚|上週|早上|前天)+(?:有|在網站|在你們網站|在官網)?(?:晚上|付款)?(?:下單|下了?(?=\d{5})|下了(?:一筆|一張|這筆|個)?(?:訂單|單)|訂購|下訂)了?", lambda heard: _state(heard, "placed"), But.SUPPOSED | But.REPORTED | But.DENIED | But.ASKED),
)  # fmt: skip
