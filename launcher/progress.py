"""What the person at the terminal reads: one plain line per event, no control characters."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from pathlib import Path

    from launcher.failures import LaunchError

_TAIL_LINES = 15
_TAIL_BYTES = 16_384
_LAST_LINE_WIDTH = 76


class Progress:
    """Writes lines with the seconds since the start in front."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream if stream is not None else sys.stdout
        self._began = time.monotonic()

    @property
    def elapsed(self) -> float:
        """Seconds since the launcher began."""
        return time.monotonic() - self._began

    def say(self, line: str) -> None:
        """One event."""
        self.plain(f"[{self.elapsed:6.1f} s] {line}")

    def plain(self, text: str = "") -> None:
        """Text without a time, such as the list of addresses."""
        try:
            print(text, file=self._stream, flush=True)
        except BrokenPipeError:
            # The reader went away (make run | head): nobody to tell, and no reason to stop.
            self._stream = open("/dev/null", "w")  # noqa: SIM115, PTH123  # lives as long as we do

    def failure(self, error: LaunchError) -> None:
        """Why it cannot go on, and where to read more."""
        if error.log is not None and not error.explained:
            self.tail(error.log)
        where = f" (details: {os.path.relpath(error.log)})" if error.log is not None else ""
        self.say(f"{error}{where}")

    def tail(self, log: Path) -> None:
        """The last lines of a log, indented, when a child failed."""
        for line in tail_of(log).splitlines():
            self.plain(f"    | {line}")


def tail_of(log: Path, lines: int = _TAIL_LINES) -> str:
    """The end of a log, or an empty text when there is none."""
    try:
        with log.open("rb") as file:
            file.seek(max(0, file.seek(0, 2) - _TAIL_BYTES))
            text = file.read().decode(errors="replace")
    except OSError:
        return ""
    return "\n".join(text.replace("\r", "\n").strip().splitlines()[-lines:])


def last_line_of(log: Path) -> str:
    """What the child said last, short enough for one line."""
    line = tail_of(log, 1).strip()
    return line if len(line) <= _LAST_LINE_WIDTH else line[: _LAST_LINE_WIDTH - 1] + "…"
