"""Vectors of the pages' sentences, kept from start to start by the hash of their words."""

from __future__ import annotations

import logging
import os
from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

import numpy as np

from components.meaning import WIDTH, meanings

if TYPE_CHECKING:
    from numpy.typing import NDArray

logger = logging.getLogger("bot")
# Counted up when vectors are made in another way.
_FORM = b"usem3-1"


class KeptMeanings:
    """Asks the encoder only for what the file does not have; ``keep`` leaves in it what was asked for this time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known = _read(path)
        self._used: dict[str, NDArray[np.float32]] = {}

    def of(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row for each text."""
        keys = [_key(text) for text in texts]
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in self._known}
        self._known |= dict(zip(new, meanings(list(new.values())), strict=True)) if new else {}
        self._used |= {key: self._known[key] for key in keys}
        rows = [self._known[key] for key in keys]
        return np.stack(rows) if rows else np.zeros((0, WIDTH), dtype=np.float32)

    def keep(self) -> None:
        """Write the file, if anything in it changed; without one the next start is only slower."""
        if self._used.keys() == _read(self._path).keys():
            return
        beside = self._path.with_name(f".{os.getpid()}.{self._path.name}")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with beside.open("wb") as file:
                np.savez(
                    file, keys=np.array(list(self._used)), rows=np.stack([*self._used.values()])
                )
            beside.replace(self._path)
        except (OSError, ValueError) as error:
            logger.warning("the pages' vectors are not kept: %s", type(error).__name__)


def _key(text: str) -> str:
    return blake2b(text.encode(), digest_size=16, key=_FORM).hexdigest()


def _read(path: Path) -> dict[str, NDArray[np.float32]]:
    try:
        with np.load(path) as kept:
            return dict(zip(kept["keys"].tolist(), kept["rows"], strict=True))
    except (OSError, ValueError, KeyError, EOFError, BadZipFile):
        return {}
