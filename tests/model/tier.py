"""How far the models go: within seconds, or as long as it takes with FAULTS=long, as the faults do."""

from __future__ import annotations

import os

from tests.faults.report import Report

TIER = os.environ.get("FAULTS", "short")
LONG = TIER == "long"


def require(name: str, done: int, at_least: float, **figures: float) -> None:
    """Writes `var/faults/<name>.json`; fewer than `at_least` would prove nothing."""
    report = Report(name, 0, TIER)
    report.count(done=done, **figures)
    report.write(passed=done >= at_least)
    assert done >= at_least, (name, done)
