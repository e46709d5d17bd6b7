"""Teaches the upper layers of the pretrained model to mark words: run by `training`, in an environment of its own.

It reads and writes tables of numbers only, so that nothing of the hub is needed here: `python teaching.py FOLDER` makes
of `lines.npz` and `pretrained.npz` there `taught.npz`. A head among what is known says that the layers were taught before.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

# Layers below stay as they came; what they make of a line is computed once.
FIRST = 6
_SEED = 20261123
_LOWER = 0.9
_DECAY = 0.01
_WARM = 1 / 12
_DROPPED = 0.1
_LINES, _PIECES, _PIECES_AT_REST = 32, 2_000, 8_000
# What a piece is counts most; that it begins, how it is meant and which value it has are learned beside it.
_BESIDE = 0.2
_HEADS = 12
_EPSILON = 1e-12
_FAR = -1e9
_TABLES, _NORMS = ("q", "k", "v", "ao", "fi", "fo"), ("aln", "oln")


@dataclass(frozen=True)
class Pace:
    """How often the lines are gone through, and how far each may move what is known."""

    epochs: int
    rate: float
    head_rate: float


# From the model as it came, and from what was taught before.
_ANEW, _FURTHER = Pace(3, 1.5e-4, 1.2e-3), Pace(2, 5e-5, 3e-4)


class Layer(nn.Module):  # type: ignore[misc]  # PyTorch is not there where types are looked at
    """One of the model's, with its numbers."""

    def __init__(self, numbers: dict[str, np.ndarray], at: int) -> None:
        super().__init__()
        for name in _TABLES:
            weight = torch.tensor(numbers[f"{at}.{name}.w"])
            part = nn.Linear(weight.shape[1], weight.shape[0])
            part.weight.data = weight
            part.bias.data = torch.tensor(numbers[f"{at}.{name}.b"])
            setattr(self, name, part)
        for name in _NORMS:
            weight = torch.tensor(numbers[f"{at}.{name}.w"])
            norm = nn.LayerNorm(len(weight), eps=_EPSILON)
            norm.weight.data = weight
            norm.bias.data = torch.tensor(numbers[f"{at}.{name}.b"])
            setattr(self, name, norm)
        self.dropped = nn.Dropout(_DROPPED)

    def forward(self, rows: Tensor, absent: Tensor) -> Tensor:
        lines, many, width = rows.shape

        def split(one: Tensor) -> Tensor:
            return one.view(lines, many, _HEADS, width // _HEADS).transpose(1, 2)

        looks = functional.scaled_dot_product_attention(
            split(self.q(rows)), split(self.k(rows)), split(self.v(rows)), attn_mask=absent
        )
        looks = self.ao(looks.transpose(1, 2).reshape(lines, many, width))
        rows = self.aln(rows + self.dropped(looks))
        return self.oln(rows + self.dropped(self.fo(functional.gelu(self.fi(rows)))))


class Marker(nn.Module):  # type: ignore[misc]  # as above
    """The upper layers, and what they say of a piece."""

    def __init__(self, numbers: dict[str, np.ndarray], layers: int, told: int) -> None:
        super().__init__()
        self.layers = nn.ModuleList(Layer(numbers, at) for at in range(FIRST, layers))
        width = len(numbers["emb.ln.w"])
        self.head = nn.Linear(width, told)
        if "head.w" in numbers:
            self.head.weight.data = torch.tensor(numbers["head.w"])
            self.head.bias.data = torch.tensor(numbers["head.b"])
        else:
            nn.init.normal_(self.head.weight, std=0.02)
            nn.init.zeros_(self.head.bias)
        self.dropped = nn.Dropout(_DROPPED)

    def forward(self, rows: Tensor, absent: Tensor) -> Tensor:
        for layer in self.layers:
            rows = layer(rows, absent)
        return self.head(self.dropped(rows))


class Lines:
    """What there is to learn from."""

    def __init__(self, path: Path) -> None:
        with np.load(path) as file:
            self.tables = {name: file[name] for name in file.files}
        self.offsets = self.tables["offsets"]
        self.lengths = np.diff(self.offsets)
        self.sizes = [int(one) for one in self.tables["sizes"]]

    def padded(self, lines: Sequence[int], name: str, fill: int) -> Tensor:
        """A row a line, as long as the longest."""
        found = np.full((len(lines), self.longest(lines)), fill, dtype=np.int64)
        for row, line in enumerate(lines):
            mine = self.tables[name][self.offsets[line] : self.offsets[line + 1]]
            found[row, : len(mine)] = mine
        return torch.tensor(found)

    def absent(self, lines: Sequence[int]) -> Tensor:
        """Keeps the model from looking beyond a line's end."""
        found = torch.zeros(len(lines), 1, 1, self.longest(lines))
        for row, line in enumerate(lines):
            found[row, :, :, self.lengths[line] :] = _FAR
        return found

    def longest(self, lines: Sequence[int]) -> int:
        """In pieces."""
        return int(max(self.lengths[line] for line in lines))

    def together(
        self, lines: Sequence[int], most: int, random: np.random.Generator | None
    ) -> list[list[int]]:
        """Lines of about one length, some at a time."""
        order = np.array(lines)
        near = random.random(len(order)) * 6 if random is not None else 0
        found: list[list[int]] = []
        for line in order[np.argsort(self.lengths[order] + near, kind="stable")].tolist():
            last = found[-1] if found else None
            if (
                last is None
                or len(last) >= _LINES
                or self.longest([*last, line]) * (len(last) + 1) > most
            ):
                found.append([line])
            else:
                last.append(line)
        if random is not None:
            random.shuffle(found)
        return found


class Ground:
    """What the layers that stay as they are make of each line."""

    def __init__(self, lines: Lines, numbers: dict[str, np.ndarray]) -> None:
        self._lines = lines
        self._width = len(numbers["emb.ln.w"])
        self._rows = torch.zeros(int(lines.offsets[-1]), self._width, dtype=torch.float16)
        places = torch.tensor(numbers["emb.pos"]).view(-1, self._width)
        places = places + torch.tensor(numbers["emb.type"])[: self._width]
        words = torch.tensor(numbers["words"])
        number_of = np.zeros(int(numbers["numbers"].max()) + 1, dtype=np.int64)
        number_of[numbers["numbers"]] = np.arange(len(words))
        weight, bias = torch.tensor(numbers["emb.ln.w"]), torch.tensor(numbers["emb.ln.b"])
        lower = [Layer(numbers, at).eval() for at in range(FIRST)]
        for some in lines.together(range(len(lines.lengths)), _PIECES_AT_REST, None):
            pieces = lines.padded(some, "pieces", int(numbers["numbers"][0])).numpy()
            rows = words[torch.tensor(number_of[pieces])] + places[: pieces.shape[1]]
            rows = functional.layer_norm(rows, (self._width,), weight, bias, _EPSILON)
            with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
                for layer in lower:
                    rows = layer(rows, lines.absent(some))
            for row, line in enumerate(some):
                begin, end = lines.offsets[line : line + 2]
                self._rows[begin:end] = rows[row, : end - begin].half()

    def of(self, lines: Sequence[int]) -> Tensor:
        """Of some lines, one as long as the other."""
        found = torch.zeros(len(lines), self._lines.longest(lines), self._width)
        for row, line in enumerate(lines):
            begin, end = self._lines.offsets[line : line + 2]
            found[row, : end - begin] = self._rows[begin:end].float()
        return found


def main(folder: Path) -> None:
    """Some tens of minutes of two cores."""
    torch.manual_seed(_SEED)
    lines = Lines(folder / "lines.npz")
    with np.load(folder / "pretrained.npz") as file:
        numbers = {name: file[name] for name in file.files}
    layers = 1 + max(int(name.split(".")[0]) for name in numbers if name[0].isdigit())
    kinds, states, values = lines.sizes
    ground = Ground(lines, numbers)
    marker = Marker(numbers, layers, kinds + 1 + states + values)
    aside = lines.tables["aside"]
    pace = _FURTHER if "head.w" in numbers else _ANEW
    _teach(marker, ground, lines, np.flatnonzero(~aside).tolist(), pace)
    np.savez(folder / "taught.npz", allow_pickle=False, **_named(marker))


def _teach(marker: Marker, ground: Ground, lines: Lines, known: Sequence[int], pace: Pace) -> None:
    random = np.random.default_rng(_SEED)
    steps = len(lines.together(known, _PIECES, None)) * pace.epochs
    warm = max(int(steps * _WARM), 1)
    optimizer = torch.optim.AdamW(_groups(marker, pace), betas=(0.9, 0.98))
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, max(steps - step, 0) / max(steps - warm, 1))
    )
    marker.train()
    began = time.monotonic()
    for step, some in zip(range(steps), _endless(lines, known, random), strict=False):
        with torch.autocast("cpu", torch.bfloat16):
            told = marker(ground.of(some), lines.absent(some))
        loss = _loss(told.float(), lines, some)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(marker.parameters(), 1.0)
        optimizer.step()
        rate.step()
        if step % 200 == 0:
            gone = time.monotonic() - began
            print(f"step {step} of {steps}, {gone:.0f} s, {loss.item():.3f}", flush=True)  # noqa: T201 - a command


