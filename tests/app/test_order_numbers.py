"""How the shop numbers its orders is a setting; a wrong one is said at start."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from chat_server import settings

if TYPE_CHECKING:
    from pathlib import Path


def test_the_demo_shop_numbers_from_10000_on(tmp_path: Path) -> None:
    assert settings.load({"VAR_DIR": str(tmp_path)}).order_numbers == "1####"


def test_another_shop_says_how(tmp_path: Path) -> None:
    environ = {"VAR_DIR": str(tmp_path), "ORDER_NUMBERS": "70####, 8######"}
    assert settings.load(environ).order_numbers == "70####, 8######"


@pytest.mark.parametrize("wrong", ["###", "A-####", "#" * 13])
def test_what_is_no_shape_stops_the_hub(tmp_path: Path, wrong: str) -> None:
    with pytest.raises(settings.SettingsError, match="ORDER_NUMBERS"):
        settings.load({"VAR_DIR": str(tmp_path), "ORDER_NUMBERS": wrong})
