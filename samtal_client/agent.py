"""An agent: takes dialogues and answers in them, as in the console."""

from __future__ import annotations

from typing import Any

import aiohttp

from .client import Client
from .connection import Connection
from .delivery import Sending
from .errors import ConnectionLost, Refused
from .nouns import Conversation, Json
from .outbox import Entry
from .reading import asked

_REFUSED = 400
_OUT_OF_ORDER = 500


class AgentClient(Client):
    """Signs in with `email` and `password`, or comes with the `token` of a session; keywords as of `Client`."""

    namespace = "/agent"
    path = "agent/socket.io"

    def __init__(
        self,
        urls: list[str] | str,
        *,
        email: str | None = None,
        password: str | None = None,
        token: str | None = None,
        views: tuple[str, ...] = ("mine",),
        **common: Any,
    ) -> None:
        super().__init__(urls, **common)
        self._token = token
        self._account = {"email": email, "password": password} if email else None
        self._views = views

    async def accept(self, conversation_id: str) -> Conversation:
        """Takes it and follows it; raises Refused or NoAnswer."""
        data = await self.command("accept", conversation_id=conversation_id)
        conversation = self._reading.know(data["conversation"])
        self.follow(conversation_id)
        return conversation

    def reply(self, conversation_id: str, text: str) -> Sending:
        """Words to the visitor, under the epoch known now: refused if somebody else took over meanwhile."""
        content = {"type": "text", "text": text}
        epoch = self.conversations[conversation_id].epoch
        payload = {"content": content, "epoch": epoch}
        return self._delivery.send(Entry("send_message", payload, conversation_id))

    def note(self, conversation_id: str, text: str) -> Sending:
        """Words for colleagues."""
        content = {"type": "text", "text": text}
        return self._delivery.send(Entry("add_note", {"content": content}, conversation_id))

    async def _auth(self, url: str) -> Json:
        if self._token is None and self._account is not None:
            self._token = await self._sign_in(url)
        return {"token": self._token}

    async def _sign_in(self, url: str) -> str:
        patience = aiohttp.ClientTimeout(total=self._pace.answer)
        try:
            async with (
                aiohttp.ClientSession(timeout=patience) as http,
                http.post(f"{url}/api/v1/session", json=self._account) as answer,
            ):
                body = await answer.json(content_type=None)
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            raise ConnectionLost(f"{url}: {error}") from error
        if answer.status >= _OUT_OF_ORDER:
            raise ConnectionLost(f"{url}: {answer.status}")
        if answer.status >= _REFUSED:
            raise Refused({"code": body.get("code", "not_allowed"), "message": "signing in"})
        token: str = body["token"]
        return token

    async def _arrive(self, connection: Connection) -> None:
        for view in self._views:
            data = await asked(connection, "subscribe", self._pace, view=view)
            for conversation in data["conversations"]:
                self._reading.know(conversation)

    async def _turned_away(self, refusal: Refused) -> None:
        """A session that has ended is begun again."""
        if refusal.code != "not_allowed" or self._account is None or self._token is None:
            raise refusal
        self._token = None

    def _lane(self, entry: Entry) -> str:
        return entry.conversation_id or ""

    def _event(self, name: str, payload: Json) -> None:
        if name == "conversation_assigned":
            self.follow(self._reading.know(payload["conversation"]).id)
        super()._event(name, payload)
