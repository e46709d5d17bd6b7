"""Listening to what no turn of the bot listened to: words to people, and what people promise.

Most lines say nothing to remember, and of those that do most say again what is known. Both are found without the
writers' lock, which messages wait for: only news is taken to it, and there all is looked at once more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from chat_server.domain.message import AuthorKind
from chat_server.domain.ports import Clock, Ears, Pause, Store, Transaction
from chat_server.domain.spoken import Spoken

from .asking_again import asked_about, asked_again
from .hearing import keep
from .known import Heard, Known, known_of
from .listening import asked_in, is_ours
from .pausing import next_turn, pages

_AT_ONCE = 200
# Of the log, read in one go: a few milliseconds.
_READ = 50
# Likewise of people.
_PEOPLE = 50
# Messages do not wait long for the writers' lock.
_IN_A_COMMIT = 8


@dataclass
class _Part:
    """What came of some lines: those that change something, and when facts were said again."""

    news: list[Heard] = field(default_factory=list)
    again: list[Heard] = field(default_factory=list)
    moments: dict[str, datetime] = field(default_factory=dict)


class CatchingUp:
    """In the order of the log, each line once: how far it came is kept with what it heard."""

    def __init__(self, store: Store, ears: Ears, clock: Clock) -> None:
        self._store = store
        self._ears = ears
        self._clock = clock

    async def listen_on(self, pause: Pause | None = None) -> bool:
        """Hears the next part; whether there may be more."""
        pause = pause or next_turn
        async with self._store.read() as tx:
            reached = await tx.hearing.reached()
            head = await tx.log.head(reached, _AT_ONCE)
        if head == reached:
            return False
        telling = []
        for after, until in pages(reached, head, _AT_ONCE // _READ):
            async with self._store.read() as tx:
                lines = await tx.hearing.spoken(after, until)
            await pause()
            for line in lines:
                if (heard := self._heard(line)) is not None:
                    telling.append(heard)
                await pause()
        await self._keep(await self._weighed(telling, pause), head, pause)
        return head - reached >= _AT_ONCE

    def _heard(self, line: Spoken) -> Heard | None:
        """What it says, found without the database; None when that is nothing."""
        if line.heard:
            return None
        if line.author is AuthorKind.AGENT:
            asks = asked_about(line.text, line.locale)
            told = self._ears.hear_promise(line.text, language=line.locale, at=line.at)
        elif is_ours(line.content):
            return None
        else:
            asks = set()
            asked = next(iter(asked_in(line.question, line.locale)), None)
            told = self._ears.hear(line.text, language=line.locale, at=line.at, asked=asked)
        return Heard(line, told, asks) if told or asks else None

    async def _weighed(self, telling: Sequence[Heard], pause: Pause) -> _Part:
        """Each contact's lines in their order; after the first that changes something the others have to wait for it."""
        part = _Part()
        people = list(dict.fromkeys(one.line.contact_id for one in telling))
        for begin in range(0, len(people), _PEOPLE):
            some = set(people[begin : begin + _PEOPLE])
            theirs = [one for one in telling if one.line.contact_id in some]
            async with self._store.read() as tx:
                known = await known_of(tx, theirs, next_turn)
            await pause()
            changing: set[str] = set()
            for one in theirs:
                contact_id = one.line.contact_id
                if contact_id in changing or self._is_news(known[contact_id], one, part):
                    changing.add(contact_id)
                    part.news.append(one)
                await pause()
        part.news.sort(key=lambda one: one.line.position)
        return part

    def _is_news(self, known: Known, heard: Heard, part: _Part) -> bool:
        now = self._clock()
        changes = known.weigh(heard, now)
        if changes or known.answers(heard.asks, now):
            return True
        changes.apply()
        part.moments.update((fact.id, at) for fact, at in changes.restated)
        if changes.restated:
            part.again.append(heard)
        return False

    async def _keep(self, part: _Part, head: int, pause: Pause) -> None:
        """A few at a time; what was said again goes with the first."""
        news = part.news
        if part.moments:
            async with self._store.begin() as tx:
                # As whoever else writes facts: the dialogue first.
                await tx.conversations.owners({one.line.conversation_id for one in part.again})
                if not await tx.facts.restate(part.moments):
                    # Somebody changed it meanwhile.
                    news = sorted([*news, *part.again], key=lambda one: one.line.position)
                if not news:
                    await tx.hearing.reach(head)
                    return
            await pause()
        for begin in range(0, max(len(news), 1), _IN_A_COMMIT):
            some = news[begin : begin + _IN_A_COMMIT]
            last = begin + _IN_A_COMMIT >= len(news)
            async with self._store.begin() as tx:
                if some:
                    await self._learn(tx, some)
                await tx.hearing.reach(head if last else some[-1].line.position)
            await pause()

    async def _learn(self, tx: Transaction, news: Sequence[Heard]) -> None:
        """Under the lock: dialogues and people may be gone, or somebody else's."""
        conversations = await tx.conversations.lock_all({one.line.conversation_id for one in news})
        messages = await tx.messages.by_ids([one.line.message_id for one in news])
        there = [
            replace(one, line=replace(one.line, contact_id=conversation.contact_id))
            for one in news
            if (conversation := conversations.get(one.line.conversation_id)) is not None
            and one.line.message_id in messages
        ]
        if not there:
            return
        contacts = await tx.contacts.many({one.line.contact_id for one in there})
        known = await known_of(tx, there)
        for one in there:
            line, now = one.line, self._clock()
            conversation, message = conversations[line.conversation_id], messages[line.message_id]
            if one.asks:
                asked = await asked_again(tx, conversation, message, now)
                noted = await tx.log.known([event.id for event in asked])
                await tx.record(event for event in asked if event.id not in noted)
            changes = known[line.contact_id].weigh(one, now)
            await keep(
                tx,
                contacts[line.contact_id],
                changes,
                by=message.author,
                now=now,
                conversation=conversation,
            )
            known[line.contact_id].held += changes.new
