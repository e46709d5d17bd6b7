"""Rasa behind our connector: one HTTP round trip a turn, with a deadline, a size limit and a health check."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from zlib import crc32

import aiohttp
import structlog
from pydantic import ValidationError

from chat_server.domain.bot_turn import Answer, BotState, Question, Reply
from chat_server.domain.fact import Statement
from chat_server.domain.handoff import HandoffReason
from chat_server.domain.ports import BotError
from chat_server.wire.bot import BotAnswer

DEADLINE = 8.0
_HEALTH_DEADLINE = 2.0
_HEALTH_EVERY_STARTING = 0.5
_HEALTH_EVERY = 3.0
_MOST_BYTES = 1_000_000
_OK = 200

_log = structlog.get_logger(__name__)


class RasaBot:
    """Turns of one conversation go to the same Rasa; `watch` keeps `state` up to date."""

    def __init__(
        self,
        urls: Sequence[str],
        token: str,
        session: aiohttp.ClientSession,
        deadline: float = DEADLINE,
    ) -> None:
        self._urls = [url.rstrip("/") + "/webhooks/samtal" for url in urls]
        self._headers = {"Authorization": f"Bearer {token}"}
        self._session = session
        self._deadline = deadline
        self._state = BotState.STARTING

    def state(self) -> BotState:
        """As of the last health check or turn."""
        return self._state

    async def ask(self, question: Question) -> Answer:
        """Raises BotError within the deadline; an empty answer is a failure, not silence."""
        if self._state is BotState.AWAY:
            raise BotError(HandoffReason.BOT_UNAVAILABLE, "health check failed")
        url = self._url(question.conversation_id)
        body = await self._post(f"{url}/turn", _turn(question))
        try:
            answer = BotAnswer.model_validate_json(body)
        except ValidationError as error:
            raise BotError(HandoffReason.BOT_FAILED, "answer is not as agreed") from error
        if answer.turn_id != question.turn_id:
            raise BotError(HandoffReason.BOT_FAILED, "answer is to another turn")
        if not answer.replies and answer.handoff is None:
            raise BotError(HandoffReason.BOT_EMPTY, "no reply")
        return _answer(answer)

    async def forget(self, conversation_ids: Sequence[str]) -> None:
        """Every Rasa that can be reached forgets all of them."""
        body: dict[str, object] = {"conversation_ids": list(conversation_ids)}
        told = await asyncio.gather(
            *(self._post(f"{url}/forget", body) for url in self._urls), return_exceptions=True
        )
        for failure in told:
            if isinstance(failure, BaseException):
                raise failure

    async def watch(self) -> None:
        """Runs until cancelled."""
        while True:
            await self.check()
            await asyncio.sleep(
                _HEALTH_EVERY if self._state is BotState.READY else _HEALTH_EVERY_STARTING
            )

    async def check(self) -> None:
        """One health check; a bot that was never there is starting, not away."""
        healthy = any(await asyncio.gather(*(self._healthy(url) for url in self._urls)))
        if healthy and self._state is not BotState.READY:
            _log.info("bot_ready")
        if healthy:
            self._state = BotState.READY
        else:
            self._away()

    async def _healthy(self, url: str) -> bool:
        timeout = aiohttp.ClientTimeout(total=_HEALTH_DEADLINE)
        try:
            async with self._session.get(f"{url}/health", timeout=timeout) as response:
                return response.status == _OK
        except (aiohttp.ClientError, OSError, TimeoutError):
            return False

    async def _post(self, url: str, body: dict[str, object]) -> bytes:
        timeout = aiohttp.ClientTimeout(total=self._deadline)
        try:
            async with self._session.post(
                url, json=body, headers=self._headers, timeout=timeout
            ) as response:
                content = await response.content.read(_MOST_BYTES + 1)
                while len(content) <= _MOST_BYTES and not response.content.at_eof():
                    content += await response.content.read(_MOST_BYTES + 1)
        except TimeoutError as error:
            raise BotError(HandoffReason.BOT_TIMEOUT, f"no answer in {self._deadline} s") from error
        except aiohttp.ClientConnectorError as error:
            self._away()
            raise BotError(HandoffReason.BOT_UNAVAILABLE, "no connection") from error
        except (aiohttp.ClientError, OSError) as error:
            raise BotError(HandoffReason.BOT_FAILED, "connection broke") from error
        if response.status != _OK or len(content) > _MOST_BYTES:
            raise BotError(HandoffReason.BOT_FAILED, f"status {response.status}")
        return content

    def _away(self) -> None:
        if self._state is BotState.READY:
            _log.warning("bot_away")
            self._state = BotState.AWAY

    def _url(self, conversation_id: str) -> str:
        return self._urls[crc32(conversation_id.encode()) % len(self._urls)]


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
            Reply(reply.content.model_dump(exclude_none=True), tuple(reply.used_facts))
            for reply in answer.replies
        ),
        intent=answer.intent.name,
        confidence=answer.intent.confidence,
        entities=tuple(entity.model_dump(exclude_none=True) for entity in answer.entities),
        statements=tuple(
            Statement(fact.key, fact.value, fact.confidence, fact.start, fact.end)
            for fact in answer.facts
        ),
        handoff_reason=handoff.reason if handoff else None,
        handoff_summary=handoff.summary if handoff else "",
    )
