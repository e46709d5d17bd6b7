"""Turns as the hub asks for them: checked once at the edge, one at a time per conversation, each run once, never too many."""

from __future__ import annotations

import asyncio
import re
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rasa.core.channels.channel import UserMessage

from collector import TurnCollector
from dialogue_locks import DialogueLocks

if TYPE_CHECKING:
    from tracker_store import SharedTrackerStore

REMEMBERED_TURNS = 2000
# Running and waiting; the last of so many has its answer within a second. What comes beyond is turned away at once, and may
# go to another process.
MOST_TURNS = 64
# The classifier needs no more to know what a message wants, and its cost grows with the length.
UNDERSTOOD_CHARACTERS = 1000
MAX_TEXT = 20_000
MAX_ID = 200
MAX_FACTS = 200
MAX_FACT_VALUE = 1000
MAX_NOTE = 500
MAX_LOCALE = 35

_OF_A_FACT = {
    "state": MAX_ID,
    "observed_at": MAX_ID,
    "valid_until": MAX_ID,
    "label": MAX_ID,
    "subject": MAX_FACT_VALUE,
    "sentence": 2 * MAX_FACT_VALUE,
    "quote": MAX_FACT_VALUE,
}

_INTENT_PAYLOAD = re.compile(r"^/([a-z_]+)(\{.*\})?\s*$", re.DOTALL)


class InvalidTurn(Exception):
    """What the hub sent is not run; ``code`` says why."""

    def __init__(self, message: str, code: str = "invalid") -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True)
class Turn:
    """One message of a visitor, and who they are."""

    turn_id: str
    conversation_id: str
    text: str
    visitor: dict[str, Any]
    # Only the answer given before is asked for: the hub cannot know whether the turn has run.
    recall: bool = False

    @classmethod
    def from_json(cls, body: Any) -> Turn:
        """Check and read the hub's JSON; raises :class:`InvalidTurn`."""
        if not isinstance(body, dict):
            raise InvalidTurn("the body is no JSON object")
        contact, context = body.get("contact", {}), body.get("context", {})
        if not isinstance(contact, dict) or not isinstance(context, dict):
            raise InvalidTurn("contact and context are objects")
        text = _string(body, "text", MAX_TEXT)
        visitor = {
            "contact_id": _string(contact, "id", MAX_ID) if "id" in contact else "",
            "identified": contact.get("identified") is True,
            "first_turn": body.get("first_turn") is True,
            "human_stretch": _number(context.get("human_stretch")),
            "note": _note(context.get("note")),
            "facts": _facts(body.get("facts", [])),
            "locale": _locale(body.get("locale")),
            "remembers": context.get("remembers") is not False,
            "heard": _keys(context.get("heard")),
            "recalled": _recalled(context.get("recalled")),
        }
        return cls(
            _string(body, "turn_id", MAX_ID),
            _string(body, "conversation_id", MAX_ID),
            text,
            visitor,
            body.get("recall") is True,
        )


def _string(holder: dict[str, Any], name: str, limit: int) -> str:
    value = holder.get(name)
    if not isinstance(value, str) or not value.strip():
        raise InvalidTurn(f"{name} is a text and not empty")
    if len(value) > limit:
        raise InvalidTurn(f"{name} is longer than {limit} characters", "too_large")
    return value


def _number(given: Any) -> int:
    return given if isinstance(given, int) and not isinstance(given, bool) else 0


def _locale(given: Any) -> str:
    return given[:MAX_LOCALE] if isinstance(given, str) else ""


def _note(given: Any) -> str:
    return given[:MAX_NOTE] if isinstance(given, str) else ""


def _facts(given: Any) -> list[dict[str, Any]]:
    if not isinstance(given, list) or not all(isinstance(fact, dict) for fact in given):
        raise InvalidTurn("facts is a list of objects")
    if len(given) > MAX_FACTS:
        raise InvalidTurn(f"more than {MAX_FACTS} facts", "too_large")
    return [_fact(fact) for fact in given]


def _fact(fact: dict[str, Any]) -> dict[str, Any]:
    """What the hub tells of it beyond the value may be missing."""
    read: dict[str, Any] = {
        "id": _string(fact, "id", MAX_ID),
        "key": _string(fact, "key", MAX_ID),
        "value": _string(fact, "value", MAX_FACT_VALUE),
    }
    for name, limit in _OF_A_FACT.items():
        if fact.get(name) is not None:
            read[name] = _string(fact, name, limit)
    return read | {name: True for name in ("just_said", "said_here") if fact.get(name) is True}


