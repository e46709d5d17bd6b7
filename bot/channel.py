"""The hub's door into Rasa: one HTTP round trip brings text and facts in, and everything the turn brought forth out."""

from __future__ import annotations

import hmac
import logging
import os
import traceback
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint
from sanic.exceptions import SanicException
from sanic.response import HTTPResponse, json

from turns import InvalidTurn, Turn, TurnRunner

if TYPE_CHECKING:
    from sanic.request import Request

    from tracker_store import SharedTrackerStore

logger = logging.getLogger(__name__)

# Less than the hub waits, so that it learns what went wrong.
TURN_TIMEOUT = 1.8
MAX_BODY = 256 * 1024
MAX_FORGOTTEN = 10_000

_STATUS = {
    "invalid": 400,
    "not_allowed": 401,
    "not_found": 404,
    "too_large": 413,
    "busy": 503,
    "unavailable": 504,
    "internal": 500,
}


class SamtalInput(InputChannel):  # type: ignore[misc]
    """Rasa's input channel for the hub."""

    def __init__(
        self,
        token: str,
        store: SharedTrackerStore,
        intents: frozenset[str],
        model: str,
        timeout: float = TURN_TIMEOUT,
    ) -> None:
        if not token:
            raise ValueError("the hub's token must not be empty")
        self._token = token.encode()
        self._store = store
        self._intents = intents
        self._model = model
        self._timeout = timeout

    @classmethod
    def name(cls) -> str:
        """The channel's name is its place under ``/webhooks``."""
        return "samtal"

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The routes."""
        routes = Blueprint("samtal")
        runner = TurnRunner(on_new_message, self._store, self._intents, self._timeout)

        @routes.get("/health")
        async def health(request: Request) -> HTTPResponse:
            del request
            return json({"status": "ok", "model": self._model, "pid": os.getpid()})

        @routes.post("/turn")
        async def turn(request: Request) -> HTTPResponse:
            self._check(request)
            asked = Turn.from_json(_body(request))
            try:
                return json(await runner.run(asked))
            except TimeoutError:
                logger.warning("turn %s took longer than %s s", asked.turn_id, self._timeout)
                return failure("unavailable", "the bot took too long")

        @routes.post("/forget")
        async def forget(request: Request) -> HTTPResponse:
            self._check(request)
            body = _body(request)
            ids = body.get("conversation_ids") if isinstance(body, dict) else None
            if not isinstance(ids, list) or not all(isinstance(item, str) and item for item in ids):
                raise InvalidTurn("conversation_ids is a list of texts")
            if len(ids) > MAX_FORGOTTEN:
                raise InvalidTurn(f"more than {MAX_FORGOTTEN} conversations", "too_large")
            return json({"forgotten": await runner.forget(ids)})

        return routes

    def _check(self, request: Request) -> None:
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not hmac.compare_digest(given.encode(), self._token):
            raise InvalidTurn("a bearer token is needed", "not_allowed")


def _body(request: Request) -> Any:
    try:
        return request.json
    except SanicException as error:
        raise InvalidTurn("the body is no JSON") from error


def failure(code: str, message: str) -> HTTPResponse:
    """An error in the one shape the hub knows."""
    return json({"error": {"code": code, "message": message}}, status=_STATUS[code])


async def answer_error(request: Request, error: Exception) -> HTTPResponse:
    """The last resort: whatever went wrong, the hub gets a status that is not 200 and a code."""
    if isinstance(error, InvalidTurn):
        return failure(error.code, str(error))
    if isinstance(error, SanicException):
        code = "too_large" if error.status_code == 413 else "invalid"  # noqa: PLR2004
        return json({"error": {"code": code, "message": str(error)}}, status=error.status_code)
    logger.error("%s failed: %s", request.path, _cause(error))
    return failure("internal", "the turn failed inside the bot")


def _cause(error: BaseException) -> str:
    """The kinds of errors down to the first one and where it arose; their messages may hold what a visitor wrote."""
    kinds = [type(error).__name__]
    while error.__cause__ is not None:
        error = error.__cause__
        kinds.append(type(error).__name__)
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return " from ".join(kinds) + place
