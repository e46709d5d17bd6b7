"""What the parts of the suite ended with, read from the runners' own JUnit reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a part ended with, as its own report counts it."""

    name: str
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    seconds: float = 0.0
    trouble: str = ""
    # Those that failed and then passed alone; they count as passed and are told by name.
    unsteady: tuple[str, ...] = ()

    @property
    def good(self) -> bool:
        """Nothing failed, and something was tested at all."""
        return not self.failed and not self.trouble and self.passed > 0


def counted(name: str, report: Path, seconds: float) -> Outcome:
    """The numbers in a JUnit report, which pytest and Vitest both write."""
    try:
        cases = _cases(report)
    except (OSError, ET.ParseError):
        return Outcome(name, seconds=seconds, trouble="wrote no report")
    failed = sum(1 for case in cases if _failed(case))
    skipped = sum(1 for case in cases if case.find("skipped") is not None)
    if not cases:
        return Outcome(name, seconds=seconds, trouble="ran no test")
    return Outcome(name, len(cases) - failed - skipped, failed, skipped, seconds)


def passed_in(report: Path) -> tuple[str, ...]:
    """The names of a report's tests that passed, with where they stand."""
    return tuple(
        f"{case.get('classname', '')}::{case.get('name', '')}"
        for case in _cases(report)
        if not _failed(case) and case.find("skipped") is None
    )


def _cases(report: Path) -> list[ET.Element]:
    root = ET.parse(report).getroot()  # noqa: S314  # written by our own test run
    return list(root.iter("testcase"))


def _failed(case: ET.Element) -> bool:
    return case.find("failure") is not None or case.find("error") is not None


def summary(outcomes: list[Outcome]) -> list[str]:
    """A table of the parts and, last, the sum in one line."""
    lines = ["", f"{'part':<10}{'passed':>8}{'failed':>8}{'skipped':>9}{'time':>8}"]
    lines += [
        f"{o.name:<10}{o.passed:>8}{o.failed:>8}{o.skipped:>9}{o.seconds:>6.0f} s  {o.trouble}"
        for o in outcomes
    ]
    passed, skipped = sum(o.passed for o in outcomes), sum(o.skipped for o in outcomes)
    # A part that could not run is a failure that no report counts.
    failed = sum(o.failed or bool(o.trouble) for o in outcomes)
    lines += [
        f"Unsteady (failed, then passed alone): {name}" for o in outcomes for name in o.unsteady
    ]
    return [*map(str.rstrip, lines), f"Total: {passed} passed, {failed} failed, {skipped} skipped"]
