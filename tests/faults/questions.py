"""Many visitors who ask one question each, and what became of every question."""

from __future__ import annotations

import asyncio
import json
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

import aiohttp
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import create_async_engine

from chat_server.domain.ids import new_id
from chat_server.store.database import async_url

if TYPE_CHECKING:
    from tests.faults.stage import Stage

_ROWS = sa.text(
    "SELECT conversation_id, author_kind, kind, content, created_at FROM messages"
    " ORDER BY conversation_id, seq"
)
_REASONS = sa.text("SELECT id, handoff_reason FROM conversations")
_DECIDED_WITHIN = 30.0
_TAKEN_WITHIN = 30.0
_CLOSED_WITHIN = 60.0


@dataclass
class Outcomes:
    """`late` are seconds from question to outcome; `reasons` count replies as `answered`."""

    asked: int = 0
    none: int = 0
    several: int = 0
    took: list[float] = field(default_factory=list)
    reasons: Counter[str] = field(default_factory=Counter)

    @property
    def longest(self) -> float:
        """Of all that have an outcome."""
        return max(self.took, default=0.0)

    @property
    def waited(self) -> int:
        """How many found out by waiting that the bot is ill."""
        return sum(1 for seconds in self.took if seconds > 1.5)


class Asking:
    """Against one hub, over REST."""

    def __init__(self, stage: Stage, http: aiohttp.ClientSession) -> None:
        self._stage = stage
        self._http = http
        self._api = f"{stage.urls[0]}/api/v1"

    async def arrive(self, number: int) -> list[str]:
        """Visitors' tokens."""
        return [
            (await self._post("visitor/session", {"inbox": self._stage.notes.inbox}))["token"]
            for _ in range(number)
        ]

    async def ask(
        self, tokens: list[str], within: float, decided_within: float = _DECIDED_WITHIN
    ) -> Outcomes:
        """One question of each, evenly over `within` seconds; returns when all are decided, or nobody can be waiting."""
        pause = within / len(tokens)
        tasks = []
        for token in tokens:
            tasks.append(asyncio.create_task(self._ask(token)))
            await asyncio.sleep(pause)
        conversations = set(await asyncio.gather(*tasks))
        deadline = time.monotonic() + decided_within
        while True:
            outcomes = await self._outcomes(conversations)
            if not outcomes.none or time.monotonic() > deadline:
                return outcomes
            await asyncio.sleep(0.2)

    async def until_well(self) -> float:
        """Asks now and then until the hub says that all circuits are closed; how long that took."""
        began = time.monotonic()
        while await self._circuits() != "closed":
            assert time.monotonic() - began < _CLOSED_WITHIN, await self._circuits()
            if await self._circuits() == "half_open":
                await self.ask(await self.arrive(1), 0.01)
            await asyncio.sleep(0.1)
        return time.monotonic() - began

    async def metric(self, name: str) -> float:
        """The sum of a metric over its labels."""
        async with self._http.get(f"{self._stage.urls[0]}/metrics") as answer:
            lines = (await answer.text()).splitlines()
        return sum(float(line.rpartition(" ")[2]) for line in lines if line.startswith(name))

    async def _circuits(self) -> str:
        async with self._http.get(f"{self._stage.urls[0]}/readyz") as answer:
            found: str = (await answer.json())["dependencies"]["bot_circuits"]
        return found

    async def _ask(self, token: str) -> str:
        body = {"client_id": new_id(), "content": {"type": "text", "text": "Where is my order?"}}
        sent = await self._post("visitor/messages", body, token)
        conversation_id: str = sent["conversation_id"]
        return conversation_id

    async def _post(self, path: str, body: dict[str, Any], token: str = "") -> Any:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        deadline = time.monotonic() + _TAKEN_WITHIN
        while True:
            async with self._http.post(f"{self._api}/{path}", json=body, headers=headers) as answer:
                if answer.status < 300:
                    return await answer.json()
                # Refused and told to try again, as every client does; the client id makes it one question.
                may_again = answer.status == 503 and time.monotonic() < deadline
                assert may_again, await answer.text()
            await asyncio.sleep(0.2)

    async def _outcomes(self, conversations: set[str]) -> Outcomes:
        found: dict[str, list[tuple[datetime, str]]] = defaultdict(list)
        asked: dict[str, datetime] = {}
        engine = create_async_engine(async_url(self._stage.database_url))
        async with engine.connect() as connection:
            for conversation_id, author, kind, content, at in await connection.execute(_ROWS):
                if conversation_id not in conversations:
                    continue
                said = json.loads(content) if isinstance(content, str) else content
                when = datetime.fromisoformat(at) if isinstance(at, str) else at
                if author == "visitor":
                    asked[conversation_id] = when
                elif kind == "message":
                    found[conversation_id].append((when, "answered"))
                elif said.get("code") == "handoff":
                    found[conversation_id].append((when, "handoff"))
            reasons = {row[0]: row[1] for row in await connection.execute(_REASONS)}
        await engine.dispose()
        outcomes = Outcomes(asked=len(asked))
        for conversation_id, when in asked.items():
            outcome = found[conversation_id]
            outcomes.none += not outcome
            outcomes.several += len(outcome) > 1
            for at, what in outcome:
                outcomes.took.append((at - when).total_seconds())
                reason = reasons[conversation_id] if what == "handoff" else what
                outcomes.reasons[str(reason)] += 1
        return outcomes
