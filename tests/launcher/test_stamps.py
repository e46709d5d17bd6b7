"""Stamps answer by content: what was made stays good until an input really changes."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from launcher.stamps import Stamp, digest_of, files_under

if TYPE_CHECKING:
    from pathlib import Path


def _digest(root: Path) -> str:
    return digest_of(root, [root / "src"])


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def test_touching_a_file_changes_nothing(tmp_path: Path) -> None:
    _write(tmp_path / "src/a.py", "a")
    before = _digest(tmp_path)
    os.utime(tmp_path / "src/a.py", (1, 1))
    assert _digest(tmp_path) == before


def test_content_name_and_removal_count(tmp_path: Path) -> None:
    _write(tmp_path / "src/a.py", "a")
    seen = {_digest(tmp_path)}
    _write(tmp_path / "src/a.py", "b")
    seen.add(_digest(tmp_path))
    (tmp_path / "src/a.py").rename(tmp_path / "src/c.py")
    seen.add(_digest(tmp_path))
    (tmp_path / "src/c.py").unlink()
    seen.add(_digest(tmp_path))
    assert len(seen) == 4


def test_text_that_moves_between_files_counts(tmp_path: Path) -> None:
    _write(tmp_path / "src/a", "xy")
    _write(tmp_path / "src/b", "")
    before = _digest(tmp_path)
    _write(tmp_path / "src/a", "x")
    _write(tmp_path / "src/b", "y")
    assert _digest(tmp_path) != before


def test_made_folders_are_no_inputs(tmp_path: Path) -> None:
    _write(tmp_path / "src/a.py", "a")
    before = _digest(tmp_path)
    for made in ("node_modules/x.js", "__pycache__/a.pyc", "dist/index.html", ".venv/bin/python"):
        _write(tmp_path / "src" / made, "made")
    assert _digest(tmp_path) == before
    assert [file.name for file in files_under([tmp_path / "src"])] == ["a.py"]


def test_a_missing_input_counts_and_does_not_fail(tmp_path: Path) -> None:
    missing = digest_of(tmp_path, [tmp_path / "lock"])
    _write(tmp_path / "lock", "")
    assert digest_of(tmp_path, [tmp_path / "lock"]) != missing


def test_a_stamp_matches_only_what_was_written(tmp_path: Path) -> None:
    stamp = Stamp(tmp_path / "deep" / "stamp")
    assert not stamp.matches("one")
    stamp.write("one")
    assert stamp.matches("one")
    assert not stamp.matches("two")
    stamp.clear()
    stamp.clear()
    assert not stamp.matches("one")
