"""Clients as one would write them without thinking of faults: the control that rides along in every run.

They send once, keep no outbox, append whatever comes, and fetch nothing after a reconnect.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from samtal_client import AgentClient, Message, VisitorClient
from samtal_client.delivery import Delivery
from samtal_client.errors import ConnectionLost
from samtal_client.reading import Reading

if TYPE_CHECKING:
    from samtal_client.client import Client
    from samtal_client.connection import Connection
    from samtal_client.outbox import Entry


class SendsOnce(Delivery):
    """No resend, no outbox."""

    async def bring_out(
        self, connection: Connection, caught_up: asyncio.Event, tasks: asyncio.TaskGroup
    ) -> None:
        for entry in self.pending:
            self._done(entry).set_exception(ConnectionLost("given up"))
        await super().bring_out(connection, caught_up, tasks)

    async def _deliver(self, connection: Connection, entry: Entry) -> None:
        answer = await connection.ask(entry.command, self._body(entry))
        done, _ = await asyncio.wait({answer}, timeout=self._pace.resend)
        ack = answer.result() if done else None
        if ack is None or not self._settle(entry, ack):
            self._done(entry).set_exception(ConnectionLost("given up"))


class TrustsPushes(Reading):
    """No gap repair, no resume, no heads: only what it holds of a dialogue at first."""

    _began = False

    def take(self, message: Message) -> None:
        transcript = self.transcripts.get(message.conversation_id)
        if transcript is not None and message.seq > transcript.last_seq:
            transcript.messages.append(message)

    async def catch_up(self, connection: Connection, caught_up: asyncio.Event) -> None:
        if self._began:
            self._behind.clear()
            caught_up.set()
            await asyncio.Event().wait()
        self._began = True
        await super().catch_up(connection, caught_up)

    async def compare_heads(self, connection: Connection) -> None:
        await asyncio.Event().wait()


def _made_naive(client: Client, **common: Any) -> None:
    careful = client._delivery
    naive = SendsOnce(
        careful._outbox, careful._pace, careful._lane, careful._body, careful._committed
    )
    client._delivery = naive
    client._reading = TrustsPushes(careful._pace, common.get("on_message"), naive.put_back)


class NaiveVisitor(VisitorClient):
    """A careless widget."""

    def __init__(self, *given: Any, **common: Any) -> None:
        super().__init__(*given, **common)
        _made_naive(self, **common)


class NaiveAgent(AgentClient):
    """A careless console."""

    def __init__(self, *given: Any, **common: Any) -> None:
        super().__init__(*given, **common)
        _made_naive(self, **common)
