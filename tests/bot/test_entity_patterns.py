"""Order numbers, addresses, products, sizes, colours, coupon codes and names, found by pattern."""

from __future__ import annotations

import pytest

from components.entity_patterns import find_entities
from components.name_patterns import find_own_name


def found(text: str) -> dict[str, str]:
    return {entity["entity"]: entity["value"] for entity in find_entities(text)}


@pytest.mark.parametrize(
    "text",
    [
        "10432",
        "#10432",
        "HR-10432",
        "hr 10432",
        "order no. 10432.",
        "it is 10432, thanks",
        "(10432)",
    ],
)
def test_an_order_number_is_found_however_it_is_written(text: str) -> None:
    assert found(text) == {"order_number": "10432"}


@pytest.mark.parametrize(
    "text", ["12345", "110432", "104321", "10432.50 euros", "a10432b", "call 555-10432-1", "1043"]
)
def test_other_numbers_are_no_order(text: str) -> None:
    assert "order_number" not in found(text)


@pytest.mark.parametrize(
    ("text", "email"),
    [
        ("Anna.Olsen+shop@Example.CO.UK", "anna.olsen+shop@example.co.uk"),
        ("mail me at a@b.is!", "a@b.is"),
        ("<x@y.example>", "x@y.example"),
    ],
)
def test_an_email_is_found_and_written_small(text: str, email: str) -> None:
    assert found(text)["email"] == email


@pytest.mark.parametrize("text", ["anna@", "@example.com", "anna at example.com", "anna@example"])
def test_half_an_email_is_none(text: str) -> None:
    assert "email" not in found(text)


@pytest.mark.parametrize(
    ("text", "product"),
    [
        ("the Hekla rain jacket", "Hekla rain jacket"),
        ("hekla please", "Hekla"),
        ("a woolly jumper", "wool sweater"),
        ("hiking pants", "trousers"),
        ("two t-shirts", "tee"),
        ("a beanie", "hat"),
        ("vik socks", "Vík socks"),
    ],
)
def test_a_product_gets_the_shops_word(text: str, product: str) -> None:
    assert found(text)["product"] == product


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("size m", "M"),
        ("in XL", "XL"),
        ("a medium", "M"),
        ("boots in 42", "42"),
        ("42", "42"),
        ("extra large please", "XL"),
        ("size 43?", "43"),
    ],
)
def test_a_size_is_found(text: str, size: str) -> None:
    assert found(text)["size"] == size


@pytest.mark.parametrize(
    "text",
    [
        "I'm here",
        "it's late",
        "that's all",
        "too small",
        "too large for me",
        "s m l",
        "I paid 42 euros twice",
    ],
)
def test_no_size_is_read_into_other_words(text: str) -> None:
    assert "size" not in found(text)


@pytest.mark.parametrize(
    "name",
    [
        "Hekla rain jacket",
        "Kverkfjöll parka",
        "Eiríksjökull softshell",
        "Þjórsá merino tee",
        "Brekka long-sleeved shirt",
        "Fimmvörðuháls light hikers",
        "Vatnajökull trapper hat",
        "Goðafoss duffel",
        "Strokkur travel mug",
    ],
)
def test_a_product_of_the_shop_is_found_whole_with_and_without_icelandic_letters(name: str) -> None:
    plain = name.translate(str.maketrans({"ö": "o", "ð": "d", "á": "a", "ó": "o", "í": "i"}))
    assert found(f"Is the {name} in stock?")["product"] == name
    assert found(f"is the {plain.lower().replace('þ', 'th')} in stock")["product"] == name


def test_a_woman_may_be_called_like_a_jacket() -> None:
    assert find_own_name("my name is Katla", "give_name")[0]["value"] == "Katla"


def test_the_longest_colour_wins() -> None:
    assert found("in moss green") == {"colour": "moss green"}


def test_a_coupon_code_is_no_order_and_no_size() -> None:
    assert found("does WELCOME10 work") == {"coupon_code": "WELCOME10"}
    assert found("my code summer20") == {"coupon_code": "SUMMER20"}


def test_every_entity_stands_where_it_says() -> None:
    text = "Order HR-10432, e-mail a@b.is, the navy Hekla jacket in size L with FLYER5"
    for entity in find_entities(text):
        assert 0 <= entity["start"] < entity["end"] <= len(text)
    assert [text[e["start"] : e["end"]] for e in find_entities(text)] == [
        "HR-10432",
        "a@b.is",
        "navy",
        "Hekla jacket",
        "L",
        "FLYER5",
    ]


@pytest.mark.parametrize(
    ("text", "intent", "name"),
    [
        ("I'm Anna", "give_name", "Anna"),
        ("im tom", "give_name", "Tom"),
        ("My name is Guðrún Jónsdóttir.", "give_name", "Guðrún Jónsdóttir"),
        ("my name's o'brien", "give_name", "O'brien"),
        ("call me just Jo please", "give_name", "Jo"),
        ("you can call me Max", "give_name", "Max"),
        ("Hi, this is Oliver Brown speaking", "greet", "Oliver Brown"),
        ("hey, Sigrún here", "greet", "Sigrún"),
        ("Maria is my name", "give_name", "Maria"),
        ("Anna", "give_name", "Anna"),
        ("I'm Will", "give_name", "Will"),
        ("my name is May", "give_name", "May"),
        ("I'm Anna looking for boots", "find_product", "Anna"),
        ("I am Anna, my parcel is late", "late_delivery", "Anna"),
        ("I'm called Ingrid", "give_name", "Ingrid"),
    ],
)
def test_an_introduction_tells_a_name(text: str, intent: str, name: str) -> None:
    (entity,) = find_own_name(text, intent)
    assert entity["value"] == name
    assert text[entity["start"] : entity["end"]].lower() == name.lower()


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("i'm not sure", "give_name"),
        ("I'm So Angry", "complain"),
        ("I'M ANGRY", "complain"),
        ("this is Ridiculous", "complain"),
        ("what is your name", "bot_challenge"),
        ("nobody here", "greet"),
        ("my dog's name is Rex", "give_name"),
        ("this is not my order", "deny"),
        ("it's me again", "greet"),
    ],
)
def test_no_name_is_read_into_other_words(text: str, intent: str) -> None:
    assert find_own_name(text, intent) == []
