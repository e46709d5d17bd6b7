"""What a visitor does in a conversation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from chat_server.domain.contact import Contact
from chat_server.domain.conversation import Conversation
from chat_server.domain.files.file import Upload
from chat_server.domain.handoff import Handoff, HandoffReason
from chat_server.domain.live import Snapshot, TypingChanged
from chat_server.domain.message import Author, AuthorKind, Content, Message, plain_text
from chat_server.domain.ownership import Owner
from chat_server.domain.ports import Clock, Store, Transaction
from chat_server.domain.secrets import masked

from .access import VisitorCaller, contact_of, own_conversation, present
from .offline import hand_over
from .openings import opening_of
from .resends import answers_alike
from .snapshots import changes, snapshot, tell_of
from .talk import Sent, VisitorHasRead, VisitorOpens, VisitorSays

PAGE = 200


@dataclass(frozen=True)
class Resumed:
    """The next messages after the one asked for; `more` says that there are others.

    For accounts: `revised` are earlier ones that were changed since, `revision` tells up to which change.
    """

    messages: list[Message]
    snapshot: Snapshot
    more: bool
    revised: list[Message] = field(default_factory=list)
    revision: int | None = None


class VisitorMessages:
    """Every method refuses conversations that are not the caller's; `mail`: answers can be e-mailed."""

    def __init__(
        self, store: Store, clock: Clock, wake_turns: Callable[[], None], *, mail: bool = False
    ) -> None:
        self._mail = mail
        self._store = store
        self._clock = clock
        self._wake_turns = wake_turns

    @answers_alike
    async def send(
        self,
        caller: VisitorCaller,
        conversation_id: str | None,
        client_id: str,
        content: Content,
        upload: Upload | None = None,
    ) -> Sent:
        """Commits the message and, when the bot owns the conversation, its turn; `upload` is the file it shows."""
        if conversation_id is None:
            return await self._open_with(caller, client_id, content, upload)
        said = await self._store.write(
            VisitorSays(
                caller,
                conversation_id,
                client_id,
                content,
                self._clock,
                self._wake_turns,
                upload,
            )
        )
        if said.woke:
            await tell_of(self._store, conversation_id)
        return said.sent

    async def _open_with(
        self, caller: VisitorCaller, client_id: str, content: Content, upload: Upload | None
    ) -> Sent:
        """The first message, or one whose dialogue this client id opened before."""
        async with self._store.read() as tx:
            opened = await tx.conversations.opened_with(caller.visitor_id, client_id)
            opening = await opening_of(tx, caller, client_id, plain_text(content))
        if opened is not None:
            return await self.send(caller, opened.id, client_id, content, upload)
        return await self._store.write(
            VisitorOpens(caller, opening, content, self._clock, self._wake_turns, upload)
        )

    async def open_conversation_id(self, caller: VisitorCaller) -> str | None:
        """The newest dialogue that is not resolved, for channels that know no conversations."""
        async with self._store.read() as tx:
            contact = await contact_of(tx, caller)
            conversation = await tx.conversations.latest_open(contact.id)
            return conversation.id if conversation else None

    async def resume(self, caller: VisitorCaller, conversation_id: str, after: int) -> Resumed:
        """What the visitor has missed."""
        async with self._store.read() as tx:
            contact = await contact_of(tx, caller)
            conversation = await own_conversation(tx, contact, conversation_id)
            found = await tx.messages.after(conversation.id, after, PAGE + 1, public=True)
            return Resumed(found[:PAGE], await snapshot(tx, conversation), len(found) > PAGE)

    async def heads(
        self, caller: VisitorCaller, conversation_ids: Sequence[str]
    ) -> list[Conversation]:
        """The caller's own among them."""
        async with self._store.read() as tx:
            contact = await contact_of(tx, caller)
            found = await tx.conversations.by_ids(conversation_ids)
            return [conversation for conversation in found if conversation.contact_id == contact.id]

    async def typing(
        self, caller: VisitorCaller, conversation_id: str, *, on: bool, preview: str | None
    ) -> TypingChanged:
        """Not kept; the event for whoever answers."""
        async with self._store.read() as tx:
            contact = await contact_of(tx, caller)
            conversation = await own_conversation(tx, contact, conversation_id)
        author = Author(AuthorKind.VISITOR, caller.visitor_id, contact.name)
        return TypingChanged(conversation, author, on, masked(preview) if preview else preview)

    async def mark_read(self, caller: VisitorCaller, conversation_id: str, seq: int) -> None:
        """The receipt never goes back, nor past the end."""
        await self._store.write(VisitorHasRead(caller, conversation_id, seq))

    @answers_alike
    async def request_agent(
        self, caller: VisitorCaller, conversation_id: str | None, client_id: str, reason: str | None
    ) -> Snapshot:
        """To the queue with the dialogue that is open, or a new one; asking again changes nothing."""
        async with self._store.begin() as tx:
            contact = await contact_of(tx, caller)
            if conversation_id is None:
                present = await tx.conversations.latest_open(contact.id)
                conversation_id = present.id if present else None
            conversation, former = await self._conversation(
                tx, caller, contact, conversation_id, client_id
            )
            author = Author(AuthorKind.VISITOR, caller.visitor_id, contact.name)
            handoff = Handoff(HandoffReason.VISITOR_ASKED, reason or "")
            now, staffed = self._clock(), await tx.agents.any_online()
            step = await hand_over(
                tx, conversation, handoff, author, now=now, staffed=staffed, mail=self._mail
            )
            if step.messages:
                await tx.save(step)
                await tx.flush()
                tx.tell(*await changes(tx, conversation, former, step.messages))
            return await snapshot(tx, conversation)

    async def rate(
        self, caller: VisitorCaller, conversation_id: str, score: int, comment: str | None
    ) -> Snapshot:
        """The visitor's verdict; the latest counts."""
        async with self._store.begin() as tx:
            contact = await contact_of(tx, caller)
            conversation = await own_conversation(tx, contact, conversation_id, lock=True)
            author = Author(AuthorKind.VISITOR, caller.visitor_id, contact.name)
            former = conversation.owner
            step = conversation.rate(score, comment, author, self._clock())
            if step.messages:
                await tx.save(step)
                await tx.flush()
                tx.tell(*await changes(tx, conversation, former, step.messages))
            return await snapshot(tx, conversation)

    async def _conversation(
        self,
        tx: Transaction,
        caller: VisitorCaller,
        contact: Contact,
        conversation_id: str | None,
        client_id: str,
    ) -> tuple[Conversation, Owner]:
        """The one named, the one this command opened before, or a new one; and its owner until now."""
        if conversation_id is not None:
            conversation = await own_conversation(tx, contact, conversation_id, lock=True)
            return conversation, conversation.owner
        opened = await tx.conversations.opened_with(caller.visitor_id, client_id)
        if opened is not None:
            locked = await own_conversation(tx, contact, opened.id, lock=True)
            return locked, locked.owner
        return await self._open(tx, caller, contact, client_id)

    async def _open(
        self, tx: Transaction, caller: VisitorCaller, contact: Contact, client_id: str
    ) -> tuple[Conversation, Owner]:
        opening = await opening_of(tx, caller, client_id)
        visitor = present(await tx.contacts.visitor(caller.visitor_id))
        conversation, step = opening.begin(visitor, contact, self._clock())
        if opening.takes_element(visitor):
            visitor.element_code = None
        tx.add(conversation)
        await tx.flush()
        await tx.save(step)
        return conversation, conversation.owner
