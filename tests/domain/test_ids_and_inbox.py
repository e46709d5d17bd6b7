"""Identifiers, tokens and origins."""

from __future__ import annotations

import time
import uuid

import pytest

from chat_server.domain.ids import event_id, new_id, new_token, token_digest
from chat_server.domain.inbox import Inbox, origin_of


def test_ids_are_version_seven_and_rise_with_time() -> None:
    made = []
    for _ in range(3):
        made.append(new_id())
        time.sleep(0.002)
    assert made == sorted(made)
    assert {uuid.UUID(value).version for value in made} == {7}
    assert {uuid.UUID(value).variant for value in made} == {uuid.RFC_4122}


def test_ids_of_one_moment_differ() -> None:
    assert len({new_id() for _ in range(1000)}) == 1000


def test_an_events_id_is_made_of_what_it_records() -> None:
    assert event_id("c", "resolved", 3) == event_id("c", "resolved", 3)
    assert event_id("c", "resolved", 3) != event_id("c", "resolved", 4)
    assert event_id("ab", "c") != event_id("a", "bc")


def test_a_digest_does_not_hold_its_token() -> None:
    token = new_token()
    assert token not in token_digest(token)
    assert token_digest(token) != token_digest(new_token())


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        ("https://shop.is/a?b#c", "https://shop.is"),
        ("http://Shop.IS:8080/", "http://shop.is:8080"),
        ("https://user:pass@shop.is/", "https://shop.is"),
        ("ftp://shop.is", None),
        ("javascript:alert(1)", None),
        ("/path", None),
        ("", None),
    ],
)
def test_the_origin_of_an_address_is_written_as_browsers_do(url: str, origin: str | None) -> None:
    assert origin_of(url) == origin


@pytest.mark.parametrize(
    ("allowed", "origin", "may"),
    [
        (["https://shop.is"], "https://shop.is", True),
        (["https://shop.is"], "https://shop.is.evil.com", False),
        (["https://shop.is"], "http://shop.is", False),
        (["https://shop.is"], "null", False),
        (["https://shop.is"], None, True),
        (["*"], "https://anyone.com", True),
        ([], "https://shop.is", False),
    ],
)
def test_only_listed_origins_may_speak(allowed: list[str], origin: str | None, may: bool) -> None:  # noqa: FBT001
    inbox = Inbox("i", "k", "n", "en", "UTC", "hi", "#1", "bot", allowed_origins=allowed)
    assert inbox.allows(origin) is may
