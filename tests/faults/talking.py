"""Visitors who talk with the bot, one message after the other, and what became of every message."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from chat_server.domain.ids import new_id

if TYPE_CHECKING:
    from pathlib import Path

    import aiohttp

# Who looks more often keeps the hub from its work.
_LOOK_EVERY = 0.2
# Longer than the bot's deadline and all that may come before and after: who is not answered by then never is.
_ANSWERED_WITHIN = 20.0


@dataclass
class Talk:
    """Counts of everybody's messages, and the dialogues that were `handed_off`: with these the bot talks no more."""

    answered: int = 0
    unanswered: int = 0
    handed_off: list[str] = field(default_factory=list)
    took: list[float] = field(default_factory=list)

    @property
    def longest(self) -> float:
        """Seconds until an answer."""
        return max(self.took, default=0.0)

    def reasons(self, database: Path) -> list[str]:
        """Why, as the hub wrote it down."""
        with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as rows:
            found = dict(rows.execute("SELECT id, handoff_reason FROM conversations"))
        return sorted(str(found[dialogue]) for dialogue in self.handed_off)


class Talkers:
    """Over REST, at one hub, until they are told to stop."""

    def __init__(
        self, http: aiohttp.ClientSession, url: str, inbox: str, says: tuple[str, ...]
    ) -> None:
        self._http = http
        self._api = f"{url}/api/v1"
        self._inbox = inbox
        self._says = says
        self._stopped = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []
        self.talk = Talk()

    def begin(self, number: int, pause: float) -> None:
        """So many visitors, who write `pause` seconds after each answer."""
        self._tasks = [asyncio.create_task(self._one(pause)) for _ in range(number)]

    async def until_answered(self, more: int) -> None:
        """Returns when so many more messages are answered."""
        enough = self.talk.answered + more
        async with asyncio.timeout(120):
            while self.talk.answered < enough:
                await asyncio.sleep(_LOOK_EVERY)

    async def end(self) -> Talk:
        """After the answers to what was said."""
        self._stopped.set()
        await asyncio.gather(*self._tasks)
        return self.talk

    async def flood(self, number: int) -> tuple[str, float]:
        """One visitor who writes so many messages as fast as they are taken; the dialogue, and for how long."""
        began = time.monotonic()
        opened = await self._call("POST", "visitor/session", "", {"inbox": self._inbox})
        conversation: dict[str, str] = {}
        for said in range(number):
            content = {"type": "text", "text": self._says[said % len(self._says)]}
            body = {"client_id": new_id(), "content": content, **conversation}
            sent = await self._call("POST", "visitor/messages", str(opened["token"]), body)
            conversation = {"conversation_id": str(sent["conversation_id"])}
        return conversation["conversation_id"], time.monotonic() - began

    async def _one(self, pause: float) -> None:
        opened = await self._call("POST", "visitor/session", "", {"inbox": self._inbox})
        token = str(opened["token"])
        conversation: dict[str, str] = {}
        number = 0
        while not self._stopped.is_set():
            text = self._says[number % len(self._says)]
            number += 1
            content = {"type": "text", "text": text}
            body = {"client_id": new_id(), "content": content, **conversation}
            sent = await self._call("POST", "visitor/messages", token, body)
            conversation = {"conversation_id": str(sent["conversation_id"])}
            if not await self._is_answered(token, sent):
                return
            await asyncio.sleep(pause)

    async def _is_answered(self, token: str, sent: dict[str, Any]) -> bool:
        began = time.monotonic()
        path = f"visitor/messages?conversation_id={sent['conversation_id']}&after={sent['seq']}"
        while time.monotonic() - began < _ANSWERED_WITHIN:
            found = await self._call("GET", path, token)
            for message in found["messages"]:
                if message["author"]["kind"] == "bot" and message["kind"] == "message":
                    self.talk.answered += 1
                    self.talk.took.append(time.monotonic() - began)
                    return True
                if message["content"].get("code") == "handoff":
                    self.talk.handed_off.append(str(sent["conversation_id"]))
                    return False
            await asyncio.sleep(_LOOK_EVERY)
        self.talk.unanswered += 1
        return False

    async def _call(
        self, method: str, path: str, token: str, body: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        url = f"{self._api}/{path}"
        async with self._http.request(method, url, json=body, headers=headers) as answer:
            assert answer.status < 300, await answer.text()
            found: dict[str, Any] = await answer.json()
            return found
