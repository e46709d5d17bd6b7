"""What other processes do of `make train-hearing`; they cannot see into a package's `__main__`."""

from __future__ import annotations

import lzma

from chat_server.recall.ear.chain import Chain

from . import chains
from .judging import Judged, judged
from .lesson import Told


def tried(language: str, known: Told, others: Told) -> list[Judged]:
    """What was learned from the known lines of a language, judged by its others."""
    return judged(Chain(language, chains.trained(language, known)), others)


def packed(language: str, known: Told) -> bytes:
    """What was learned from the known lines of a language, as the package holds it."""
    return lzma.compress(chains.trained(language, known), preset=9)
