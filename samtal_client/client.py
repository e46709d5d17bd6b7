"""What both clients share: they stay connected, bring out what is in the outbox, and miss nothing."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

from .backoff import Backoff
from .connection import Connection, Door
from .delivery import Delivery
from .errors import ConnectionLost, NoAnswer, Refused
from .nouns import Conversation, Json, Message, Sent
from .outbox import Entry, MemoryOutbox, Outbox
from .pace import Pace
from .reading import Reading, Wanted, asked
from .transcript import Transcript

# Nobody stays away longer than this because a hub said so.
_LONGEST_GOODBYE = 30.0
_LOOK_EVERY = 1.0
# Longer than a connection takes to close.
_LEAVE_AGAIN = 2.0


class Client:
    """An async context: inside it the client connects, and connects again, until it leaves."""

    namespace = ""
    path = ""

    def __init__(
        self,
        urls: Sequence[str] | str,
        *,
        outbox: Outbox | None = None,
        pace: Pace | None = None,
        headers: dict[str, str] | None = None,
        transports: Sequence[str] = ("websocket",),
        on_message: Callable[[Message], None] | None = None,
        on_event: Callable[[str, Json], None] | None = None,
    ) -> None:
        # How often it was welcomed, for whoever wants to know how often it had to begin anew.
        self.connected_times = 0
        # And how often it was cut off, or found nobody, without having been asked to move.
        self.lost_times = 0
        self._urls = [urls] if isinstance(urls, str) else list(urls)
        self._outbox: Outbox = outbox if outbox is not None else MemoryOutbox()
        self._pace = pace or Pace()
        self._headers = headers or {}
        self._transports = transports
        self._on_event = on_event
        self._delivery = Delivery(self._outbox, self._pace, self._lane, self._body, self._committed)
        self._reading = Reading(self._pace, on_message, self._delivery.put_back)
        self._connection: Connection | None = None
        self._running: asyncio.Task[None] | None = None
        self._ready = asyncio.Event()
        self._move_at: float | None = None
        self._told_to_move = asyncio.Event()

    async def __aenter__(self) -> Self:
        """Begins to connect; it may be offline for long, and what is sent waits."""
        self._running = asyncio.create_task(self._run())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leaves; what is not acknowledged stays in the outbox."""
        if self._running is not None:
            # A cancellation that meets an answer is swallowed now and then: it is said until it is heard.
            while not self._running.done():
                self._running.cancel()
                await asyncio.wait({self._running}, timeout=_LEAVE_AGAIN)
            with suppress(asyncio.CancelledError, Refused):
                self._running.result()
        self._delivery.abandon()

    # ------------------------------------------------------------------ to use

    @property
    def pending(self) -> list[Entry]:
        """Written and not yet answered for, oldest first."""
        return self._delivery.pending

    @property
    def conversations(self) -> dict[str, Conversation]:
        """As last heard of."""
        return self._reading.conversations

    @property
    def transcripts(self) -> dict[str, Transcript]:
        """Of the conversations it follows."""
        return self._reading.transcripts

    def follow(self, conversation_id: str) -> Transcript:
        """Keeps a transcript of it from now on, whole from its first message."""
        return self._reading.follow(conversation_id)

    async def ready(self, within: float = 10.0) -> None:
        """Connected and greeted; raises Refused or TimeoutError."""
        if self._running is None:
            raise RuntimeError("Enter the client first: async with client.")
        greeted = asyncio.create_task(self._ready.wait())
        both: set[asyncio.Task[Any]] = {greeted, self._running}
        try:
            async with asyncio.timeout(within):
                await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        finally:
            greeted.cancel()
        if self._running.done():
            self._running.result()

    async def flushed(self, within: float) -> None:
        """Returns once nothing is pending; raises TimeoutError."""
        async with asyncio.timeout(within):
            await self._delivery.emptied.wait()

    async def command(self, command: str, **payload: Any) -> Json:
        """Once, without the outbox; raises Refused or NoAnswer."""
        if self._connection is None:
            raise ConnectionLost("not connected")
        return await asked(self._connection, command, self._pace, **payload)

    async def heard(self, wanted: Wanted, within: float = 10.0) -> Message:
        """The first message of any transcript of which `wanted` holds, now or soon."""
        return await self._reading.heard(wanted, within)

    # ------------------------------------------------------- left to subclasses

    async def _auth(self, url: str) -> Json:
        """What the handshake proves itself with."""
        raise NotImplementedError

    async def _arrive(self, connection: Connection) -> None:
        """After the handshake and before anything else: to join what is to be joined."""

    async def _turned_away(self, refusal: Refused) -> None:
        """May mend what was wrong; raising ends the client."""
        raise refusal

    def _lane(self, entry: Entry) -> str:
        """Entries of one lane go out one at a time, in order."""
        raise NotImplementedError

    def _body(self, entry: Entry) -> Json:
        body = {"client_id": entry.client_id, **entry.payload}
        if entry.conversation_id is not None:
            body["conversation_id"] = entry.conversation_id
        return body

    def _committed(self, sent: Sent) -> None:
        """After an ack; its push may come earlier, later or never."""

    def _event(self, name: str, payload: Json) -> None:
        match name:
            case "message_created":
                self._reading.take(Message.of(payload["message"]))
            case "conversation_updated":
                self._reading.know(payload["conversation"])
            case "reconnect":
                after = min(payload.get("after_ms", 0) / 1000, _LONGEST_GOODBYE)
                self._move_at = time.monotonic() + after
                self._told_to_move.set()
            case _:
                pass
        if self._on_event is not None:
            self._on_event(name, payload)

    # ---------------------------------------------------------------- connecting

    async def _run(self) -> None:
        pause = self._pace.backoff()
        for url in itertools.cycle(self._urls):
            try:
                await self._stay(url, pause)
            except NoAnswer:
                # Lost, or so bad that not even the greeting was answered: both begin anew.
                self.lost_times += self._move_at is None
            except Refused as refusal:
                if refusal.definite:
                    await self._turned_away(refusal)
            await self._rest(pause)

    async def _rest(self, pause: Backoff) -> None:
        """As long as the hub asked for when it said goodbye; otherwise a growing while."""
        move_at, self._move_at = self._move_at, None
        self._told_to_move.clear()
        wait = pause.next() if move_at is None else max(move_at - time.monotonic(), 0.01)
        await asyncio.sleep(wait)

    async def _stay(self, url: str, pause: Backoff) -> None:
        auth = await self._auth(url)
        door = Door(url, self.path, self.namespace, auth, self._headers, self._transports)
        connection = Connection(door, self._event)
        # Before the first push may come: on top of what is held it would hide that the hub went back.
        self._reading.doubt()
        try:
            await connection.open(self._pace.connect)
            self._connection = connection
            await self._arrive(connection)
            self.connected_times += 1
            pause.reset()
            self._ready.set()
            await self._live(connection)
        finally:
            self._connection = None
            self._ready.clear()
            await connection.close()

    async def _live(self, connection: Connection) -> None:
        """The rooms are joined by now; what was missed is fetched, then the outbox is brought out."""
        caught_up = asyncio.Event()
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._until_lost(connection))
                tasks.create_task(self._reading.catch_up(connection, caught_up))
                tasks.create_task(self._reading.compare_heads(connection))
                tasks.create_task(self._delivery.bring_out(connection, caught_up, tasks))
        except ExceptionGroup as group:
            # Losing the connection ends all of them; anything else among them is the news.
            raise next(
                (error for error in group.exceptions if not isinstance(error, ConnectionLost)),
                ConnectionLost("over"),
            ) from None

    async def _until_lost(self, connection: Connection) -> None:
        """Ends the stay by raising, when it is closed or silent, or the hub says goodbye."""
        lost = asyncio.create_task(connection.closed.wait())
        goodbye = asyncio.create_task(self._told_to_move.wait())
        try:
            while not lost.done() and not goodbye.done():
                await asyncio.wait(
                    {lost, goodbye}, timeout=_LOOK_EVERY, return_when=asyncio.FIRST_COMPLETED
                )
                if time.monotonic() - connection.last_heard > self._pace.silence:
                    break
            if goodbye.done() and self._move_at is not None:
                await asyncio.wait({lost}, timeout=max(self._move_at - time.monotonic(), 0))
        finally:
            lost.cancel()
            goodbye.cancel()
        raise ConnectionLost("over")
