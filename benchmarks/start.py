"""How long a start takes, what Ctrl-C costs, and how much room the environments need."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

from tests.system.samtal import ROOT, Samtal

_ROUNDS = 3
_MEGABYTE = 1_000_000


def main() -> None:
    """Start once to prepare, then measure; every figure is the median of three rounds."""
    with tempfile.TemporaryDirectory(prefix="samtal-bench-") as folder:
        instance = Samtal(Path(folder) / "var")
        instance.start()
        instance.wait_for_bot()
        instance.stop()
        rounds = [_round(instance) for _ in range(_ROUNDS)]
    serving, ready, stopped = (sorted(column)[_ROUNDS // 2] for column in zip(*rounds, strict=True))
    print(f"second start to serving   {serving:6.2f} s")
    print(f"second start to bot ready {ready:6.2f} s")
    print(f"Ctrl-C to all stopped     {stopped:6.2f} s")
    for name in (".venv", "bot/.venv"):
        print(f"{name:<25} {_size(ROOT / name) / _MEGABYTE:6.0f} MB")


def _round(instance: Samtal) -> tuple[float, float, float]:
    began = time.monotonic()
    instance.start()
    serving = time.monotonic() - began
    instance.wait_for_bot()
    ready = time.monotonic() - began
    began = time.monotonic()
    instance.stop()
    return serving, ready, time.monotonic() - began


def _size(folder: Path) -> int:
    """Bytes on disk; a file with several names counts once."""
    seen: dict[tuple[int, int], int] = {}
    for path, _, names in os.walk(folder):
        for name in names:
            found = (Path(path) / name).lstat()
            seen[found.st_dev, found.st_ino] = found.st_blocks * 512
    return sum(seen.values())


if __name__ == "__main__":
    main()
