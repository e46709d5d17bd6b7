"""Pictures and files that visitors and agents send, and who may open them."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from chat_server.domain.errors import NotFound, SamtalError, Unavailable
from chat_server.domain.files.file import StoredFile, Upload
from chat_server.domain.files.rules import FileRules
from chat_server.domain.message import AuthorKind, sender_of
from chat_server.domain.ports import Clock, FileStorage, Store, Transaction

from .access import (
    AgentCaller,
    Permission,
    VisitorCaller,
    any_conversation,
    contact_of,
    own_conversation,
    require,
    require_owner,
)
from .agent_messages import AgentMessages
from .talk import Sent
from .visitor_messages import VisitorMessages

# Long enough to look at what was opened, too short to be passed on.
_LINK_LIVES = timedelta(minutes=15)
# Whoever sends it may take so long; until then nobody sweeps what has no message.
UNSENT_AFTER = timedelta(hours=2)


@dataclass(frozen=True)
class Sending:
    """What a client says of the bytes that follow; `size` is what it announces."""

    client_id: str
    name: str
    caption: str = ""
    size: int | None = None


@dataclass(frozen=True)
class Opened:
    """A file and where its bytes are."""

    file: StoredFile
    path: Path


@dataclass(frozen=True)
class FileLink:
    """Opens one file, without any other proof, until then."""

    file_id: str
    until: datetime
    key: str


class Files:
    """A file is kept before its message, and the message before it is acknowledged: a file alone is swept."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        storage: FileStorage,
        rules: FileRules,
        secret_key: str,
        *,
        visitors: VisitorMessages,
        agents: AgentMessages,
    ) -> None:
        self._store = store
        self._clock = clock
        self._storage = storage
        self._rules = rules
        self._secret = hashlib.sha256(f"files:{secret_key}".encode()).digest()
        self._visitors = visitors
        self._agents = agents

    @property
    def most_bytes(self) -> int:
        """Of one file; 0 where none are taken."""
        return self._rules.most_bytes

    # ------------------------------------------------------------------ send

    async def send_as_visitor(
        self,
        caller: VisitorCaller,
        conversation_id: str | None,
        sending: Sending,
        pieces: AsyncIterator[bytes],
    ) -> Sent:
        """A message that shows it; sent again with its client id, nothing is read and the answer is the same."""
        async with self._store.read() as tx:
            contact = await contact_of(tx, caller)
            if conversation_id is None:
                opened = await tx.conversations.opened_with(caller.visitor_id, sending.client_id)
                known_in = opened.id if opened else None
            else:
                known_in = (await own_conversation(tx, contact, conversation_id)).id
            sender = sender_of(AuthorKind.VISITOR, caller.visitor_id)
            sent = await _sent_before(tx, known_in, sender, sending.client_id)
        if sent is not None:
            return sent

        async def send(upload: Upload) -> Sent:
            return await self._visitors.send(
                caller, conversation_id, sending.client_id, upload.content(), upload
            )

        return await self._send(sending, pieces, send)

    async def send_as_agent(
        self,
        caller: AgentCaller,
        conversation_id: str,
        epoch: int,
        sending: Sending,
        pieces: AsyncIterator[bytes],
    ) -> Sent:
        """As a reply: refused before anything is read where a reply would be."""
        require(caller, Permission.ANSWER)
        async with self._store.read() as tx:
            conversation = await any_conversation(tx, conversation_id)
            sender = sender_of(AuthorKind.AGENT, caller.agent_id)
            sent = await _sent_before(tx, conversation.id, sender, sending.client_id)
        if sent is not None:
            return sent
        conversation.require_epoch(epoch)
        require_owner(caller, conversation)

        async def send(upload: Upload) -> Sent:
            return await self._agents.send(
                caller, conversation_id, epoch, sending.client_id, upload.content(), upload
            )

        return await self._send(sending, pieces, send)

    async def _send(
        self,
        sending: Sending,
        pieces: AsyncIterator[bytes],
        send: Callable[[Upload], Awaitable[Sent]],
    ) -> Sent:
        self._rules.check_size(sending.size)
        file_id = secrets.token_hex(24)
        rules = self._rules
        kept = await self._storage.keep(file_id, pieces, rules.most_bytes, rules.left)
        if kept is None:
            raise rules.too_large()
        try:
            sent = await send(rules.judged(file_id, kept, sending.name, sending.caption))
        except Unavailable:
            # Nobody knows whether it was committed: the sweep will.
            raise
        except SamtalError:
            await self._storage.remove([file_id])
            raise
        async with self._store.read() as tx:
            # The same was sent twice at once, and the other one was first.
            late = await tx.files.get(file_id) is None
        if late:
            await self._storage.remove([file_id])
        return sent

    # ------------------------------------------------------------------ open

    async def open_as_agent(self, caller: AgentCaller, file_id: str) -> Opened:
        """For who may read the dialogue and know whose it is."""
        require(caller, Permission.READ_DIALOGUES)
        require(caller, Permission.READ_CONTACTS)
        async with self._store.read() as tx:
            return self._opened(await tx.files.get(file_id))

    async def link(self, caller: VisitorCaller, file_id: str) -> FileLink:
        """To a file of the visitor's own dialogues; somebody else's is as unknown as none."""
        async with self._store.read() as tx:
            contact = await contact_of(tx, caller)
            file = _existing(await tx.files.get(file_id))
            try:
                await own_conversation(tx, contact, file.conversation_id)
            except NotFound as error:
                raise _unknown() from error
        until = (self._clock() + _LINK_LIVES).replace(microsecond=0)
        return FileLink(file.id, until, self._key(file.id, until))

    async def open_by_key(self, file_id: str, until: int, key: str) -> Opened:
        """With a link, while it lasts and the file is there."""
        try:
            end = datetime.fromtimestamp(until, UTC)
        except (OverflowError, OSError, ValueError) as error:
            raise _unknown() from error
        if not hmac.compare_digest(self._key(file_id, end), key) or end < self._clock():
            raise NotFound("This link is over; open the file from the conversation.")
        async with self._store.read() as tx:
            return self._opened(await tx.files.get(file_id))

    def _opened(self, found: StoredFile | None) -> Opened:
        file = _existing(found)
        path = self._storage.place(file.id)
        if path is None:
            raise _unknown()
        return Opened(file, path)

    def _key(self, file_id: str, until: datetime) -> str:
        text = f"{file_id}:{int(until.timestamp())}"
        return hmac.new(self._secret, text.encode(), hashlib.sha256).hexdigest()


class FileSweeper:
    """Deletes bytes that no message has: it never came, or was forgotten."""

    def __init__(self, store: Store, clock: Clock, storage: FileStorage) -> None:
        self._store = store
        self._clock = clock
        self._storage = storage

    async def sweep(self) -> int:
        """How many there were."""
        old = await self._storage.older_than(self._clock() - UNSENT_AFTER)
        gone = 0
        for start in range(0, len(old), _AT_ONCE):
            some = old[start : start + _AT_ONCE]
            async with self._store.read() as tx:
                left = set(some) - await tx.files.known(some)
            await self._storage.remove(left)
            gone += len(left)
        return gone


_AT_ONCE = 500


async def _sent_before(
    tx: Transaction, conversation_id: str | None, sender: str, client_id: str
) -> Sent | None:
    if conversation_id is None:
        return None
    message = await tx.messages.by_client_id(conversation_id, sender, client_id)
    return Sent(conversation_id, message.id, message.seq) if message is not None else None


def _existing(file: StoredFile | None) -> StoredFile:
    if file is None:
        raise _unknown()
    return file


def _unknown() -> NotFound:
    return NotFound("There is no such file.")
