"""Child processes: each in a group of its own, tied to our life, ended gently and then for sure."""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import os
import signal
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

_PR_SET_PDEATHSIG = 1
# Loaded at import: between fork and exec nothing may be imported or looked up.
_LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None

STOP_GRACE = 8.0


def end_with_parent(parent: int, number: int = signal.SIGTERM) -> None:
    """Ask the kernel for a signal when our parent dies, however it dies (Linux; else nothing)."""
    if _LIBC is None:
        return
    _LIBC.prctl(_PR_SET_PDEATHSIG, number, 0, 0, 0)
    if os.getppid() != parent:
        # The parent died between fork and prctl: the signal will never come.
        os.kill(os.getpid(), number)


def _tied_to(parent: int) -> Callable[[], None] | None:
    return (lambda: end_with_parent(parent)) if _LIBC is not None else None


async def start(
    argv: Sequence[str | os.PathLike[str]],
    *,
    cwd: Path,
    env: Mapping[str, str],
    log: Path,
) -> asyncio.subprocess.Process:
    """Start a program whose output goes to ``log`` (appended, so that truncating it is safe)."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as output:
        return await asyncio.create_subprocess_exec(
            *argv,
            cwd=cwd,
            env=dict(env),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=output,
            stderr=asyncio.subprocess.STDOUT,
            # Ctrl-C in the terminal reaches the launcher alone, which then stops in order.
            start_new_session=True,
            preexec_fn=_tied_to(os.getpid()),  # only prctl, prepared above
        )


def signal_group(process: asyncio.subprocess.Process, number: int) -> None:
    """Send a signal to a child and everything it started."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, number)


async def stop(process: asyncio.subprocess.Process, grace: float = STOP_GRACE) -> None:
    """End a child and its group: asked first, killed when it has not gone after ``grace``."""
    if process.returncode is None:
        signal_group(process, signal.SIGTERM)
        try:
            async with asyncio.timeout(grace):
                await process.wait()
        except TimeoutError:
            signal_group(process, signal.SIGKILL)
            await process.wait()
    # What the child left behind in its group ends too.
    signal_group(process, signal.SIGKILL)


def how_it_ended(returncode: int) -> str:
    """Exit code or signal, in words."""
    if returncode >= 0:
        return f"exit code {returncode}"
    try:
        return f"killed by {signal.Signals(-returncode).name}"
    except ValueError:
        return f"killed by signal {-returncode}"
