"""Names in Thai and Chinese, which have neither capitals nor spaces: by the words around them, by lists, by their make."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.masking import Kind, Span
from chat_server.hearing.chinese.names import GIVEN_SIGNS, LIKELY, SURE_SIGNS, TOLD, is_no_name
from chat_server.hearing.chinese.words import DOUBLE, SURNAMES
from chat_server.hearing.thai.given_names import COMMON, GIVEN
from chat_server.hearing.thai.names import FAMILY, is_given

from . import chinese_given, han_words, thai_nicks, thai_selves, thai_words, told_chinese, told_thai
from .lists import words

_PARTICLES = r"ครับ|คับ|ค้าบ|ค่ะ|คะ|ค่า|นะ|น้า|จ้า|จ้ะ|จ๊ะ|ฮะ|งับ|เลย|แล้ว|ด้วย|เอง|หน่อย|ๆ|ก็"
_THAI_END = rf"(?=$|[^ก-๎]|{_PARTICLES}|เป็น|อยู่|และ|กับ|จาก|เบอร์|โทร|ที่|ของ|ได้|ให้|ไม่|ว่า|บอก|สั่ง|ซื้อ|จะ|อยาก|ชอบ|ใส่|มา|ไป|รับ|ไว้|ฝาก|ต้อง|ยัง|เขา|เค้า|นามสกุล|เป็นคน|ทำ|ใช่|โอน|ส่ง|คุย|แนะนำ|ตอบ|ดูแล|แพ็ค|แจ้ง|ขอ|ถาม|มี|กำลัง|เรียน|ชื่อ|พูด|ออเดอร์|เมล|อีเมล|คน|เฉย|พอ|คือ|แทน|เน้อ|ดู|คง|เพิ่ง|ก่อน)"
_TITLE = r"(?:นางสาว|นาย|นาง|น\.ส\. ?|ด\.ช\. ?|ด\.ญ\. ?|เด็กชาย|เด็กหญิง|คุณ|ดร\. ?|ผศ\. ?|อาจารย์|อ\. ?|หมอ|นพ\. ?|พญ\. ?|ครู)"
# Behind these any word is a name.
_TOLD_THAI = re.compile(
    rf"(?:ชื่อ(?!เสียง|สินค้า|ร้าน|รุ่น|เดียว|อะไร|ไร|เว็บ|ผู้ใช้|บริษัท|ยี่ห้อ|แบรนด์)(?:-?นามสกุล|จริง|เล่น|ผู้รับ|คนรับ|ลูกค้า|ผม|หนู|ดิฉัน|ฉัน|เรา|พี่|น้อง)?(?: ?(?:คือ|ว่า|เป็น|:|=))? ?|ผู้รับ(?: ?(?:คือ|ชื่อ|เป็น|:))? ?|เรียก(?:ผม|หนู|พี่|เรา|ฉัน|ดิฉัน|น้อง|ว่า|สั้นๆ)*(?:ว่า)? ?|ในนาม ?|ลงชื่อ ?|นามสกุล(?: ?(?:คือ|ว่า|:))? ?)"
    rf"{_TITLE}? ?(?P<v>(?!บัญชี|อะไร|ไร|ใคร|ไหน|นี้|นั้น|สินค้า|เดิม|ใหม่|ผิด|ถูก|ว่า|เต็ม|ย่อ|ได้|ไม่|แล้ว|ก็|ที่|ใน|บน|กับ|และ|คืน|เงิน|เก็บ|ร้อง|รถ|ช่าง)[ก-๎]{{2,22}}?){_THAI_END}(?P<f>\s(?:นามสกุล ?)?{FAMILY})?"
)
_TITLED_THAI = re.compile(
    rf"(?:นางสาว|นาย(?!จ้าง|แบบ|หน้า|ทะเบียน|ช่าง)|นาง(?!แบบ|เอก|งาม)|น\.ส\. ?|ด\.ช\. ?|ด\.ญ\. ?|เด็กชาย|เด็กหญิง) ?(?P<v>[ก-๎]{{2,20}}?){_THAI_END}(?P<f>\s{FAMILY})?"
)
# Behind these a word is a name when it can be one.
_BEFORE_THAI = re.compile(
    r"(?:คุณ|น้อง|พี่|ป้า|ลุง|น้า|อา|ครู|หมอ|อาจารย์|เฮีย|เจ๊|ตา|ยาย|แม่|พ่อ|เพื่อน|แฟน|สามี|ภรรยา|ลูกสาว|ลูกชาย|ลูก|หลาน|หัวหน้า|แอดมิน|เซล|พนักงาน|ฝาก|ให้|หา|ถึง|จาก|กับ|โดย|ผม|หนู|ดิฉัน|ฉัน|เรา|นี่|คือ|เป็น|ถาม|โทรหา|ด\.ร\.|ดร\.) ?(?:ชื่อ ?)?(?=[ก-๎])"
)
_SURE_THAI = re.compile(r"(?:คุณ|น้อง|พี่|ป้า|ลุง|น้า|ครู|หมอ|อาจารย์|เฮีย|เจ๊|แอดมิน) ?$")
_RUN_THAI = re.compile(r"[ก-๎]+")
_FAMILY_THAI = re.compile(rf"\s(?P<f>{FAMILY})")
_COMMON = COMMON | words("loans_th") | (words("plain_th") - words("given_th"))
_LONGEST_THAI = 16
_SURE_LENGTH = 6
_TALKS = re.compile("บอก|เซ็น|ว่า|โทร|ให้|ไม่|ได้|อยู่|แล้ว|เสื้อ|สั่ง|ชอบ|ส่ง|รับ")
_NO_NAME_THAI = frozenset(
    "ชาย สาว หญิง หน่อย ต้อง ยาว เล็ก ใหญ่ คน ยาวเกิน ฝันดี ครูใหญ่ ค้า สั้น โต เขย สะใภ้ อาทิตย์ ธันวา กันยา มีนา เมษา มกรา กุมภา พฤศจิกา ตุลา สิงหา กรกฎา มิถุนา พฤษภา เบอร์ ออเดอร์ ผม หนู เรา".split()  # noqa: SIM905
)
_AFTER_GIVEN = re.compile(_THAI_END)
_MARK = re.compile("[ะ-ฺ็-๎]")

_TITLE_ZH = "小姐|先生|女士|太太|老師|經理|主任|醫師|醫生|同學|教授|店長|律師|師傅|大哥|大姐|阿姨|伯伯|叔叔|媽媽|爸爸|董事長|總經理|組長|課長|護理師|專員|助理|學長|學姐|哥|姐|姊|董"
_KIN_ZH = "(?:朋友|同事|老公|老婆|太太|女兒|兒子|媽媽|爸爸|妹妹|姐姐|姊姊|弟弟|哥哥|室友|男友|女友|男朋友|女朋友|先生|主管|老闆|客服|店員|專員|鄰居|表妹|表姐|表弟|表哥|同學|阿姨|叔叔|收件人|聯絡人|訂購人|收貨人|持卡人|戶名|本人|署名|聯繫人|代收人|購買人|寄件人|我爸|我媽|我弟|我妹|我哥|我姐|我姊|我兒|爺爺|奶奶|外公|外婆|阿公|阿嬤|舅舅|姑姑|女婿|媳婦|警衛|司機|房東|管理員|店長|保全)"
_SURNAME_ZH = rf"(?:{DOUBLE}|[{SURNAMES}])"
_STOP_ZH = r"(?=$|[^一-鿿]|[的是在有說要會來去了跟和與想給請也都就買訂收寄打叫住拿換退付等才很不沒把被讓同收先小女太老您你我他她這那吧啊喔哦唷呢嗎電手地信訂客本已已可能應該幫敬])"
_TOLD_ZH = re.compile(
    rf"(?:我(?:的名字)?叫|(?:本名|名字|姓名|全名|綽號|筆名)(?:是|叫|寫|改成|[:：])|(?:名字|姓名|姓名欄) ?[:：]|(?:請|改|都|就)?叫我|名叫|叫做|叫作|{_KIN_ZH}(?:名字)?(?:是|叫|改成|改|寫|填|為|用|打|[:：])|簽收人|署名|抬頭|戶名|[Dd]ear) ?[:：]? ?{TOLD}"
)
_LIKELY_ZH = re.compile(rf"(?:我是|我|這裡是|這邊是|是|叫|{_KIN_ZH}) ?{LIKELY}")
_SURNAME_ONLY_ZH = re.compile(rf"姓(?P<v>{_SURNAME_ZH})(?!名)")
_TITLED_ZH = re.compile(rf"(?P<v>{_SURNAME_ZH}[一-鿿]{{0,2}}?)(?:{_TITLE_ZH})")
_KIN_NAME_ZH = re.compile(
    rf"{_KIN_ZH}(?P<v>[{''.join(sorted(set(SURNAMES) - set('是說要有在和都會能應經常安平明全成方向於時從因為別單')))}][一-鿿]{{2}})"
)
_SMALL_ZH = re.compile(
    r"(?:叫我|我是|我|找|給|跟|請|客服|店員|朋友|同事|那個|叫|[,，。!\s]|^)(?P<v>[小阿老][一-鿿])(?=$|[^一-鿿]|[的說幫跟和也有在收來要就])"
)
# A surname and two signs of given names, wherever they stand.
_BARE_ZH = re.compile(
    rf"(?P<v>{_SURNAME_ZH}(?:[{SURE_SIGNS}][{GIVEN_SIGNS}]|[{GIVEN_SIGNS}][{SURE_SIGNS}]))"
)
_NOT_SMALL = frozenset(
    "小姐 小編 小孩 小朋 小時 小心 小學 小號 小的 小小 小一 小二 小狗 小貓 小包 小件 小店 小麻 小額 小巷 小弟 小妹 小女 小兒 小資 小白 小型 小碼 小物 小費 小卡 小數 小聲 小氣 小農 阿姨 阿伯 阿公 阿嬤 阿婆 阿姆 阿里 阿拉 阿弟 阿嬸 阿爸 阿母 老師 老闆 老公 老婆 老人 老客 老實 老是 老的 老大 老爸 老媽 老哥 老弟 老了 老家 老顧 老樣 老鼠 老鐵 老早 老款 老舊 老太 老伴".split()  # noqa: SIM905
)
_NOT_TITLED = re.compile(
    r"^(?:那|這|該|貴|本|應|和|任|都|能|時|年|從|於|同|向|別|解|單|種|查|師|水|平|容|包|經|通|許|計|充|花|強|支|空|尚|家|封|後|班|勞|農|習|宿|車|皮|當|幸|司|管|麻|東|西|諸|公|伏|全|印|常|明|卓越|景氣|路|商|黃金|毛|左邊)$"
)
_WORDY_ZH = re.compile(
    r"^(?:謝謝|老闆|董事長|已經|準備|轉寄|寄來|決定|訊息|講好|出納|里長|看護|也不|還沒|店長|店員|高(?:雄|興|級|的|度|中|山|麗|跟)|江山|金(?:額|色|屬|融|石|門)|方(?:便|式|法|案|面|向)|黃(?:色|金|昏)|白(?:色|天|沙|癡)|何(?:時|必|況|種|謂|處)|許(?:多|願|可)|安(?:全|裝|排|心|靜|平|定)|應(?:該|用|有)|常(?:常|用|見|買)|連(?:絡|結|續|身|帽|我|假)|關(?:於|閉|係|心|門)|張(?:貼|開)|任(?:何|務)|周(?:末|年|邊|一|二|三|四|五|六|日|轉)|陳(?:列|舊)|時(?:間|候|段|尚)|石(?:頭|油)|包(?:裝|包|裹|含|括|貨|郵|退)|毛(?:衣|巾|帽|線|料|球|病|利)|單(?:子|號|件|買|價|品|獨)|項(?:目|鍊)|段(?:時|落)|賀(?:卡|年)|花(?:色|費|蓮|了)|都(?:沒|是|有|可|會|要|不)|溫(?:度|暖|水)|成(?:功|分|品|立|本)|明(?:天|年|細|顯|明)|水(?:壺|洗|準)|和(?:我|你|他|她|平|這|那)|麻(?:煩|布)|馬(?:上|克|路|桶|來)|路(?:上|邊|口)|雷(?:同|達)|紅(?:色|包)|藍(?:色|牙|芽)|查(?:詢|一下|到|看|不)|喬(?:時|一)|娘|里長|明信片|緊張|那(?:麼|個|些|邊|件|雙|款|裡|我|你|天|就|是|種|次)|東(?:西|京|區|部|南)|康(?:熙)|游泳|葉子|全(?:部|新|家|聯|額|黑|程|天)|古(?:早|典)|沙(?:發|灘|漠)|商(?:品|店|家|城|量)|文(?:字|件|青|具)|向(?:您|你|我|來|上)|艾草|平(?:常|日|均|台|安|價|時|口|信)|易(?:碎|皺|燃)|伊朗|祝(?:福|您|你)|代(?:買|購|收|領|替|表)|寧(?:可|願)|米(?:色|白)|童(?:裝|鞋|年)|車(?:站|子|庫)|經(?:過|常|驗|理)|能(?:不|否|夠|幫|用|換|退|寄)|通(?:知|常|過|路)|宣布|夏(?:天|季)|左(?:右|邊|腳|手)|管(?:理|道|他)|滿(?:意|千|額|版|千)|冷(?:氣|凍|藏|天|死|掉)|彭湖|曾經|蘇打|方才|歐(?:洲|元|美)|林口|楊桃|賴(?:我|群)|施工|于是|於是|古道|池上|簡(?:單|訊|直|約|體)|宋朝|龍(?:頭|潭|山)|錢(?:包|會|已|還|不|多|嗎)|江蘇|湯匙|汪汪|莊園|章節|湯)"
)


def thai(low: str) -> Iterator[Span]:
    """In folded text that has Thai letters."""
    for span in (
        *thai_words.found(low),
        *thai_words.alone(low),
        *_thai(low),
        *thai_nicks.found(low),
        *thai_selves.found(low),
        *told_thai.found(low),
    ):
        yield thai_words.trimmed(low, span)


def _thai(low: str) -> Iterator[Span]:
    for pattern in (_TOLD_THAI, _TITLED_THAI):
        for match in pattern.finditer(low):
            start, end = match.start("v"), match.end("f") if match["f"] else match.end("v")
            longer = _given_at(low, start, common=True)
            if longer is not None and longer > match.end("v"):
                end = max(end, _with_family(low, longer))
            if match["v"] not in _NO_NAME_THAI:
                yield Span(start if pattern is _TOLD_THAI else match.start(), end, Kind.NAME)
    for match in _BEFORE_THAI.finditer(low):
        sure = _SURE_THAI.search(match[0]) is not None
        stop = _given_at(low, match.end(), common=sure, made=sure)
        if stop is not None and low[match.end() : stop] not in _NO_NAME_THAI:
            yield Span(match.end(), _with_family(low, stop), Kind.NAME)
    for run in _RUN_THAI.finditer(low):
        yield from _alone(low, run.start(), run.end())
        yield from _within(low, run.start(), run.end())


def _within(low: str, start: int, end: int) -> Iterator[Span]:
    """Long given names are seldom a part of other words."""
    at = start
    while at < end - _SURE_LENGTH:
        for stop in range(min(end, at + _LONGEST_THAI), at + _SURE_LENGTH - 1, -1):
            said = low[at:stop]
            if (
                said in GIVEN
                and said not in _COMMON
                and not (stop < len(low) and _MARK.match(low[stop]))
            ):
                yield Span(at, _with_family(low, stop), Kind.NAME)
                at = stop - 1
                break
        at += 1


def _alone(low: str, start: int, end: int) -> Iterator[Span]:
    """A run that begins with a name and goes on with no other word, or a given name before a family's."""
    stop = _given_at(low, start, common=False)
    if stop is None:
        return
    family = _with_family(low, stop) if stop == end else stop
    if family > stop or stop == end or re.match(rf"(?:{_PARTICLES})*$", low[stop:end]):
        yield Span(start, family, Kind.NAME)


