"""What customers call things in Russian, Icelandic, Thai and Chinese, found and given the shop's words."""

from __future__ import annotations

import itertools

import pytest
import yaml
from conftest import BOT

from components.entity_patterns import find_entities, shop_word
from components.name_patterns import find_own_name
from components.vocabulary import said_as
from languages import LANGUAGES


def found(text: str) -> dict[str, str]:
    return {entity["entity"]: entity["value"] for entity in find_entities(text)}


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("хочу чёрную куртку", {"product": "jacket", "colour": "black"}),
        ("хочу черную куртку", {"product": "jacket", "colour": "black"}),
        ("есть дождевик Hekla размера М?", {"product": "Hekla rain jacket", "size": "M"}),
        ("пуховик «Katla» в тёмно-синем", {"product": "Katla down jacket", "colour": "navy"}),
        ("темносиний свитер 43-й", {"product": "sweater", "colour": "navy", "size": "43"}),
        ("Гекла есть в красном цвете?", {"product": "Hekla", "colour": "red"}),
        ("зимние ботинки 42 размера", {"product": "winter boots", "size": "42"}),
        ("шерстяных носков бы", {"product": "wool socks"}),
        ("можно эмку?", {"size": "M"}),
        ("Размер ХЛ", {"size": "XL"}),
        ("посылка №10432 не пришла", {"order_number": "10432"}),
        ("промокод welcome10 не работает", {"coupon_code": "WELCOME10"}),
        ("моя почта anna@mail.example, заказ 10432", {"email": "anna@mail.example", "order_number": "10432"}),
    ],
)  # fmt: skip
def test_russian_words_bend_and_are_found(text: str, entities: dict[str, str]) -> None:
    assert found(text) == entities


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("eigið þið svarta lopapeysu?", {"product": "wool sweater", "colour": "black"}),
        ("eigid thid svarta lopapeysu", {"product": "wool sweater", "colour": "black"}),
        ("er mosagræni regnjakkinn til í stærð L", {"product": "rain jacket", "colour": "moss green", "size": "L"}),
        ("gonguskor nr. 43", {"product": "hiking boots", "size": "43"}),
        ("ég vil skila heklu", {"product": "Hekla"}),
        ("Esja ullarpeysa í rauðu", {"product": "Esja wool sweater", "colour": "red"}),
        ("skíðavetrarjakka handa mér", {"product": "jacket"}),
        ("húfuna í gráu", {"product": "hat", "colour": "grey"}),
        ("afsláttarkóðinn er welcome10", {"coupon_code": "WELCOME10"}),
        ("pöntun nr. 10432", {"order_number": "10432"}),
    ],
)  # fmt: skip
def test_icelandic_words_bend_join_and_lose_their_accents(
    text: str, entities: dict[str, str]
) -> None:
    assert found(text) == entities


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("อยากได้เสื้อกันฝนสีดำไซส์Mค่ะ", {"product": "rain jacket", "colour": "black", "size": "M"}),
        ("มีหมวกสีแดงไหมคะ", {"product": "hat", "colour": "red"}),
        ("เสื้อกันฝน Hekla มีไซส์ XL มั้ย", {"product": "Hekla rain jacket", "size": "XL"}),
        ("รองเท้าเดินป่าเบอร์42หมดหรือยัง", {"product": "hiking boots", "size": "42"}),
        ("ออเดอร์10432ยังไม่ถึงเลยครับ", {"order_number": "10432"}),
        ("หมายเลข ๑๐๔๓๒", {"order_number": "10432"}),
        ("โค้ดwelcome10ใช้ไม่ได้", {"coupon_code": "WELCOME10"}),
        ("โค้ด WELCOME10ใช้ไม่ได้", {"coupon_code": "WELCOME10"}),
        ("อีเมลanna@mail.exampleค่ะ", {"email": "anna@mail.example"}),
    ],
)  # fmt: skip
def test_thai_is_read_without_spaces(text: str, entities: dict[str, str]) -> None:
    assert found(text) == entities


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("我想要黑色的雨衣，M號", {"product": "rain jacket", "colour": "black", "size": "M"}),
        ("Hekla雨衣有海軍藍嗎", {"product": "Hekla rain jacket", "colour": "navy"}),
        ("登山鞋42號還有嗎", {"product": "hiking boots", "size": "42"}),
        ("尺寸XL的羽絨外套", {"product": "down jacket", "size": "XL"}),
        ("大號的帽子", {"product": "hat", "size": "L"}),
        ("訂單10432到哪了", {"order_number": "10432"}),
        ("訂單１０４３２到哪了", {"order_number": "10432"}),
        ("折扣碼welcome10不能用", {"coupon_code": "WELCOME10"}),
        ("有红色的毛衣吗", {"product": "sweater", "colour": "red"}),
        ("信箱anna@mail.example，謝謝", {"email": "anna@mail.example"}),
    ],
)  # fmt: skip
def test_chinese_is_read_without_spaces(text: str, entities: dict[str, str]) -> None:
    assert found(text) == entities


