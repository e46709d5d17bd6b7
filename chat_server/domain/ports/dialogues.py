"""What is said, and where each dialogue stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from chat_server.domain.conversation import Conversation
    from chat_server.domain.message import Message


class Conversations(Protocol):
    """Dialogues; `lock` holds the row until the transaction ends."""

    async def get(self, conversation_id: str) -> Conversation | None: ...
    async def lock(self, conversation_id: str) -> Conversation | None: ...
    async def lock_all(self, conversation_ids: Collection[str]) -> dict[str, Conversation]:
        """As `lock`, in an order that all keep; those that exist."""

    async def owners(self, conversation_ids: Collection[str]) -> dict[str, str]:
        """Whose they are; nobody else's until the transaction ends."""

    async def by_ids(self, conversation_ids: Sequence[str]) -> list[Conversation]: ...
    async def opened_with(self, visitor_id: str, client_id: str) -> Conversation | None: ...
    async def latest_open(self, contact_id: str) -> Conversation | None: ...
    async def of_contact(self, contact_id: str, limit: int) -> list[Conversation]: ...
    async def began_in(self, visitor_ids: Sequence[str], contact_id: str) -> bool:
        """Whether any dialogue of the contact began in one of these browsers."""

    async def rehome(self, visitor_ids: Sequence[str], contact_id: str, new: str) -> None:
        """Those began in browser `new` from now on."""

    async def waiting(self, inbox_id: str | None = None) -> list[Conversation]: ...
    async def owned_by(self, agent_id: str) -> list[Conversation]: ...
    async def loads(self) -> dict[str, int]:
        """How many open ones each agent answers; none is absent."""

    async def attended(
        self, inbox_ids: Sequence[str], agent_ids: Sequence[str]
    ) -> list[Conversation]:
        """Open ones of people: in these inboxes those that wait for an answer, of these agents all."""

    async def recent(self, inbox_id: str | None, limit: int) -> list[Conversation]: ...

    async def unread(self, conversation_ids: Sequence[str]) -> dict[str, int]:
        """Visitor messages that no agent has read, by conversation; none is absent."""


class Messages(Protocol):
    """What was said, in order of seq."""

    async def get(self, message_id: str) -> Message | None: ...
    async def at(self, conversation_id: str, seq: int) -> Message | None: ...
    async def texts(self, places: Sequence[tuple[str, int]]) -> dict[tuple[str, int], str]:
        """By dialogue and seq."""

    async def by_client_id(
        self, conversation_id: str, sender: str, client_id: str
    ) -> Message | None: ...
    async def revised(
        self, conversation_id: str, since: int, until_seq: int, limit: int, *, public: bool
    ) -> list[Message]:
        """The next `limit` changed after revision `since` among those up to `until_seq`, as they were changed."""

    async def after(
        self, conversation_id: str, seq: int, limit: int, *, public: bool
    ) -> list[Message]: ...
    async def newest(self, conversation_id: str, limit: int, *, public: bool) -> list[Message]: ...
    async def by_ids(self, message_ids: Sequence[str]) -> dict[str, Message]: ...
