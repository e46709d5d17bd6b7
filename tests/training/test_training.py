"""Learning from a few lines: the same lines make the same files, and those can be heard with."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from typing import TYPE_CHECKING

import numpy as np
import pytest

from chat_server.recall.ear.model import LearnedEar
from training import __main__ as training

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from training.embeddings import Vectors

GOODS = "tent kayak saddle poncho lantern hammock compass oilskin"
SAYINGS = (
    "gimme that [{0}](product_interest) already",
    "oh the [{0}](product_interest) calls my name",
    "where do you keep {0}s",
    "my [{0}](product_owned) still floats",
)


def vectors(texts: Sequence[str]) -> Vectors:
    """Of the words themselves, as if they had no meaning beyond."""
    rows = np.zeros((len(texts), 384), dtype=np.float32)
    for row, text in zip(rows, texts, strict=True):
        for word in text.split():
            row[int(hashlib.sha256(word.encode()).hexdigest(), 16) % 384] += 1
    lengths: Vectors = np.linalg.norm(rows, axis=1, keepdims=True)
    return rows / lengths


def test_the_same_lines_teach_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(training, "embeddings", vectors)
    data, first, second = tmp_path / "data", tmp_path / "first", tmp_path / "second"
    (data / "en").mkdir(parents=True)
    for number, good in enumerate(GOODS.split()):
        lines = [saying.format(good) for saying in SAYINGS]
        (data / "en" / f"{number}.txt").write_text("\n".join(lines) + "\n")
    for into in (first, second):
        assert training.main(["--data", str(data), "--into", str(into)]) == 0
    names = sorted(path.name for path in first.iterdir())
    assert names == ["about.json", "en.crf.xz"]
    for name in names:
        assert (first / name).read_bytes() == (second / name).read_bytes()
    said = "gimme that canoe already"
    marks = LearnedEar(first).marks(said, "en", vectors([said])[0].tolist())
    assert [(one.key, said[one.start : one.end]) for one in marks] == [
        ("product_interest", "canoe")
    ]


@pytest.mark.integration
def test_the_command_learns_in_processes_of_its_own(tmp_path: Path) -> None:
    """Which see nothing of the module that a command begins with."""
    data, into = tmp_path / "data", tmp_path / "into"
    (data / "en").mkdir(parents=True)
    for number, good in enumerate(GOODS.split()[:3]):
        lines = [saying.format(good) for saying in SAYINGS]
        (data / "en" / f"{number}.txt").write_text("\n".join(lines) + "\n")
    command = [sys.executable, "-m", "training", "--data", str(data), "--into", str(into)]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=200, check=False)
    assert ended.returncode == 0, ended.stderr
    assert sorted(path.name for path in into.iterdir()) == ["about.json", "en.crf.xz"]


def test_a_line_that_cannot_be_read_ends_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "1.txt").write_text("[x](shoe)\n")
    assert training.main(["--data", str(tmp_path), "--into", str(tmp_path / "into")]) == 1
    assert "en/1.txt:1: there is no kind shoe" in capsys.readouterr().err
