"""Rasa behind our connector: who of several is asked, and what an answer must look like."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator, Sequence
from zlib import crc32

import aiohttp
import structlog
from pydantic import ValidationError

from chat_server.domain.bot_turn import DEADLINE, Answer, BotState, Question, Reply
from chat_server.domain.facts.statement import Statement
from chat_server.domain.handoff import HandoffReason
from chat_server.domain.ports import BotError
from chat_server.wire.bot import BotAnswer

from .breaker import BreakerState, NotSent
from .rasa_door import RasaDoor

_HEALTH_EVERY = 3.0
# Visitors wait for one that starts or is started again; one that is not there at all costs little.
_HEALTH_EVERY_ILL = 0.5
_ILL_FOR_LONG, _HEALTH_EVERY_ILL_FOR_LONG = 30.0, 2.0

_log = structlog.get_logger(__name__)


class RasaBot:
    """Turns of one conversation go to the same Rasa while it is well; `watch` looks after all of them."""

    def __init__(
        self,
        urls: Sequence[str],
        token: str,
        session: aiohttp.ClientSession,
        deadline: float = DEADLINE,
    ) -> None:
        self._doors = [RasaDoor(url, token, session) for url in urls]
        self._deadline = deadline
        self._was_there = False

    def state(self) -> BotState:
        """A bot that was never there is starting, not away."""
        if not self._was_there:
            return BotState.STARTING
        ill = all(door.breaker.state is BreakerState.OPEN for door in self._doors)
        return BotState.AWAY if ill else BotState.READY

    def circuits(self) -> list[BreakerState]:
        """Of each Rasa, in the order of their addresses."""
        return [door.breaker.state for door in self._doors]

    def has_room(self) -> bool:
        """Also when all are ill: then a question is decided at once."""
        states = [(door.breaker.has_room, door.breaker.state) for door in self._doors]
        return any(room for room, _ in states) or all(
            state is BreakerState.OPEN for _, state in states
        )

    async def ask(self, question: Question) -> Answer:
        """Raises BotError within the deadline; an empty answer is a failure, not silence."""
        ends = time.monotonic() + min(self._deadline, question.within)
        refused = NotSent(HandoffReason.BOT_UNAVAILABLE, "there is no Rasa")
        for door in self._ring(question.conversation_id):
            try:
                async with door.breaker.slot(ends - time.monotonic()):
                    body = await door.post("turn", _turn(question), ends - time.monotonic())
                    return _read(body, question)
            except NotSent as error:
                # It never left, so that the next Rasa may have it; anything else may have run.
                refused = error
        raise refused

    async def recall(self, question: Question) -> Answer:
        """The answer already given to a turn, from whichever Rasa ran it; none runs it now."""
        body = {**_turn(question), "recall": True}
        for door in self._ring(question.conversation_id):
            try:
                async with door.breaker.slot(question.within):
                    return _read(await door.post("turn", body, question.within), question)
            except BotError as error:
                _log.info("bot_turn_not_recalled", turn_id=question.turn_id, error=str(error))
        raise BotError(HandoffReason.BOT_LOST, "no Rasa knows its answer")

    async def forget(self, conversation_ids: Sequence[str]) -> None:
        """Every Rasa that can be reached forgets all of them."""
        body: dict[str, object] = {"conversation_ids": list(conversation_ids)}
        told = await asyncio.gather(
            *(door.post("forget", body, self._deadline) for door in self._doors),
            return_exceptions=True,
        )
        for failure in told:
            if isinstance(failure, BaseException):
                raise failure

    async def watch(self) -> None:
        """Runs until cancelled."""
        last_well = time.monotonic()
        while True:
            await self.check()
            if self._was_there and all(state is BreakerState.CLOSED for state in self.circuits()):
                last_well = time.monotonic()
                await asyncio.sleep(_HEALTH_EVERY)
            elif time.monotonic() - last_well < _ILL_FOR_LONG:
                await asyncio.sleep(_HEALTH_EVERY_ILL)
            else:
                await asyncio.sleep(_HEALTH_EVERY_ILL_FOR_LONG)

    async def check(self) -> None:
        """One health check of each."""
        found = await asyncio.gather(*(door.is_healthy() for door in self._doors))
        if any(found) and not self._was_there:
            _log.info("bot_ready")
            self._was_there = True
        for door, well in zip(self._doors, found, strict=True):
            door.breaker.alive(well=well)

    def _ring(self, conversation_id: str) -> Iterator[RasaDoor]:
        """The dialogue's own Rasa first, which remembers it; then the others."""
        first = crc32(conversation_id.encode()) % len(self._doors)
        yield from self._doors[first:] + self._doors[:first]


def _read(body: bytes, question: Question) -> Answer:
    try:
        answer = BotAnswer.model_validate_json(body)
    except ValidationError as error:
        raise BotError(HandoffReason.BOT_FAILED, "answer is not as agreed") from error
    if answer.turn_id != question.turn_id:
        raise BotError(HandoffReason.BOT_FAILED, "answer is to another turn")
    if not answer.replies and answer.handoff is None:
        raise BotError(HandoffReason.BOT_EMPTY, "no reply")
    return _answer(answer)


def _turn(question: Question) -> dict[str, object]:
    return {
        "turn_id": question.turn_id,
        "conversation_id": question.conversation_id,
        "seq": question.seq,
        "text": question.text,
        "locale": question.locale,
        "first_turn": question.first_turn,
        "contact": {"id": question.contact_id, "identified": question.identified},
        "facts": list(question.facts),
        "context": question.context,
    }


def _answer(answer: BotAnswer) -> Answer:
    handoff = answer.handoff
    return Answer(
        replies=tuple(
            Reply(
                reply.content.model_dump(exclude_none=True),
                tuple(reply.used_facts),
                reply.asks_about,
            )
            for reply in answer.replies
        ),
        intent=answer.intent.name,
        confidence=answer.intent.confidence,
        entities=tuple(entity.model_dump(exclude_none=True) for entity in answer.entities),
        statements=tuple(
            Statement(
                fact.key,
                fact.value,
                fact.confidence,
                fact.start,
                fact.end,
                fact.subject,
                fact.valid_from,
                fact.valid_until,
                fact.ended,
            )
            for fact in answer.facts
        ),
        forget=tuple(answer.forget),
        handoff_reason=handoff.reason if handoff else None,
        handoff_summary=handoff.summary if handoff else "",
        form=answer.form,
    )
