"""Hours of the day at which somebody wants to be reached, from the parts of a match."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from chat_server.domain.facts.statement import Statement

from .rule import Heard, Take

_NOON = 12
_HOURS = 24


def hours(before: str, *, late: Mapping[str, str] | None = None) -> Take:
    """Groups: `side`, `hour`, `minute`, `hour2`, `minute2`, `part`; `late`: words for the second half of the day."""
    befores = frozenset(before.split())
    afternoon = late or {}

    def take(heard: Heard) -> Iterator[Statement]:
        parts = heard.match.groupdict()
        pm = (parts.get("part") or "").strip() in afternoon
        first = _clock(parts["hour"], parts.get("minute"), pm=pm)
        if first is None:
            return
        if parts.get("hour2"):
            last = _clock(parts["hour2"], parts.get("minute2"), pm=pm)
            value = f"{first}-{last}" if last else None
        else:
            value = f"-{first}" if (parts.get("side") or "") in befores else f"{first}-"
        if value:
            yield heard.statement("preferred_hour", value, span=heard.place("when"))

    return take


def _clock(hour: str, minute: str | None, *, pm: bool) -> str | None:
    number = int(hour)
    if pm and number < _NOON:
        number += _NOON
    return f"{number:02}:{minute or '00'}" if number < _HOURS else None
