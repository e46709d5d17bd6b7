"""The demo accounts as the person at the terminal sees them."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_PAGES = (
    ("demo shop", "/"),
    ("console", "/console"),
    ("marketing", "/marketing"),
    ("API reference", "/api/docs"),
)


def addresses(url: str) -> list[str]:
    """One line for each page."""
    return [f"  {name:<14} {url}{path}" for name, path in _PAGES]


def accounts(demo_file: Path) -> list[str]:
    """One line for each demo account; none when there is no demo data."""
    try:
        demo = json.loads(demo_file.read_text())
        found = [
            f"  {account['role']:<14} {account['email']}   {account['password']}"
            for account in demo["accounts"]
        ]
    except (OSError, ValueError, KeyError, TypeError):
        return []
    return [f"  Demo accounts (also in {os.path.relpath(demo_file)}):", *found]
