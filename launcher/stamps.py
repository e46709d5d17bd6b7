"""Is earlier work still good? Answered by the content of its inputs, never by times."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

# Folders that are made from inputs and therefore are none.
MADE_FOLDERS = frozenset(
    {
        ".venv",
        ".tools",
        ".git",
        "node_modules",
        "dist",
        "__pycache__",
        ".mypy_cache",
        ".pytest_cache",
        ".ruff_cache",
        ".rasa",
        "var",
    }
)


def files_under(inputs: Iterable[Path]) -> Iterator[Path]:
    """Every file the inputs name, folders walked in a fixed order, made folders left out."""
    for entry in inputs:
        if not entry.is_dir():
            yield entry
            continue
        for folder, subfolders, names in os.walk(entry):
            subfolders[:] = sorted(name for name in subfolders if name not in MADE_FOLDERS)
            for name in sorted(names):
                if not name.endswith((".pyc", ".swp")):
                    yield entry.__class__(folder) / name


def digest_of(root: Path, inputs: Iterable[Path], salt: Iterable[str] = ()) -> str:
    """A hash over names and contents; a missing input counts as such instead of failing."""
    digest = hashlib.blake2b(digest_size=16)
    for part in salt:
        digest.update(part.encode() + b"\0")
    for path in files_under(inputs):
        digest.update(os.path.relpath(path, root).encode() + b"\0")
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            digest.update(b"missing\0")
        else:
            digest.update(len(content).to_bytes(8, "big") + content)
    return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class Stamp:
    """A small file that says from which inputs a result was made."""

    path: Path

    def matches(self, digest: str) -> bool:
        """Whether the result was made from inputs with this digest."""
        try:
            return self.path.read_text().strip() == digest
        except OSError:
            return False

    def write(self, digest: str) -> None:
        """Remember the inputs; atomic, so that an interrupted write is no stamp at all."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        draft = self.path.with_name(self.path.name + ".new")
        draft.write_text(digest + "\n")
        draft.replace(self.path)

    def clear(self) -> None:
        """Forget: the result is about to change and is not good until written again."""
        self.path.unlink(missing_ok=True)
