"""Anger is heard in five languages, and only where it is."""

# ruff: noqa: RUF001 - letters of five languages that look like others are meant
from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from anger import is_angry

if TYPE_CHECKING:
    from conftest import Visitor

ANGRY = """
    this is absolutely unacceptable
    I'm furious with you people
    WHERE IS MY ORDER!!
    hef aldrei lent í öðru eins, þetta er algjörlega óþolandi
    eg er brjaladur ut af thessu
    HVAR ER PÖNTUNIN MÍN!!
    ég versla sko aldrei aftur við ykkur
    versta þjónusta sem til er
    сколько можно ждать, третья неделя пошла
    я просто в бешенстве
    ГДЕ МОЙ ЗАКАЗ!!
    ваш бот тупой
    никогда больше не закажу
    太離譜了，等了三個禮拜
    我真的很生氣
    再也不買了
    同一件事都問了幾次了還不處理，爛客服
    บริการของร้านแย่มาก
    โมโหแล้วนะ รอมาสามอาทิตย์
    จะไม่สั่งร้านนี้อีกแล้ว
"""
CALM = """
    Thank you so much!!
    I'm not angry, just curious
    that is not a joke, is it
    the jacket is ridiculously warm
    frábært, takk kærlega!!
    ég er ekki reið, bara forvitin
    ég er frekar herðabreið, hvaða stærð passar
    спасибо большое!!
    я не зла, просто спрашиваю
    какая пряжка на ремне, бляха металлическая?
    сколько можно вернуть вещей сразу?
    在嗎？想問尺寸！！
    我沒有生氣，只是問一下
    怎麼分辨詐騙電話
    ไม่ได้โกรธนะคะ แค่ถาม
    OTP รับไม่ได้ค่ะ
    แม่งานสั่งเสื้อไว้ค่ะ
"""


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize("line", _lines(ANGRY))
def test_anger_is_heard(line: str) -> None:
    assert is_angry(line)


@pytest.mark.parametrize("line", _lines(CALM))
def test_what_only_resembles_it_is_not(line: str) -> None:
    assert not is_angry(line)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("versta þjónusta sem til er", "Ég kalla strax á starfsmann"),
        ("никогда больше не закажу", "Уже зову сотрудника"),
        ("太離譜了，等了三個禮拜", "我馬上請客服人員過來"),
        ("โมโหแล้วนะ รอมาสามอาทิตย์", "กำลังเรียกเจ้าหน้าที่ให้ทันที"),
    ],
)
def test_who_is_angry_meets_a_person_in_their_own_language(
    visitor: Visitor, line: str, said: str
) -> None:
    answer = visitor.says(line)
    assert answer.handoff == "anger"
    assert said in answer.text
