"""A stand-in checkout for tests that start the whole launcher."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.launcher.standin import StandIn

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def checkout(tmp_path: Path) -> Iterator[StandIn]:
    """A checkout whose environments and frontend count as made; nothing runs in it yet."""
    built = StandIn.build(tmp_path / "checkout")
    yield built
    built.end()
