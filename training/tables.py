"""Lines as tables of numbers: what the model reads of each piece of a line, and what it shall say of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from chat_server.domain.facts.kinds import FACT_KINDS
from chat_server.recall.ear import files
from chat_server.recall.ear.layers import pretrained_layer
from chat_server.recall.ear.look import KINDS, STATES, VALUED
from chat_server.recall.ear.pieces import Piece, Reader
from chat_server.recall.ear.pretrained import Numbers, Pretrained

from .corpus import Example, Mark

# A value is learned from so many lines on.
_LEAST_EXAMPLES = 8
_LONGEST = 480
# What is not asked of a piece.
NOTHING = -1
_BASES = ("emb.pos", "emb.type", "emb.ln.w", "emb.ln.b")


def values_of(examples: Sequence[Example]) -> list[str]:
    """Of the kinds whose values are a few words, those that are said often enough: `open_problem=late`."""
    said = Counter(
        f"{mark.key}={mark.value}"
        for one in examples
        for mark in one.marks
        if mark.key in VALUED and mark.value is not None
    )
    # Hours in numbers are read by the rules.
    return sorted(
        name
        for name, many in said.items()
        if many >= _LEAST_EXAMPLES and not any(letter.isdigit() for letter in name)
    )


def write_lines(
    path: Path, examples: Sequence[Example], values: Sequence[str], aside: Sequence[bool]
) -> None:
    """A row a piece, the lines one behind the other: `offsets` tells where each begins."""
    model = Pretrained()
    reader = Reader(model.pieces(), model.unknown)
    rows: list[tuple[int, ...]] = []
    offsets = [0]
    nothing = (NOTHING, 0, NOTHING, NOTHING)
    for one in examples:
        rows.append((model.begin, *nothing))
        rows += _said(one, reader.pieces(one.text)[:_LONGEST], values)
        rows.append((model.end, *nothing))
        offsets.append(len(rows))
    columns = np.array(rows, dtype=np.int64).T
    names = ("pieces", "kinds", "begins", "states", "values")
    np.savez(
        path,
        offsets=np.array(offsets),
        aside=np.array(aside, dtype=bool),
        **dict(zip(names, columns, strict=True)),
        sizes=np.array([len(KINDS), len(STATES), len(values)]),
    )


def write_pretrained(path: Path, lines: Path, taught: dict[str, Numbers]) -> None:
    """The model's numbers in full, with those of its pieces that stand in the lines; what was taught before in their place."""
    model = Pretrained()
    with np.load(lines) as file:
        numbers = np.unique(file["pieces"])
    tables = {
        f"{number}.{name}": table
        for number in range(model.shape.layers)
        for name, table in pretrained_layer(model, number).items()
    }
    tables |= {name: model.numbers(name) for name in _BASES}
    np.savez(
        path, allow_pickle=False, **(tables | taught), numbers=numbers, words=model.words(numbers)
    )


def taught_before(folder: Path, values: Sequence[str]) -> dict[str, Numbers]:
    """The layers that lie there, by `6.q.w`, and the head; it knows nothing yet of values that it was not taught."""
    layers = {int(path.stem.rpartition("-")[2]): path for path in folder.glob("layer-*.npz")}
    found = {
        f"{number}.{name}": table
        for number, path in layers.items()
        for name, table in files.unpacked(path).items()
    }
    head = files.unpacked(folder / files.HEAD)
    known = files.about(folder)["values"]
    first = len(head["b"]) - len(known)
    for name, table in head.items():
        rows = dict(zip(known, table[first:], strict=True))
        nothing = np.zeros_like(table[0])
        found[f"head.{name}"] = np.stack(
            [*table[:first], *(rows.get(value, nothing) for value in values)]
        )
    return found


def _said(one: Example, pieces: Sequence[Piece], values: Sequence[str]) -> list[tuple[int, ...]]:
    """Of each piece: its number, the kind, whether it begins a mark, how that is meant, and its value."""
    rows: list[tuple[int, ...]] = []
    before: Mark | None = None
    for piece in pieces:
        mark = next((mark for mark in one.marks if _is_of(piece, mark)), None)
        if mark is None:
            rows.append((piece.number, 0, 0, NOTHING, NOTHING))
        else:
            value = f"{mark.key}={mark.value}"
            rows.append(
                (
                    piece.number,
                    KINDS.index(mark.key),
                    int(mark is not before),
                    _state(mark) if mark.key in FACT_KINDS else NOTHING,
                    values.index(value) if value in values else NOTHING,
                )
            )
        before = mark
    return rows


def _is_of(piece: Piece, mark: Mark) -> bool:
    """Half of it at least; a space by itself, if the mark goes on behind it."""
    if piece.start == piece.end:
        return mark.start < piece.start < mark.end
    shared = min(mark.end, piece.end) - max(mark.start, piece.start)
    return 2 * shared >= piece.end - piece.start


def _state(mark: Mark) -> int:
    state = "over" if mark.gone else "unsure" if mark.unsure else "later" if mark.later else "holds"
    return STATES.index(state)
