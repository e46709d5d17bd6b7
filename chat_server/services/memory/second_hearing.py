"""Looking with a model at what the rules heard already: what they did not hear, and what they may have heard wrongly.

A message in which it finds nothing costs no writing. What it finds is kept as if it had been heard at once: with the
time of its message, so that it gives way to whatever was said since.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from chat_server.domain.facts.marked import Claim, agreed, beyond, sure_of
from chat_server.domain.facts.statement import Statement
from chat_server.domain.message import AuthorKind
from chat_server.domain.ports import Clock, Ears, Marker, Progress, Store
from chat_server.domain.spoken import Spoken

from .known import Heard
from .learning import learn_lines
from .listening import asked_in, is_ours
from .pausing import next_turn

# Of the log, and of its lines in one question to the model: a question is a moment of one core.
_AT_ONCE = 40
_LINES_IN_A_QUESTION = 4
# Messages wait while it is kept; who dies before the last looks at it all again.
_IN_A_COMMIT = 4
# More than this of a message is not looked at.
_LONGEST = 600


class Looked(Enum):
    """How far a look came."""

    AT_ALL = auto()
    AT_A_PART = auto()
    # The rules have not heard it yet, or the model cannot be asked.
    NOT_YET = auto()


class SecondHearing:
    """In the order of the log, each line once; how far it came is kept with what it found."""

    def __init__(self, store: Store, ears: Ears, marker: Marker, clock: Clock) -> None:
        self._store = store
        self._ears = ears
        self._marker = marker
        self._clock = clock

    async def look_on(self) -> Looked:
        """At the next part."""
        async with self._store.read() as tx:
            looked = await tx.hearing.marked_until()
            head = await tx.log.head(looked, _AT_ONCE)
            if head == looked:
                return Looked.AT_ALL
            head = min(head, await tx.hearing.reached())
            if head <= looked:
                return Looked.NOT_YET
            lines = await tx.hearing.spoken(looked, head)
        found = await self._found([one for one in lines if _is_theirs(one)])
        if found is None:
            return Looked.NOT_YET
        for begin in range(0, len(found), _IN_A_COMMIT):
            async with self._store.begin() as tx:
                some = found[begin : begin + _IN_A_COMMIT]
                await learn_lines(tx, some, self._clock, second=True)
        await self._mark(Progress(looked, head))
        return Looked.AT_A_PART

    async def _mark(self, progress: Progress) -> None:
        short = self._store.shortcuts
        if short is None or not await short.mark_until(progress):
            async with self._store.begin() as tx:
                await tx.hearing.mark_until(progress.until)

    async def _found(self, lines: Sequence[Spoken]) -> list[Heard] | None:
        """What they say beyond what the rules heard; None while the model cannot tell."""
        found: list[Heard] = []
        for begin in range(0, len(lines), _LINES_IN_A_QUESTION):
            some = lines[begin : begin + _LINES_IN_A_QUESTION]
            told = [await self._told(one) for one in some]
            marks = await self._marker.marks(
                [
                    (line.text[:_LONGEST], line.locale, _open_to_doubt(line, heard))
                    for line, heard in zip(some, told, strict=True)
                ]
            )
            if marks is None:
                return None
            for line, heard, marked in zip(some, told, marks, strict=True):
                doubts = [one for one in marked if one.claim is Claim.DOUBTED]
                new = beyond(marked, heard)
                more = self._ears.stated(line.text, new, language=line.locale, at=line.at)
                doubts, more = agreed(doubts, heard, more)
                if more or doubts:
                    found.append(Heard(line, more, doubts=doubts))
        return found

    async def _told(self, line: Spoken) -> list[Statement]:
        """By the rules."""
        if (code := self._ears.unknown(line.text, language=line.locale)) is not None:
            await self._ears.learn(code)
        await next_turn()
        return self._ears.hear(line.text, language=line.locale, at=line.at, asked=_asked(line))


def _asked(line: Spoken) -> str | None:
    return next(iter(asked_in(line.question, line.locale)), None)


def _open_to_doubt(line: Spoken, told: Sequence[Statement]) -> list[tuple[str, int, int]]:
    """What is told for sure, but for the answer to a question: the model sees no questions."""
    asked = _asked(line)
    return [one for one in sure_of(told) if one[0] != asked]


def _is_theirs(line: Spoken) -> bool:
    return line.author is AuthorKind.VISITOR and not is_ours(line.content)
