"""Ports: ours must be free, and who is in the way is named."""

from __future__ import annotations

import os
import socket

import pytest

from launcher.failures import LaunchError
from launcher.ports import free_port, holder_of, port_beside, require_free


def test_a_free_port_is_accepted() -> None:
    require_free("127.0.0.1", free_port())


def test_the_holder_of_a_busy_port_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        holder = holder_of(port)
        assert holder is not None
        assert f"(process {os.getpid()})" in holder
        with pytest.raises(LaunchError, match=rf"Port {port} is already used by .*PORT=\d+ make"):
            require_free("127.0.0.1", port)


def test_nobody_holds_a_free_port() -> None:
    assert holder_of(free_port()) is None


def test_a_port_that_was_just_closed_can_be_used_at_once() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        with socket.create_connection(("127.0.0.1", port)) as client:
            accepted, _ = server.accept()
            accepted.close()
            client.recv(1)
    require_free("127.0.0.1", port)


@pytest.mark.parametrize("port", [0, -1, 65_536])
def test_a_number_that_is_no_port_is_refused(port: int) -> None:
    with pytest.raises(LaunchError, match="is no port"):
        require_free("127.0.0.1", port)


def test_an_address_of_another_machine_is_refused() -> None:
    with pytest.raises(LaunchError, match=r"HOST=203\.0\.113\.1 is not an address of this"):
        require_free("203.0.113.1", free_port())


def test_the_port_beside_a_busy_one_is_free() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        beside = port_beside(port)
        assert beside != port
        require_free("127.0.0.1", beside)
