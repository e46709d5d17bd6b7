"""Which questions ask for what is remembered, in every language: each kind in several shapes."""

# ruff: noqa: RUF001 - letters of five languages that look like others are meant
from __future__ import annotations

import pytest
import yaml
from asked_questions import each
from conftest import ROOT

from memory_requests import MemoryRequest, memory_request

ASKED = {
    "en": {
        "name": ["do you know my name?", "who am I?", "have I told you my name?", "what do you call me?"],
        "form_of_address": ["how did I ask you to address me?", "how do I like to be addressed?"],
        "language": ["which language do I prefer?", "what's my preferred language?"],
        "email": ["can you tell me my e-mail?", "which email address do you have on file for me?", "do you have an e-mail address for me?"],
        "phone": ["what's my number?", "have you got my phone number?", "did I give you a phone number?"],
        "order_number": ["what was my order number again?", "which order number did I mention?"],
        "open_problem": ["what problem did I have?", "do you remember my problem?"],
        "order_state": ["did I tell you my order had arrived?"],
        "product_interest": ["what was I looking for?", "what am I interested in?"],
        "product_liked": ["what do I like?", "do you remember what I like?"],
        "product_disliked": ["what don't I like?", "which jackets did I dislike?"],
        "product_owned": ["what do I already own?", "which of your jackets do I have?"],
        "size": ["what size am I?", "and my size?", "tell me my shoe size", "which size did I say?"],
        "colour": ["what's my favorite color?", "which colour did I like?"],
        "budget": ["what's my budget?", "how much did I want to spend?"],
        "occasion": ["what's the occasion?", "what are we celebrating?"],
        "occasion_date": ["when is my birthday?", "what date is my wedding?", "when do I get married?"],
        "delivery_place": ["what's my delivery address?", "where do you deliver my parcels?", "to which address will you ship my order?"],
        "home": ["where do I live?", "which town do I live in?", "do you remember where I'm from?"],
        "preferred_channel": ["how should you reach me?", "how do I like to be contacted?"],
        "preferred_hour": ["when can you call me?", "what time did I ask to be called?"],
        "complaint": ["what did I complain about?", "do you remember my complaint?"],
        "praise": ["what did I praise?", "what did I like best?"],
        "suggestion": ["what did I suggest?", "do you remember my suggestion?"],
        "promise": ["what did your colleague promise?", "what was I promised?", "did anyone promise me anything?", "when did you promise to call?"],
        "household": ["how many kids do I have?", "do I have a dog?", "who lives with me?"],
        "company": ["where do I work?", "what's my company?", "which company am I with?"],
        "company_role": ["what's my job title?", "what do I do for a living?"],
    },
    "ru": {
        "name": ["как меня зовут?", "вы помните моё имя?"],
        "form_of_address": ["как вы ко мне обращаетесь?"],
        "language": ["на каком языке я предпочитаю говорить?"],
        "email": ["какая у меня почта?", "у вас есть мой e-mail?", "какую почту я вам давал?"],
        "phone": ["какой у меня номер телефона?", "мой телефон помните?"],
        "order_number": ["какой номер заказа я называл?"],
        "open_problem": ["какая у меня была проблема?"],
        "product_interest": ["что я искал?"],
        "product_liked": ["что мне нравится?"],
        "product_disliked": ["что мне не нравится?"],
        "product_owned": ["что я у вас уже покупал?"],
        "size": ["какой у меня размер обуви?", "напомните мой размер", "а мой размер?"],
        "colour": ["какой мой любимый цвет?", "какой цвет я люблю?"],
        "budget": ["какой у меня бюджет?", "сколько я хотел потратить?"],
        "occasion": ["какой у меня повод?"],
        "occasion_date": ["когда у меня день рождения?", "когда моя свадьба?"],
        "delivery_place": ["какой у меня адрес доставки?", "куда вы доставите мой заказ?"],
        "home": ["где я живу?", "в каком городе я живу?"],
        "preferred_channel": ["как со мной лучше связаться?"],
        "preferred_hour": ["когда мне можно звонить?"],
        "complaint": ["на что я жаловался?"],
        "praise": ["что я хвалил?"],
        "suggestion": ["что я предлагала?"],
        "promise": ["что мне обещал ваш коллега?", "вы мне что-то обещали?"],
        "household": ["сколько у меня детей?", "есть ли у меня собака?"],
        "company": ["где я работаю?", "в какой компании я работаю?"],
        "company_role": ["кем я работаю?", "какая у меня должность?"],
    },
    "is": {
        "name": ["hvað heiti ég?", "manstu nafnið mitt?"],
        "form_of_address": ["hvernig á að ávarpa mig?"],
        "language": ["hvaða tungumál tala ég?"],
        "email": ["hvert er netfangið mitt?", "ertu með netfangið mitt?"],
        "phone": ["hvað er símanúmerið mitt?"],
        "order_number": ["hvað er pöntunarnúmerið mitt?"],
        "open_problem": ["hvaða vandamál sagði ég frá?"],
        "product_interest": ["að hverju var ég að leita?"],
        "product_liked": ["hvað finnst mér flott?"],
        "product_owned": ["hvað hef ég keypt?"],
        "size": ["hvaða stærð nota ég?", "manstu stærðina mína?"],
        "colour": ["hver er uppáhaldsliturinn minn?", "hvaða lit vildi ég?"],
        "budget": ["hvað vildi ég eyða miklu?"],
        "occasion_date": ["hvenær á ég afmæli?", "hvenær er brúðkaupið mitt?"],
        "delivery_place": ["hvert sendið þið pöntunina mína?"],
        "home": ["hvar á ég heima?", "hvar bý ég?"],
        "preferred_channel": ["hvernig náið þið í mig?"],
        "preferred_hour": ["hvenær má hringja í mig?"],
        "complaint": ["yfir hverju kvartaði ég?"],
        "promise": ["hverju lofuðuð þið mér?", "hvað lofaði samstarfsmaður þinn?"],
        "household": ["á ég hund?", "hversu mörg börn á ég?"],
        "company": ["hvar vinn ég?"],
        "company_role": ["við hvað starfa ég?"],
    },
    "zh-TW": {
        "name": ["我叫什麼名字？", "你知道我是誰嗎？"],
        "form_of_address": ["你們該怎麼稱呼我？"],
        "language": ["我想用什麼語言？"],
        "email": ["我的電子郵件是什麼？", "你有記得我的信箱嗎？"],
        "phone": ["我的電話是多少？"],
        "order_number": ["我的訂單編號是多少？"],
        "open_problem": ["我上次說的是什麼問題？"],
        "product_interest": ["我在找什麼？"],
        "product_liked": ["我喜歡什麼？"],
        "product_disliked": ["我不喜歡什麼？"],
        "product_owned": ["我買過什麼？"],
        "size": ["我穿幾號？", "你記得我的尺碼嗎？"],
        "colour": ["我最喜歡的顏色是什麼？"],
        "budget": ["我的預算是多少？", "我想花多少錢？"],
        "occasion_date": ["我的生日是什麼時候？", "我的婚禮是哪一天？"],
        "delivery_place": ["我的送貨地址是什麼？"],
        "home": ["我住在哪裡？"],
        "preferred_channel": ["你們會怎麼聯絡我？"],
        "preferred_hour": ["什麼時候可以打電話給我？"],
        "complaint": ["我抱怨過什麼？"],
        "suggestion": ["我建議過什麼？"],
        "promise": ["你們的同事答應我什麼？", "你們有答應過我什麼嗎？"],
        "household": ["我有幾個小孩？", "我家養什麼寵物？"],
        "company": ["我在哪家公司上班？"],
        "company_role": ["我的職稱是什麼？"],
    },
    "th": {
        "name": ["ผมชื่ออะไร", "จำชื่อฉันได้ไหม"],
        "form_of_address": ["ให้เรียกผมว่าอะไร"],
        "language": ["ผมพูดภาษาอะไร"],
        "email": ["อีเมลของฉันคืออะไร"],
        "phone": ["เบอร์โทรผมคืออะไร", "จำเบอร์ของฉันได้ไหมคะ"],
        "order_number": ["เลขคำสั่งซื้อของฉันคืออะไร"],
        "open_problem": ["ผมแจ้งปัญหาอะไรไว้"],
        "product_interest": ["ฉันกำลังหาอะไรอยู่"],
        "product_liked": ["ฉันชอบอะไร"],
        "product_disliked": ["ฉันไม่ชอบอะไร"],
        "size": ["ผมใส่ไซส์อะไร", "ไซส์ของฉันคืออะไรคะ"],
        "colour": ["ผมชอบสีอะไร"],
        "budget": ["งบของผมเท่าไหร่"],
        "occasion_date": ["วันเกิดผมวันไหน"],
        "delivery_place": ["ที่อยู่จัดส่งของฉันคืออะไร"],
        "home": ["ผมอยู่จังหวัดอะไร", "บ้านฉันอยู่ที่ไหน"],
        "preferred_channel": ["จะติดต่อผมทางไหน"],
        "preferred_hour": ["โทรหาผมได้กี่โมง"],
        "complaint": ["ฉันร้องเรียนเรื่องอะไร"],
        "promise": ["พนักงานสัญญาอะไรกับฉันไว้", "เคยสัญญาอะไรกับผมไหม"],
        "household": ["ฉันมีลูกกี่คน", "ผมมีหมาไหม"],
        "company": ["ผมทำงานที่ไหน", "ฉันทำงานบริษัทอะไร"],
        "company_role": ["ผมทำงานตำแหน่งอะไร"],
    },
}  # fmt: skip


