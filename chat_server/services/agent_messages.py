"""What an agent writes and reads."""

from __future__ import annotations

from collections.abc import Sequence

from chat_server.domain.conversation import Conversation
from chat_server.domain.files.file import Upload
from chat_server.domain.live import TypingChanged
from chat_server.domain.message import Author, AuthorKind, Content, Message
from chat_server.domain.ports import Clock, Store

from .access import AgentCaller, Permission, any_conversation, require
from .masking import Masking
from .snapshots import snapshot, tell_of
from .talk import AgentHasRead, AgentNotes, AgentSays, Sent
from .visitor_messages import PAGE, Resumed


class AgentMessages:
    """Replies need ownership under the present epoch; notes need the right to answer."""

    def __init__(self, store: Store, clock: Clock, masking: Masking) -> None:
        self._store = store
        self._clock = clock
        self._masking = masking

    async def send(
        self,
        caller: AgentCaller,
        conversation_id: str,
        epoch: int,
        client_id: str,
        content: Content,
        upload: Upload | None = None,
    ) -> Sent:
        """Refused with Conflict under an old epoch, with NotAllowed when somebody else answers."""
        require(caller, Permission.ANSWER)
        said = await self._store.write(
            AgentSays(caller, conversation_id, epoch, client_id, content, self._clock, upload)
        )
        if said.woke:
            await tell_of(self._store, conversation_id)
        return said.sent

    async def note(
        self, caller: AgentCaller, conversation_id: str, client_id: str, content: Content
    ) -> Sent:
        """For colleagues' eyes."""
        require(caller, Permission.ANSWER)
        said = await self._store.write(
            AgentNotes(caller, conversation_id, client_id, content, self._clock)
        )
        return said.sent

    async def resume(
        self, caller: AgentCaller, conversation_id: str, after: int, revision: int | None = None
    ) -> Resumed:
        """The next messages, and the earlier ones changed after `revision`.

        Notes only for those who may read them, masked for whom contacts are none of their business.
        """
        require(caller, Permission.READ_DIALOGUES)
        public = not caller.can(Permission.READ_NOTES)
        async with self._store.read() as tx:
            conversation = await any_conversation(tx, conversation_id)
            found = await tx.messages.after(conversation.id, after, PAGE + 1, public=public)
            late: list[Message] = []
            if revision is not None and revision < conversation.revision:
                late = await tx.messages.revised(
                    conversation.id, revision, after, PAGE + 1, public=public
                )
            view = await snapshot(tx, conversation)
            shown = [*found[:PAGE], *late[:PAGE]]
            said = await self._masking.messages(tx, caller, view.contact, shown)
            (view,) = await self._masking.snapshots(tx, caller, [view])
            new = len(found[:PAGE])
            return Resumed(
                said[:new],
                view,
                max(len(found), len(late)) > PAGE,
                said[new:],
                late[PAGE - 1].revision if len(late) > PAGE else conversation.revision,
            )

    async def heads(
        self, caller: AgentCaller, conversation_ids: Sequence[str]
    ) -> list[Conversation]:
        """Those that exist."""
        require(caller, Permission.READ_DIALOGUES)
        async with self._store.read() as tx:
            return await tx.conversations.by_ids(conversation_ids)

    async def typing(self, caller: AgentCaller, conversation_id: str, *, on: bool) -> TypingChanged:
        """Not kept; the event for the visitor and colleagues."""
        require(caller, Permission.ANSWER)
        async with self._store.read() as tx:
            conversation = await any_conversation(tx, conversation_id)
        return TypingChanged(
            conversation, Author(AuthorKind.AGENT, caller.agent_id, caller.name), on
        )

    async def mark_read(self, caller: AgentCaller, conversation_id: str, seq: int) -> None:
        """The agents' receipt; only the one who answers tells the visitor that it was read."""
        require(caller, Permission.ANSWER)
        await self._store.write(AgentHasRead(caller, conversation_id, seq))
