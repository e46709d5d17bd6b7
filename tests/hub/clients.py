"""Typed clients of a hub under test: they wait for events and check everything against the schema."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import aiohttp
import jwt
import socketio
from socketio.exceptions import ConnectionError as SocketRefused

from tests.hub import schema
from tests.hub.data import SHOP

if TYPE_CHECKING:
    from tests.hub.running import Hub

Json = dict[str, Any]
Wanted = Callable[[Json], bool]
# Whoever gets what it waits for never waits so long, on the slowest machine either.
PATIENCE = 30.0


class Refused(Exception):
    """The hub did not accept a connection or a command."""

    def __init__(self, error: Json) -> None:
        super().__init__(str(error))
        self.code: str = error["code"]
        self.fields: dict[str, str] = error.get("fields", {})


def client_id() -> str:
    """A fresh one."""
    return str(uuid.uuid4())


class Socket:
    """One connection to one namespace; `events` has all that came, in order."""

    namespace = ""
    path = ""

    def __init__(self, hub: Hub, *, transport: str = "websocket") -> None:
        self.hub = hub
        self.events: list[tuple[str, Any]] = []
        self.closed = asyncio.Event()
        self._came = asyncio.Condition()
        self._transport = transport
        self._refusal: Any = None
        # Our own, because the library forgets to close its when it is refused; cookies of IP addresses count.
        self._http = aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))
        self._io = socketio.AsyncClient(reconnection=False, http_session=self._http)
        self._io.on("*", self._event, namespace=self.namespace)
        self._io.on("connect_error", self._refused, namespace=self.namespace)
        self._io.on("disconnect", self._disconnected, namespace=self.namespace)

    async def connect(self, auth: Json | None, headers: dict[str, str] | None = None) -> None:
        """Raises Refused with the hub's code."""
        try:
            await self._io.connect(
                self.hub.url,
                headers or {},
                auth,
                [self.transport],
                [self.namespace],
                self.path,
                wait_timeout=PATIENCE,
            )
        except SocketRefused as error:
            await self.close()
            data = self._refusal.get("data") if isinstance(self._refusal, dict) else None
            raise Refused(data or {"code": "none", "message": str(error)}) from error

    @property
    def transport(self) -> str:
        """What it was made with."""
        return self._transport

    async def close(self) -> None:
        """Leaves."""
        try:
            await self._io.shutdown()
        finally:
            await self._http.close()

    async def ack(self, command: str, payload: object = None) -> Json:
        """The whole answer, checked against the schema."""
        ack = await self._io.call(command, payload, self.namespace, timeout=PATIENCE)
        schema.check_ack(self.namespace, command, ack)
        answered: Json = ack
        return answered

    async def do(self, command: str, **payload: Any) -> Json:
        """The data of a successful answer; raises Refused."""
        ack = await self.ack(command, payload)
        if not ack["ok"]:
            raise Refused(ack["error"])
        data: Json = ack["data"]
        return data

    async def refusal(self, command: str, **payload: Any) -> str:
        """The code with which a command is refused."""
        ack = await self.ack(command, payload)
        assert not ack["ok"], f"{command} was accepted: {ack}"
        code: str = ack["error"]["code"]
        return code

    async def event(self, name: str, wanted: Wanted = lambda _: True, after: int = 0) -> Json:
        """The first such event since number `after`, waited for."""

        def found() -> list[Json]:
            return [p for n, p in self.events[after:] if n == name and wanted(p)]

        try:
            async with self._came, asyncio.timeout(PATIENCE):
                await self._came.wait_for(found)
        except TimeoutError:
            names = [n for n, _ in self.events]
            raise AssertionError(f"no such {name}; came: {names}") from None
        return found()[0]

    def all(self, name: str) -> list[Json]:
        """Payloads of every such event so far."""
        return [payload for n, payload in self.events if n == name]

    @property
    def mark(self) -> int:
        """How many events came until now."""
        return len(self.events)

    async def message(self, wanted: Wanted, after: int = 0) -> Json:
        """The first message of which `wanted` holds."""
        came = await self.event("message_created", lambda p: wanted(p["message"]), after)
        message: Json = came["message"]
        return message

    async def text(self, text: str) -> Json:
        """The message with exactly this text."""
        return await self.message(lambda m: m["content"].get("text") == text)

    async def _event(self, name: str, payload: Any = None) -> None:
        self._check(name, payload)
        async with self._came:
            self.events.append((name, payload))
            self._came.notify_all()

    def _check(self, name: str, payload: Any) -> None:
        try:
            schema.check_event(self.namespace, name, payload)
        except Exception as error:  # noqa: BLE001 - it must fail the test, not a background task
            self.events.append(("invalid", f"{name}: {error}"))

    async def _refused(self, data: Any) -> None:
        self._refusal = data

    async def _disconnected(self, *_: object) -> None:
        self.closed.set()


class VisitorSocket(Socket):
    """A tab with the widget."""

    namespace, path = schema.VISITOR, "socket.io"
    conversation_id: str | None = None

    async def welcome(self) -> Json:
        """What it was greeted with."""
        return await self.event("welcome")

    async def say(self, text: str, **more: Any) -> Json:
        """Sends words into its conversation, which the first of them opens."""
        if self.conversation_id is not None:
            more.setdefault("conversation_id", self.conversation_id)
        more.setdefault("client_id", client_id())
        sent = await self.do("send_message", content={"type": "text", "text": text}, **more)
        self.conversation_id = sent["conversation_id"]
        return sent

    async def answered(self, text: str) -> Json:
        """Says it and waits for the bot's echo."""
        await self.say(text)
        return await self.text(f"You said: {text}")

    async def updated(self, wanted: Wanted, after: int = 0) -> Json:
        """The conversation once it is as wanted."""
        came = await self.event("conversation_updated", lambda p: wanted(p["conversation"]), after)
        conversation: Json = came["conversation"]
        return conversation


