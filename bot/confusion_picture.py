"""Draws what was taken for what: a row for each intent meant, a column for each understood."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from xml.sax.saxutils import escape

_CELL = 16
_NAMES = 150
_TOP = 170
# How far the name of the last column leans out.
_LEANING = 80
_RIGHT, _WRONG = "#2f7d5b", "#c2410c"


def picture(title: str, pairs: Sequence[tuple[str, str]]) -> str:
    """An SVG of pairs of what was meant and what was understood."""
    counts, meant = Counter(pairs), Counter(said for said, _ in pairs)
    rows = sorted(meant)
    columns = rows + sorted({guess for _, guess in pairs} - set(rows))
    width = _NAMES + _CELL * len(columns) + _LEANING
    height = _TOP + _CELL * len(rows) + 20
    look = 'font-family="sans-serif" font-size="10" role="img"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" {look}>',
        f"<title>{escape(title)}</title>",
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
        f'<text x="8" y="18" font-size="13">{escape(title)}</text>',
    ]
    for place, name in enumerate(columns):
        x = _NAMES + _CELL * place + 11
        parts.append(
            f'<text transform="translate({x} {_TOP - 6}) rotate(-60)">{escape(name)}</text>'
        )
    for place, name in enumerate(rows):
        y = _TOP + _CELL * place
        parts.append(
            f'<text x="{_NAMES - 6}" y="{y + 12}" text-anchor="end">{escape(name)}</text>'
            f'<path d="M{_NAMES} {y}h{_CELL * len(columns)}" stroke="#e5e7eb"/>'
        )
        parts += [
            _cell(_NAMES + _CELL * column, y, name, guess, counts[name, guess], meant[name])
            for column, guess in enumerate(columns)
            if counts[name, guess]
        ]
    return "\n".join([*parts, "</svg>", ""])


def _cell(x: int, y: int, said: str, guess: str, count: int, of: int) -> str:
    colour = _RIGHT if said == guess else _WRONG
    strength = 0.25 + 0.75 * count / of
    ink = "#fff" if strength > 0.6 else "#111"  # noqa: PLR2004 - where dark turns to light
    told = f"{said} understood as {guess}: {count} of {of}"
    return (
        f'<g><title>{escape(told)}</title><rect x="{x}" y="{y}" width="{_CELL}" height="{_CELL}" '
        f'fill="{colour}" fill-opacity="{strength:.2f}"/>'
        f'<text x="{x + _CELL / 2:g}" y="{y + 12}" text-anchor="middle" fill="{ink}">{count}</text></g>'
    )
