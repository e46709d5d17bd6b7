"""What the bot does not use is not loaded; what was put off is there as soon as it is wanted."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from conftest import BotProcess, Visitor

from later import postpone


def test_a_bot_that_answers_has_not_loaded_tensorflow(bot: BotProcess, visitor: Visitor) -> None:
    assert visitor.says("how can I pay?").text
    mapped = Path(f"/proc/{bot.pid}/maps").read_text()
    assert "numpy" in mapped
    assert not [unused for unused in ("tensorflow", "h5py", "grpc") if unused in mapped]


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A package whose beginning costs much, with a module in it that does not."""
    name = f"costly_{tmp_path.name}"
    folder = tmp_path / name
    folder.mkdir()
    (folder / "__init__.py").write_text(
        f"from {name}.plain import WORD\nfrom {name} import heavy\nVALUE = heavy.NUMBER\n"
    )
    (folder / "plain.py").write_text("WORD = 'word'\n")
    (folder / "heavy.py").write_text("NUMBER = 7\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(sys, "meta_path", list(sys.meta_path))
    return name


def test_an_import_alone_loads_nothing(package: str) -> None:
    postpone({package: f"{package}.plain"})
    found = __import__(package, fromlist=["WORD"])
    assert found.WORD == "word"
    assert f"{package}.heavy" not in sys.modules


def test_a_module_of_a_package_is_there_without_the_rest(package: str) -> None:
    postpone({package: None})
    assert __import__(f"{package}.plain", fromlist=["plain"]).WORD == "word"
    assert f"{package}.heavy" not in sys.modules


def test_what_is_asked_for_is_loaded_and_stays(package: str) -> None:
    postpone({package: f"{package}.plain"})
    found = __import__(package)
    assert found.VALUE == 7
    assert found.WORD == "word"
    assert sys.modules[package] is found
    assert type(found) is type(sys)


def test_what_a_module_does_not_have_is_missed_as_ever(package: str) -> None:
    postpone({package: None})
    with pytest.raises(AttributeError, match="nothing"):
        _ = __import__(package).nothing
