"""The summary of the suite counts what the runners' own reports say, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from launcher.places import Places
from launcher.testing import Outcome, counted, groups_of, summary

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
        ["frontend", "bot"],
        ["e2e"],
        ["faults"],
    ]


def test_every_folder_of_tests_is_in_one_part_of_the_suite(tmp_path: Path) -> None:
    words = [
        [str(word) for word in part.argv]
        for group in groups_of(Places.of(tmp_path, {}), tmp_path, fast=False)
        for part in group
    ]
    hub, others = words[0], [word for argv in words[1:] for word in argv]
    left_out = [word.partition("=")[2] for word in hub if word.startswith("--ignore=")]
    assert "tests" in hub
    assert sorted(left_out) == sorted(word for word in others if word.startswith("tests/"))