def _given_at(low: str, start: int, *, common: bool, made: bool = True) -> int | None:
    """Where the longest given name that begins there ends; `made`: by its make, where no list has it."""
    limit = min(len(low), start + _LONGEST_THAI)
    run = _RUN_THAI.match(low, start)
    if run is None:
        return None
    whole = re.sub(rf"(?:{_PARTICLES})+$", "", run[0])
    listed = whole in GIVEN or whole not in thai_words.common_words()
    if (
        made
        and listed
        and is_given(whole)
        and (whole not in _COMMON or common)
        and not _TALKS.search(whole)
    ):
        return start + len(whole)
    for end in range(min(limit, run.end()), start + 1, -1):
        said = low[start:end]
        if end < len(low) and _MARK.match(low[end]):
            continue
        if said in _COMMON and not common:
            continue
        if made and _AFTER_GIVEN.match(low, end) and _is_made(said):
            return end
        if said in GIVEN and (end == run.end() or _AFTER_GIVEN.match(low, end) or len(said) > 4):  # noqa: PLR2004 - long ones are sure
            return end
    return None


def _is_made(said: str) -> bool:
    """By its make, or of two names that are listed."""
    if len(said) <= 3 or _TALKS.search(said):  # noqa: PLR2004 - shorter ones are words
        return False
    return is_given(said) or any(
        said[:at] in GIVEN and said[at:] in GIVEN for at in range(2, len(said) - 1)
    )


