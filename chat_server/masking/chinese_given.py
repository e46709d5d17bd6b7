"""Given names in Chinese signs without a family's before them, nicknames, and foreign names written by their sound."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.masking import Kind, Span
from chat_server.hearing.chinese.names import is_no_name, signs_of_names
from chat_server.hearing.chinese.words import DOUBLE, SURNAMES

from .lists import words

_MORE = (
    "嬌娥鳳珠枝桂旺祿堂錦棠曉琪博碩紘佑諺紹甫鎧威凱國伊子綺品于亦奕姍霈淳昌盈穗琬婭斐菀苹璦綸紜靚"
)
_SIGNS = "".join(sorted(signs_of_names() | set(_MORE)))
_PLAIN = "".join(
    sorted(
        set(SURNAMES)
        - set(
            "連許簡溫康程游馬石田周高方白金夏江何古童關池談史任賀顧毛錢章萬武安常甘莫申艾向易應伊寧甯龍路包左景官冷滿解單管盛項段葉辛焦畢費雷熊柴陶苗舒魯聞貢屠巢衛柏龐祝曲岳牛商沙花於從因別經能成全明平"
        )
    )
)
_SURNAME = rf"(?:{DOUBLE}|[{SURNAMES}])"
_NICKS = "綠胖瘦寶毛虎龍豬兔"
# What stands before and behind a person in a sentence.
_BEFORE = r"(?:(?<=^)|(?<=[^一-鿿])|(?<=[找問請跟給和與及叫是的對替幫我送被讓為事友服員兒媽爸父母妹姐姊哥弟公婆嫂鄰友闆管師謝絡繫樂檯台孩個到過妻夫])|(?<=你好)|(?<=哈囉)|(?<=謝謝)|(?<=打給)|(?<=從)|(?<=由)|(?<=警衛)|(?<=司機)|(?<=房東)|(?<=保全)|(?<=阿嬤)|(?<=阿公)|(?<=奶奶)|(?<=爺爺)|(?<=外婆)|(?<=外公)|(?<=推薦)|(?<=聽))"
_BEHIND = r"(?=$|[^一-鿿]|[說想跟和與及的掛簽接有在會要去來你妳您也都就還先今昨前後幫已可老大我建敬收穿買訂住問講寄付回很告推答介今早午晚上下寫退又服也不沒是拿取用戴喜愛需很八九七六五四三十覺抱喊試選簽領代常總穿轉]|阿姨|先生|小姐|叔|伯|姐|姊|哥)"
# Signs that stand in hardly anything but names.
_RARE = "伃伶佑侑俐倩偲儂凱勳叡堯奕妍妘妡妤妮姍姵娜婉婕婭媗嫻宛宥宸岑岱崧崴嵐彣彤彥彧彬怡旻昀昇昊昕昱晏晗晞晟晧暄曦杰柏梓楷榆樺歆汶沁沅沛淇湄溱潁濬灝炫炳焜煒煜燁玟玥珮琇琛琦琪琬琳瑀瑄瑋瑗瑛瑤瑩瑾璇璋璐璟璿甄甫皓睿禎禹秉竣筑筠筱箏綸綺綾緋羚羲翊翎翰聿肇臻芃芊芙芝芮芷芸苓苡茜茵茹荃菀菁萱葳蒔蓁蓉蓓蕙薰霆霈霏霖靚韜頡頤馥騏驊鶯黛雯妙淑芬玲秀鳳嬌"
_ANYONE = re.compile(rf"(?P<v>[{_RARE}][{_SIGNS}]|[{_SIGNS}][{_RARE}])")
# Right behind these stands somebody, whatever comes next.
_LED = re.compile(
    rf"(?:跟|問過?|找|謝謝|感謝|你好|您好|哈囉|嗨|好的|好喔|名叫|愛你的|來自|保母|小孩|鄰居|司機|同事|朋友|室友|主管|老公|老婆|先生|太太|兒子|女兒|妹妹|弟弟|姊姊|姐姐|哥哥|我媽|我爸|我姊|我姐|我哥|我弟|我妹|阿嬤|阿公|奶奶|爺爺|你們的|貴公司的|客服|店員|專員|退給|寄給|交給|轉給|送給|打給|傳給|拿給|留給|還給|快樂|是|叫|找到|沒錯|對|這是|我是|給|和|請)(?P<v>(?!小姐|先生|大家|老師|同學)[{_SIGNS}]{{2}})(?![一-鿿]?(?:路|街|區|市|縣|店|色|山|國))"
)
_NICKED = re.compile(
    r"(?:我跟|跟|和|叫我|叫|外號(?:是|叫)?|綽號(?:是|叫)?|愛你的|那個|找|問)(?P<v>(?:大頭|胖虎|小胖|胖胖|豆豆|妞妞|寶寶|皮皮|毛毛|球球|圓圓|多多|樂樂|安安|甜甜|妹仔|弟仔|阿呆|大寶|二寶|小寶|大雄|小夫|靜香|蛋蛋|糖糖|果果|咪咪|花花|點點|米米|丸子|包子|饅頭|湯圓|芋頭|地瓜|番茄|草莓|檸檬|布丁|可可|奶茶|咖啡|黑皮|小黑|小白|大黑|大熊|小熊|阿肥|肥仔|猴子|老鼠|兔子|貓咪|狗狗|彩虹|星星|月亮|太陽|天使|公主|王子|小鬼|眼鏡|竹竿|矮子|高個)(?:姐|姊|哥|妹|弟)?)(?=$|[^一-鿿]|[說去來的買訂要有在也跟和就都幫給])"
)
_COMMON_PAIR = re.compile(
    "優秀|秀出|作秀|秀給|美妙|奇妙|巧妙|絕妙|妙用|芝麻|芝士|松柏|柏林|柏油|芬蘭|芬芳|凱旋|凱米|皓石|山嵐|筑波|瑜珈|鳳梨|鳳山|鳳凰|鳳林|撒嬌|彥|嬌小|嬌嫩|玲瓏|秀場|秀氣|清秀|內秀|賢淑|靈芝|蓉園|蔓|臻至|翰林|翎毛|羽翎|炫耀|炫目|炫彩|炫光|娜威|婉拒|婉轉|佑護|保佑|庇佑|昇華|怡人|怡保|心怡|曦光|晨曦|甫一|甫才|彤紅|綺麗|嵐山|霖雨|甘霖|薰衣|薰香|紅薰|茜紅|芝山|茵茵|宛如|宛若|楷模|楷體|睿智|炳|秉持|柏拉|岱山|岱宗|芙蓉|芙洛|琳琅|淇淋|秦|肇因|肇事|翰墨|睿能|黛綠|粉黛|妮維|妮可|岑"
)
_GIVEN = re.compile(rf"{_BEFORE}(?P<v>[{_SIGNS}]{{2}}){_BEHIND}")
_CALLED = re.compile(rf"(?P<v>[{_SIGNS}]{{2}}(?:姐|姊|哥|姨|阿姨|伯|叔|嬸|媽|爸|爺|奶奶))")
_TWICE = re.compile(rf"{_BEFORE}(?P<v>([一-鿿])\2){_BEHIND}")
_NOT_TWICE = frozenset(
    "謝常剛慢偏天多好看想試等哈嘿爸媽哥姐姊弟妹爺奶公婆叔伯舅姑嗨拜喵汪寶呵嘻嗚哇欸唉喔嗯剛人個件雙次年月日種條往漸稍僅單處時每樣通統早晚輕大小高深紅黃白黑緊厚薄暖冷熱濕乾軟硬問聊談走吃喝玩聽說讀寫找換改退買賣比選用穿戴洗擦補修拍照畫跑跳坐睡醒哪某快遠近久長短細粗對是不沒可行嘛啦吧呀啊囉耶"
)
_LISTED_FOREIGN = re.compile("|".join(sorted(words("foreign_zh"), key=len, reverse=True)))
_SPEAKING = re.compile(
    r"(?:(?<=^)|(?<=[,，。!！?？\s]))(?P<v>[一-鿿]{2})(?=(?:說(?:你|您|要|可|會|已|這|衣|他|她|我|不|有|沒|拉|尺|鞋|帽)|穿過|穿去|退回來|又來|要退|要換|買的|訂的|想換|想退|幫我訂|代收|簽收|收到了|已經收))"
)
_NOBODY = frozenset(
    "客服 店員 你們 我們 他們 她們 網站 官網 朋友 老闆 同事 老公 老婆 媽媽 爸爸 小孩 女兒 兒子 司機 快遞 物流 上次 之前 剛剛 系統 電話 信裡 頁面 說明 標籤 門市 店家 客人 大家 有人 沒人 對方 結果 可是 但是 不過 還是 如果 因為 所以 或者 其實 比如 例如 也是 就是 只是 都是 不是 我媽 我爸 我姊 我姐 我弟 我妹 我哥 弟弟 妹妹 哥哥 姐姐 姊姊 先生 太太 昨天 今天 前天 去年 今年 上週 上月 已經 東西 包裹 外套 手套 靴子 鞋子 帽子 毛毯 毛衣 衣服 商品 訂單 這件 那件 這雙 那雙 一直 到底 為何 怎麼 什麼 現在 後來 然後 而且 或是 可以 能不 請問 想問 管家 警衛 鄰居 室友 網路 線上 當初 當時 原本 本來 明明 確實 真的 只有 才剛 剛才 週末 週一 週二 週三 週四 週五 週六 週日 超商 郵差 宅配 黑貓 賣家 買家 廠商 公司 主管 男友 女友 情人 家人 長輩 小朋 阿嬤 阿公 奶奶 爺爺 外婆 外公 人家 別人 自己 本人 一件 兩件 一雙 兩雙 上面 下面 裡面 外面 這個 那個 哪個".split()  # noqa: SIM905 - a list would be one word a line
)
_NICK = re.compile(r"(?P<v>阿[一-鿿]伯?)(?![一-鿿]{0,0}里山)")
_NOT_NICK = frozenset("姨伯公嬤婆姆里拉嬸爸母弟妹嫂摩爾富根曼聯聲洲斯迪諾布奇卡波基瓦利納司茲蒙特")
_SMALL = re.compile(rf"{_BEFORE}(?P<v>[小大老][{_SIGNS}{SURNAMES}{_NICKS}]){_BEHIND}")
_NOT_SMALL = frozenset(
    "小心 小時 小學 小號 小包 小件 小方 小白 小家 小康 小量 小段 小管 小車 小花 大家 大方 大學 大安 大同 大力 大和 大樂 大量 大成 大連 大都 大路 大石 大河 大江 大陸 大單 大包 大段 大華 大英 大哥 大姐 大卡 大師 大勝 大言 大富 大人 大利 大麥 大海 大雨 大風 大雪 大明 大金 大滿 小雨 小雪 小金 小明 小琴 小米 小熊 小牛 小馬 小羊 小雷 小林村 老師 老成 老本 老家 老師 老牛 老馬 老石 老花 老單 老路 老車 大衣 小衣 大手 小手 大件 小字 大字 大英 大樹 大衛 老實 大全 大通 大聲 小聲 大清 大宗 大體 大理 大理石 大豐 大展 大賞 小品 小康".split()  # noqa: SIM905 - a list would be one word a line
) - {"小明", "小琴", "大衛", "大豐"}
# Of nicknames.
_NICK_NAMED = re.compile(
    rf"(?P<v>[{_PLAIN}][小大阿](?![姐時學孩朋心編額包件])[一-鿿])(?=$|[^一-鿿]|[的在是和跟說還會要也有都來去買訂先小])"
)
# Signs that foreign names are written with.
_SOUNDS = "阿卡伊亞爾斯特德拉克普莉薩瑪麗娜蒂姆羅伯查理邁傑森喬治艾倫凱文賽門珊妮莎琳達安娜露西蘿絲黛戴維喀什穆罕默梅米林奎格納諾瓦魯夫斐迪奧巴貝布丹多費弗加吉蓋古哈赫霍基康勞勒里利洛馬曼蒙尼諾帕佩皮桑塞沙史塔托圖溫希謝辛休雅揚茲佐杰妲蕾菈崔琪蘇珀歐娃柯"
_FOREIGN = re.compile(
    rf"(?P<v>[{''.join(sorted(set(_SOUNDS)))}]{{3,6}}(?:[·・‧][一-鿿]{{2,6}})*|[一-鿿]{{2,6}}(?:[·・‧][一-鿿]{{2,6}})+)"
)
_LANDS = re.compile(
    "愛爾蘭|葡萄牙|加拿大|馬來|拉脫維亞|利比亞|西班牙|維也納|巴塞隆|洛杉磯|莫斯科|阿拉斯加|阿拉伯|阿里山|加利福|墨西哥|西西里|尼泊爾|喜馬拉雅|斯德哥爾摩|奧斯陸|赫爾辛基|哥本哈根|米蘭|巴黎|巴西|波蘭|希臘|瑞典|埃及|印尼|新加坡|菲律賓|伊斯蘭|美麗諾|美利奴|亞馬遜|雅加達|卡其|卡片|安全|西門|大溪地|阿爾卑斯|塞爾維亞|羅馬尼亞|保加利亞|奧地利|維多利亞|克羅埃西亞|俄羅斯|烏克蘭|尼龍|萊卡|特斯拉|拉克蘭|蘇格蘭|英格蘭|西伯利亞|沙烏地|巴基斯坦|哈薩克|聖保羅|里約|拉薩|瑪莎|達美樂|凱米|赫克拉|卡特拉|海克拉"
)
_FIELD = re.compile(
    r"(?:姓名|名字|收件人|收貨人|聯絡人|訂購人|戶名|姓)[:：]? ?(?P<v>[一-鿿]{1,4}?)(?=$|[^一-鿿]|電話|手機|地址|訂單|謝謝)"
)
_SIGNED = re.compile(
    r"(?:(?<=^)|(?<=[^一-鿿]))(?P<v>[一-鿿]{2,4})(?= ?(?:敬上|謹上|謹啟|敬啟))|(?:用|以)(?P<w>(?!我|你|您|他|她|別人|本人|自己|公司)[一-鿿]{2,4})(?=的名[字義])"
)
_NO_FIELD = re.compile(
    r"^(?:是|欄|錯|不|要|改|有|寫|打|填|叫|的|怎|什|可|沒|我|你|對|為|氏|都|也|跟|和|與|嗎|呢|前|後|裡|上)"
)
_HOME = re.compile(
    rf"(?P<v>{_SURNAME}[一-鿿]{{0,2}}(?:寓|宅|府(?![上城])))|(?P<w>{_SURNAME})家(?=的|人|裡|$|[^一-鿿])"
)
_WHOLE = re.compile(
    rf"{_BEFORE}(?P<v>{_SURNAME}(?:[{_SIGNS}][一-鿿]|[一-鿿][{_SIGNS}]))(?=$|[^一-鿿]|先生|小姐|女士|的|說)"
)
_ANYWHERE = re.compile(rf"(?P<v>(?:{DOUBLE}|[{_PLAIN}])[{_SIGNS}]{{2}})")
_PRIEST = re.compile(
    rf"(?P<v>{_SURNAME}[一-鿿]{{0,2}}?)(?P<t>牧師|神父|師父|里長|村長|董|總(?!共|是|計|額|之|會|統|公)|媽媽|爸爸|太太|阿姨|叔叔|爺爺|奶奶|太太|大哥|大姐|伯伯)"
)
_ONLY = frozenset("這那我你您他她的是個一在有和跟都也就")


def found(low: str) -> Iterator[Span]:
    """In folded text that has Chinese signs."""
    for pattern in (_GIVEN, _WHOLE, _ANYWHERE):
        for match in pattern.finditer(low):
            if _is_given(match["v"]):
                yield _span(match)
    yield from _likely(low)
    yield from _sounding(low)
    yield from _speaking(low)
    for match in _CALLED.finditer(low):
        if _is_given(match["v"][:2]):
            yield Span(match.start("v"), match.end(), Kind.NAME)
    for match in _TWICE.finditer(low):
        if match["v"][0] not in _NOT_TWICE:
            yield _span(match)
    yield from _small(low)
    yield from _written(low)
    yield from _homes(low)


def _likely(low: str) -> Iterator[Span]:
    """By signs that hardly anything else is written with, by whom one speaks to, and by nicknames."""
    for match in _ANYONE.finditer(low):
        around = low[max(0, match.start() - 1) : match.end() + 1]
        if match["v"] not in words("zh") and not _COMMON_PAIR.search(around):
            yield _span(match)
    for match in _LED.finditer(low):
        if _is_given(match["v"]) and not _COMMON_PAIR.search(match["v"]):
            yield _span(match)
    for match in _NICKED.finditer(low):
        yield _span(match)


def _sounding(low: str) -> Iterator[Span]:
    """Foreign given names that are listed."""
    for match in _LISTED_FOREIGN.finditer(low):
        if not _LANDS.search(low[max(0, match.start() - 2) : match.end() + 2]) and low[match.end() : match.end() + 1] not in {"杯", "筆", "龍", "街", "路", "機"}:  # fmt: skip
            yield Span(match.start(), match.end(), Kind.NAME)


def _speaking(low: str) -> Iterator[Span]:
    """Who says, wears or brings back something, and is nothing that a shop writes of."""
    for match in _SPEAKING.finditer(low):
        said = match["v"]
        if said not in _NOBODY and said not in words("zh") and not is_no_name(said):
            yield _span(match)


def _written(low: str) -> Iterator[Span]:
    """By their sound, and in forms that are filled in."""
    for match in _FOREIGN.finditer(low):
        if not _LANDS.search(low[max(0, match.start() - 2) : match.end() + 2]):
            yield _span(match)
    for match in _SIGNED.finditer(low):
        group = "v" if match["v"] else "w"
        yield Span(match.start(group), match.end(group), Kind.NAME)
    for match in _FIELD.finditer(low):
        if not _NO_FIELD.match(match["v"]):
            yield _span(match)


def _small(low: str) -> Iterator[Span]:
    for match in _NICK.finditer(low):
        if match["v"][1] not in _NOT_NICK and match["v"][1] not in _ONLY:
            yield _span(match)
    for match in _NICK_NAMED.finditer(low):
        yield _span(match)
    for match in _SMALL.finditer(low):
        if match["v"] not in _NOT_SMALL and match["v"] not in words("zh"):
            yield _span(match)


def _homes(low: str) -> Iterator[Span]:
    for match in _HOME.finditer(low):
        if match["v"] or match["w"] not in _HOUSES:
            yield Span(match.start(), match.end(), Kind.NAME)
    for match in _PRIEST.finditer(low):
        if match["v"] not in _ONLY and not is_no_name(match["v"]) and match["v"][0] not in _HOUSES:
            yield Span(match.start(), match.end(), Kind.NAME)


# Surnames that are words before 家, or titles.
_HOUSES = frozenset("大一全安商農管車店國官單通連經白方江和任能關項水平容包龍都向何時高明")


def _is_given(said: str) -> bool:
    ordinary = words("zh")
    return not is_no_name(said) and said[-2:] not in ordinary and said[:2] not in ordinary


def _span(match: re.Match[str]) -> Span:
    start = match.start("v")
    # The second sign of "thanks" is a surname too.
    thanks = match.string[max(0, start - 1) : start + 1] == "謝謝"
    return Span(start + thanks, match.end("v"), Kind.NAME)
