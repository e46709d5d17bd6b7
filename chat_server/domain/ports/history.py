"""What happened: the log, what was said, and the counts of both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Collection, Sequence
    from datetime import datetime

    from chat_server.domain.events import Event, EventType
    from chat_server.domain.message import Message
    from chat_server.domain.response_event import ResponseEvent

    from .lists import DialogueFilter, Hit, Slice


class Log(Protocol):
    """The append-only log and its fold, one response event a dialogue."""

    async def after(self, position: int, limit: int) -> list[Event]: ...
    async def head(self, after: int, limit: int) -> int:
        """The last of the next `limit` positions that nobody is still writing before."""

    async def latest(self, kind: EventType, inbox_id: str, limit: int) -> list[Event]:
        """The last lines of a kind, oldest first."""

    async def between(
        self, kinds: Sequence[EventType], since: datetime, until: datetime
    ) -> list[Event]:
        """Lines of these kinds in [since, until), oldest first."""

    async def newest_of(
        self, kind: EventType, since: datetime, until: datetime, limit: int
    ) -> list[Event]:
        """The last lines of a kind in [since, until), newest first."""

    async def of_conversations(
        self, conversation_ids: Collection[str], kinds: Sequence[EventType]
    ) -> list[Event]: ...
    async def known(self, event_ids: Collection[str]) -> set[str]:
        """Those of the ids that the log has."""

    async def response_event(self, conversation_id: str) -> ResponseEvent | None: ...
    async def response_events(
        self, wanted: DialogueFilter, piece: Slice
    ) -> list[ResponseEvent]: ...


class Transcripts(Protocol):
    """Dialogues as they were said."""

    async def search(self, wanted: DialogueFilter, piece: Slice) -> list[Hit]: ...
    def messages(self, wanted: DialogueFilter) -> AsyncIterator[Message]: ...
    async def hits(
        self, query: str, conversation_ids: Sequence[str], most: int
    ) -> list[tuple[str, str]]:
        """Dialogues and the words of their messages that have every word asked for, newest first."""