class AgentSocket(Socket):
    """An open console."""

    namespace, path = schema.AGENT, "agent/socket.io"

    async def accept(self, conversation_id: str | None) -> Json:
        """Takes it; the conversation."""
        taken: Json = (await self.do("accept", conversation_id=conversation_id))["conversation"]
        return taken

    async def reply(self, conversation: Json, text: str) -> Json:
        """As the owner."""
        return await self.do(
            "send_message",
            client_id=client_id(),
            conversation_id=conversation["id"],
            epoch=conversation["owner"]["epoch"],
            content={"type": "text", "text": text},
        )


class RasaSocket(Socket):
    """Any widget that speaks Rasa's channel; that protocol has no acks."""

    namespace, path = "/", "socket.io"

    async def tell(self, event: str, payload: object) -> None:
        """Without an ack, as those widgets do."""
        await self._io.emit(event, payload, namespace=self.namespace)


@dataclass(frozen=True)
class Answer:
    """A REST answer; `body` is parsed JSON when it is any."""

    status: int
    headers: Any
    raw: bytes
    body: Any


@dataclass
class Clients:
    """Makes clients and closes all of them at the end of the test."""

    hub: Hub
    stack: AsyncExitStack
    http: aiohttp.ClientSession

    async def visitor(
        self, *, transport: str = "websocket", origin: str | None = SHOP, **auth: Any
    ) -> VisitorSocket:
        """A tab that has its welcome; the token of a former one may be given."""
        socket = VisitorSocket(self.hub, transport=transport)
        self.stack.push_async_callback(self._leave, socket)
        headers = {"Origin": origin} if origin else {}
        await socket.connect({"inbox": self.hub.notes.inbox, **auth}, headers)
        welcome = await socket.welcome()
        if welcome["conversation"] is not None:
            socket.conversation_id = welcome["conversation"]["id"]
        return socket

    async def agent(self, who: str = "anna", *, transport: str = "websocket") -> AgentSocket:
        """A console of that account."""
        socket = AgentSocket(self.hub, transport=transport)
        self.stack.push_async_callback(self._leave, socket)
        await socket.connect({"token": await self.token(who)})
        return socket

    async def agent_with(
        self, auth: Json | None, headers: dict[str, str] | None = None
    ) -> AgentSocket:
        """A console that proves itself as given."""
        socket = AgentSocket(self.hub)
        self.stack.push_async_callback(self._leave, socket)
        await socket.connect(auth, headers)
        return socket

    async def rasa_widget(self, **headers: str) -> RasaSocket:
        """A third-party widget."""
        socket = RasaSocket(self.hub)
        self.stack.push_async_callback(self._leave, socket)
        await socket.connect(None, headers)
        return socket

    async def token(self, who: str) -> str:
        """Of a session, signed in once by hub; `bot` and `api key` have theirs."""
        fixed = {"api key": self.hub.notes.api_key, "bot": self.hub.settings_environ["BOT_TOKEN"]}
        if who in fixed:
            return fixed[who]
        if who not in self.hub.tokens:
            self.hub.tokens[who] = await self.sign_in(who)
        return self.hub.tokens[who]

    async def sign_in(self, who: str) -> str:
        """Another session."""
        notes = self.hub.notes
        body = {"email": notes.emails[who], "password": notes.password}
        answer = await self.call("POST", "session", json=body)
        assert answer.status == 200, answer
        token: str = answer.body["token"]
        return token

    async def call(self, method: str, path: str, token: str | None = None, **more: Any) -> Answer:
        """A request to `/api/v1/…`, or to an absolute path."""
        headers = dict(more.pop("headers", {}))
        if token is not None:
            headers["Authorization"] = f"Bearer {token}"
        url = f"{self.hub.url}{path}" if path.startswith("/") else f"{self.hub.url}/api/v1/{path}"
        more.setdefault("allow_redirects", False)
        async with self.http.request(method, url, headers=headers, **more) as response:
            raw = await response.read()
            is_json = "json" in response.content_type and "x-ndjson" not in response.content_type
            body = await response.json(content_type=None) if is_json and raw else None
            return Answer(response.status, response.headers, raw, body)

    async def get(self, path: str, who: str = "einar", **more: Any) -> Any:
        """The body of a successful GET by an account."""
        answer = await self.call("GET", path, await self.token(who), **more)
        assert answer.status == 200, answer
        return answer.body

    def identity(self, sub: str | None, *, key: str = "k1", secret: str = "", **claims: Any) -> str:
        """Signed as the shop does, unless told otherwise."""
        known = {
            "sub": sub,
            "jti": client_id(),
            "exp": datetime.now(UTC) + timedelta(minutes=5),
            **claims,
        }
        kept = {name: value for name, value in known.items() if value is not None}
        return jwt.encode(kept, secret or self.hub.notes.inbox_secret, "HS256", {"kid": key})

    @staticmethod
    async def _leave(socket: Socket) -> None:
        await socket.close()
        invalid = [payload for name, payload in socket.events if name == "invalid"]
        assert not invalid, invalid
