"""A visitor: one person, who talks in one dialogue at a time, as in the widget."""

from __future__ import annotations

import asyncio
from typing import Any

from .client import Client
from .connection import Connection
from .delivery import Sending
from .errors import ConnectionLost, Refused
from .nouns import Conversation, Json, Sent
from .outbox import Entry

_SEND = "send_message"


class VisitorClient(Client):
    """`inbox` is the website's public key; further keywords are those of `Client`.

    The outbox keeps the visitor's token, so that a client started anew with it is the same visitor.
    """

    namespace = "/visitor"
    path = "socket.io"

    def __init__(
        self,
        urls: list[str] | str,
        inbox: str,
        *,
        identity: str | None = None,
        locale: str | None = None,
        **common: Any,
    ) -> None:
        super().__init__(urls, **common)
        self.conversation_id: str | None = None
        self._known = {"inbox": inbox, "identity": identity, "locale": locale}
        self._welcomed: asyncio.Future[Json] | None = None

    @property
    def conversation(self) -> Conversation | None:
        """The dialogue that is open, if any."""
        return self.conversations.get(self.conversation_id) if self.conversation_id else None

    def say(self, text: str) -> Sending:
        """Words, into the outbox and from there to the hub; the first of them open a dialogue."""
        return self.send({"type": "text", "text": text})

    def send(self, content: Json) -> Sending:
        """Any content a visitor may send."""
        return self._delivery.send(Entry(_SEND, {"content": content}))

    async def ask_for_a_person(self, reason: str | None = None) -> Conversation:
        """To the queue; raises Refused or NoAnswer. Asking again changes nothing."""
        payload: Json = {"conversation_id": self.conversation_id, "reason": reason}
        data = await self.command("request_agent", **payload)
        conversation = self._reading.know(data["conversation"])
        self._open(conversation.id)
        return conversation

    async def _auth(self, _: str) -> Json:
        self._welcomed = asyncio.get_running_loop().create_future()
        proof = {**self._known, "token": self._outbox.token}
        return {name: value for name, value in proof.items() if value is not None}

    async def _arrive(self, connection: Connection) -> None:
        assert self._welcomed is not None  # noqa: S101 - made with the handshake
        lost = asyncio.ensure_future(connection.closed.wait())
        either: set[asyncio.Future[Any]] = {lost, self._welcomed}
        try:
            await asyncio.wait(
                either,
                timeout=self._pace.answer,
                return_when=asyncio.FIRST_COMPLETED,
            )
        finally:
            lost.cancel()
        if not self._welcomed.done():
            raise ConnectionLost("no welcome")
        welcome = self._welcomed.result()
        if welcome.get("token"):
            self._outbox.keep_token(welcome["token"])
        if welcome["conversation"] is not None:
            self._open(self._reading.know(welcome["conversation"]).id)

    async def _turned_away(self, refusal: Refused) -> None:
        """A token the hub does not know is of no use; the visitor begins anew."""
        if refusal.code != "not_allowed" or self._outbox.token is None:
            raise refusal
        self._outbox.token = None
        self.conversation_id = None
        self._reading.forget()

    def _lane(self, _: Entry) -> str:
        return ""

    def _body(self, entry: Entry) -> Json:
        body = super()._body(entry)
        if self.conversation_id is not None:
            body.setdefault("conversation_id", self.conversation_id)
        return body

    def _committed(self, sent: Sent) -> None:
        self._open(sent.conversation_id)

    def _open(self, conversation_id: str) -> None:
        """What is said next belongs there, unless it has ended meanwhile."""
        self.follow(conversation_id)
        known = self.conversations.get(conversation_id)
        if known is None or known.status != "resolved":
            self.conversation_id = conversation_id

    def _event(self, name: str, payload: Json) -> None:
        if name == "welcome" and self._welcomed is not None and not self._welcomed.done():
            self._welcomed.set_result(payload)
        elif name == "message_created":
            self._reading.follow(payload["message"]["conversation_id"], from_its_beginning=True)
        super()._event(name, payload)
        current = self.conversation
        if current is not None and current.status == "resolved":
            self.conversation_id = None
