"""What a contact said, found again: for agents who ask, and for questions that the bot is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from chat_server.domain.consent import Purpose, current_consent
from chat_server.domain.contact import Contact
from chat_server.domain.errors import NotFound
from chat_server.domain.events import EventType
from chat_server.domain.message import Message, MessageKind
from chat_server.domain.ports import Store, Transaction
from chat_server.domain.recall.asking import asks_about_past
from chat_server.domain.recall.said import Said, Why, index
from chat_server.domain.recall.words import asked_for
from chat_server.services.access import AgentCaller, Permission, require

_LINES_AT_ONCE = 300
# The bot says one or two of them; more is no answer any more.
_FOR_THE_BOT = 3


@dataclass(frozen=True)
class Found:
    """Best first; nothing, and `allowed` false, of a contact who does not want to be remembered."""

    said: list[Said]
    allowed: bool
    by_meaning: bool


@dataclass(frozen=True)
class Recalled:
    """For the bot: whether the visitor asks about what they said, and what that was, best first."""

    asked: bool = False
    said: tuple[Said, ...] = ()


class Recall:
    """Search over everything a contact ever said, and the job that makes it findable."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def search(self, caller: AgentCaller, contact_id: str, query: str, limit: int) -> Found:
        """In all dialogues of the contact."""
        require(caller, Permission.READ_CONTACTS)
        async with self._store.read() as tx:
            if await tx.contacts.get(contact_id) is None:
                raise NotFound("There is no such contact.")
            if not await _is_allowed(tx, contact_id):
                return Found([], allowed=False, by_meaning=False)
            ranked = await tx.recall.by_words(contact_id, asked_for(query), limit)
            return Found(await _said(tx, ranked), allowed=True, by_meaning=False)

    async def read_on(self) -> bool:
        """Makes findable what was said since; whether there may be more."""
        async with self._store.read() as tx:
            reached = await tx.recall.reached()
            lines = await tx.log.after(reached, _LINES_AT_ONCE)
        if not lines:
            return False
        spoken = [line for line in lines if line.type is EventType.VISITOR_SPOKE]
        async with self._store.begin() as tx:
            await self._index(tx, [line.id for line in spoken])
            await tx.recall.reach(lines[-1].position or reached)
        return len(lines) == _LINES_AT_ONCE

    @staticmethod
    async def _index(tx: Transaction, message_ids: Sequence[str]) -> None:
        messages = await tx.messages.by_ids(message_ids)
        positions = await tx.recall.positions(messages)
        # Held until the end: meanwhile a dialogue does not become another contact's.
        wanted = sorted({message.conversation_id for message in messages.values()})
        locked = [await tx.conversations.lock(each) for each in wanted]
        owners = {one.id: one.contact_id for one in locked if one is not None}
        found = [
            index(positions[message.id], owners[message.conversation_id], message.text)
            for message in messages.values()
            if message.id in positions and message.conversation_id in owners
        ]
        await tx.recall.keep([one for one in found if one is not None])


async def recalled(tx: Transaction, contact: Contact, text: str, *, before: datetime) -> Recalled:
    """What the contact said before `before`, when `text` asks about it; by words only, within milliseconds."""
    if not asks_about_past(text) or not await _is_allowed(tx, contact.id):
        return Recalled()
    words = asked_for(text)
    ranked = await tx.recall.by_words(contact.id, words, _FOR_THE_BOT, before=before)
    return Recalled(asked=True, said=tuple(await _said(tx, ranked)))


async def _is_allowed(tx: Transaction, contact_id: str) -> bool:
    return current_consent(await tx.contacts.consents(contact_id))[Purpose.MEMORY]


async def _said(tx: Transaction, ranked: Sequence[tuple[int, float]]) -> list[Said]:
    messages = await tx.recall.at([position for position, _ in ranked])
    return [
        await _with_neighbours(tx, messages[position], score)
        for position, score in ranked
        if position in messages
    ]


async def _with_neighbours(tx: Transaction, message: Message, score: float) -> Said:
    beside = [
        await tx.messages.at(message.conversation_id, seq)
        for seq in (message.public_prev_seq, message.seq + 1)
    ]
    before, after = (
        one if one is not None and one.kind is MessageKind.MESSAGE else None for one in beside
    )
    return Said(message, round(score, 4), Why.WORDS, before, after)
