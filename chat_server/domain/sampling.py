"""Drawing dialogues to read: at random or from each stratum, the same ones for the same seed.

A dialogue's place in the draw is the hash of seed and id, so that it depends on no order, and a million dialogues are
drawn from in one pass with no more memory than the sample takes.
"""

from __future__ import annotations

import hashlib
import heapq
from dataclasses import dataclass, field


@dataclass
class Draw:
    """Of `size` dialogues; give it all there are, one by one."""

    size: int
    seed: int
    _kept: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    _counts: dict[str, int] = field(default_factory=dict)

    def offer(self, dialogue_id: str, stratum: str) -> None:
        """One dialogue; without strata they are all of the same."""
        digest = hashlib.sha256(f"{self.seed}\0{dialogue_id}".encode()).digest()
        # Largest first leaves first: what is kept are the smallest.
        place = -int.from_bytes(digest[:8])
        kept = self._kept.setdefault(stratum, [])
        self._counts[stratum] = self._counts.get(stratum, 0) + 1
        if len(kept) < self.size:
            heapq.heappush(kept, (place, dialogue_id))
        else:
            heapq.heappushpop(kept, (place, dialogue_id))

    def drawn(self) -> list[tuple[str, str]]:
        """Dialogues and their strata, in the order of the draw."""
        shares = shared_out(self.size, self._counts)
        chosen = [
            (-place, dialogue_id, stratum)
            for stratum, kept in self._kept.items()
            for place, dialogue_id in sorted(kept, reverse=True)[: shares[stratum]]
        ]
        return [(dialogue_id, stratum) for _, dialogue_id, stratum in sorted(chosen)]


def shared_out(size: int, counts: dict[str, int]) -> dict[str, int]:
    """How many of each stratum: in proportion, by largest remainders, and one of each where there is room."""
    total = sum(counts.values())
    size = min(size, total)
    exact = {name: size * count / max(1, total) for name, count in counts.items()}
    shares = {name: int(each) for name, each in exact.items()}
    left = size - sum(shares.values())
    for name in sorted(exact, key=lambda one: (int(exact[one]) - exact[one], one))[:left]:
        shares[name] += 1
    if size >= len(counts):
        for name in sorted(name for name, share in shares.items() if share == 0):
            most = max(sorted(shares), key=lambda one: shares[one])
            shares[most] -= 1
            shares[name] = 1
    return shares
