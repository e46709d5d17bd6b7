"""Who follows a link: people are told apart without being known, robots by their own words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from chat_server.domain.opener import Opener

PHONE = Opener(
    "203.0.113.7",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
    " Version/18.1 Mobile/15E148 Safari/604.1",
    "is-IS",
)
PEOPLE = (
    PHONE.agent,
    "Mozilla/5.0 (Linux; Android 13; CUBOT X70) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36",
    "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 [FBAN/FBIOS;FBAV/480]",
    "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36 QRScanner/2.1",
)
ROBOTS = (
    "",
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
    "WhatsApp/2.24.6.77 A",
    "TelegramBot (like TwitterBot)",
    "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/130.0.0.0 Safari/537.36",
    "python-requests/2.32.3",
    "curl/8.9.1",
    "Mozilla/5.0 (Macintosh) AppleWebKit/537.36 (KHTML, like Gecko) BingPreview/1.0b",
)


@pytest.mark.parametrize("agent", PEOPLE)
def test_people_are_people(agent: str) -> None:
    assert not replace(PHONE, agent=agent).is_robot


@pytest.mark.parametrize("agent", ROBOTS)
def test_robots_say_so(agent: str) -> None:
    assert replace(PHONE, agent=agent).is_robot


def test_who_only_looks_is_a_robot() -> None:
    assert replace(PHONE, looks_only=True).is_robot


@pytest.mark.parametrize("purpose", ["prefetch", "prefetch;prerender", "preview", " prefetch  "])
def test_what_browsers_fetch_ahead_nobody_asked_for(purpose: str) -> None:
    assert replace(PHONE, purpose=purpose).comes_ahead
    assert not PHONE.comes_ahead


def test_a_digest_is_one_a_browser_and_says_nothing_without_the_secret() -> None:
    same = PHONE.digest("secret")
    assert same == replace(PHONE, purpose="navigate").digest("secret")
    others = {
        replace(PHONE, address="203.0.113.8").digest("secret"),
        replace(PHONE, agent=PEOPLE[1]).digest("secret"),
        replace(PHONE, language="en-GB").digest("secret"),
        PHONE.digest("another"),
    }
    assert len(others | {same}) == 5
    assert PHONE.address not in same
