"""What a contact said, found again: for agents who ask, and for questions that the bot is asked."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime

from chat_server.domain.consent import Purpose
from chat_server.domain.contact import Contact
from chat_server.domain.errors import NotFound
from chat_server.domain.message import Message
from chat_server.domain.ports import Findable, Meaning, Pause, Progress, Store, Transaction
from chat_server.domain.recall.asking import asks_about_past
from chat_server.domain.recall.notes import FoundNote, by_words
from chat_server.domain.recall.ranking import Ranked, fuse
from chat_server.domain.recall.said import Indexed, Said, Uttered, index
from chat_server.domain.recall.vectors import likeness as likeness_of
from chat_server.domain.recall.vectors import nearest, signs
from chat_server.domain.recall.words import asked_for, words_of
from chat_server.services.access import AgentCaller, Permission, require

from .allowance import allowances_of
from .findable import is_findable, may_be_found
from .pausing import next_turn, pages
from .recollection import is_held_out

# Messages wait for the writers' lock while a part is kept.
_LINES_AT_ONCE = 40
# Of the log, read in one go: a few milliseconds.
_LINES_READ = 20
# Each commit is one that messages may have to wait for; a question is a moment of one core.
_VECTORS_AT_ONCE = 16
_TEXTS_IN_A_QUESTION = 4
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
    notes: list[FoundNote] = field(default_factory=list)


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
        """In all dialogues of the contact, and by words in the notes of calls with them."""
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
            asked = asked_for(query)
            words = dict(await tx.recall.by_words(contact_id, asked, _CANDIDATES))
            if vector:
                unlike = [position for position in words if position not in likeness]
                likeness |= await _likeness(tx, contact_id, vector, unlike)
            ranked = fuse(await tx.recall.candidates(contact_id, words, likeness), limit)
            notes = by_words(await tx.contact_history.notes(contact_id), asked, limit)
            said = await _said(tx, ranked)
            return Found(said, allowed=True, by_meaning=bool(likeness), notes=notes)

    async def read_on(self, pause: Pause | None = None) -> bool:
        """Makes findable what was said since; whether there may be more."""
        pause = pause or next_turn
        async with self._store.read() as tx:
            reached = await tx.recall.reached()
            head = await tx.log.head(reached, _LINES_AT_ONCE)
        if head == reached:
            return False
        found: list[tuple[Uttered, Indexed]] = []
        for after, until in pages(reached, head, _LINES_AT_ONCE // _LINES_READ):
            async with self._store.read() as tx:
                said = await tx.recall.uttered(after, until)
            await pause()
            for one in said:
                if (words := index(one.position, one.contact_id, one.text)) is not None:
                    found.append((one, words))
                await pause()
        if not await self._are_kept_quickly(found, Progress(reached, head), pause):
            async with self._store.begin() as tx:
                await tx.recall.keep(await _still_theirs(tx, found))
                await tx.recall.reach(head)
        await pause()
        return head - reached >= _LINES_AT_ONCE

    async def _are_kept_quickly(
        self, found: Sequence[tuple[Uttered, Indexed]], progress: Progress, pause: Pause
    ) -> bool:
        """Whether nobody said no meanwhile, nor turned out to be somebody else."""
        short = self._store.shortcuts
        if short is None:
            return False
        people = {one.contact_id for one, _ in found}
        async with self._store.read() as tx:
            there = await tx.contacts.many(people)
            await pause()
            allowances = await allowances_of(tx, {one.id: one.inbox_id for one in there.values()})
        await pause()
        said = [
            Findable(words, one.conversation_id, len(allowances[one.contact_id].answers))
            for one, words in found
            if one.contact_id in allowances and allowances[one.contact_id].allows(Purpose.MEMORY)
        ]
        return await short.make_findable(said, progress)

    async def understand_some(self, limit: int = _VECTORS_AT_ONCE) -> int:
        """Keeps vectors of what was made findable; how many there were, fewer when there are no more."""
        if self._meaning is None:
            return 0
        async with self._store.read() as tx:
            waiting = await tx.recall.awaiting(limit)
            texts = await _in_context(tx, [message for _, message in waiting])
        found: list[bytes] = []
        for begin in range(0, len(texts), _TEXTS_IN_A_QUESTION):
            some = texts[begin : begin + _TEXTS_IN_A_QUESTION]
            vectors = await self._meaning.vectors(some, asked=False)
            if vectors is None:
                break
            found += vectors
        if not found:
            return 0
        positions = [position for position, _ in waiting]
        understood = dict(zip(positions, found, strict=False))
        short = self._store.shortcuts
        if short is None or not await short.keep_vectors(understood):
            async with self._store.begin() as tx:
                await tx.recall.keep_vectors(understood)
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


async def _still_theirs(tx: Transaction, found: Sequence[tuple[Uttered, Indexed]]) -> list[Indexed]:
    """By now a dialogue may be another contact's, or gone; until the commit it stays as it is."""
    owners = await tx.conversations.owners({one.conversation_id for one, _ in found})
    willing = await may_be_found(tx, owners.values())
    kept = [
        words
        if owners[one.conversation_id] == one.contact_id
        else index(one.position, owners[one.conversation_id], one.text)
        for one, words in found
        if owners.get(one.conversation_id) in willing
    ]
    return [words for words in kept if words is not None]


async def _in_context(tx: Transaction, messages: Sequence[Message]) -> list[str]:
    """With what was said right before: "yes, in blue" means little without it."""
    places = {one.id: (one.conversation_id, one.public_prev_seq) for one in messages}
    there = await tx.recall.beside(places.values())
    texts = []
    for one in messages:
        before, said = there.get(places[one.id]), one.text[:_LONGEST]
        texts.append(said if before is None else f"{before.text[:_LONGEST]}\n{said}")
    return texts


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
