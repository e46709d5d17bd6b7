"""Hubs with defects of choice: `python -m tests.faults.sabotaged DEFECT …`. An oracle that passes them proves nothing."""

from __future__ import annotations

import asyncio
import logging
import random
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from chat_server import __main__ as program
from chat_server.bots import breaker, pinning, rasa, rasa_door
from chat_server.bots.rasa import RasaBot
from chat_server.broadcast.emitter import Emitter
from chat_server.domain.ids import new_id
from chat_server.domain.mail import Mail
from chat_server.domain.outbox import Delivery, DeliveryState
from chat_server.mail.smtp import SmtpMailer
from chat_server.services import bot_turns
from chat_server.services.agent_messages import AgentMessages
from chat_server.services.visitor_messages import Resumed, VisitorMessages
from chat_server.wire import acks
from tests.faults import deaf, surroundings

_LATE = 0.3


def ack_before_commit() -> None:
    """Says ok first and commits a moment later, as a hub does that wants to look fast."""
    from chat_server.sockets.agent import AgentNamespace  # noqa: PLC0415
    from chat_server.sockets.visitor import VisitorNamespace  # noqa: PLC0415

    for namespace in (VisitorNamespace, AgentNamespace):
        _ack_first(namespace)


def _ack_first(namespace: Any) -> None:
    commit = namespace.do_send_message
    last: dict[str, asyncio.Task[Any]] = {}
    running: set[asyncio.Task[Any]] = set()

    async def do_send_message(self: Any, sid: str, command: Any) -> Any:
        if command.conversation_id is None:
            return await commit(self, sid, command)
        before = last.get(command.conversation_id)

        async def later() -> None:
            if before is not None:
                await asyncio.wait({before})
            await asyncio.sleep(_LATE)
            await commit(self, sid, command)

        task = last[command.conversation_id] = asyncio.ensure_future(later())
        running.add(task)
        task.add_done_callback(running.discard)
        return acks.SendResult(conversation_id=command.conversation_id, message_id=new_id(), seq=1)

    namespace.do_send_message = do_send_message


def no_dedupe() -> None:
    """Takes every resend for a new message."""
    for service in (VisitorMessages, AgentMessages):
        _forgetful(service)


def _forgetful(service: Any) -> None:
    send = service.send

    async def forgetful(self: Any, caller: Any, *given: Any) -> Any:
        *before, client_id, content = given
        return await send(self, caller, *before, f"{client_id[:30]}-{new_id()[-8:]}", content)

    service.send = forgetful


def no_resume() -> None:
    """Has nothing to tell to who missed something."""
    for service in (VisitorMessages, AgentMessages):
        _mute(service)


def _mute(service: Any) -> None:
    resume = service.resume

    async def mute(self: Any, caller: Any, conversation_id: str, after: int) -> Resumed:
        found: Resumed = await resume(self, caller, conversation_id, after)
        return Resumed(found.messages[:1] if after else [], found.snapshot, more=False)

    service.resume = mute


def lost_pushes() -> None:
    """Every fifth push never leaves. No defect: careful clients must not mind, naive ones must."""
    publish: Callable[..., None] = Emitter.publish
    dice = random.Random(7)

    def publish_most(self: Emitter, events: Any) -> None:
        publish(self, [event for event in events if dice.random() > 0.2])

    Emitter.publish = publish_most  # type: ignore[method-assign]


def patient() -> None:
    """Waits for its bot as long as that takes, with no circuit breaker."""
    vars(bot_turns)["DEADLINE"] = 600.0
    breaker.PATIENCE = breaker.FAILURES = 600
    RasaBot.__init__.__defaults__ = (600.0,)


def trusting() -> None:
    """Takes a bot for well that is slow to say so."""
    vars(rasa_door)["_HEALTH_DEADLINE"] = 600.0


def loyal() -> None:
    """Never asks another bot than the dialogue's own."""
    vars(rasa)["preferred"] = lambda dialogue, names: pinning.preferred(dialogue, names)[:1]


def sent_before_sending() -> None:
    """Writes a mail off a moment before it is sent, so that nobody ever sends it twice."""
    claim, send = Delivery.claim, SmtpMailer.send

    def write_off(self: Delivery, now: datetime, lease: timedelta) -> None:
        claim(self, now, lease)
        self.finish(DeliveryState.SENT, now)

    async def send_later(self: SmtpMailer, mail: Mail) -> None:
        await asyncio.sleep(_LATE)
        await send(self, mail)

    Delivery.claim = write_off  # type: ignore[method-assign]
    SmtpMailer.send = send_later  # type: ignore[method-assign]


def lenient_frames() -> None:
    """Logs what breaks the protocol and goes on, as the libraries beneath do."""
    from chat_server.sockets.connection import Connection  # noqa: PLC0415

    async def only_log(_: Connection, why: str | None) -> None:
        log.warning("a frame was wrong: %s", why)

    log = logging.getLogger("lenient")
    Connection.drop = only_log  # type: ignore[method-assign, assignment]


def endless_patience() -> None:
    """Keeps for clients that do not read whatever they do not read."""
    from chat_server.sockets import connection  # noqa: PLC0415

    connection.MUCH_UNSENT = connection.MOST_UNSENT = 1 << 40


def one_at_a_time() -> None:
    """Lets visitors in one after the other, each after a moment."""
    from chat_server.services.identity import VisitorIdentity  # noqa: PLC0415

    admit: Callable[..., Any] = VisitorIdentity.admit
    door = asyncio.Lock()

    async def slowly(self: VisitorIdentity, arrival: Any) -> Any:
        async with door:
            await asyncio.sleep(0.1)
            return await admit(self, arrival)

    VisitorIdentity.admit = slowly  # type: ignore[method-assign]


DEFECTS: dict[str, Callable[[], None]] = {
    **surroundings.ODD,
    **deaf.DEAF,
    "ack_before_commit": ack_before_commit,
    "no_dedupe": no_dedupe,
    "no_resume": no_resume,
    "lost_pushes": lost_pushes,
    "lenient_frames": lenient_frames,
    "endless_patience": endless_patience,
    "one_at_a_time": one_at_a_time,
    "sent_before_sending": sent_before_sending,
    "patient": patient,
    "loyal": loyal,
    "trusting": trusting,
}


def main() -> None:
    """Breaks it and serves."""
    for name in sys.argv[1:]:
        if name not in DEFECTS:
            sys.exit(f"There is no such defect: {name}. Known: {', '.join(DEFECTS)}")
        DEFECTS[name]()
    sys.argv = ["chat_server", "serve"]
    program.main()


if __name__ == "__main__":
    main()
