"""Stays in a queue as the log tells of them: what was expected as one began, and how it ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .events import Event, EventType
from .waiting import Estimate, Expected, Stay

if TYPE_CHECKING:
    from collections.abc import Iterable

ENDS = (EventType.ASSIGNED, EventType.RETURNED_TO_BOT, EventType.RESOLVED)


def begun_with(
    position: int, slots: int, team_id: str, expected: Expected | None
) -> dict[str, object]:
    """The data of a log line about a stay that begins."""
    data: dict[str, object] = {"position": position, "slots": slots, "team": team_id}
    if expected is not None:
        told = expected.told
        data |= {
            "eta": round(told.middle, 1),
            "low": round(told.low, 1),
            "high": round(told.high, 1),
            "mean": round(expected.mean, 4),
            "deviation": round(expected.deviation, 4),
        }
    return data


def stays_by_team(begun: Iterable[Event], ended: Iterable[Event]) -> dict[str, list[Stay]]:
    """Of one inbox, in the order in which they began; "" is the team of those sent to none."""
    ends: dict[str, list[Event]] = {}
    for event in sorted(ended, key=_position):
        ends.setdefault(event.conversation_id or "", []).append(event)
    found: dict[str, list[Stay]] = {}
    for event in sorted(begun, key=_position):
        of_it = ends.get(event.conversation_id or "", [])
        found.setdefault(str(event.data["team"]), []).append(_stay(event, of_it))
    return found


def _stay(event: Event, ends: list[Event]) -> Stay:
    data = event.data
    stay = Stay(event.at, int(_number(data, "position")), int(_number(data, "slots")))
    if "mean" in data:
        told = Estimate(*(_number(data, name) for name in ("eta", "low", "high")))
        expected = Expected(_number(data, "mean"), _number(data, "deviation"), told)
        stay = Stay(stay.began_at, stay.position, stay.slots, expected)
    end = next((one for one in ends if _position(one) > _position(event)), None)
    return stay.ended(end.at, served=end.type is EventType.ASSIGNED) if end else stay


def _position(event: Event) -> int:
    return event.position or 0


def _number(data: dict[str, object], name: str) -> float:
    return float(str(data[name]))
