"""Rasa behind our connector: who of several is asked, and what an answer must look like."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence

import aiohttp
import structlog
from pydantic import ValidationError

from chat_server.domain.bot_turn import (
    DEADLINE,
    Answer,
    BotHealth,
    BotProcess,
    BotState,
    Judgement,
    Offered,
    Question,
    Reply,
)
from chat_server.domain.facts.statement import Statement
from chat_server.domain.handoff import HandoffReason
from chat_server.domain.help.place import Place
from chat_server.domain.ports import BotError
from chat_server.wire.bot import BotAnswer, BotHelp, BotOffer

from .breaker import BreakerState, Broken, NotSent
from .pinning import preferred
from .rasa_door import RasaDoor

_HEALTH_EVERY = 3.0
# Visitors wait for one that starts or is started again; one that is not there at all costs little.
_HEALTH_EVERY_ILL = 0.5
# A dialogue is quickest where it was before, but only if it need not wait there while another bot has nothing to do.
_PATIENCE_WITH_ITS_OWN = 0.2
# With less time left nobody else is asked: it could only be cut short.
_LEAST = 0.1
_HEALTH_OF = {
    BreakerState.CLOSED: BotHealth.WELL,
    BreakerState.HALF_OPEN: BotHealth.RECOVERING,
    BreakerState.OPEN: BotHealth.ILL,
}
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
        doors = [RasaDoor(url, token, session) for url in dict.fromkeys(urls)]
        self._doors = {door.address: door for door in doors}
        self._deadline = deadline
        self._was_there = False

    def state(self) -> BotState:
        """A bot that was never there is starting, not away."""
        if not self._was_there:
            return BotState.STARTING
        ill = all(door.breaker.state is BreakerState.OPEN for door in self._doors.values())
        return BotState.AWAY if ill else BotState.READY

    def circuits(self) -> list[BreakerState]:
        """Of each Rasa, in the order of their addresses."""
        return [door.breaker.state for door in self._doors.values()]

    def processes(self) -> list[BotProcess]:
        """All of them, whether they are there or not."""
        return [
            BotProcess(door.address, _HEALTH_OF[door.breaker.state], door.model)
            for door in self._doors.values()
        ]

    def has_room(self) -> bool:
        """Also when all are ill: then a question is decided at once."""
        states = [(door.breaker.has_room, door.breaker.state) for door in self._doors.values()]
        return any(room for room, _ in states) or all(
            state is BreakerState.OPEN for _, state in states
        )

    async def ask(self, question: Question) -> Answer:
        """Raises BotError within the deadline; an empty answer is a failure, not silence.

        The dialogue's own Rasa is asked, or the next in its order that is well and has room; at last its own once more,
        with all the time that is left. Who did not take the question has not run it. Whose connection broke may have:
        the next one is asked, once, for Rasas share their dialogues and run no turn twice.
        """
        ends = time.monotonic() + min(self._deadline, question.within)
        doors = self._order(question.conversation_id)
        failed: BotError | None = None
        broke = False
        for number, door in enumerate((*doors, doors[0])):
            left = ends - time.monotonic()
            if failed is not None and left < _LEAST:
                break
            last = number == len(doors) or not _any_has_room(doors, but=door)
            try:
                async with door.breaker.slot(left if last else min(left, _PATIENCE_WITH_ITS_OWN)):
                    body = await door.post("turn", _turn(question), ends - time.monotonic())
                    return _read(body, question)
            except NotSent as error:
                # What was tried says more than that somebody else was not there.
                failed = failed if broke else error
            except Broken as error:
                if broke:
                    raise
                failed, broke = error, True
                _log.info("bot_turn_broke", turn_id=question.turn_id, rasa=door.address)
        raise failed or NotSent(HandoffReason.BOT_UNAVAILABLE, "there is no Rasa")

    async def recall(self, question: Question) -> Answer:
        """The answer already given to a turn, from whichever Rasa ran it; none runs it now."""
        body = {**_turn(question), "recall": True}
        for door in self._order(question.conversation_id):
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
            *(door.post("forget", body, self._deadline) for door in self._doors.values()),
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
        found = await asyncio.gather(*(door.is_healthy() for door in self._doors.values()))
        if any(found) and not self._was_there:
            _log.info("bot_ready")
            self._was_there = True
        for door, well in zip(self._doors.values(), found, strict=True):
            door.breaker.alive(well=well)

    def _order(self, conversation_id: str) -> list[RasaDoor]:
        return [self._doors[name] for name in preferred(conversation_id, self._doors)]


def _any_has_room(doors: Sequence[RasaDoor], *, but: RasaDoor) -> bool:
    return any(door.breaker.has_room for door in doors if door is not but)


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
    handoff, judged = answer.handoff, answer.judged_page
    return Answer(
        replies=tuple(
            Reply(
                reply.content.model_dump(exclude_none=True),
                tuple(reply.used_facts),
                reply.asks_about,
                _place(reply.help),
                _offered(reply.offer),
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
        judged_page=Judgement(judged.turn_id, judged.helpful) if judged else None,
        missed_page=answer.missed_page,
        language=answer.language,
    )


def _offered(offer: BotOffer | None) -> Offered | None:
    return Offered(offer.sku, offer.because, offer.asked) if offer else None


def _place(shown: BotHelp | None) -> Place | None:
    return Place(shown.language, shown.article, shown.passage) if shown else None
