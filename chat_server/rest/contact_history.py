"""A contact's history over every way, and notes of calls."""

from __future__ import annotations

from chat_server.domain.contact_history import CallNote, HistoryKind, HistoryPlace
from chat_server.wire import history as w

from .call import Call
from .paging import PageQuery, cursor_of


class HistoryQuery(PageQuery):
    """Of one kind, or of all."""

    kind: w.HistoryKindName | None = None


async def history(call: Call) -> w.ContactHistoryView:
    """Dialogues, calls, e-mails, orders, coupons, points and consents, newest first."""
    query = call.query
    piece = query.piece()
    before = HistoryPlace.read(piece.before, piece.before_id or "") if piece.before else None
    kind = HistoryKind(query.kind) if query.kind else None
    page = await call.services.contact_history.page(
        call.agent, call.path("id"), kind, before, query.limit
    )
    return w.ContactHistoryView(
        items=[w.HistoryEntryView.model_validate(one) for one in page.entries],
        next=cursor_of(page.last.at, page.last.name) if page.last else None,
        kinds=[one.value for one in page.kinds],
    )


async def add_note(call: Call) -> w.CallNoteView:
    """What was said in a call."""
    body = call.body
    note = await call.services.contact_history.note(
        call.agent, call.path("id"), body.text, body.client_id
    )
    return note_view(note)


def note_view(note: CallNote) -> w.CallNoteView:
    """As its readers see it."""
    return w.CallNoteView(id=note.id, at=note.at, by=note.agent_name, text=note.text)
