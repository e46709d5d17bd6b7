"""Lines about help pages, counted; they are few and their places stand in JSON, so it is done here and not by the database."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.events import Event, EventType
from chat_server.domain.help.report import LINES, HelpTally, tally

from .rolling import within
from .tables import NOT_SPOKEN, events, kind_of_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.ext.asyncio import AsyncSession

    from .rolling import Part

_e = events.c
_COLUMNS = (_e.id, _e.type, _e.at, _e.inbox_id, _e.actor_kind, _e.conversation_id, _e.data)
_AROUND = (EventType.HELP_SHOWN.value, EventType.HANDED_OFF.value)
_AT_ONCE = 1_000


async def of_parts(session: AsyncSession, parts: Sequence[Part]) -> HelpTally:
    """Of lines written then; whether somebody left after a page is told by all lines of the dialogue."""
    if not parts:
        return HelpTally()
    lines = await _lines(session, _e.type.in_(LINES), within(_e.at, parts))
    shown = (one.conversation_id for one in lines if one.type is EventType.HELP_SHOWN)
    ids = sorted({one for one in shown if one is not None})
    around: list[Event] = []
    for start in range(0, len(ids), _AT_ONCE):
        theirs = _e.conversation_id.in_(ids[start : start + _AT_ONCE])
        around += await _lines(session, theirs, sa.text(NOT_SPOKEN), kind_of_line.in_(_AROUND))
    return tally(lines, around)


async def _lines(
    session: AsyncSession, *where: sa.ColumnElement[bool] | sa.TextClause
) -> list[Event]:
    rows = await session.execute(sa.select(*_COLUMNS).where(*where).order_by(_e.at, _e.position))
    return [Event(**row) for row in rows.mappings()]
