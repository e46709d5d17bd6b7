"""A webhook leads out of the house, and never back in."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chat_server.domain.errors import Invalid
from chat_server.domain.webhooks.address import is_public, require_address

PRIVATE = (
    "127.0.0.1", "127.255.0.3", "10.0.0.1", "172.16.9.9", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
    "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "ff02::1",
    "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "fec0::1", "not an address", "",
)  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_what_is_the_operators_own_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.216.34", "2606:4700:4700::1111"])
def test_the_internet_is(address: str) -> None:
    assert is_public(address)


@given(st.ip_addresses(v=4))
def test_a_wrapped_address_is_as_public_as_what_it_wraps(ip: ipaddress.IPv4Address) -> None:
    assert is_public(f"::ffff:{ip}") is is_public(str(ip))
    if not is_public(str(ip)):
        assert not is_public(f"64:ff9b::{ip}")


@pytest.mark.parametrize(
    "url",
    [
        "http://shop.example/hook", "ftp://shop.example/", "https://", "https:///x", "shop.example", "",
        "https://user:secret@shop.example/", "https://shop.example/a b", "https://127.0.0.1/", "https://[::1]/",
        "https://169.254.169.254/latest/meta-data", "https://localhost/", "https://LOCALHOST./", "https://db.internal/",
        "https://shop.example:99999/", "https://[::1", "https://printer.local:8443/",
    ],
)  # fmt: skip
def test_production_refuses(url: str) -> None:
    with pytest.raises(Invalid):
        require_address(url, anywhere=False)


def test_the_demo_lets_a_receiver_run_on_the_same_machine() -> None:
    assert require_address("http://127.0.0.1:9000/x", anywhere=True) == "http://127.0.0.1:9000/x"


def test_what_follows_the_hash_is_sent_nowhere_and_not_kept() -> None:
    assert require_address("https://shop.example/h?k=1#x", anywhere=False) == (
        "https://shop.example/h?k=1"
    )
