"""`docs/benchmarks.md`: each benchmark replaces its own part and leaves the others alone."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from datetime import UTC, datetime

from tests.system.samtal import ROOT

_PAGE = ROOT / "docs" / "benchmarks.md"


def write(part: str, text: str) -> None:
    """Between the part's two marks, which the page has."""
    page = _PAGE.read_text()
    begin, end = f"<!-- begin {part} -->", f"<!-- end {part} -->"
    before, found, rest = page.partition(begin)
    _, closed, after = rest.partition(end)
    assert found, f"{_PAGE} has no part {part}"
    assert closed, f"{_PAGE} has no end of {part}"
    _PAGE.write_text(f"{before}{begin}\n\n{text.strip()}\n\n{_where()}\n\n{end}{after}")


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Markdown; the first column is words, the others are figures."""
    lines = [heads, ["---", *["--:"] * (len(heads) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _where() -> str:
    now = datetime.now(UTC).strftime("%Y-%m-%d")
    return (
        f"*{now}, {os.cpu_count()} processors, {platform.system()},"
        f" Python {platform.python_version()}, all on one machine.*"
    )
