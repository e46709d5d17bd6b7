"""Turning what went wrong into one sentence a person can act on."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class LaunchError(Exception):
    """The start cannot go on.

    ``str()`` is the sentence to show and ``log`` where the details are. A sentence that explains
    the failure stands alone; else the log's last lines are shown before it.
    """

    def __init__(self, sentence: str, log: Path | None = None, *, explained: bool = False) -> None:
        super().__init__(sentence)
        self.log = log
        self.explained = explained


# Phrases of pip, uv, npm and compilers, each with the sentence it means. The first match wins:
# a full disk also breaks downloads, so it stands first.
_MEANINGS: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        ("no space left on device", "enospc", "disk quota exceeded", "database or disk is full"),
        "The disk is full: free some space and start again; finished steps are kept.",
    ),
    (
        (
            "unable to execute 'gcc'",
            "unable to execute 'cc'",
            "command 'gcc' failed: no such file",
            "command 'cc' failed: no such file",
            "no acceptable c compiler found",
            "gcc: not found",
            "g++: not found",
            "cc: not found",
            "failed to find a c compiler",
        ),
        (
            "A package had to be compiled and no C compiler was found: install gcc and the Python "
            "headers (Debian: apt install build-essential python3-dev)."
        ),
    ),
    (
        (
            "temporary failure in name resolution",
            "failed to lookup address",
            "dns error",
            "error sending request",
            "failed to fetch",
            "could not find a version that satisfies",
            "connection refused",
            "network is unreachable",
            "connection timed out",
            "enotfound",
            "eai_again",
            "econnrefused",
            "econnreset",
            "etimedout",
            "tunnel connection failed",
        ),
        (
            "The package registry could not be reached: check the network, or the proxy in "
            "HTTPS_PROXY, and start again; finished steps are kept."
        ),
    ),
    (
        ("hash mismatch", "do not match the hashes", "eintegrity"),
        (
            "A downloaded package is not the one the lock names: nothing was installed; try again, "
            "and if it stays so, look at the registry or proxy in between."
        ),
    ),
    (
        ("permission denied", "eacces", "read-only file system"),
        "A file could not be written: check who owns this folder.",
    ),
    (
        ("memoryerror", "cannot allocate memory", "heap out of memory"),
        "The machine ran out of memory: training the bot needs about 2 GB.",
    ),
)


def meaning_of(output: str) -> str | None:
    """The sentence for a known kind of failure in a program's output, else None."""
    lowered = output.lower()
    for phrases, sentence in _MEANINGS:
        if any(phrase in lowered for phrase in phrases):
            return sentence
    return None


def from_os_error(error: OSError) -> LaunchError:
    """A full disk or a file that cannot be written, as a sentence."""
    where = f" ({error.filename})" if error.filename else ""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return LaunchError(f"The disk is full{where}: free some space and start again.")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return LaunchError(f"A file could not be written{where}: check who owns this folder.")
    return LaunchError(f"{error.strerror or error}{where}.")
