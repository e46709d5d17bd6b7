"""Listening to what no turn of the bot listened to: words to people, and what people promise.

Most lines say nothing to remember, and of those that do most say again what is known. Both are found without the
writers' lock, which messages wait for: only news is taken to it, and there all is looked at once more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from chat_server.domain.facts.fact import Fact
from chat_server.domain.message import AuthorKind
from chat_server.domain.ports import Clock, Ears, Pause, Progress, Store, Transaction
from chat_server.domain.spoken import Spoken

from .asking_again import asked_about
from .known import Heard, Known, known_of
from .learning import learn_lines
from .listening import asked_in, is_ours
from .pausing import next_turn, pages

_AT_ONCE = 100
# Of the log, read in one go: a few milliseconds.
_READ = 20
# Likewise of people.
_PEOPLE = 20
# Messages do not wait long for the writers' lock.
_IN_A_COMMIT = 4


@dataclass
class _Again:
    """Lines that only say again what is held, and when each fact was said last."""

    lines: list[Heard] = field(default_factory=list)
    moments: dict[str, datetime] = field(default_factory=dict)

    def add(self, line: Heard, facts: Sequence[tuple[Fact, datetime]]) -> None:
        self.lines.append(line)
        self.moments.update((fact.id, at) for fact, at in facts)


@dataclass
class _Part:
    """What came of some lines: the news in them, and what was said again before and after the contact's news."""

    before: _Again = field(default_factory=_Again)
    news: list[Heard] = field(default_factory=list)
    after: _Again = field(default_factory=_Again)


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
                await self._learn_language(line)
                if (heard := self._heard(line)) is not None:
                    telling.append(heard)
                await pause()
        await self._keep(await self._weighed(telling, pause), Progress(reached, head), pause)
        return head - reached >= _AT_ONCE

    async def _learn_language(self, line: Spoken) -> None:
        """Before it is heard: on the loop all would wait for it."""
        unknown = self._ears.unknown(line.text, language=line.locale)
        if unknown is not None and not line.heard:
            await self._ears.learn(unknown)

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
        """Each contact's lines in their order."""
        part = _Part()
        people: dict[str, list[Heard]] = {}
        for one in telling:
            people.setdefault(one.line.contact_id, []).append(one)
        names = list(people)
        for begin in range(0, len(names), _PEOPLE):
            some = names[begin : begin + _PEOPLE]
            async with self._store.read() as tx:
                theirs = [one for contact_id in some for one in people[contact_id]]
                known = await known_of(tx, theirs, next_turn)
            for contact_id in some:
                await self._weigh(known[contact_id], people[contact_id], part, pause)
        part.news.sort(key=lambda one: one.line.position)
        return part

    async def _weigh(self, known: Known, lines: Sequence[Heard], part: _Part, pause: Pause) -> None:
        """As if all were kept already; what is said again between two pieces of news goes with them."""
        again: list[tuple[Heard, Sequence[tuple[Fact, datetime]]]] = []
        news: list[Heard] = []
        for one in lines:
            await pause()
            now = self._clock()
            changes = known.weigh(one, now)
            must_note = known.must_note(one, changes)
            known.learn(changes)
            if not changes and not must_note and not known.answers(one.asks, now):
                if changes.restated:
                    again.append((one, changes.restated))
                continue
            if news:
                news += [line for line, _ in again]
            else:
                for line, facts in again:
                    part.before.add(line, facts)
            news.append(one)
            again = []
        part.news += news
        for line, facts in again:
            (part.after if news else part.before).add(line, facts)

    async def _keep(self, part: _Part, progress: Progress, pause: Pause) -> None:
        """A few at a time, and in the end how far it came: who dies before that hears it all again."""
        steps: list[_Again | Sequence[Heard]] = [part.before] if part.before.lines else []
        steps += [
            part.news[begin : begin + _IN_A_COMMIT]
            for begin in range(0, len(part.news), _IN_A_COMMIT)
        ]
        if part.after.lines or not steps:
            steps.append(part.after)
        for step in steps:
            reached = progress if step is steps[-1] else None
            if not await self._is_said_quickly(step, reached):
                async with self._store.begin() as tx:
                    if isinstance(step, _Again):
                        await self._say_again(tx, step)
                    else:
                        await learn_lines(tx, step, self._clock)
                    if reached is not None:
                        await tx.hearing.reach(reached.until)
            await pause()

    async def _is_said_quickly(
        self, step: _Again | Sequence[Heard], progress: Progress | None
    ) -> bool:
        """Whether nobody changed meanwhile what is only said again."""
        short = self._store.shortcuts
        if short is None or not isinstance(step, _Again):
            return False
        return await short.say_again(step.moments, progress)

    async def _say_again(self, tx: Transaction, again: _Again) -> None:
        if not again.lines:
            return
        # As whoever else writes facts: the dialogues first.
        await tx.conversations.owners({one.line.conversation_id for one in again.lines})
        if not await tx.facts.restate(again.moments):
            # Somebody changed it meanwhile.
            await learn_lines(tx, again.lines, self._clock)
