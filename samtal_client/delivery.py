"""From the outbox to the hub: one message at a time in each dialogue, again and again until it is answered for."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from .connection import Ack, Connection
from .errors import ConnectionLost, Refused
from .nouns import Json, Sent
from .outbox import Entry, Outbox
from .pace import Pace

# What was acknowledged lately is sent again to a hub that has gone back to an older history.
_REMEMBERED = 500


@dataclass(frozen=True, slots=True)
class Sending:
    """A message on its way. Await `acked` to know that it is kept; it raises Refused when it never will be."""

    entry: Entry
    acked: asyncio.Future[Sent]


class Delivery:
    """`lane` says which entries must keep their order, `body` what is sent of one."""

    def __init__(
        self,
        outbox: Outbox,
        pace: Pace,
        lane: Callable[[Entry], str],
        body: Callable[[Entry], Json],
        committed: Callable[[Sent], None],
    ) -> None:
        self._outbox = outbox
        self._pace = pace
        self._lane = lane
        self._body = body
        self._committed = committed
        self._pending: dict[str, Entry] = {e.client_id: e for e in outbox.entries()}
        self._sendings: dict[str, asyncio.Future[Sent]] = {}
        self._delivered: deque[tuple[str, Entry]] = deque(maxlen=_REMEMBERED)
        self._written = asyncio.Event()
        # Set while nothing is pending.
        self.emptied = asyncio.Event()
        self._look()

    @property
    def pending(self) -> list[Entry]:
        """Written and not yet answered for, oldest first."""
        return list(self._pending.values())

    def send(self, entry: Entry) -> Sending:
        """It is in the outbox when this returns."""
        self._outbox.put(entry)
        self._pending[entry.client_id] = entry
        acked: asyncio.Future[Sent] = asyncio.get_running_loop().create_future()
        # Whoever does not await it must not be told by the loop that it was refused.
        acked.add_done_callback(lambda future: future.cancelled() or future.exception())
        self._sendings[entry.client_id] = acked
        self._look()
        return Sending(entry, acked)

    def abandon(self) -> None:
        """Nobody waits any more; the outbox keeps what is pending."""
        for waiting in self._sendings.values():
            waiting.cancel()

    def put_back(self, conversation_id: str, there: set[str]) -> None:
        """What the hub once acknowledged and does not have goes out again, before what waits now."""
        lost = {
            entry.client_id: entry
            for delivered_to, entry in self._delivered
            if delivered_to == conversation_id and entry.client_id not in there
        }
        for entry in lost.values():
            self._outbox.put(entry)
        self._delivered = deque(
            (kept for kept in self._delivered if kept[1].client_id not in lost), _REMEMBERED
        )
        self._pending = {**lost, **self._pending}
        self._look()

    async def bring_out(
        self, connection: Connection, caught_up: asyncio.Event, tasks: asyncio.TaskGroup
    ) -> None:
        """For as long as the connection lasts."""
        # First whatever the hub turns out to have lost: it was written before what waits now.
        with suppress(TimeoutError):
            # Not `wait_for`: where its end meets a cancellation, Python 3.11's forgets the latter.
            async with asyncio.timeout(self._pace.answer):
                await caught_up.wait()
        busy: set[str] = set()

        async def empty(lane: str) -> None:
            while (entry := self._first_of(lane)) is not None:
                await self._deliver(connection, entry)
            busy.discard(lane)

        while True:
            self._written.clear()
            for lane in dict.fromkeys(map(self._lane, self._pending.values())):
                if lane not in busy:
                    busy.add(lane)
                    tasks.create_task(empty(lane))
            await self._written.wait()

    def _look(self) -> None:
        if self._pending:
            self.emptied.clear()
            self._written.set()
        else:
            self.emptied.set()

    def _first_of(self, lane: str) -> Entry | None:
        return next((e for e in self._pending.values() if self._lane(e) == lane), None)

    async def _deliver(self, connection: Connection, entry: Entry) -> None:
        """Returns once the hub has answered for it; any of the tries may bring the answer."""
        pause = self._pace.backoff()
        tries: set[asyncio.Future[Ack]] = set()
        while True:
            tries.add(await connection.ask(entry.command, self._body(entry)))
            done, tries = await asyncio.wait(
                tries, timeout=self._pace.resend, return_when=asyncio.FIRST_COMPLETED
            )
            for answer in done:
                ack = answer.result()
                if ack is None:
                    raise ConnectionLost("while sending")
                if self._settle(entry, ack):
                    return
            if done:
                await asyncio.sleep(pause.next())

    def _settle(self, entry: Entry, ack: Json) -> bool:
        """Whether this is the last word about it."""
        if ack["ok"]:
            data = ack["data"]
            sent = Sent(data["conversation_id"], data["message_id"], data["seq"])
            self._delivered.append((sent.conversation_id, entry))
            self._committed(sent)
            self._done(entry).set_result(sent)
            return True
        refusal = Refused(ack["error"])
        if refusal.definite:
            self._done(entry).set_exception(refusal)
        return refusal.definite

    def _done(self, entry: Entry) -> asyncio.Future[Sent]:
        self._outbox.done(entry.client_id)
        self._pending.pop(entry.client_id, None)
        self._look()
        future = self._sendings.pop(entry.client_id, None)
        if future is None or future.done():
            # From a former run of the program, or given up: somebody must still be told.
            future = asyncio.get_running_loop().create_future()
            future.add_done_callback(lambda done: done.cancelled() or done.exception())
        return future
