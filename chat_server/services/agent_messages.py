"""What an agent writes and reads."""

from __future__ import annotations

from chat_server.domain.absence import owe_reply
from chat_server.domain.errors import Conflict
from chat_server.domain.live import MessagesRead, TypingChanged
from chat_server.domain.message import Author, AuthorKind, Content
from chat_server.domain.ports import Clock, Store

from .access import AgentCaller, Permission, any_conversation, require, require_owner
from .resends import answers_alike
from .snapshots import changes, snapshot
from .visitor_messages import PAGE, Resumed, Sent


class AgentMessages:
    """Replies need ownership under the present epoch; notes need the right to answer."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    @answers_alike
    async def send(
        self,
        caller: AgentCaller,
        conversation_id: str,
        epoch: int,
        client_id: str,
        content: Content,
    ) -> Sent:
        """Refused with Conflict under an old epoch, with NotAllowed when somebody else answers."""
        require(caller, Permission.ANSWER)
        author = Author(AuthorKind.AGENT, caller.agent_id, caller.name)
        async with self._store.begin() as tx:
            conversation = await any_conversation(tx, conversation_id, lock=True)
            known = await tx.messages.by_client_id(conversation.id, author.sender, client_id)
            if known is not None:
                if not known.public:
                    raise Conflict("This client_id was used for a note.")
                return Sent(conversation.id, known.id, known.seq)
            conversation.require_epoch(epoch)
            require_owner(caller, conversation)
            now = self._clock()
            step = conversation.say(author, content, client_id, now)
            conversation.agent_read_seq = conversation.last_seq
            await tx.save(step)
            owed = owe_reply(conversation, step.messages[0], now)
            if owed is not None:
                tx.add(owed)
            await tx.flush()
            tx.tell(*await changes(tx, conversation, conversation.owner, step.messages))
            message = step.messages[0]
            return Sent(conversation.id, message.id, message.seq)

    @answers_alike
    async def note(
        self, caller: AgentCaller, conversation_id: str, client_id: str, content: Content
    ) -> Sent:
        """For colleagues' eyes."""
        require(caller, Permission.ANSWER)
        author = Author(AuthorKind.AGENT, caller.agent_id, caller.name)
        async with self._store.begin() as tx:
            conversation = await any_conversation(tx, conversation_id, lock=True)
            known = await tx.messages.by_client_id(conversation.id, author.sender, client_id)
            if known is not None:
                if known.public:
                    raise Conflict("This client_id was used for a reply.")
                return Sent(conversation.id, known.id, known.seq)
            step = conversation.note(author, content, client_id, self._clock())
            await tx.save(step)
            await tx.flush()
            tx.tell(*await changes(tx, conversation, conversation.owner, step.messages))
            message = step.messages[0]
            return Sent(conversation.id, message.id, message.seq)

    async def resume(self, caller: AgentCaller, conversation_id: str, after: int) -> Resumed:
        """The next messages; notes only for those who may read them."""
        require(caller, Permission.READ_DIALOGUES)
        public = not caller.can(Permission.READ_NOTES)
        async with self._store.read() as tx:
            conversation = await any_conversation(tx, conversation_id)
            found = await tx.messages.after(conversation.id, after, PAGE + 1, public=public)
            return Resumed(found[:PAGE], await snapshot(tx, conversation), len(found) > PAGE)

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
        async with self._store.begin() as tx:
            conversation = await any_conversation(tx, conversation_id, lock=True)
            require_owner(caller, conversation)
            seq = min(seq, conversation.last_seq)
            if seq > conversation.agent_read_seq:
                conversation.agent_read_seq = seq
                await tx.flush()
                tx.tell(MessagesRead(conversation, seq, "agent"))
