"""Transcripts, response events and the log, for reading and export."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, replace

from chat_server.domain.errors import NotFound, Unavailable
from chat_server.domain.events import Event
from chat_server.domain.live import Snapshot
from chat_server.domain.message import Message
from chat_server.domain.ports import DialogueFilter, Slice, Store
from chat_server.domain.response_event import ResponseEvent

from .access import AgentCaller, Permission, require
from .snapshots import snapshots

_PAGE = 500


@dataclass(frozen=True)
class FoundDialogue:
    """A search result; `messages` counts what was said, without activities."""

    snapshot: Snapshot
    messages: int
    snippet: str | None


class Transcripts:
    """Marketers read dialogues without notes; what a caller may see of the person is the view's."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def search(
        self, caller: AgentCaller, wanted: DialogueFilter, piece: Slice
    ) -> list[FoundDialogue]:
        """Newest first."""
        require(caller, Permission.READ_DIALOGUES)
        if wanted.query:
            # Without it the last second's words are missing, which is better than no answer.
            with suppress(Unavailable):
                await self._store.catch_up()
        async with self._store.read() as tx:
            hits = await tx.transcripts.search(wanted, piece)
            views = await snapshots(tx, [hit.conversation for hit in hits])
        return [
            FoundDialogue(view, hit.messages, hit.snippet)
            for view, hit in zip(views, hits, strict=True)
        ]

    async def response_events(
        self, caller: AgentCaller, wanted: DialogueFilter, piece: Slice
    ) -> list[ResponseEvent]:
        """By time of opening."""
        require(caller, Permission.READ_REPORTS)
        async with self._store.read() as tx:
            return await tx.log.response_events(wanted, piece)

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
        require(caller, Permission.READ_REPORTS)
        piece = Slice(_PAGE, oldest_first=True)
        while True:
            async with self._store.read() as tx:
                rows = await tx.log.response_events(wanted, piece)
            for row in rows:
                yield row
            if len(rows) < _PAGE:
                return
            last = rows[-1]
            piece = replace(piece, before=last.opened_at, before_id=last.conversation_id)

    async def export_messages(
        self, caller: AgentCaller, wanted: DialogueFilter
    ) -> AsyncIterator[Message]:
        """Every message but notes, streamed."""
        require(caller, Permission.READ_REPORTS)
        async with self._store.read() as tx:
            async for message in tx.transcripts.messages(wanted):
                yield message

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
