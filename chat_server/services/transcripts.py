"""Transcripts, response events and the log, for reading and export."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from typing import Generic, TypeVar

from chat_server.domain.errors import NotFound, Unavailable
from chat_server.domain.events import Event
from chat_server.domain.finding import has_all, snippet
from chat_server.domain.live import Snapshot
from chat_server.domain.message import Message
from chat_server.domain.ports import DialogueFilter, Slice, Store, Transaction
from chat_server.domain.response_event import ResponseEvent

from .access import AgentCaller, Permission, require
from .masking import Masking, beside, without_masks
from .snapshots import snapshots

T = TypeVar("T")
_PAGE = 500
# Of what was found in one look so many messages are masked; and so many looks are taken for one page.
_MOST_HITS, _ROUNDS = 1000, 8


@dataclass(frozen=True)
class Place:
    """Where in a list something stands."""

    at: datetime
    id: str


@dataclass(frozen=True)
class Seen(Generic[T]):
    """Something found, and what the caller may see of it."""

    place: Place
    item: T | None


@dataclass(frozen=True)
class FoundDialogue:
    """A search result; `messages` counts what was said, without activities."""

    snapshot: Snapshot
    messages: int
    snippet: str | None


@dataclass(frozen=True)
class Page(Generic[T]):
    """A piece of a list; `last` is the last one looked at, of which the next piece begins, None at the end."""

    items: list[T]
    last: Place | None


class Transcripts:
    """Marketers read dialogues without notes and with masks; what a caller may see of the person is the view's.

    Words that are masked for a caller are not found for them either: whoever could ask which dialogues hold a number
    would soon know whose it is.
    """

    def __init__(self, store: Store, masking: Masking) -> None:
        self._store = store
        self._masking = masking

    async def search(
        self, caller: AgentCaller, wanted: DialogueFilter, piece: Slice
    ) -> Page[FoundDialogue]:
        """Newest first."""
        require(caller, Permission.READ_DIALOGUES)
        if wanted.query:
            # Without it the last second's words are missing, which is better than no answer.
            with suppress(Unavailable):
                await self._store.catch_up()

        async def some(tx: Transaction, here: Slice) -> list[Seen[FoundDialogue]]:
            hits = await tx.transcripts.search(wanted, here)
            views = await snapshots(tx, [hit.conversation for hit in hits])
            shown = await self._masking.snapshots(tx, caller, views)
            ids = [view.conversation.id for view in views]
            visible = await self._visible(tx, caller, wanted, ids)
            return [
                Seen(
                    Place(view.conversation.opened_at, view.conversation.id),
                    None
                    if visible is not None and view.conversation.id not in visible
                    else FoundDialogue(
                        view,
                        hit.messages,
                        hit.snippet if visible is None else visible[view.conversation.id],
                    ),
                )
                for view, hit in zip(shown, hits, strict=True)
            ]

        return await self._page(caller, wanted, piece, some)

    async def response_events(
        self, caller: AgentCaller, wanted: DialogueFilter, piece: Slice
    ) -> Page[ResponseEvent]:
        """By time of opening."""
        require(caller, Permission.READ_REPORTS)

        async def some(tx: Transaction, here: Slice) -> list[Seen[ResponseEvent]]:
            rows = await tx.log.response_events(wanted, here)
            ids = [row.conversation_id for row in rows]
            visible = await self._visible(tx, caller, wanted, ids)
            return [
                Seen(
                    Place(row.opened_at, row.conversation_id),
                    row if visible is None or row.conversation_id in visible else None,
                )
                for row in rows
            ]

        return await self._page(caller, wanted, piece, some)

    async def response_event(self, caller: AgentCaller, conversation_id: str) -> ResponseEvent:
        """Of one dialogue."""
        require(caller, Permission.READ_REPORTS)
        async with self._store.read() as tx:
            found = await tx.log.response_event(conversation_id)
        if found is None:
            raise NotFound("There is no such dialogue.")
        return found

    async def log(self, caller: AgentCaller, after: int, limit: int) -> list[Event]:
        """The append-only log after a position."""
        require(caller, Permission.READ_REPORTS)
        async with self._store.read() as tx:
            return await tx.log.after(after, limit)

    async def export_dialogues(
        self, caller: AgentCaller, wanted: DialogueFilter
    ) -> AsyncIterator[ResponseEvent]:
        """Every response event, oldest first, page by page."""
        piece = Slice(_PAGE, oldest_first=True)
        while True:
            page = await self.response_events(caller, wanted, piece)
            for row in page.items:
                yield row
            if page.last is None:
                return
            piece = replace(piece, before=page.last.at, before_id=page.last.id)

    async def export_messages(
        self, caller: AgentCaller, wanted: DialogueFilter
    ) -> AsyncIterator[Message]:
        """Every message but notes, streamed."""
        require(caller, Permission.READ_REPORTS)
        masked = self._masking.concerns(caller)
        async with self._store.read() as tx:
            some: list[Message] = []
            async for message in tx.transcripts.messages(wanted):
                if not masked:
                    yield message
                    continue
                some.append(message)
                if len(some) == _PAGE:
                    for one in await self._masked(caller, wanted, some):
                        yield one
                    some = []
            for one in await self._masked(caller, wanted, some):
                yield one

    async def export_events(
        self, caller: AgentCaller, wanted: DialogueFilter
    ) -> AsyncIterator[Event]:
        """The log within the period."""
        require(caller, Permission.READ_REPORTS)
        position = 0
        while True:
            async with self._store.read() as tx:
                events = await tx.log.after(position, _PAGE)
            for event in events:
                since, until = wanted.since, wanted.until
                if (since is None or event.at >= since) and (until is None or event.at < until):
                    yield event
            if len(events) < _PAGE:
                return
            position = events[-1].position or position

    # ------------------------------------------------------------- masks

    async def _page(
        self,
        caller: AgentCaller,
        wanted: DialogueFilter,
        piece: Slice,
        some: Callable[[Transaction, Slice], Awaitable[list[Seen[T]]]],
    ) -> Page[T]:
        """Goes on where masks left nothing to show of what was found, but not for ever."""
        items: list[T] = []
        here = piece
        rounds = _ROUNDS if wanted.query and self._masking.concerns(caller) else 1
        seen: list[Seen[T]] = []
        for _ in range(rounds):
            async with self._store.read() as tx:
                seen = await some(tx, here)
            for one in seen:
                here = replace(here, before=one.place.at, before_id=one.place.id)
                if one.item is not None:
                    items.append(one.item)
                if len(items) == piece.limit:
                    return Page(items, one.place)
            if len(seen) < piece.limit:
                return Page(items, None)
        return Page(items, seen[-1].place if seen else None)

    async def _visible(
        self, tx: Transaction, caller: AgentCaller, wanted: DialogueFilter, ids: Sequence[str]
    ) -> dict[str, str] | None:
        """Of a search, the dialogues that have its words still when they are masked, with the words around them.

        None where the caller sees all.
        """
        query = wanted.query
        if not query or not self._masking.concerns(caller):
            return None
        hits = await tx.transcripts.hits(query, ids, _MOST_HITS)
        found = await tx.conversations.by_ids(sorted({one for one, _ in hits}))
        contacts = {one.id: one.contact_id for one in found}
        masks = await self._masking.of(tx, set(contacts.values()))

        def visible() -> dict[str, str]:
            kept: dict[str, str] = {}
            for conversation_id, text in hits:
                if conversation_id not in kept and conversation_id in contacts:
                    shown = masks.text(text, contacts[conversation_id])
                    if has_all(without_masks(shown), query):
                        kept[conversation_id] = snippet(shown, query)
            return kept

        return await beside(visible)

    async def _masked(
        self, caller: AgentCaller, wanted: DialogueFilter, some: Sequence[Message]
    ) -> list[Message]:
        """In a view of its own: the other one streams."""
        if not some:
            return []
        ids = sorted({one.conversation_id for one in some})
        async with self._store.read() as tx:
            visible = await self._visible(tx, caller, wanted, ids)
            contacts = {one.id: one.contact_id for one in await tx.conversations.by_ids(ids)}
            masks = await self._masking.of(tx, set(contacts.values()))

        def masked() -> list[Message]:
            """By dialogue; those that begin or end here are known by the lines that are here."""
            return [
                one
                for dialogue, lines in groupby(some, key=lambda one: one.conversation_id)
                if visible is None or dialogue in visible
                for one in masks.dialogue(list(lines), contacts.get(dialogue, dialogue))
            ]

        return await beside(masked)
