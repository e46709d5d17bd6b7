"""The files of what was learned: tables of numbers, and what was learned with them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from .pretrained import Numbers

FOLDER = Path(__file__).parent / "learned"
ABOUT = "about.json"
LAYER, HEAD = "layer-{:02}.npz", "head.npz"
_SCALES = "/scales"
# The least a row is divided by.
_LEAST = 1e-12


class NotAsLearned(Exception):
    """A file is not the one that was learned; the message says which."""


def about(folder: Path = FOLDER) -> dict[str, Any]:
    """What was learned beside the tables, when these are as they were; raises NotAsLearned."""
    try:
        found: dict[str, Any] = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
        for name, right in found["files"].items():
            if digest(folder / name) != right:
                raise NotAsLearned(f"{name} is not the file that was learned")
    except (OSError, ValueError, KeyError) as error:
        raise NotAsLearned(f"{ABOUT} or what it names cannot be read: {error}") from error
    return found


def digest(path: Path) -> str:
    """Changes with any byte."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def packed(path: Path, tables: Mapping[str, Numbers]) -> None:
    """Tables in a signed byte a number and a scale a row; rows as they are."""
    found: dict[str, np.ndarray[Any, Any]] = {}
    for name, table in tables.items():
        if table.ndim == 1:
            found[name] = table.astype(np.float32)
            continue
        scales = np.maximum(np.abs(table).max(axis=1), _LEAST).astype(np.float32) / np.float32(127)
        found[name] = np.round(table / scales[:, None]).astype(np.int8)
        found[name + _SCALES] = scales
    with path.open("wb") as file:
        np.savez(file, allow_pickle=False, **found)


def unpacked(path: Path) -> dict[str, Numbers]:
    """As they were packed, nearly."""
    with np.load(path) as file:
        return {
            name: file[name].astype(np.float32) * file[name + _SCALES][:, None]
            if file[name].dtype == np.int8
            else file[name]
            for name in file.files
            if not name.endswith(_SCALES)
        }
