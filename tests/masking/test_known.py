"""What is known of a contact is masked wherever it stands: in small letters, bent, run together, without its accents."""

from __future__ import annotations

import pytest

from chat_server.domain.masking import Kind, Known
from chat_server.masking.finder import RuleFinder

ENGLISH = {
    (Kind.NAME, "Summer Long"),
    (Kind.EMAIL, "summer.long@post.example"),
    (Kind.NUMBER, "10482"),
    (Kind.PHONE, "+44 7700 900461"),
    (Kind.ADDRESS, "12 Mill Lane, Leeds"),
    (Kind.COMPANY, "Blue Door Ltd"),
}
CASES = [
    *(
        ("en", ENGLISH, said)
        for said in (
            "hi [summer] here",
            "its [summer long] again",
            "[summer] has ordered",
            "[SUMMER LONG]",
            "[summerlong]",
            "[summer.long] or [summer_long]",
            "[Summers] jacket, [summer's] jacket",
            "mr [long]",
            "[10 482] or #[10482]",
            "[07700900461], [7700 900 461]",
            "by [mill lane] in [leeds]",
            "[blue door]",
        )
    ),
    *(
        ("en", {(Kind.NAME, "Rose Çelikkaya"), (Kind.NAME, "Will Young")}, said)
        for said in ("[rose] [celikkaya]", "[CELIKKAYA]", "[will]", "it's [will]", "mr [young]")
    ),
    *(
        ("ru", {(Kind.NAME, "Вера Соловьёва"), (Kind.NAME, "Лев Кузнец")}, said)  # noqa: RUF001 - it is Cyrillic
        for said in ("[вера]", "у [веры] [соловьевой]", "[льва] [кузнеца]")  # noqa: RUF001 - as above
    ),
    ("is", {(Kind.NAME, "Hrafnhildur Björk")}, "hjá [hrafnhildi] [bjork]"),
    ("th", {(Kind.NAME, "ฝน ศรีสุข")}, "[ฝน]สั่ง [ศรีสุข]"),
    ("zh-TW", {(Kind.NAME, "陳怡君")}, "[怡君]、[陳 怡君]"),
]


@pytest.mark.parametrize(("language", "values", "marked"), CASES)
def test_known_values_are_masked_in_every_form(
    language: str, values: set[tuple[Kind, str]], marked: str
) -> None:
    text = marked.replace("[", "").replace("]", "")
    spans = RuleFinder().find(text, Known("contact", language, frozenset(values)))
    masked = {at for span in spans for at in range(span.start, span.end)}
    at, theirs, readable = 0, False, ""
    for letter in marked:
        if letter in "[]":
            theirs = letter == "["
            continue
        if theirs and letter.isalnum() and at not in masked:
            readable += letter
        at += 1
    assert not readable


def test_a_name_that_is_a_small_word_does_not_empty_the_sentence() -> None:
    known = Known("contact", "en", frozenset({(Kind.NAME, "Will Young")}))
    assert RuleFinder().find("when will it be back?", known) == []
