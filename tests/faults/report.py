"""What a run counted, as JSON under `var/faults/`, and all of them as one table."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.faults.oracle import Verdict

FOLDER = Path(__file__).resolve().parents[2] / "var" / "faults"


@dataclass
class Report:
    """One run of one plan."""

    name: str
    seed: int
    tier: str
    counts: dict[str, Any] = field(default_factory=dict)
    verdicts: dict[str, dict[str, object]] = field(default_factory=dict)
    _began: float = field(default_factory=time.monotonic)

    def count(self, **figures: float | str) -> None:
        """Whatever the run wants to be known for."""
        self.counts |= {
            name: round(value, 4) if isinstance(value, float) else value
            for name, value in figures.items()
        }

    def judged(self, who: str, verdict: Verdict) -> None:
        """What the oracle said of `who`: `careful`, `naive`, or the name of a defect."""
        self.verdicts[who] = verdict.counts()

    def write(self, *, passed: bool) -> None:
        """To `var/faults/<name>.json`."""
        FOLDER.mkdir(parents=True, exist_ok=True)
        body = {
            "id": self.name,
            "passed": passed,
            "seed": self.seed,
            "tier": self.tier,
            "at": datetime.now(UTC).isoformat(timespec="seconds"),
            "seconds": round(time.monotonic() - self._began, 1),
            "counts": self.counts,
            "verdicts": self.verdicts,
        }
        (FOLDER / f"{self.name}.json").write_text(json.dumps(body, indent=1) + "\n")


def written_since(moment: float) -> list[dict[str, Any]]:
    """Of this session, whichever worker wrote them."""
    return [
        json.loads(path.read_text())
        for path in FOLDER.glob("*.json")
        if path.stat().st_mtime >= moment
    ]


def table(reports: list[dict[str, Any]]) -> list[str]:
    """One line a run."""
    lines = []
    for report in sorted(reports, key=lambda body: str(body["id"])):
        careful = report["verdicts"].get("careful", {})
        messages = careful.get("messages", "")
        figures = ", ".join(f"{name} {value}" for name, value in report["counts"].items())
        verdict = "passed" if report["passed"] else "FAILED"
        lines.append(
            f"{report['id']:<22}{verdict:<8}{report['seconds']:>6} s {messages:>7}  {figures}"
        )
    return lines
