"""Reads `<language>/<topic>.yml`; what is changed is read anew, without a restart."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import structlog

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}")
# Beside the languages: what follows, whole visits, and what the bot is judged by.
_NO_LANGUAGES = frozenset({"rules", "stories", "evaluation"})
_log = structlog.get_logger(__name__)


class TaughtFolder:
    """See `domain.ports.Taught`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[Path, tuple[tuple[int, int], str]] = {}

    def files(self) -> Mapping[tuple[str, str], str]:
        """None where the folder is not there."""
        found: dict[tuple[str, str], str] = {}
        for path in sorted(self._folder.glob("*/*.yml")):
            language = path.parent.name
            if _LANGUAGE.fullmatch(language) and language not in _NO_LANGUAGES:
                text = self._text(path)
                if text is not None:
                    found[language, path.stem] = text
        return found

    def _text(self, path: Path) -> str | None:
        try:
            state = path.stat()
            version = (state.st_mtime_ns, state.st_size)
            known = self._read.get(path)
            if known is None or known[0] != version:
                known = version, path.read_text(encoding="utf-8")
                self._read[path] = known
        except (OSError, ValueError) as error:
            _log.warning("examples_not_read", path=str(path), error=type(error).__name__)
            return None
        return known[1]
