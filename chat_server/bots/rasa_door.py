"""One Rasa over HTTP: deadlines, a size limit, a health check and its circuit breaker."""

from __future__ import annotations

import json

import aiohttp
import structlog

from chat_server.domain.handoff import HandoffReason
from chat_server.domain.ports import BotError
from chat_server.metrics import BREAKER_OPENED, BREAKER_STATE

from .breaker import Breaker, BreakerState, Broken, Busy, NotJudged, NotSent

_CONNECT = 0.5
_HEALTH_DEADLINE = 2.0
_MOST_BYTES, _MOST_OF_HEALTH = 1_000_000, 2_000
_MOST_OF_MODEL = 100
_OK, _BUSY, _TOO_LATE = 200, 503, 504
# The question itself was at fault.
_OF_THE_QUESTION = {400, 404, 413}
_STATE_NUMBERS = {BreakerState.CLOSED: 0, BreakerState.HALF_OPEN: 1, BreakerState.OPEN: 2}

_log = structlog.get_logger(__name__)


class RasaDoor:
    """The connector of one Rasa."""

    def __init__(self, url: str, token: str, session: aiohttp.ClientSession) -> None:
        self.address = url.rstrip("/").rpartition("@")[2].removeprefix("http://")
        self._url = url.rstrip("/") + "/webhooks/samtal"
        self._headers = {"Authorization": f"Bearer {token}"}
        self._session = session
        self.breaker = Breaker(self._tell)
        # As of its last health check; "" before it.
        self.model = ""
        BREAKER_STATE.labels(self.address).set(_STATE_NUMBERS[BreakerState.CLOSED])

    async def is_healthy(self) -> bool:
        """Whether it answers its health check in time."""
        timeout = aiohttp.ClientTimeout(total=_HEALTH_DEADLINE)
        try:
            async with self._session.get(f"{self._url}/health", timeout=timeout) as response:
                if response.status == _OK:
                    self._learn_model(await response.content.read(_MOST_OF_HEALTH))
                return response.status == _OK
        except (aiohttp.ClientError, OSError, TimeoutError):
            return False

    async def post(self, route: str, body: dict[str, object], within: float) -> bytes:
        """The body of a 200; raises `NotSent` only when nothing of it has been run there."""
        within = max(within, 0.001)
        timeout = aiohttp.ClientTimeout(total=within, sock_connect=min(_CONNECT, within))
        try:
            async with self._session.post(
                f"{self._url}/{route}", json=body, headers=self._headers, timeout=timeout
            ) as response:
                content = await response.content.read(_MOST_BYTES + 1)
                while len(content) <= _MOST_BYTES and not response.content.at_eof():
                    content += await response.content.read(_MOST_BYTES + 1)
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NotSent(HandoffReason.BOT_UNAVAILABLE, "no connection") from error
        except TimeoutError as error:
            raise BotError(HandoffReason.BOT_TIMEOUT, f"no answer in {within:.1f} s") from error
        except (aiohttp.ClientError, OSError) as error:
            raise Broken(HandoffReason.BOT_FAILED, "connection broke") from error
        if response.status == _BUSY:
            raise Busy(HandoffReason.BOT_BUSY, "it takes no more at once")
        if response.status in _OF_THE_QUESTION:
            raise NotJudged(HandoffReason.BOT_FAILED, f"status {response.status}")
        if response.status == _TOO_LATE:
            raise BotError(HandoffReason.BOT_TIMEOUT, "the bot gave up")
        if response.status != _OK or len(content) > _MOST_BYTES:
            raise BotError(HandoffReason.BOT_FAILED, f"status {response.status}")
        return content

    def _learn_model(self, body: bytes) -> None:
        try:
            told = json.loads(body)
        except ValueError:
            return
        model = told.get("model") if isinstance(told, dict) else None
        if isinstance(model, str):
            self.model = model[:_MOST_OF_MODEL]

    def _tell(self, state: BreakerState, cause: str) -> None:
        _log.info("bot_breaker", rasa=self.address, state=state, cause=cause)
        BREAKER_STATE.labels(self.address).set(_STATE_NUMBERS[state])
        if state is BreakerState.OPEN:
            BREAKER_OPENED.labels(cause).inc()
