"""Questions about memory put freely: in other orders of the words, with asides, by what one does instead of by name."""

# ruff: noqa: RUF001 - letters of five languages that look like others are meant
from __future__ import annotations

import pytest

from memory_requests import memory_request

ASKED = {
    "en": {
        "name": ["what is my first name again", "who are you talking to right now?", "what name did I give?", "Say my name please"],
        "form_of_address": ["what did I want you to call me?", "do you remember how I like to be addressed?", "how do you address me?", "am I Dr or Ms in your notes?"],
        "language": ["what language do I want to be answered in?", "what language did I say I'd rather speak?", "do you remember which language I prefer?", "which language did I ask for?"],
        "email": ["which email address did I leave?", "what mail address did I give u", "have you noted my new email?", "what's the email on my file?"],
        "phone": ["my phone number please?", "which phone number did I leave with you?", "which number are you going to call me on?", "could you check what phone number you've got for me"],
        "order_number": ["what was the number of the order I complained about?", "Which order number of my own have I given you?", "about which order did I write to you?", "which order was I asking about?"],
        "open_problem": ["do you know what my trouble was last time?", "do you remember what was wrong?", "what was my problem again?", "what did I say was broken?"],
        "order_state": ["what did I tell you about the state of my order?", "what did I say happened to my order?", "did I tell you that my order arrived?"],
        "product_interest": ["Which jacket did I want?", "which items was I thinking of buying?", "what was it I wanted from your shop?", "What item was I interested in?"],
        "product_liked": ["what did I say I love?", "which of your things do I love?", "which sweater did I say I loved?", "what are my favourite products?"],
        "product_disliked": ["what can't I stand?", "what do I not like?", "what did I tell you I don't like?", "what was it that I didn't like?"],
        "product_owned": ["Which gloves do I own?", "what did I buy from you last year?", "which tent do I have at home?", "do you remember which backpack I have?"],
        "size": ["what is my jacket size?", "tell me the size I usually wear", "what size do you have on file for me", "what boot size do i have?"],
        "colour": ["what colours do I like?", "the colour I told you I love, which was it?", "what color am I looking for?", "in what color did I want the sweater"],
        "budget": ["what was my price range?", "remember my budget?", "up to how much did I want to pay?", "what price limit did I give?"],
        "occasion": ["for which occasion did I want the dress?", "what did I need the tent for?", "what kind of trip am I going on?", "what was the event I told you about?"],
        "occasion_date": ["when is my birthday, do you know?", "on what day is the party?", "when do we fly?", "how long till my birthday?"],
        "delivery_place": ["what's the shipping address you have?", "what address are my orders shipped to?", "Where exactly should my parcels be left?", "with whom should the parcel be left?"],
        "home": ["which country do I live in?", "What place do I call home?", "what city do I live in", "Kindly tell, in which city I am living as per your notes?"],
        "preferred_channel": ["do you remember how to reach me?", "what's the best way to reach me?", "do you know how I like to be contacted?", "How should your team get in touch with me?"],
        "preferred_hour": ["do you remember when I can be called?", "when did I want the delivery?", "when is a good time to call me?", "when am I at home for the courier?"],
        "complaint": ["what have I complained about so far?", "what did I grumble about?", "do you remember what I complained about?", "why was I angry last time?"],
        "praise": ["what compliment did I give you?", "what was I happy about?", "what did I say was great?", "what did I like about your shop?"],
        "suggestion": ["what was my suggestion?", "what did I propose?", "what improvement did I suggest?", "which idea of mine did you note?"],
        "promise": ["what did your colleague say they would do?", "what did the lady from support say she would do?", "by when will I get my refund, what did your colleague say?", "When did your colleague say he would call me?"],
        "household": ["what animal do I have at home?", "how many people live in my house?", "how many cats have I got?", "do you know if I have kids?"],
        "company": ["who do I work for?", "what company did I say I'm from?", "for whom do I work?", "which company am I writing from?"],
        "company_role": ["what did I say my job is?", "what's my position?", "what do I do for work?", "which role do I have in my company?"],
    },
    "ru": {
        "name": ["назовите моё имя", "какое имя я назвал?"],
        "form_of_address": ["как ко мне обращаться, помните?", "на ты или на вы, как я просил?"],
        "language": ["на каком языке я просил отвечать?", "какой язык я выбрал?"],
        "email": ["мой емейл какой?", "на какой адрес почты вы мне пишете?"],
        "phone": ["какой мой номер у вас записан?", "у вас есть мой телефон?"],
        "order_number": ["какой номер заказа я вам говорил?", "напомните номер моего заказа"],
        "open_problem": ["о какой проблеме я писал?", "на что у меня была проблема, помните?"],
        "product_interest": ["какую вещь я искал?", "чем я интересовалась?"],
        "product_liked": ["что мне у вас нравится?", "какие вещи я люблю?"],
        "product_disliked": ["что мне не понравилось?", "какие шапки мне не нравятся?"],
        "product_owned": ["какие ботинки у меня уже есть?", "что я уже купила?"],
        "size": ["вы записали мой размер?", "мой размер какой?"],
        "colour": ["какой цвет я хотела?", "какой у меня любимый цвет?"],
        "budget": ["какой бюджет я называл?", "на какую сумму я рассчитывал?"],
        "occasion": ["для чего мне нужна куртка?", "к какому празднику я покупаю?"],
        "occasion_date": ["когда у меня день рождения?", "когда я уезжаю?"],
        "delivery_place": ["куда мне доставлять?", "какой адрес доставки я давала?"],
        "home": ["куда я переехала?", "в каком городе я сейчас живу?"],
        "preferred_channel": ["как со мной связаться?", "каким способом мне удобнее получать ответы?"],
        "preferred_hour": ["во сколько мне удобна доставка?", "в какое время мне можно звонить?"],
        "complaint": ["чем я был недоволен?", "на что я жаловалась?"],
        "praise": ["за что я вас хвалила?", "кого я хвалил?"],
        "suggestion": ["какое предложение я сделал?", "что я вам советовала?"],
        "promise": ["что мне сказал ваш коллега, когда он позвонит?", "что обещал ваш сотрудник?"],
        "household": ["сколько у меня кошек?", "с кем я живу?"],
        "company": ["как называется моя компания?", "в какой фирме я работаю?"],
        "company_role": ["кем я работаю?", "какую должность я занимаю?"],
    },
    "is": {
        "name": ["undir hvaða nafni er ég skráður?", "við hvern ertu að tala?"],
        "form_of_address": ["hvernig vil ég láta ávarpa mig?", "hvernig bað ég ykkur að ávarpa mig?"],
        "language": ["á hvaða tungumáli vil ég fá svör?", "hvaða tungumál bað ég um?"],
        "email": ["hvaða netfang gaf ég ykkur?", "hvaða netfang eruð þið með hjá mér?"],
        "phone": ["hvaða símanúmer eruð þið með?", "hvaða símanúmer gaf ég upp?"],
        "order_number": ["hvert er númerið á pöntuninni minni?", "hvaða pöntunarnúmer gaf ég?"],
        "open_problem": ["manstu vandamálið mitt?", "hvað var að hjá mér?"],
        "product_interest": ["að hverju var ég að leita síðast?", "hvað langaði mig í?"],
        "product_liked": ["hvað líkar mér?", "hvað finnst mér gott hjá ykkur?"],
        "product_disliked": ["hvaða húfur finnst mér ljótar?", "hvað líkar mér ekki?"],
        "product_owned": ["hvaða skó á ég nú þegar?", "hvaða vörur á ég frá ykkur?"],
        "size": ["hvaða stærð sagðist ég nota?", "manstu í hvaða stærð ég er?"],
        "colour": ["hvaða lit vildi ég?", "hvaða litur er í uppáhaldi hjá mér?"],
        "budget": ["hvert er hámarkið mitt?", "hvað má þetta kosta mikið samkvæmt mér?"],
        "occasion": ["til hvers þarf ég jakkann?", "hvert var tilefnið hjá mér?"],
        "occasion_date": ["hvenær er brúðkaupið okkar?", "hvaða dag er afmælið mitt?"],
        "delivery_place": ["hvar vil ég fá pakkana mína?", "hvert vildi ég láta senda?"],
        "home": ["veistu hvar ég bý?", "í hvaða bæ bý ég?"],
        "preferred_channel": ["hvernig er best að ná í mig?", "hvernig vil ég að þið hafið samband við mig?"],
        "preferred_hour": ["klukkan hvað má hringja í mig?", "hvenær dags vildi ég fá sendingar?"],
        "complaint": ["yfir hverju var ég óánægð?", "hver var kvörtunin mín?"],
        "praise": ["hvað var ég ánægður með?", "hverju hrósaði ég?"],
        "suggestion": ["hver var tillagan mín?", "hvað stakk ég upp á?"],
        "promise": ["hverju lofuðuð þið mér?", "hvað lofaði starfsmaðurinn ykkar?"],
        "household": ["hvaða gæludýr á ég?", "hverjir búa með mér?"],
        "company": ["hjá hverjum vinn ég?", "hvar vinn ég?"],
        "company_role": ["við hvað vinn ég?", "hvaða starfi gegni ég?"],
    },
    "zh-TW": {
        "name": ["你在跟誰說話？", "我登記的名字是什麼？"],
        "form_of_address": ["要叫我先生還是小姐，我說過嗎？", "我希望你們怎麼稱呼我？"],
        "language": ["我說過想用什麼語言？", "我要求用哪種語言回覆？"],
        "email": ["我留的信箱是哪個？", "我的電子信箱幫我念一下"],
        "phone": ["你們會打哪支電話給我？", "你們有我的手機號碼嗎？"],
        "order_number": ["我的訂單號碼是多少？", "我之前問的是哪一筆訂單？"],
        "open_problem": ["我說過哪裡有問題？", "我上次反映的問題是什麼？"],
        "product_interest": ["我想找哪種外套？", "我上次在找什麼？"],
        "product_liked": ["我說過喜歡哪一款？", "我喜歡你們家什麼商品？"],
        "product_disliked": ["我不喜歡哪種帽子？", "我討厭什麼？"],
        "product_owned": ["我之前買過哪些？", "我有哪雙手套？"],
        "size": ["我穿什麼尺寸？", "我衣服穿什麼尺寸？"],
        "colour": ["我喜歡什麼顏色？", "我上次說想要哪個顏色？"],
        "budget": ["我的預算多少？", "我說過最多花多少？"],
        "occasion": ["我要去什麼旅行？", "我為什麼要買這件？"],
        "occasion_date": ["我們的婚禮是幾號？", "我生日是哪天？"],
        "delivery_place": ["我給的收件地址是什麼？", "你們會寄到哪裡？"],
        "home": ["我家在哪個縣市？", "我住哪？"],
        "preferred_channel": ["要打電話還是寫信給我？", "我喜歡用什麼方式聯絡？"],
        "preferred_hour": ["什麼時候方便聯絡我？", "我幾點可以收貨？"],
        "complaint": ["我對什麼不滿意？", "我上次抱怨什麼？"],
        "praise": ["我稱讚過什麼？", "我對什麼很滿意？"],
        "suggestion": ["我建議你們改什麼？", "我給過什麼建議？"],
        "promise": ["你們承諾了什麼？", "客服答應我什麼時候退款？"],
        "household": ["我家有幾個人？", "我有小孩嗎？"],
        "company": ["我在哪裡上班？", "我是哪家公司的？"],
        "company_role": ["我在公司擔任什麼？", "我的職位是什麼？"],
    },
    "th": {
        "name": ["คุยกับใครอยู่รู้ไหม", "บอกชื่อฉันหน่อย"],
        "form_of_address": ["ควรเรียกผมว่าอะไร", "ฉันขอให้เรียกว่าอะไรนะ"],
        "language": ["ผมขอใช้ภาษาไหน", "ฉันอยากให้ตอบเป็นภาษาอะไร"],
        "email": ["อีเมลที่ฉันให้ไว้คืออะไรคะ", "มีอีเมลของฉันไหม"],
        "phone": ["จะโทรหาผมเบอร์อะไร", "เบอร์มือถือของผมเบอร์อะไร"],
        "order_number": ["เลขออเดอร์ผมเลขอะไร", "ฉันให้เลขคำสั่งซื้ออะไรไว้"],
        "open_problem": ["ครั้งก่อนฉันแจ้งปัญหาอะไร", "ปัญหาของฉันคืออะไร"],
        "product_interest": ["จำได้ไหมว่าผมมองหาอะไรอยู่", "ผมอยากซื้ออะไรนะ"],
        "product_liked": ["ผมเคยบอกว่าชอบอะไร", "ฉันชอบสินค้าตัวไหน"],
        "product_disliked": ["ผมไม่ชอบหมวกแบบไหน", "ฉันเกลียดอะไร"],
        "product_owned": ["ผมมีอะไรของร้านอยู่แล้วบ้าง", "ฉันเคยซื้ออะไรไปบ้าง"],
        "size": ["ผมใส่ไซส์ไหน", "จำได้ไหมว่าฉันใส่ไซส์อะไร"],
        "colour": ["ฉันอยากได้สีอะไรนะ", "สีที่ผมชอบคือสีอะไร"],
        "budget": ["ผมบอกว่าจะใช้เงินไม่เกินเท่าไหร่", "ฉันตั้งงบไว้เท่าไร"],
        "occasion": ["ฉันจะเอาเสื้อไปทำอะไร", "ฉันซื้อไปงานอะไร"],
        "occasion_date": ["งานแต่งเราวันที่เท่าไหร่", "จำวันเกิดผมได้ไหม"],
        "delivery_place": ["ที่อยู่จัดส่งที่ฉันให้ไว้คืออะไร", "ฉันให้ส่งของไปที่ไหน"],
        "home": ["ฉันอยู่ที่ไหน", "บ้านผมอยู่จังหวัดอะไร"],
        "preferred_channel": ["ควรโทรหรือส่งข้อความหาฉัน", "จะติดต่อฉันทางไหน"],
        "preferred_hour": ["โทรหาฉันได้ตอนไหน", "ฉันอยากให้ส่งของช่วงไหน"],
        "complaint": ["ผมไม่พอใจเรื่องอะไร", "ฉันบ่นเรื่องอะไร"],
        "praise": ["ผมประทับใจอะไร", "ฉันเคยชมเรื่องอะไร"],
        "suggestion": ["ผมแนะนำให้ร้านทำอะไร", "ฉันเคยเสนออะไรไว้"],
        "promise": ["ร้านสัญญาอะไรกับฉันไว้", "พนักงานบอกว่าจะโทรหาผมเมื่อไหร่"],
        "household": ["ผมอยู่กับใคร", "ผมมีลูกไหม"],
        "company": ["บริษัทผมชื่ออะไร", "ฉันทำงานที่ไหน"],
        "company_role": ["ตำแหน่งของฉันคืออะไร", "ผมทำตำแหน่งอะไร"],
    },
}  # fmt: skip


@pytest.mark.parametrize(
    ("key", "question"),
    [
        (key, question)
        for kinds in ASKED.values()
        for key, asked in kinds.items()
        for question in asked
    ],
)
def test_a_question_asks_for_its_kind_however_it_is_put(key: str, question: str) -> None:
    request = memory_request(question)
    assert request is not None
    assert [one for one in request.asked if key in one.keys], request.asked


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("what did I tell you about myself?", "all"),
        ("do you remember me?", "all"),
        ("вы меня помните?", "all"),
        ("manstu eftir mér?", "all"),
        ("你還記得我嗎？", "all"),
        ("จำฉันได้ไหม", "all"),
        ("what was my husband looking for?", "others"),
        ("что искала моя жена?", "others"),
        ("hvaða stærð notar maðurinn minn?", "others"),
        ("我太太在找什麼？", "others"),
        ("แฟนผมหาอะไรอยู่", "others"),
    ],
)
def test_wishes_are_told_apart_however_they_are_put(text: str, wish: str) -> None:
    request = memory_request(text)
    assert request is not None
    assert request.wish == wish
