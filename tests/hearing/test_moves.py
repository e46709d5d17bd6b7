"""Where somebody will live is kept with the day from which it holds."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from chat_server.hearing.ears import hear

# A Sunday.
AT = datetime(2026, 11, 22, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "text", "town", "day"),
    [
        ("ru", "Переезжаю в Казань в мае", "Казань", "2027-05-01"),
        ("ru", "в июне переезжаем в Сочи", "Сочи", "2027-06-01"),
        ("ru", "2 марта перееду в Тверь", "Тверь", "2027-03-02"),
        ("ru", "Перееду в следующую субботу в Анапу", "Анапа", "2026-11-28"),
        ("ru", "летом переезжаем в Калининград", "Калининград", "2027-06-01"),
        ("is", "flyt í Borgarnes í júní", "Borgarnes", "2027-06-01"),
        ("is", "ég er að flytja á Selfoss 1. mars", "Selfoss", "2027-03-01"),
        ("is", "Í janúar flyt ég til Húsavíkur", "Húsavík", "2027-01-01"),
        ("is", "við flytjum í haust á Selfoss", "Selfoss", "2027-09-01"),
    ],
)
def test_a_move_to_come_holds_from_its_day(language: str, text: str, town: str, day: str) -> None:
    (home,) = hear(text, language=language, at=AT)
    assert (home.key, home.value, home.ended) == ("home", town, False)
    assert home.valid_from is not None
    assert home.valid_from.date().isoformat() == day


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Скоро переезжаю в Тюмень"),
        ("ru", "друг переезжает в Казань в мае"),
        ("ru", "Если перееду в Казань в мае, сможете доставить?"),
        ("is", "Vinkona mín flytur í Borgarnes í júní"),
        ("is", "Ef ég flyt til Akureyrar í maí, sendið þið þangað?"),
        ("is", "Flytjið þið vörur til Akureyrar?"),
    ],
)
def test_a_move_without_a_day_or_of_others_is_none(language: str, text: str) -> None:
    assert hear(text, language=language, at=AT) == []