def _with_family(low: str, end: int) -> int:
    match = _FAMILY_THAI.match(low, end)
    return match.end("f") if match else end


def chinese(low: str) -> Iterator[Span]:
    """In folded text that has Chinese signs."""
    yield from chinese_given.found(low)
    yield from han_words.found(low)
    yield from told_chinese.found(low)
    for pattern in (_TOLD_ZH, _LIKELY_ZH, _SURNAME_ONLY_ZH, _KIN_NAME_ZH, _BARE_ZH):
        for match in pattern.finditer(low):
            if _could_be(match["v"]):
                yield Span(_behind_thanks(low, match.start("v")), match.end("v"), Kind.NAME)
    for match in _TITLED_ZH.finditer(low):
        said = match["v"]
        if not _NOT_TITLED.match(said) and (len(said) == 1 or _could_be(said)):
            yield Span(match.start("v"), match.end(), Kind.NAME)
    for match in _SMALL_ZH.finditer(low):
        if match["v"] not in _NOT_SMALL:
            yield Span(match.start("v"), match.end("v"), Kind.NAME)


def _behind_thanks(low: str, start: int) -> int:
    """The second sign of "thanks" is a surname too."""
    return start + 1 if low[start] == "謝" and low[start - 1 : start] == "謝" else start


def _could_be(said: str) -> bool:
    return not _WORDY_ZH.match(said) and not is_no_name(said)
