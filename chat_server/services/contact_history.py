"""One history of a contact for who answers, and the same under a pseudonym for marketers."""

from __future__ import annotations

from dataclasses import dataclass, replace

from chat_server.domain.contact import Contact
from chat_server.domain.contact_history import (
    LONGEST_NOTE,
    CallNote,
    HistoryEntry,
    HistoryKind,
    HistoryPlace,
    newest,
    note_id,
)
from chat_server.domain.errors import Invalid, NotFound
from chat_server.domain.events import Event, EventType
from chat_server.domain.ids import event_id
from chat_server.domain.ports import Clock, Store, Transaction

from .access import AgentCaller, Permission, require
from .masking import Masking, Masks, beside

_AT_A_MOMENT = 50


@dataclass(frozen=True)
class HistoryPage:
    """`last` is where the next one begins, None at the end; `kinds` are those the caller may see."""

    contact: Contact
    entries: list[HistoryEntry]
    last: HistoryPlace | None
    kinds: list[HistoryKind]


class ContactHistory:
    """Who looked at whom is for those alone who may read the audit."""

    def __init__(self, store: Store, clock: Clock, masking: Masking) -> None:
        self._store = store
        self._clock = clock
        self._masking = masking

    async def page(
        self,
        caller: AgentCaller,
        contact_id: str,
        kind: HistoryKind | None,
        before: HistoryPlace | None,
        limit: int,
    ) -> HistoryPage:
        """Newest first, of one kind or of all."""
        require(caller, Permission.READ_DIALOGUES)
        visible = [one for one in HistoryKind if _may_see(caller, one)]
        wanted = [one for one in visible if kind in {None, one}]
        async with self._store.read() as tx:
            contact = await _contact(tx, contact_id)
            masked = self._masking.concerns(caller)
            if masked and before is not None and before.kind is HistoryKind.ORDER:
                before = await self._behind_mask(tx, contact, before)
            parts = [await tx.contact_history.of(contact, one, before, limit) for one in wanted]
            found = newest(parts, limit)
            masks = await self._masking.of(tx, {contact.id})
        if masked:
            found = await beside(lambda: [_masked(one, masks, contact.id) for one in found])
        last = found[-1] if len(found) == limit else None
        place = HistoryPlace(last.at, last.kind, last.id) if last else None
        return HistoryPage(contact, found, place, visible)

    async def _behind_mask(
        self, tx: Transaction, contact: Contact, before: HistoryPlace
    ) -> HistoryPlace:
        """Who may not know an order's number was given its pseudonym for a cursor."""
        moment = HistoryPlace(before.at, next(iter(HistoryKind)), before.id)
        for one in await tx.contact_history.of(contact, HistoryKind.ORDER, moment, _AT_A_MOMENT):
            if one.at == before.at and self._masking.pseudonyms.of(one.id) == before.id:
                return replace(before, id=one.id)
        raise Invalid("This cursor is none of ours.", {"cursor": "unknown"})

    async def note(self, caller: AgentCaller, contact_id: str, text: str, key: str) -> CallNote:
        """What was said on the phone or across the counter; the same key again is the same note."""
        require(caller, Permission.ANSWER)
        require(caller, Permission.READ_CONTACTS)
        text = text.strip()
        if not 0 < len(text) <= LONGEST_NOTE:
            raise Invalid("Write a note.", {"text": f"1 to {LONGEST_NOTE} characters"})
        async with self._store.begin() as tx:
            contact = await _contact(tx, contact_id)
            await tx.contacts.lock(contact.id)
            made_id = note_id(contact.id, key)
            held = await tx.contact_history.note(made_id)
            if held is not None:
                return held
            now = self._clock()
            note = CallNote(made_id, contact.id, caller.agent_id, caller.name, now, text)
            tx.add(note)
            await tx.flush()
            await tx.record([_noted(contact, note)])
            return note


def _may_see(caller: AgentCaller, kind: HistoryKind) -> bool:
    return kind is not HistoryKind.REVEAL or caller.can(Permission.MANAGE)


def _masked(entry: HistoryEntry, masks: Masks, contact_id: str) -> HistoryEntry:
    """Numbers and codes lead to a person; what was written may name them."""
    text = masks.text(entry.text, contact_id) if entry.text else entry.text
    entry_id = masks.pseudonyms.of(entry.id) if entry.kind is HistoryKind.ORDER else entry.id
    return replace(entry, id=entry_id, text=text, number=None)


def _noted(contact: Contact, note: CallNote) -> Event:
    return Event(
        id=event_id("call_noted", note.id),
        type=EventType.CALL_NOTED,
        at=note.at,
        inbox_id=contact.inbox_id,
        actor_kind="agent",
        actor_id=note.agent_id,
        contact_id=contact.id,
    )


async def _contact(tx: Transaction, contact_id: str) -> Contact:
    contact = await tx.contacts.get(contact_id)
    if contact is None:
        raise NotFound("There is no such contact.")
    return contact
