"""What a contact said, found again: for agents who ask, and for questions that the bot is asked."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from chat_server.domain.contact import Contact
from chat_server.domain.errors import NotFound
from chat_server.domain.events import EventType
from chat_server.domain.message import Message, MessageKind
from chat_server.domain.ports import Meaning, Store, Transaction
from chat_server.domain.recall.asking import asks_about_past
from chat_server.domain.recall.ranking import Ranked, fuse
from chat_server.domain.recall.said import Said, index
from chat_server.domain.recall.vectors import likeness as likeness_of
from chat_server.domain.recall.vectors import nearest, signs
from chat_server.domain.recall.words import asked_for, words_of
from chat_server.services.access import AgentCaller, Permission, require

from .findable import is_findable, may_be_found
from .recollection import is_held_out

# Messages wait for the writers' lock while a part is kept.
_LINES_AT_ONCE = 8
_VECTORS_AT_ONCE = 4
# So many by words and so many by meaning are weighed against each other.
_CANDIDATES = 200
# Of a contact who said more, the newest are compared.
_MOST_SIGNS = 100_000
# An agent who waits longer is better off with words alone.
_PATIENCE = 3.0
# Of a line, and of the one before it, in characters.
_LONGEST = 600
# The bot says one or two of them; more is no answer any more.
_FOR_THE_BOT = 3
_LOOKED_AT = 12


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

    def __init__(self, store: Store, meaning: Meaning | None = None) -> None:
        self._store = store
        self._meaning = meaning

    async def search(self, caller: AgentCaller, contact_id: str, query: str, limit: int) -> Found:
        """In all dialogues of the contact."""
        require(caller, Permission.READ_CONTACTS)
        async with self._store.read() as tx:
            contact = await tx.contacts.get(contact_id)
            if contact is None:
                raise NotFound("There is no such contact.")
            if not await is_findable(tx, contact):
                return Found([], allowed=False, by_meaning=False)
        vector = await self._vector(query)
        async with self._store.read() as tx:
            likeness = await self._alike(tx, contact_id, vector) if vector else {}
            words = dict(await tx.recall.by_words(contact_id, asked_for(query), _CANDIDATES))
            if vector:
                unlike = [position for position in words if position not in likeness]
                likeness |= await _likeness(tx, contact_id, vector, unlike)
            ranked = fuse(await tx.recall.candidates(contact_id, words, likeness), limit)
            return Found(await _said(tx, ranked), allowed=True, by_meaning=bool(likeness))

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

    async def understand_some(self, limit: int = _VECTORS_AT_ONCE) -> int:
        """Keeps vectors of what was made findable; how many there were, fewer when there are no more."""
        if self._meaning is None:
            return 0
        async with self._store.read() as tx:
            waiting = await tx.recall.awaiting(limit)
            texts = [await _in_context(tx, message) for _, message in waiting]
        found = await self._meaning.vectors(texts, asked=False) if texts else None
        if found is None:
            return 0
        async with self._store.begin() as tx:
            positions = [position for position, _ in waiting]
            await tx.recall.keep_vectors(dict(zip(positions, found, strict=True)))
        return len(found)

    async def _vector(self, query: str) -> bytes | None:
        if self._meaning is None:
            return None
        with suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE):
                found = await self._meaning.vectors([query], asked=True)
                return found[0] if found else None
        return None

    @staticmethod
    async def _alike(tx: Transaction, contact_id: str, vector: bytes) -> dict[int, float]:
        held = await tx.recall.signs(contact_id, _MOST_SIGNS)
        near = await asyncio.to_thread(nearest, signs(vector), held, _CANDIDATES)
        return await _likeness(tx, contact_id, vector, near)

    @staticmethod
    async def _index(tx: Transaction, message_ids: Sequence[str]) -> None:
        messages = await tx.messages.by_ids(message_ids)
        positions = await tx.recall.positions(messages)
        # Held until the end: meanwhile a dialogue does not become another contact's.
        wanted = sorted({message.conversation_id for message in messages.values()})
        locked = [await tx.conversations.lock(each) for each in wanted]
        owners = {one.id: one.contact_id for one in locked if one is not None}
        willing = await may_be_found(tx, owners.values())
        found = [
            index(positions[message.id], owners[message.conversation_id], message.text)
            for message in messages.values()
            if message.id in positions and owners.get(message.conversation_id) in willing
        ]
        await tx.recall.keep([one for one in found if one is not None])


async def recalled(
    tx: Transaction, contact: Contact, text: str, *, before: datetime, dialogue: str
) -> Recalled:
    """What the contact said before `before`, when `text` asks about it; by words only, within milliseconds.

    Of who is held out, as with facts, only what was said in this `dialogue`.
    """
    if not asks_about_past(text) or not await is_findable(tx, contact):
        return Recalled()
    asked = asked_for(text)
    only = dialogue if await is_held_out(tx, contact.id) else None
    words = dict(
        await tx.recall.by_words(contact.id, asked, _CANDIDATES, before=before, dialogue=only)
    )
    ranked = fuse(await tx.recall.candidates(contact.id, words, {}), _LOOKED_AT)
    said = [one for one in await _said(tx, ranked) if _answers(one.message.text, asked)]
    return Recalled(asked=True, said=tuple(said[:_FOR_THE_BOT]))


def _answers(text: str, asked: Sequence[str]) -> bool:
    """Has half of the words at least, and is no such question itself: else it was never said."""
    shared = set(asked).intersection(words_of(text))
    return 2 * len(shared) >= len(asked) and not asks_about_past(text)


async def _likeness(
    tx: Transaction, contact_id: str, vector: bytes, positions: Sequence[int]
) -> dict[int, float]:
    held = await tx.recall.vectors(contact_id, positions) if positions else []
    return await asyncio.to_thread(likeness_of, vector, held)


async def _in_context(tx: Transaction, message: Message) -> str:
    """With what was said right before: "yes, in blue" means little without it."""
    before = await tx.messages.at(message.conversation_id, message.public_prev_seq)
    said = message.text[:_LONGEST]
    if before is None or before.kind is not MessageKind.MESSAGE:
        return said
    return f"{before.text[:_LONGEST]}\n{said}"


async def _said(tx: Transaction, ranked: Sequence[Ranked]) -> list[Said]:
    """With the lines right before and after each."""
    messages = await tx.recall.at([one.position for one in ranked])
    places = {place for message in messages.values() for place in _beside(message)}
    there = await tx.recall.beside(places)
    found: list[Said] = []
    for one in ranked:
        if (message := messages.get(one.position)) is not None:
            before, after = (there.get(place) for place in _beside(message))
            found.append(Said(message, round(one.score, 4), one.why, before, after))
    return found


def _beside(message: Message) -> tuple[tuple[str, int], tuple[str, int]]:
    dialogue = message.conversation_id
    return (dialogue, message.public_prev_seq), (dialogue, message.seq + 1)
