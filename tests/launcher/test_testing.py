"""The summary of the suite counts what the runners' own reports say, and nothing else."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest

from launcher.places import Places
from launcher.preparation import Preparation
from launcher.progress import Progress
from launcher.reports import Outcome, counted, summary
from launcher.testing import Part, groups_of, perform
from launcher.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

_REPORT = """<testsuites><testsuite>
<testcase name="a"/><testcase name="b"><failure/></testcase>
<testcase name="c"><error/></testcase><testcase name="d"><skipped/></testcase>
</testsuite></testsuites>"""


def test_a_report_is_counted(tmp_path: Path) -> None:
    (tmp_path / "hub.xml").write_text(_REPORT)
    outcome = counted("hub", tmp_path / "hub.xml", 2.0)
    assert (outcome.passed, outcome.failed, outcome.skipped) == (1, 2, 1)
    assert not outcome.good


@pytest.mark.parametrize("report", [None, "<testsuites/>", "cut o"])
def test_no_report_or_no_test_is_trouble(tmp_path: Path, report: str | None) -> None:
    if report is not None:
        (tmp_path / "hub.xml").write_text(report)
    outcome = counted("hub", tmp_path / "hub.xml", 2.0)
    assert outcome.trouble
    assert not outcome.good


def test_the_last_line_is_the_sum() -> None:
    lines = summary([Outcome("hub", 10, 0, 1, 3.0), Outcome("bot", 5, 2, 0, 1.0)])
    assert lines[-1] == "Total: 15 passed, 2 failed, 1 skipped"


def test_a_part_that_could_not_run_is_a_failure_in_the_sum() -> None:
    lines = summary([Outcome("hub", 10), Outcome("bot", trouble="could not be prepared")])
    assert lines[-1] == "Total: 10 passed, 1 failed, 0 skipped"
    assert "could not be prepared" in lines[-2]


def test_the_fast_suite_needs_no_bot_and_no_browser(tmp_path: Path) -> None:
    fast = groups_of(Places.of(tmp_path, {}), tmp_path, fast=True)
    needs = {need for group in fast for part in group for need in part.needs}
    assert needs == {"hub-env", "frontend-packages"}


def test_what_takes_all_cores_has_the_machine_for_itself(tmp_path: Path) -> None:
    groups = groups_of(Places.of(tmp_path, {}), tmp_path, fast=False)
    assert [[part.name for part in group] for group in groups] == [
        ["hub"],
        ["frontend", "bot", "bots"],
        ["e2e"],
        ["faults"],
    ]


def test_every_folder_of_tests_is_in_one_part_of_the_suite(tmp_path: Path) -> None:
    words = [
        [str(word) for word in part.argv]
        for group in groups_of(Places.of(tmp_path, {}), tmp_path, fast=False)
        for part in group
    ]
    others = [word for argv in words[1:] for word in argv]
    named = {word for word in others if word.startswith("tests/")}
    folders = {word for word in named if not word.endswith(".py")}
    assert "tests" in words[0]
    # What one part leaves out is another one's, and nothing is run twice.
    assert set(_left_out(words[0])) == folders
    assert sorted(_left_out(others)) == sorted(named - folders)


def _left_out(words: list[str]) -> list[str]:
    return [word.partition("=")[2] for word in words if word.startswith("--ignore=")]


_CHANCY = """
from pathlib import Path

def test_steady(): pass

def test_unsteady():
    been = Path(__file__).with_name("been")
    first = not been.exists()
    been.touch()
    assert not first
"""
_BROKEN = "\n\ndef test_broken():\n    assert False\n"


async def _performed(folder: Path, tests: str, *, again: bool = True) -> Outcome:
    (folder / "test_it.py").write_text(tests)
    # Nothing of this repository's configuration.
    (folder / "pytest.ini").write_text("[pytest]\n")
    report = folder / "it.xml"
    part = Part(
        name="it",
        needs=(),
        argv=(
            sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", f"--junitxml={report}",
            "-o", f"cache_dir={folder / 'cache'}",
        ),
        cwd=folder,
        report=report,
        again=("--last-failed", "--last-failed-no-failures=none") if again else (),
    )  # fmt: skip
    shop = Workshop(Places.of(folder, {}), Progress(io.StringIO()), {})
    return await perform(part, shop, Preparation([], shop), aside=True)


async def test_what_fails_and_passes_alone_is_told_as_unsteady(tmp_path: Path) -> None:
    outcome = await _performed(tmp_path, _CHANCY)
    assert outcome.good
    assert (outcome.passed, outcome.failed) == (2, 0)
    assert outcome.unsteady == ("test_it::test_unsteady",)
    assert "Unsteady (failed, then passed alone): test_it::test_unsteady" in summary([outcome])


async def test_what_fails_twice_has_failed(tmp_path: Path) -> None:
    outcome = await _performed(tmp_path, _CHANCY + _BROKEN)
    assert not outcome.good
    assert (outcome.passed, outcome.failed) == (2, 1)


async def test_many_failures_are_no_chance(tmp_path: Path) -> None:
    more = "".join(f"\n\ndef test_{n}():\n    assert {n} < 0\n" for n in range(3))
    outcome = await _performed(tmp_path, _CHANCY + more)
    assert outcome.failed == 4
    assert not outcome.unsteady


async def test_faults_have_no_second_try(tmp_path: Path) -> None:
    groups = groups_of(Places.of(tmp_path, {}), tmp_path, fast=False)
    tried = {part.name: bool(part.again) for group in groups for part in group}
    assert tried == {
        "hub": True,
        "frontend": False,
        "bot": True,
        "bots": True,
        "e2e": True,
        "faults": False,
    }
    assert (await _performed(tmp_path, _CHANCY, again=False)).failed == 1
