"""The commands of a developer's day name what there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from launcher import chores
from launcher.places import Places

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("chore", chores.NAMES)
def test_every_chore_has_tasks_in_folders_that_exist(chore: str) -> None:
    tasks = chores.tasks_of(chore, Places.of(ROOT, {}))
    assert tasks
    assert all(task.cwd.is_dir() for task in tasks)


def test_hearing_is_taught_by_the_python_that_gets_pytorch() -> None:
    made, filled, taught = chores.tasks_of("train-hearing", Places.of(ROOT, {}))
    teacher = taught.argv[taught.argv.index("--teacher") + 1]
    assert isinstance(teacher, Path)
    assert made.argv[-1] in teacher.parents
    assert filled.argv[filled.argv.index("--python") + 1] == teacher
    known = filled.argv[filled.argv.index("-c") + 1]
    assert isinstance(known, Path)
    assert "torch" in filled.argv
    assert re.search(r"^torch==\S+ \\\n +--hash=sha256:", known.read_text("utf-8"), re.MULTILINE)