def _endless(
    lines: Lines, known: Sequence[int], random: np.random.Generator
) -> Iterator[list[int]]:
    while True:
        yield from lines.together(known, _PIECES, random)


def _loss(told: Tensor, lines: Lines, some: Sequence[int]) -> Tensor:
    kinds, states, _ = lines.sizes
    kind, state, value = (lines.padded(some, name, -1) for name in ("kinds", "states", "values"))
    begins = lines.padded(some, "begins", 0)
    loss = functional.cross_entropy(
        told[..., :kinds].flatten(0, 1), kind.flatten(), ignore_index=-1
    )
    marked = kind > 0
    if marked.any():
        beginning = told[..., kinds][marked]
        loss = loss + _BESIDE * functional.binary_cross_entropy_with_logits(
            beginning, begins[marked].float()
        )
    last = kinds + 1 + states
    for right, shares in ((state, told[..., kinds + 1 : last]), (value, told[..., last:])):
        if (right >= 0).any():
            loss = loss + _BESIDE * functional.cross_entropy(shares[right >= 0], right[right >= 0])
    return loss


def _groups(marker: Marker, pace: Pace) -> list[dict[str, object]]:
    """Lower layers move less; rows and bases are not kept small."""
    found: list[dict[str, object]] = []
    for number, layer in enumerate(reversed(marker.layers)):
        rate = pace.rate * _LOWER**number
        tables = [one for one in layer.parameters() if one.ndim > 1]
        rows = [one for one in layer.parameters() if one.ndim == 1]
        found += [
            {"params": tables, "lr": rate, "weight_decay": _DECAY},
            {"params": rows, "lr": rate, "weight_decay": 0.0},
        ]
    found.append({"params": marker.head.parameters(), "lr": pace.head_rate, "weight_decay": _DECAY})
    return found


def _named(marker: Marker) -> dict[str, np.ndarray]:
    """As the hub names them: `6.q.w`, `head.b`."""
    found = {}
    for name, table in marker.state_dict().items():
        short = name.removeprefix("layers.").replace(".weight", ".w").replace(".bias", ".b")
        number, _, rest = short.partition(".")
        found[f"{int(number) + FIRST}.{rest}" if number.isdigit() else short] = table.numpy()
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]))
