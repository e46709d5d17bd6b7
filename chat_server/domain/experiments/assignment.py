"""Who sees which variant."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from chat_server.domain.dealing import place_of


def variant_of(person: str, experiment: str, weights: Sequence[float]) -> int:
    """Always the same one for a person in an experiment, and unrelated to theirs in any other."""
    # An experiment's id is longer than a key may be together with much else.
    place = place_of(person, f"exp {experiment}".encode()[:64])
    bounds = accumulate(weights)
    return next((at for at, bound in enumerate(bounds) if place < bound), len(weights) - 1)
