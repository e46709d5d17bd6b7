"""Errands: where a parcel is, when it comes, what it costs, how something is done, what to choose."""

# ruff: noqa: RUF001 - letters of five languages that look like others are meant
from __future__ import annotations

import pytest

from memory_requests import memory_request

ERRANDS = {
    "en": """
        where has my package gone
        could you tell me where my parcel is right now?
        when do I get my parcel
        when do I get free postage
        what time does the courier come to me today
        when do you ring me back about the refund
        how much do I pay for express
        how much of my money do I get back
        how do I return what I bought
        how do I look after my boots
        how do I get in touch with your people
        my zip is broken, what do I do
        which size do I order for my son
        I am 172 cm and 64 kg, which size do I take?
        I wear M in shirts, what size do I take in jackets
        my wife is 168 cm, which size does she need?
        tell me the opening hours
        can you tell me which sizes you have
        show me what you have
        what do you have for me today
        what is wrong with my voucher
        I have a voucher, where does it go
        where is my mobile
        where was my order shipped from
        what other customers say about this jacket
        I did not get the discount I was promised
    """,
    "is": """
        hvar er pakkinn minn núna
        hvert fór sendingin mín
        hvenær kemur jakkinn minn
        hvenær fæ ég pöntunina mína
        hvenær sendið þið jakkann minn af stað
        hvað þarf ég að borga fyrir sendinguna
        hvernig greiði ég með korti
        hvernig þvæ ég peysuna mína
        hvar set ég inn afsláttarkóðann minn
        hvar kvarta ég
        hvað geri ég ef rennilásinn bilar
        ég er 168 cm, hvaða stærð hentar mér
        hvaða stærð ætti ég að taka
        hvaða stærð þarf ég
        hvar bý ég til aðgang
        hvaða stígvél á ég að kaupa
        geturðu sagt mér hvaða stærðir þið eigið
        hvernig hef ég samband við ykkur út af pöntuninni minni
        hvað segja aðrir viðskiptavinir um þennan jakka
        hvað finnst þér um Kötlu
        hvaða hlutverki gegnir þú
        af hverju var ég rukkuð tvisvar
    """,
    "ru": """
        где сейчас моя посылка
        куда делся мой заказ
        когда я получу свой заказ
        когда мне привезут ботинки
        когда вы мне перезвоните по поводу возврата
        во сколько мне встанет доставка до двери
        как мне вернуть ботинки
        как я могу поменять адрес в профиле
        что мне делать, если сломалась молния
        какие-то чужие ботинки пришли
        что за чужие вещи у меня в коробке
        какой у меня будет размер если рост 180
        у меня рост 170 см, какой размер мне подойдёт
        ношу 42 в кроссовках, какой размер брать в ботинках
        какой цвет мне подойдёт
        не знаю, какой у меня размер
        подскажите, какие размеры у вас есть
        расскажите о себе
        кто со мной говорит
        это не то, что я хотел купить
        что говорят другие покупатели об этой куртке
    """,
    "th": """
        พัสดุของผมถึงไหนแล้ว
        ของที่ฉันสั่งจะมาถึงวันไหน
        จะส่งของให้ฉันวันไหน
        ฉันต้องจ่ายค่าส่งเท่าไหร่
        ฉันจะคืนรองเท้ายังไง
        ซิปพัง ฉันต้องทำยังไง
        ผมสูง 170 ซม ใส่ไซส์อะไร
        ฉันใส่ไซส์อะไรดี
        ผมใส่รองเท้า 42 ต้องเอาบูตไซส์ไหน
        ช่วยบอกหน่อยว่ามีไซส์อะไรบ้าง
        ได้เสื้อของคนอื่นมา
        คนอื่นได้ของแล้ว ของฉันยังไม่ได้
        พัสดุของคนอื่นมาถึงบ้านฉัน
        ซื้อเป็นของขวัญให้คนอื่นได้ไหม
        ให้คนอื่นรับพัสดุแทนได้ไหม
        ผมคุยกับใครอยู่
        ขนส่งไหนส่งของให้ฉัน
    """,
    "zh-TW": """
        我的包裹寄到哪裡了
        宅配把我的包裹放哪裡
        我的貨什麼時候會到
        我要付多少運費
        我怎麼聯絡客服處理我的訂單
        拉鍊壞了我要怎麼辦
        我身高 168 公分要穿幾號
        我平常穿 M，外套要選什麼尺寸
        請問我要買什麼尺寸
        哪個尺寸適合我
        我穿哪個尺寸比較好
        尺寸表可以幫我看一下嗎
        你們會送到哪些國家
        你可以為我做什麼
        我在和誰聊天
        這個問題可以請專人跟我說嗎
        我重開機了，問題還是沒解決
        不是保證不會破嗎，我才穿兩天
        我的付款出了什麼問題
        其他客人覺得這件外套怎麼樣
        送我太太什麼好
    """,
}
REMEMBERED = {
    "en": """
        how do I want my parcels delivered?
        when do I want my parcels to come?
        how much do I want to pay for shipping?
        how much did I say shipping may cost?
        where do you deliver my parcels?
        how can I be reached?
        what do I do for my company?
        tell me which size I am
        what is my size?
        which size do I take?
        show me what you have on me
        what problem did I have with my card?
        by when will I get my refund, what did your colleague say?
    """,
    "is": """
        hvert sendið þið pakkann minn?
        hvar vil ég fá pakkann?
        hvenær hentar mér að fá sendinguna?
        hvernig vil ég fá svör?
        geturðu sagt mér hvaða stærð ég nota?
        hvað geri ég í vinnunni?
    """,
    "ru": """
        куда доставят мою посылку?
        когда мне удобно получать заказы?
        в какое время мне привозить?
        скажите мне, где я живу
        какой размер мне подходит, помните?
    """,
    "th": """
        พัสดุของฉันให้ส่งไปที่ไหน
        ฉันสะดวกรับของวันไหน
        ฉันใส่ไซส์อะไร
        ช่วยบอกว่าฉันอยู่จังหวัดไหน
        ลูกค้าคนอื่นซื้ออะไรบ้าง
        ขอเบอร์โทรของลูกค้าคนอื่นหน่อย
        คุยกับใครอยู่รู้ไหม
    """,
    "zh-TW": """
        我的包裹要送到哪裡？
        我穿什麼尺寸？
        我什麼時候方便收包裹？
        告訴我我住哪裡
        我的問題是什麼？
        其他客人買了什麼
    """,
}
GIVEN_UP = """
    forget it
    please forget it
    no, forget it, thanks
    ok, forget that
    forget about this
    gleymdu því bara
    забудь об этом
    ладно, забудьте про это
"""


def _lines(texts: dict[str, str]) -> list[str]:
    return [line.strip() for text in texts.values() for line in text.strip().splitlines()]


@pytest.mark.parametrize("text", _lines(ERRANDS))
def test_an_errand_is_about_no_memory_whatever_it_names(text: str) -> None:
    assert memory_request(text) is None


@pytest.mark.parametrize("text", _lines(REMEMBERED))
def test_the_like_is_still_asked_of_memory(text: str) -> None:
    assert memory_request(text) is not None


@pytest.mark.parametrize("text", _lines({"": GIVEN_UP}))
def test_who_gives_up_wants_nothing_forgotten(text: str) -> None:
    assert memory_request(text) is None


@pytest.mark.parametrize("text", ["please forget that", "forget what I told you", "gleymdu þessu"])
def test_what_was_told_may_still_be_forgotten(text: str) -> None:
    request = memory_request(text)
    assert request is not None
    assert (request.wish, request.asked) == ("forget", ())
