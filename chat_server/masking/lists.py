"""The lists in `words/`, each read once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def words(name: str) -> frozenset[str]:
    """A list beside this code, by its name; what stands in `words/SOURCES.md` says where it is from."""
    text = files(__package__).joinpath("words", f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(text.split())