@pytest.mark.parametrize(("key", "question"), each(ASKED))
def test_a_question_asks_for_its_kind(key: str, question: str) -> None:
    request = memory_request(question)
    assert request is not None
    assert request.wish == "ask"
    assert [one for one in request.asked if key in one.keys], request.asked


@pytest.mark.parametrize(
    ("question", "wish"),
    [
        ("what do you know about me?", "all"),
        ("so what's saved about me", "all"),
        ("что вы обо мне помните?", "all"),
        ("hvað veistu um mig?", "all"),
        ("你們記得我什麼？", "all"),
        ("จำอะไรเกี่ยวกับผมได้บ้าง", "all"),
        ("what is my sister's name?", "others"),
        ("what size does my wife wear?", "others"),
        ("where does Philippa Stroud live?", "others"),
        ("what do you know about other customers?", "others"),
        ("как зовут мою сестру?", "others"),
        ("какой размер у моей жены?", "others"),
        ("hvað heitir systir mín?", "others"),
        ("我姐姐叫什麼名字？", "others"),
        ("เบอร์โทรของแม่ผมคืออะไร", "others"),
        ("what did I say about the jacket?", "recall"),
        ("did I ever mention the tent?", "recall"),
        ("что я говорил про куртку?", "recall"),
        ("hvað sagði ég um jakkann?", "recall"),
        ("我上次說過什麼？", "recall"),
        ("ผมเคยบอกอะไรเรื่องแจ็คเก็ต", "recall"),
    ],
)
def test_other_wishes_are_told_apart(question: str, wish: str) -> None:
    request = memory_request(question)
    assert request is not None
    assert request.wish == wish


