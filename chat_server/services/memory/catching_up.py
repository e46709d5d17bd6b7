"""Listening to what no turn of the bot listened to: words to people, and what people promise."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from chat_server.domain.facts.fact import FactSource
from chat_server.domain.message import AuthorKind
from chat_server.domain.ports import Clock, Ears, Store, Transaction
from chat_server.domain.spoken import Spoken

from .asking_again import asked_again
from .hearing import remember
from .listening import Listening, asked_in, is_ours

_AT_ONCE = 40
# Messages do not wait long for the writers' lock.
_IN_A_COMMIT = 4
# Others have their turn on the loop after so many lines.
_LINES = 10


class CatchingUp:
    """In the order of the log, each line once: how far it came is kept with what it heard."""

    def __init__(self, store: Store, ears: Ears, clock: Clock) -> None:
        self._store = store
        self._ears = ears
        self._clock = clock
        self._listening = Listening(ears, clock)

    async def listen_on(self) -> bool:
        """Hears the next part; whether there may be more."""
        async with self._store.read() as tx:
            reached = await tx.hearing.reached()
            head = await tx.hearing.head(reached, _AT_ONCE)
            lines = await tx.hearing.spoken(reached, head) if head > reached else []
        if head == reached:
            return False
        telling = await self._telling(lines)
        for begin in range(0, len(telling), _IN_A_COMMIT):
            part = telling[begin : begin + _IN_A_COMMIT]
            async with self._store.begin() as tx:
                for line in part:
                    await self._hear(tx, line)
                await tx.hearing.reach(part[-1].position)
        async with self._store.begin() as tx:
            await tx.hearing.reach(head)
        return head - reached >= _AT_ONCE

    async def _telling(self, lines: Sequence[Spoken]) -> list[Spoken]:
        """Those that say something, found without the database."""
        telling = []
        for number, line in enumerate(lines, 1):
            if not line.heard and self._says_something(line):
                telling.append(line)
            if number % _LINES == 0:
                await asyncio.sleep(0)
        return telling

    def _says_something(self, line: Spoken) -> bool:
        if line.author is AuthorKind.AGENT:
            asks = asked_in(line.text, line.locale)
            return bool(
                asks or self._ears.hear_promise(line.text, language=line.locale, at=line.at)
            )
        if is_ours(line.content):
            return False
        asked = asked_in(line.question, line.locale)
        return bool(self._ears.hear(line.text, language=line.locale, at=line.at, asked=asked))

    async def _hear(self, tx: Transaction, line: Spoken) -> None:
        message = await tx.messages.get(line.message_id)
        conversation = await tx.conversations.lock(line.conversation_id)
        contact = await tx.contacts.get(conversation.contact_id) if conversation else None
        if message is None or conversation is None or contact is None:
            return
        if line.author is AuthorKind.VISITOR:
            before = await tx.messages.at(conversation.id, message.public_prev_seq)
            await self._listening.hear(tx, conversation, contact, message, before)
            return
        await tx.record(await asked_again(tx, conversation, message, message.created_at))
        await remember(
            tx,
            contact,
            self._ears.hear_promise(message.text, language=line.locale, at=message.created_at),
            source=FactSource.AGENT,
            by=message.author,
            clock=self._clock,
            conversation=conversation,
            message=message,
        )
