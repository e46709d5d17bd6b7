"""Questions by language and kind, as tests hold them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def each(asked: Mapping[str, Mapping[str, Sequence[str]]]) -> list[tuple[str, str]]:
    """Every kind with every question for it."""
    return [
        (key, question)
        for kinds in asked.values()
        for key, questions in kinds.items()
        for question in questions
    ]