def _recalled(given: Any) -> dict[str, Any]:
    """What the visitor said before, where they ask about it."""
    said = given.get("said") if isinstance(given, dict) else None
    found = [one for one in said if isinstance(one, dict)] if isinstance(said, list) else []
    return {"said": [{name: str(one.get(name) or "") for name in ("at", "quote")} for one in found]}


def _keys(given: Any) -> list[str]:
    return [key for key in given if isinstance(key, str)] if isinstance(given, list) else []


class TurnRunner:
    """Runs turns through Rasa: a repeated one is answered as before, one that is running is joined."""

    def __init__(
        self,
        on_new_message: Callable[[UserMessage], Awaitable[Any]],
        store: SharedTrackerStore,
        intents: frozenset[str],
        timeout: float,
    ) -> None:
        self._on_new_message = on_new_message
        self._store = store
        self._intents = intents
        self._timeout = timeout
        self._done: OrderedDict[tuple[str, str], dict[str, Any]] = OrderedDict()
        self._running: dict[tuple[str, str], asyncio.Task[dict[str, Any]]] = {}
        self._locks = DialogueLocks(store.rows)

    async def run(self, turn: Turn) -> dict[str, Any]:
        """The answer to ``turn``; raises ``TimeoutError`` or what went wrong inside."""
        key = (turn.conversation_id, turn.turn_id)
        if key in self._done:
            return self._done[key]
        task = self._running.get(key)
        if task is None and turn.recall:
            return await self._recalled(key)
        if task is None:
            if len(self._running) >= MOST_TURNS:
                raise InvalidTurn("as many turns as can be answered in time are waiting", "busy")
            task = asyncio.create_task(asyncio.wait_for(self._answer(turn), self._timeout))
            self._running[key] = task
            task.add_done_callback(lambda done: self._ended(key, done))
        # Shielded: the hub hanging up on one of two equal requests must not end the other's turn.
        return await asyncio.shield(task)

    def _ended(self, key: tuple[str, str], task: asyncio.Task[dict[str, Any]]) -> None:
        self._running.pop(key, None)
        if not task.cancelled():
            # Looked at, because nobody else may: the hub can have hung up on the turn.
            task.exception()

    async def forget(self, conversation_ids: list[str]) -> int:
        """Delete everything kept of these conversations; a turn that is running ends first."""
        for conversation_id in conversation_ids:
            async with self._locks.hold_here(conversation_id):
                for key in [key for key in self._done if key[0] == conversation_id]:
                    del self._done[key]
        return await self._store.forget(conversation_ids)

    async def _recalled(self, key: tuple[str, str]) -> dict[str, Any]:
        known = await self._store.answered(*key)
        if known is None:
            raise InvalidTurn("this turn never had an answer", "not_found")
        return known

    async def _answer(self, turn: Turn) -> dict[str, Any]:
        key = (turn.conversation_id, turn.turn_id)
        async with self._locks.hold(turn.conversation_id):
            # Another process may have run it and been lost with its answer on the way.
            answer = await self._store.answered(*key) or await self._run(turn)
        self._done[key] = answer
        while len(self._done) > REMEMBERED_TURNS:
            self._done.popitem(last=False)
        return answer

    async def _run(self, turn: Turn) -> dict[str, Any]:
        text, offset = self._understandable(turn.text)
        collector = TurnCollector(turn.turn_id, offset)
        message = UserMessage(
            text,
            collector,
            turn.conversation_id,
            input_channel="samtal",
            message_id=turn.turn_id,
            metadata=turn.visitor,
        )
        await self._on_new_message(message)
        if collector.answer is None:
            raise RuntimeError("Rasa handled the message without an answer")
        return collector.answer

    def _understandable(self, text: str) -> tuple[str, int]:
        """The text for Rasa, and where it starts in what the visitor wrote.

        A picked choice is ``/intent``; any other slash is just a character somebody typed, and must not reach Rasa's
        own commands such as ``/restart``.
        """
        stripped = text.strip()
        payload = _INTENT_PAYLOAD.match(stripped)
        if not (payload and payload.group(1) in self._intents):
            stripped = stripped.lstrip("/ \t\r\n") or "?"
        return stripped[:UNDERSTOOD_CHARACTERS], max(text.find(stripped), 0)
