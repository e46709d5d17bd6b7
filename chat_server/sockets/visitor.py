"""`/visitor`: what the widget says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from chat_server.broadcast import rooms
from chat_server.domain.bot_turn import BotState
from chat_server.domain.ids import new_id
from chat_server.domain.live import LiveEvent
from chat_server.services.access import VisitorCaller
from chat_server.services.consents import Consents
from chat_server.services.exposures import Exposures
from chat_server.services.identity import Admitted, Arrival, Session, VisitorIdentity
from chat_server.services.letters import Letters
from chat_server.services.memory import Memory
from chat_server.services.rate_limits import (
    MESSAGES,
    MESSAGES_OF_INBOX,
    OPENINGS,
    OPENINGS_OF_INBOX,
    TRANSCRIPTS,
    RateLimits,
)
from chat_server.services.visitor_messages import Resumed, VisitorMessages
from chat_server.wire import acks, live
from chat_server.wire import commands as c
from chat_server.wire.base import dump
from chat_server.wire.errors import checked
from chat_server.wire.protocol import VISITOR_COMMANDS, Command
from chat_server.wire.views import (
    Reader,
    contact_view,
    conversation_view,
    fact_view,
    facts_result,
    greeting_view,
    head_view,
    inbox_view,
    message_view,
    receipt_view,
)

from .namespace import CommandNamespace, Peer

_ME = Reader.VISITOR


@dataclass(frozen=True)
class VisitorServices:
    """What the namespace drives."""

    identity: VisitorIdentity
    exposures: Exposures
    messages: VisitorMessages
    memory: Memory
    consents: Consents
    letters: Letters
    file_bytes: int
    bot_state: Callable[[], BotState]
    publish: Callable[[list[LiveEvent]], None]


class VisitorNamespace(CommandNamespace):
    """Each socket is one tab of one browser."""

    commands: ClassVar[Mapping[str, Command]] = VISITOR_COMMANDS

    def __init__(self, services: VisitorServices, limits: RateLimits, peer: Peer) -> None:
        super().__init__(rooms.Surface.VISITOR.value, limits, peer)
        self._services = services
        self._arriving: dict[str, Admitted] = {}

    async def open(self, sid: str, environ: Mapping[str, Any], auth: object) -> None:
        """Joins the contact's rooms; the welcome waits until the client knows that it is connected."""
        hello = checked(c.VisitorHandshake, auth or {})
        if hello.token is None:
            await self._limits.spend_shared(OPENINGS, self._peer(environ))
            await self._limits.spend_shared(OPENINGS_OF_INBOX, hello.inbox)
        arrival = Arrival(
            inbox_key=hello.inbox,
            token=hello.token,
            identity=hello.identity,
            locale=hello.locale,
            element=hello.element,
            origin=environ.get("HTTP_ORIGIN"),
            page=hello.page.model_dump(exclude_none=True) if hello.page else {},
        )
        admitted = await self._services.identity.admit(arrival)
        await self.save_session(sid, admitted.caller)
        await self.enter_room(sid, rooms.visitor(admitted.caller.visitor_id))
        await self.enter_room(sid, rooms.contact(admitted.contact.id))
        self._arriving[sid] = admitted

    async def welcome(self, sid: str) -> None:
        """The welcome, read after the rooms were joined, so that nothing falls between."""
        admitted = self._arriving.pop(sid)
        session = await self._services.identity.session(admitted)
        if session.contact.id != admitted.contact.id:
            # Another tab said who this is, and moved those that were there already.
            await self.leave_room(sid, rooms.contact(admitted.contact.id))
            await self.enter_room(sid, rooms.contact(session.contact.id))
        await self.emit("welcome", dump(self._welcome(session)), to=sid)

    async def closed(self, sid: str) -> None:
        """Gone before it was welcomed."""
        self._arriving.pop(sid, None)

    def key_of(self, sid: str) -> str:
        """All tabs of a browser share."""
        return self._caller(sid).visitor_id

    # ---------------------------------------------------------------- talk

    async def do_send_message(self, sid: str, command: c.SendVisitorMessage) -> acks.SendResult:
        """Commits it; the bot's answer comes later, as an event."""
        caller = self._caller(sid)
        await self._limits.spend_shared(MESSAGES, caller.visitor_id)
        await self._limits.spend_shared(MESSAGES_OF_INBOX, caller.inbox_id)
        sent = await self._services.messages.send(
            caller, command.conversation_id, command.client_id, command.content.stored()
        )
        return acks.SendResult(
            conversation_id=sent.conversation_id, message_id=sent.message_id, seq=sent.seq
        )

    async def do_resume(self, sid: str, command: c.Resume) -> acks.ResumeResult:
        """What was missed."""
        caller = self._caller(sid)
        resumed = await self._services.messages.resume(
            caller, command.conversation_id, command.after
        )
        return resume_result(resumed, _ME)

    async def do_heads(self, sid: str, command: c.Heads) -> acks.HeadsResult:
        """A cheap look for what was missed."""
        caller = self._caller(sid)
        found = await self._services.messages.heads(caller, command.conversation_ids)
        return acks.HeadsResult(heads=[head_view(conversation, _ME) for conversation in found])

    async def do_typing(self, sid: str, command: c.Typing) -> acks.Nothing:
        """Passed on, not kept."""
        event = await self._services.messages.typing(
            self._caller(sid),
            command.conversation_id,
            on=command.on,
            preview=command.preview,
        )
        self._services.publish([event])
        return acks.Nothing()

    async def do_mark_read(self, sid: str, command: c.MarkRead) -> acks.Nothing:
        """The visitor's receipt."""
        caller = self._caller(sid)
        await self._services.messages.mark_read(caller, command.conversation_id, command.seq)
        return acks.Nothing()

    async def do_request_agent(self, sid: str, command: c.RequestAgent) -> acks.ConversationResult:
        """To the queue."""
        caller = self._caller(sid)
        snapshot = await self._services.messages.request_agent(
            caller, command.conversation_id, command.client_id or new_id(), command.reason
        )
        return acks.ConversationResult(conversation=conversation_view(snapshot, _ME))

    async def do_rate_conversation(
        self, sid: str, command: c.RateConversation
    ) -> acks.ConversationResult:
        """The visitor's verdict."""
        caller = self._caller(sid)
        snapshot = await self._services.messages.rate(
            caller, command.conversation_id, command.score, command.comment
        )
        return acks.ConversationResult(conversation=conversation_view(snapshot, _ME))

    async def do_leave_email(self, sid: str, command: c.LeaveEmail) -> acks.ConversationResult:
        """Where answers go while the visitor is away."""
        caller = self._caller(sid)
        snapshot = await self._services.letters.leave_address(
            caller, command.conversation_id, command.email
        )
        return acks.ConversationResult(conversation=conversation_view(snapshot, _ME))

    async def do_email_transcript(
        self, sid: str, command: c.EmailTranscript
    ) -> acks.TranscriptResult:
        """Promised with the ack, sent a little later."""
        caller = self._caller(sid)
        await self._limits.spend_shared(TRANSCRIPTS, caller.visitor_id)
        email = await self._services.letters.send_transcript(
            caller, command.conversation_id, command.email
        )
        return acks.TranscriptResult(email=email)

    # -------------------------------------------------------------- identity

    async def do_greeting_seen(self, sid: str, command: c.GreetingSeen) -> acks.Nothing:
        """Counted once; the widget tells it when the greeting is on the screen."""
        await self._services.exposures.seen(self._caller(sid), command.shown)
        return acks.Nothing()

    async def do_identify(self, sid: str, command: c.Identify) -> acks.IdentifyResult:
        """Every tab of the browser moves to the contact that the shop vouches for."""
        caller = self._caller(sid)
        old = await self._services.identity.contact(caller)
        session = await self._services.identity.identify(caller, command.identity)
        await self._move(sid, caller, old.id, session)
        return acks.IdentifyResult(
            token=session.token or None,
            contact=contact_view(session.contact, _ME),
            conversation=(
                conversation_view(session.conversation, _ME) if session.conversation else None
            ),
            messages=[message_view(message, _ME) for message in session.messages],
            greeting=greeting_view(session.greeting),
        )

    async def _move(
        self, sid: str, caller: VisitorCaller, old_contact: str, session: Session
    ) -> None:
        old, new = rooms.contact(old_contact), rooms.contact(session.contact.id)
        if session.caller == caller:
            room = rooms.visitor(caller.visitor_id)
            await self.server.manager.move(self.namespace, room, leave=old, enter=new)
            return
        # Somebody else's identity begins a new visitor: then this tab moves alone.
        await self.leave_room(sid, old)
        await self.leave_room(sid, rooms.visitor(caller.visitor_id))
        await self.save_session(sid, session.caller)
        await self.enter_room(sid, rooms.visitor(session.caller.visitor_id))
        await self.enter_room(sid, new)

    # ---------------------------------------------------------------- memory

    async def do_set_consent(self, sid: str, command: c.SetConsent) -> acks.ConsentResult:
        """Given and withdrawn alike."""
        caller = self._caller(sid)
        state, receipt = await self._services.consents.set(
            caller, command.purpose, granted=command.granted
        )
        view = receipt_view(receipt) if receipt else None
        return acks.ConsentResult(consent=state, receipt=view)

    async def do_list_facts(self, sid: str, _: c.Empty) -> acks.FactsResult:
        """What is remembered."""
        facts, consent = await self._services.memory.own_facts(self._caller(sid))
        return facts_result([(one.fact, one.quote, one.locale) for one in facts], consent)

    async def do_correct_fact(self, sid: str, command: c.CorrectFact) -> acks.FactResult:
        """What the visitor says is right."""
        caller = self._caller(sid)
        item = await self._services.memory.correct(caller, command.fact_id, command.value)
        return acks.FactResult(fact=fact_view(item.fact, item.quote, item.locale))

    async def do_confirm_fact(self, sid: str, command: c.ConfirmFact) -> acks.FactResult:
        """Whether what we believe is so."""
        caller = self._caller(sid)
        item = await self._services.memory.confirm(caller, command.fact_id, right=command.right)
        return acks.FactResult(fact=fact_view(item.fact, item.quote, item.locale))

    async def do_forget_fact(self, sid: str, command: c.ForgetFact) -> acks.ForgottenResult:
        """One fact goes."""
        receipt = await self._services.memory.forget(self._caller(sid), command.fact_id)
        return acks.ForgottenResult(receipt=receipt_view(receipt))

    async def do_forget_me(self, sid: str, _: c.Empty) -> acks.ForgottenResult:
        """Everything goes; the session ends with it, so the client must begin without a token."""
        receipt = await self._services.consents.forget_me(self._caller(sid))
        return acks.ForgottenResult(receipt=receipt_view(receipt))

    # --------------------------------------------------------------- internals

    def _caller(self, sid: str) -> VisitorCaller:
        caller: VisitorCaller = self.session_of(sid)
        return caller

    def _welcome(self, session: Session) -> live.Welcome:
        return live.Welcome(
            token=session.token,
            inbox=inbox_view(
                session.inbox,
                bot_ready=self._services.bot_state() is BotState.READY,
                agents_online=session.agents_online,
                is_open=session.is_open,
                opens_at=session.opens_at,
                mail=self._services.letters.can_send,
                file_bytes=self._services.file_bytes,
            ),
            contact=contact_view(session.contact, _ME),
            conversation=(
                conversation_view(session.conversation, _ME) if session.conversation else None
            ),
            messages=[message_view(message, _ME) for message in session.messages],
            greeting=greeting_view(session.greeting),
            consent=session.consent,
            asks_consent=[purpose.value for purpose in session.asks_consent],
        )


def resume_result(resumed: Resumed, reader: Reader) -> acks.ResumeResult:
    """For either side."""
    return acks.ResumeResult(
        messages=[message_view(message, reader) for message in resumed.messages],
        conversation=conversation_view(resumed.snapshot, reader),
        more=resumed.more,
        revised=[message_view(message, reader) for message in resumed.revised]
        if resumed.revision is not None
        else None,
        revision=resumed.revision,
    )
