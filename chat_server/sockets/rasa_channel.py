"""`/` on the visitors' server: Rasa's own SocketIO channel, so that its web widgets work unchanged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import socketio
import structlog
from socketio.exceptions import ConnectionRefusedError as Refused

from chat_server.broadcast import rooms
from chat_server.domain.errors import NotAllowed, SamtalError
from chat_server.domain.ids import new_id
from chat_server.domain.message import Content
from chat_server.services.access import VisitorCaller
from chat_server.services.identity import Arrival, Session, VisitorIdentity
from chat_server.services.rate_limits import (
    CONNECTIONS,
    MESSAGES,
    MESSAGES_OF_INBOX,
    OPENINGS,
    OPENINGS_OF_INBOX,
    RateLimits,
)
from chat_server.services.visitor_messages import VisitorMessages
from chat_server.wire.commands import RasaSessionRequest, RasaUserUttered
from chat_server.wire.errors import checked, error_body
from chat_server.wire.protocol import RASA_COMMANDS

from .namespace import Peer

_log = structlog.get_logger(__name__)


class RasaNamespace(socketio.AsyncNamespace):  # type: ignore[misc]  # python-socketio has no types
    """A `session_id` is a visitor's token: whoever has it continues the dialogue."""

    def __init__(
        self,
        identity: VisitorIdentity,
        messages: VisitorMessages,
        limits: RateLimits,
        peer: Peer,
    ) -> None:
        super().__init__(rooms.Surface.RASA.value)
        self._identity = identity
        self._messages = messages
        self._limits = limits
        self._peer = peer

    async def trigger_event(self, event: str, *args: Any) -> Any:
        """This protocol has no acks; what is wrong is logged by code and dropped."""
        if event == "connect":
            return await self._connect(*args)
        model = RASA_COMMANDS.get(event)
        if model is None:
            return None
        sid, *payload = args
        try:
            command = checked(model, payload[0] if payload and payload[0] else {})
            await getattr(self, f"do_{event}")(sid, command)
        except SamtalError as error:
            _log.info("rasa_channel_refused", command=event, code=error.code)
        except Exception:  # noqa: BLE001 - there is no ack to carry it; it is logged
            _log.exception("rasa_channel_failed", command=event)
        return None

    async def do_session_request(self, sid: str, command: RasaSessionRequest) -> None:
        """A known session is continued; any other begins a new one, as Rasa does."""
        session_id = await self._begin(sid, command.session_id)
        await self.emit("session_confirm", session_id, to=sid)

    async def do_user_uttered(self, sid: str, command: RasaUserUttered) -> None:
        """One message; the replies come as `bot_uttered`."""
        session = await self.get_session(sid)
        if "caller" not in session:
            await self._begin(sid, command.session_id)
            session = await self.get_session(sid)
        caller: VisitorCaller = session["caller"]
        await self._limits.spend_shared(MESSAGES, caller.visitor_id)
        await self._limits.spend_shared(MESSAGES_OF_INBOX, caller.inbox_id)
        content: Content = {"type": "text", "text": command.message}
        conversation_id = await self._messages.open_conversation_id(caller)
        await self._messages.send(caller, conversation_id, new_id(), content)

    async def _connect(self, sid: str, environ: Mapping[str, Any], _: object = None) -> None:
        try:
            await self._limits.spend_shared(CONNECTIONS, self._peer(environ))
            origin = environ.get("HTTP_ORIGIN")
            inbox = await self._identity.inbox_for(origin)
        except SamtalError as error:
            raise Refused(error.message, error_body(error)) from error
        peer = self._peer(environ)
        await self.save_session(sid, {"origin": origin, "inbox": inbox, "peer": peer})

    async def _begin(self, sid: str, token: str | None) -> str:
        """The session's token, which is the `session_id` the client keeps."""
        state = await self.get_session(sid)
        fresh = Arrival(inbox_key=state["inbox"], origin=state["origin"])
        opened = await self._continued(replace(fresh, token=token)) if token else None
        if opened is None:
            await self._limits.spend_shared(OPENINGS, state["peer"])
            await self._limits.spend_shared(OPENINGS_OF_INBOX, state["inbox"])
            opened = await self._identity.open(fresh)
        await self.save_session(sid, {**state, "caller": opened.caller})
        await self.enter_room(sid, rooms.visitor(opened.caller.visitor_id))
        return opened.token

    async def _continued(self, arrival: Arrival) -> Session | None:
        """None when nobody has this session."""
        try:
            return await self._identity.open(arrival)
        except NotAllowed:
            return None
