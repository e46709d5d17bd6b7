"""The demo shop's own articles, as its hub shows them."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).resolve().parents[3] / "help"
LANGUAGES = ("en", "is", "ru", "th", "zh-TW")
FILES = sorted(FOLDER.glob("*/*.md"))
