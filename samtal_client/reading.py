"""What a client knows of its dialogues: pushes are applied in order, and what was missed is fetched."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable
from typing import Any

from .connection import Connection
from .errors import ConnectionLost, NoAnswer, Refused
from .nouns import Conversation, Json, Message
from .pace import Pace
from .transcript import Applied, Transcript

_HEADS_AT_ONCE = 100
Wanted = Callable[[Message], bool]


class Reading:
    """After every connect, `has` is told which client_ids a hub holds: it may have gone back to a backup."""

    def __init__(
        self,
        pace: Pace,
        on_message: Callable[[Message], None] | None,
        has: Callable[[str, set[str]], None],
    ) -> None:
        self.conversations: dict[str, Conversation] = {}
        self.transcripts: dict[str, Transcript] = {}
        self._pace = pace
        self._on_message = on_message
        self._has = has
        # Held from a former connection, and not yet found to be this hub's history too.
        self._doubted: set[str] = set()
        self._behind: dict[str, None] = {}
        self._fell_behind = asyncio.Event()
        self._listening: dict[asyncio.Future[Message], Wanted] = {}

    def know(self, view: Json) -> Conversation:
        """Keeps the newest state of a conversation; an older one that comes late changes nothing."""
        conversation = Conversation.of(view)
        known = self.conversations.get(conversation.id)
        if known is None or conversation.epoch >= known.epoch:
            self.conversations[conversation.id] = conversation
        return conversation

    def follow(self, conversation_id: str, *, from_its_beginning: bool = False) -> Transcript:
        """Keeps a transcript of it from now on, whole from its first message."""
        if conversation_id not in self.transcripts:
            self.transcripts[conversation_id] = Transcript(conversation_id)
            if not from_its_beginning:
                self.fall_behind(conversation_id)
        return self.transcripts[conversation_id]

    def forget(self) -> None:
        """Somebody else now."""
        self._doubted.clear()
        self.conversations.clear()
        self.transcripts.clear()

    def doubt(self) -> None:
        """A new connection: what was missed is fetched, and what is held is compared."""
        self._doubted.update(self.transcripts)
        self.fall_behind(*self.transcripts)

    def take(self, message: Message) -> None:
        """From a push. One that fits on top of another history would hide the difference: it is fetched."""
        transcript = self.transcripts.get(message.conversation_id)
        if transcript is None:
            return
        if message.conversation_id in self._doubted:
            self.fall_behind(message.conversation_id)
        else:
            self._apply(transcript, message)

    def _apply(self, transcript: Transcript, message: Message) -> None:
        match transcript.apply(message):
            case Applied.GAP:
                self.fall_behind(message.conversation_id)
            case Applied.APPENDED:
                self._tell(message)
            case Applied.AMENDED if transcript.lacks(message.revision):
                self.fall_behind(message.conversation_id)
            case Applied.KNOWN | Applied.AMENDED:
                pass

    async def heard(self, wanted: Wanted, within: float) -> Message:
        """The first message of which `wanted` holds, now or soon."""
        known = itertools.chain.from_iterable(t.messages for t in self.transcripts.values())
        found = next((message for message in known if wanted(message)), None)
        if found is not None:
            return found
        coming: asyncio.Future[Message] = asyncio.get_running_loop().create_future()
        self._listening[coming] = wanted
        try:
            async with asyncio.timeout(within):
                return await coming
        finally:
            self._listening.pop(coming, None)

    def fall_behind(self, *conversation_ids: str) -> None:
        """There is, or may be, more than we hold."""
        self._behind.update(dict.fromkeys(conversation_ids))
        if self._behind:
            self._fell_behind.set()

    async def catch_up(self, connection: Connection, caught_up: asyncio.Event) -> None:
        """One resume at a time; whichever got no answer is asked for again after a pause."""
        pause = self._pace.backoff()
        while True:
            while self._behind:
                conversation_id = next(iter(self._behind))
                del self._behind[conversation_id]
                if await self._resumed(connection, conversation_id):
                    pause.reset()
                else:
                    self.fall_behind(conversation_id)
                    await asyncio.sleep(pause.next())
            caught_up.set()
            self._fell_behind.clear()
            await self._fell_behind.wait()

    async def compare_heads(self, connection: Connection) -> None:
        """The net under the pushes: one cheap question for all conversations."""
        while True:
            await asyncio.sleep(self._pace.heads)
            ids = list(self.transcripts)
            for start in range(0, len(ids), _HEADS_AT_ONCE):
                await self._compare(connection, ids[start : start + _HEADS_AT_ONCE])

    def _tell(self, message: Message) -> None:
        if self._on_message is not None:
            self._on_message(message)
        for coming, wanted in list(self._listening.items()):
            if not coming.done() and wanted(message):
                coming.set_result(message)

    async def _resumed(self, connection: Connection, conversation_id: str) -> bool:
        """Whether that is settled."""
        transcript = self.transcripts.get(conversation_id)
        if transcript is None:
            return True
        try:
            await self._resume(connection, transcript)
        except ConnectionLost:
            raise
        except NoAnswer:
            return False
        except Refused as refusal:
            if refusal.definite:
                del self.transcripts[conversation_id]
            return refusal.definite
        return True

    async def _resume(self, connection: Connection, transcript: Transcript) -> None:
        conversation_id, last, after = (
            transcript.conversation_id,
            transcript.last,
            transcript.overlap,
        )
        while True:
            known = {} if transcript.revision is None else {"revision": transcript.revision}
            data = await asked(
                connection,
                "resume",
                self._pace,
                conversation_id=conversation_id,
                after=after,
                **known,
            )
            messages = [Message.of(view) for view in data["messages"]]
            self.know(data["conversation"])
            revision = data.get("revision")
            older = revision is not None and revision < (known.get("revision") or 0)
            if older or (last is not None and (not messages or messages[0].id != last.id)):
                # What we hold is not what the hub holds: it came back from a backup.
                transcript.forget()
                self._doubted.add(conversation_id)
                last, after = None, 0
                continue
            last = None
            transcript.has_revisions(revision)
            for message in (*messages, *map(Message.of, data.get("revised") or ())):
                self._apply(transcript, message)
            if not data["more"]:
                break
            after = messages[-1].seq if messages else after
        if conversation_id in self._doubted:
            self._doubted.discard(conversation_id)
            self._has(conversation_id, {message.client_id for message in transcript.messages})

    async def _compare(self, connection: Connection, ids: list[str]) -> None:
        held = {key: transcript.last_seq for key, transcript in self.transcripts.items()}
        try:
            data = await asked(connection, "heads", self._pace, conversation_ids=ids)
        except ConnectionLost:
            raise
        except NoAnswer:
            return
        except Refused as refusal:
            # An older hub does not know the question: then each is asked for.
            if refusal.definite:
                self.fall_behind(*ids)
            return
        for head in data["heads"]:
            transcript = self.transcripts.get(head["conversation_id"])
            if transcript is None:
                continue
            # Less than we held when we asked: not a late answer, but an older history.
            older = head["last_seq"] < held.get(transcript.conversation_id, 0)
            newer = head["last_seq"] > transcript.last_seq or transcript.lacks(head.get("revision"))
            if older or newer:
                self.fall_behind(transcript.conversation_id)


async def asked(connection: Connection, command: str, pace: Pace, **payload: Any) -> Json:
    """Once; raises Refused, NoAnswer or ConnectionLost."""
    answer = await connection.ask(command, payload)
    done, _ = await asyncio.wait({answer}, timeout=pace.answer)
    if not done:
        raise NoAnswer(command)
    ack = answer.result()
    if ack is None:
        raise ConnectionLost(command)
    if not ack["ok"]:
        raise Refused(ack["error"])
    data: Json = ack["data"]
    return data
