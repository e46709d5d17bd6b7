"""Whoever knows the secret can tell that a body is ours, unchanged and fresh."""

from __future__ import annotations

import hashlib
import hmac
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from chat_server.domain.webhooks.signature import signature

NOW = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


def test_it_is_what_the_contract_says() -> None:
    expected = hmac.new(b"whsec_x", b'1795415400.{"id":"e"}', hashlib.sha256).hexdigest()
    assert signature("whsec_x", b'{"id":"e"}', NOW) == f"t=1795415400,v1={expected}"


@given(st.text(min_size=1), st.binary(), MOMENTS)
def test_a_receiver_finds_the_same(secret: str, body: bytes, at: datetime) -> None:
    made = dict(part.split("=") for part in signature(secret, body, at).split(","))
    signed = made["t"].encode() + b"." + body
    assert made["v1"] == hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
    assert int(made["t"]) == int(at.timestamp())


@given(st.binary(), st.binary(), st.integers(1, 10_000))
def test_another_body_time_or_secret_has_another_one(
    body: bytes, other: bytes, seconds: int
) -> None:
    ours = signature("a", body, NOW)
    later = datetime.fromtimestamp(NOW.timestamp() + seconds, UTC)
    assert signature("a", body, later).split("v1=")[1] != ours.split("v1=")[1]
    assert signature("b", body, NOW) != ours
    assert (signature("a", other, NOW) == ours) is (other == body)
