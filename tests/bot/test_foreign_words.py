"""Which messages in Latin letters are in no language of ours."""

from __future__ import annotations

import pytest

from components.foreign_words import is_foreign
from components.wording import Wording

FOREIGN = [
    "Wo bleibt meine Bestellung? Ich warte schon seit zwei Wochen",
    "je voudrais savoir où se trouve ma commande",
    "quiero devolver los zapatos por favor",
    "gdzie jest moja paczka",
    "haluaisin palauttaa takin",
    "saya mau mengembalikan sepatu ini",
    "tôi muốn trả lại đôi giày",
]


@pytest.mark.parametrize("text", FOREIGN)
def test_several_words_nobody_taught_in_another_language_are_foreign(text: str) -> None:
    assert is_foreign(text, 0.0)


@pytest.mark.parametrize("text", FOREIGN)
def test_what_is_mostly_known_is_not(text: str) -> None:
    assert not is_foreign(text, 0.5)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hola",
        "merci beaucoup",
        "please send the thing to somebody else",
        "hvenær kemur þetta eiginlega til okkar",
        "Juan Carlos Rodríguez",
        "Rue de la Paix 12, Paris",
        "juan.carlos@correo.example, https://tienda.example/zapatos/de/cuero",
        "посылка где моя посылка",
        "12345 67890 11111",
    ],
)
def test_few_words_ours_names_and_addresses_are_not(text: str) -> None:
    assert not is_foreign(text, 0.0)


def test_the_share_of_known_words_is_that_of_those_learned() -> None:
    wording = Wording()
    wording.fit(["where is my parcel", "my parcel is late", "where is it"])
    assert wording.known("Where is my tortilla?") == 0.75
    assert wording.known("12 😡") == 1
    assert wording.known("dónde está") == 0
