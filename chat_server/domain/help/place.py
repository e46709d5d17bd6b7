"""Where in the help pages something stands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Place:
    """A passage of an article; an empty `passage` is the article's beginning."""

    language: str
    article: str
    passage: str = ""

    @property
    def path(self) -> str:
        """Its address on the hub."""
        anchor = f"#{self.passage}" if self.passage else ""
        return f"/help/{self.language}/{self.article}{anchor}"