@pytest.mark.parametrize(
    "question",
    [
        "do you know my blood type?",
        "what's my star sign?",
        "do you remember how tall I am?",
        "вы помните мою группу крови?",
        "какой у меня знак зодиака?",
        "veistu blóðflokkinn minn?",
        "你記得我的血型嗎？",
        "จำกรุ๊ปเลือดของผมได้ไหม",
    ],
)
def test_what_is_of_no_kind_is_asked_of_memory_too(question: str) -> None:
    request = memory_request(question)
    assert request is not None
    assert request.wish == "ask"
    assert [one.keys for one in request.asked] == [()]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Please forget my e-mail address", "email"),
        ("delete my phone number please", "phone"),
        ("don't remember my size", "size"),
        ("forget where I live", "home"),
        ("забудьте мой телефон", "phone"),
        ("gleymdu netfanginu mínu", "email"),
        ("請忘記我的電話", "phone"),
        ("ลบเบอร์โทรของฉัน", "phone"),
        ("please forget that", None),
        ("forget what I just said", None),
        ("забудьте это, пожалуйста", None),
        ("gleymdu þessu", None),
        ("忘掉這個", None),
        ("ลืมเรื่องนี้ไปเลย", None),
    ],
)
def test_what_is_to_be_forgotten_is_known(text: str, key: str | None) -> None:
    request = memory_request(text)
    assert request is not None
    assert request.wish == "forget"
    assert [one.keys[0] for one in request.asked] == ([key] if key else [])


@pytest.mark.parametrize(
    "text",
    [
        "never mind, forget it",
        "delete my account",
        "what is my order status",
        "delete my order 10432",
        "what is your name?",
        "my name is Anna",
        "do you have my jacket in M?",
        "do you have the Hekla jacket in my size?",
        "where is my order?",
        "where do you deliver?",
        "how can I change my e-mail address?",
        "which size should I take?",
        "when will my order arrive?",
        "how can I contact you?",
        "I was promised a refund last Friday and nothing came",
        "and my phone is +46 70 123 45 67",
        "есть куртка моего размера?",
        "где мой заказ?",
        "меня зовут Лена, размер 46",
        "куда вы доставляете?",
        "er hún til í minni stærð?",
        "hvar er pöntunin mín?",
        "ég heiti Jón og bý á Akureyri",
        "我的訂單在哪裡？",
        "我叫怡婷，住在高雄",
        "有我的尺寸嗎？",
        "後天是我太太的生日，來得及送到嗎？",
        "ผมชื่อแพทครับ",
        "พรุ่งนี้วันเกิดผมครับ มีส่วนลดมั้ย",
        "ออเดอร์ของฉันอยู่ไหน",
    ],
)
def test_other_words_are_no_request(text: str) -> None:
    assert memory_request(text) is None


def test_what_the_classifier_learns_is_left_to_it() -> None:
    """A pattern outranks the classifier, so it must not take what is taught as something else."""
    taken = []
    taught = set((ROOT / "nlu_data").rglob("*.yml")) - set(
        (ROOT / "nlu_data" / "evaluation").rglob("*.yml")
    )
    for path in taught:
        for block in yaml.safe_load(path.read_text(encoding="utf-8")).get("nlu") or []:
            for line in str(block.get("examples") or "").splitlines():
                request = memory_request(line.strip("- "))
                if request is not None and block["intent"] not in _fitting(request):
                    taken.append(f"{block['intent']}: {line}")
    assert taken == []


def _fitting(request: MemoryRequest) -> set[str]:
    """Whoever wants other people's data is told more than that it is beyond the bot."""
    fitting = {request.intent, "what_is_remembered", "delete_my_data"}
    return fitting | {"out_of_scope"} if request.wish == "others" else fitting