@pytest.mark.parametrize(
    "text",
    [
        "กำลังดำเนินการอยู่ไหมคะ",
        "รบกวนช่วยดูให้หน่อย",
        "黑貓宅急便送來的",
        "紅包可以折抵嗎",
        "с доставкой в Москву",
        "я заплатил 42 евро",
        "ég bíð enn eftir svari",
        "Það er of lítið",
        "спасибо, всё хорошо",
    ],
)
def test_nothing_is_read_into_other_words(text: str) -> None:
    assert found(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Чёрный дождевик «Hekla» 43-й, заказ №10432",
        "เสื้อกันฝนสีดำไซส์Mออเดอร์10432ค่ะ",
        "訂單１０４３２的黑色雨衣換M號",
        "İ svarta lopapeysu í stærð L",
    ],
)
def test_an_entity_stands_where_it_says_in_every_script(text: str) -> None:
    entities = find_entities(text)
    assert entities
    for before, after in itertools.pairwise(entities):
        assert before["end"] <= after["start"]
    for entity in entities:
        assert found(text[entity["start"] : entity["end"]]) or entity["entity"] == "size"


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_vocabularies_have_the_same_sections_and_no_word_under_two_values(
    language: str,
) -> None:
    words = yaml.safe_load((BOT / "vocabulary" / f"{language}.yml").read_text(encoding="utf-8"))
    english = yaml.safe_load((BOT / "vocabulary" / "en.yml").read_text(encoding="utf-8"))
    assert words.keys() == english.keys()
    seen: dict[str, str] = {}
    for section in ("products", "names", "colours", "sizes"):
        for value, forms in words[section].items():
            for form in forms:
                assert seen.setdefault(str(form), value) == value, form


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_we_say_ourselves_is_a_whole_word(language: str) -> None:
    words = yaml.safe_load((BOT / "vocabulary" / f"{language}.yml").read_text(encoding="utf-8"))
    said = [forms[0] for kind in ("products", "colours") for forms in words[kind].values()]
    assert [form for form in said if "*" in form] == []


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "en"])
def test_all_colours_of_the_shop_have_a_word_in_every_language(language: str) -> None:
    english = yaml.safe_load((BOT / "vocabulary" / "en.yml").read_text(encoding="utf-8"))
    for colour in english["colours"]:
        assert said_as("colour", colour, language) != colour
        assert found(said_as("colour", colour, language)) == {"colour": colour}


def test_a_remembered_word_is_looked_for_under_the_shops_own() -> None:
    assert shop_word("colour", "тёмно-синий") == "navy"
    assert shop_word("product", "雨衣") == "rain jacket"
    assert shop_word("product", "Vík socks") == "Vík socks"
    assert shop_word("colour", "серо-буро-малиновый") == "серо-буро-малиновый"


@pytest.mark.parametrize(
    ("text", "intent", "name"),
    [
        ("Здравствуйте, меня зовут Анна Петрова, где мой заказ?", "track_order", "Анна Петрова"),
        ("зовут меня игорь", "give_name", "Игорь"),
        ("Это Ольга.", "greet", "Ольга"),
        ("Я Борис", "give_name", "Борис"),
        ("Ég heiti Sigrún Jónsdóttir", "give_name", "Sigrún Jónsdóttir"),
        ("eg heiti jon", "give_name", "Jon"),
        ("Guðrún hér.", "greet", "Guðrún"),
        ("ผมชื่อเอกครับ", "give_name", "เอก"),
        ("สวัสดีค่ะ ชื่อนกค่ะ", "greet", "นก"),
        ("เรียกหนูว่าแนนนะคะ", "give_name", "แนน"),
        ("我叫王小明，想問訂單", "track_order", "王小明"),
        ("我是陳怡君", "give_name", "陳怡君"),
        ("請叫我阿明", "give_name", "阿明"),
    ],
)
def test_an_introduction_tells_a_name_in_every_language(text: str, intent: str, name: str) -> None:
    (entity,) = find_own_name(text, intent)
    assert entity["value"] == name
    assert text[entity["start"] : entity["end"]].lower() == name.lower()


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("мою сестру зовут Аня", "find_product"),
        ("а как вас зовут?", "bot_challenge"),
        ("это не мой заказ", "deny"),
        ("systir mín heitir Anna", "find_product"),
        ("hvað heitir þú", "bot_challenge"),
        ("ég er að leita að peysu", "greet"),
        ("น้องสาวชื่อแนน", "find_product"),
        ("ชื่อสินค้าอะไรคะ", "find_product"),
        ("我妹妹叫小美", "find_product"),
        ("你叫什麼名字", "bot_challenge"),
        ("我是想問運費", "shipping_cost"),
    ],
)
def test_no_name_is_read_into_other_words_of_any_language(text: str, intent: str) -> None:
    assert find_own_name(text, intent) == []
