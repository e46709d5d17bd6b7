"""Lines that mean alike, put together: by the signs of their vectors, which differ in few places where meanings do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from chat_server.domain.finding import folded
from chat_server.domain.recall.vectors import signs

# Of the places in which two meanings that have nothing to do with each other differ: half.
_APART_AT_MOST = 0.38


def clustered(texts: Sequence[str], vectors: Mapping[str, bytes]) -> list[list[int]]:
    """Places of lines that belong together, most first; without vectors only the same words do."""
    same: dict[str, list[int]] = {}
    for place, text in enumerate(texts):
        same.setdefault(" ".join(folded(text).split()), []).append(place)
    alike = list(same.values())
    firsts = [texts[places[0]] for places in alike]
    if firsts and all(text in vectors for text in firsts):
        groups = _joined([vectors[text] for text in firsts], [len(places) for places in alike])
        alike = [sorted(place for group in joined for place in alike[group]) for joined in groups]
    return sorted(alike, key=lambda places: (-len(places), places[0]))


def _joined(vectors: Sequence[bytes], weights: Sequence[int]) -> list[list[int]]:
    """The two nearest again and again, as long as they are near; how near groups are is the mean of their members."""
    bits, wide = _centred_signs(vectors), len(vectors[0])
    apart = [[(one ^ other).bit_count() / wide for other in bits] for one in bits]
    groups: dict[int, list[int]] = {number: [number] for number in range(len(bits))}
    weight = dict(enumerate(weights))
    nearest = {number: _nearest(number, groups, apart) for number in groups}
    while len(groups) > 1:
        one = min(groups, key=lambda number: nearest[number][0])
        distance, other = nearest[one]
        if distance > _APART_AT_MOST:
            break
        share = weight[one] / (weight[one] + weight[other])
        for third in groups:
            mean = share * apart[one][third] + (1 - share) * apart[other][third]
            apart[one][third] = apart[third][one] = mean
        groups[one] += groups.pop(other)
        weight[one] += weight.pop(other)
        for number in groups:
            if number == one or nearest[number][1] in (one, other):
                nearest[number] = _nearest(number, groups, apart)
    return list(groups.values())


def _nearest(
    number: int, groups: Mapping[int, object], apart: Sequence[Sequence[float]]
) -> tuple[float, int]:
    row = apart[number]
    return min(((row[other], other) for other in groups if other != number), default=(1.0, number))


def _centred_signs(vectors: Sequence[bytes]) -> list[int]:
    """What all lines have in common says nothing about which of them belong together."""
    values = [[byte - 256 if byte > 127 else byte for byte in vector] for vector in vectors]  # noqa: PLR2004 - a signed byte
    means = [sum(column) / len(values) for column in zip(*values, strict=True)]
    return [
        int.from_bytes(
            signs(
                bytes(255 if value < mean else 0 for value, mean in zip(row, means, strict=True))
            ),
            "big",
        )
        for row in values
    ]
