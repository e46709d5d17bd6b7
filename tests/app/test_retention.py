"""For how long what is kept is kept, as the environment says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from chat_server import settings
from chat_server.domain.retention import KeptFor

if TYPE_CHECKING:
    from pathlib import Path


def test_days_by_purpose_come_from_the_environment(tmp_path: Path) -> None:
    environ = {"VAR_DIR": str(tmp_path), "RETENTION": "service=730, memory=365"}
    assert settings.load(environ).retention.days == {KeptFor.SERVICE: 730, KeptFor.MEMORY: 365}
    assert settings.load({"VAR_DIR": str(tmp_path)}).retention.days == {}


@pytest.mark.parametrize(
    "wrong", ["service", "service=", "memory=29", "memory=-40", "love=90", "memory=90,memory=91", "service=1e3", "service=99999"]
)  # fmt: skip
def test_what_nobody_can_mean_stops_the_start(tmp_path: Path, wrong: str) -> None:
    with pytest.raises(settings.SettingsError, match="RETENTION"):
        settings.load({"VAR_DIR": str(tmp_path), "RETENTION": wrong})
