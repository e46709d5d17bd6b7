"""Fixtures that start the whole of Samtal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.system.samtal import Samtal

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def samtal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Samtal]:
    """One hub and one real bot for the whole run, both ready."""
    instance = Samtal(tmp_path_factory.mktemp("samtal"))
    try:
        instance.start()
        instance.wait_for_bot()
        yield instance
    finally:
        instance.stop()


@pytest.fixture
def spare_samtal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Samtal]:
    """An instance of the test's own, not yet started: set its ``environ``, crash its parts."""
    instance = Samtal(tmp_path_factory.mktemp("spare-samtal"))
    try:
        yield instance
    finally:
        instance.stop()
