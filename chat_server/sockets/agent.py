"""`/agent`: what the console says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from aiohttp import web

from chat_server.broadcast import rooms
from chat_server.broadcast.presence import Presence
from chat_server.domain.errors import NotAllowed
from chat_server.domain.facts.statement import Statement
from chat_server.domain.ids import token_digest
from chat_server.domain.live import LiveEvent, Snapshot
from chat_server.services.access import AgentCaller, Permission, require
from chat_server.services.accounts import Accounts
from chat_server.services.agent_messages import AgentMessages
from chat_server.services.assignments import Assignments
from chat_server.services.conversation_lists import ConversationLists
from chat_server.services.inboxes import Inboxes
from chat_server.services.rate_limits import RateLimits
from chat_server.services.talk import Sent
from chat_server.wire import acks, live
from chat_server.wire import commands as c
from chat_server.wire.errors import checked
from chat_server.wire.protocol import AGENT_COMMANDS, Command
from chat_server.wire.views import Reader, conversation_view, head_view, presence_view

from .namespace import CommandNamespace, Peer
from .visitor import resume_result

SESSION_COOKIE = "samtal_session"
_ME = Reader.AGENT


@dataclass(frozen=True)
class AgentServices:
    """What the namespace drives."""

    accounts: Accounts
    messages: AgentMessages
    assignments: Assignments
    inboxes: Inboxes
    lists: ConversationLists
    presence: Presence
    publish: Callable[[list[LiveEvent]], None]


class AgentNamespace(CommandNamespace):
    """Each socket is one console of one account that may answer."""

    commands: ClassVar[Mapping[str, Command]] = AGENT_COMMANDS

    def __init__(self, services: AgentServices, limits: RateLimits, peer: Peer) -> None:
        super().__init__(rooms.Surface.AGENT.value, limits, peer)
        self._services = services

    async def open(self, sid: str, environ: Mapping[str, Any], auth: object) -> None:
        """By token or session cookie; Origin was checked by the server before."""
        hello = checked(c.AgentHandshake, auth or {})
        token = hello.token or _cookie(environ)
        if not token:
            raise NotAllowed("Sign in first.")
        caller = await self._services.accounts.authenticate(token)
        require(caller, Permission.ANSWER)
        await self.save_session(sid, caller)
        await self.enter_room(sid, rooms.agent(caller.agent_id))
        await self.enter_room(sid, rooms.STAFF)
        # Of a session or an API key: who loses it loses the socket.
        await self.enter_room(sid, rooms.session(token_digest(token)))
        self._services.presence.came(caller.agent_id)
        await self._services.accounts.came_back(caller)

    async def closed(self, sid: str) -> None:
        """An agent without a console is offline after a while."""
        caller = self.session_of(sid)
        if isinstance(caller, AgentCaller):
            self._services.presence.left(caller.agent_id)

    def key_of(self, sid: str) -> str:
        """All consoles of an account share."""
        return self._caller(sid).agent_id

    async def do_set_availability(self, sid: str, command: c.SetAvailability) -> live.Presence:
        """Told to colleagues."""
        caller = self._caller(sid)
        agent = await self._services.accounts.set_availability(caller, command.state)
        return presence_view(agent)

    async def do_subscribe(self, sid: str, command: c.Subscribe) -> acks.SubscribeResult:
        """Joins the list's room first, then reads it."""
        caller = self._caller(sid)
        require(caller, Permission.ANSWER)
        inbox_id = await self._services.inboxes.id_of(command.inbox)
        if command.view != "mine":
            room = rooms.view(command.view, inbox_id or rooms.ANY_INBOX)
            await self.enter_room(sid, room)
        found = await self._services.lists.view(caller, command.view, inbox_id)
        views = [conversation_view(snapshot, _ME) for snapshot in found]
        return acks.SubscribeResult(conversations=views)

    # ------------------------------------------------------------- ownership

    async def do_accept(self, sid: str, command: c.OfConversation) -> acks.ConversationResult:
        """Takes it."""
        caller = self._caller(sid)
        snapshot = await self._services.assignments.accept(caller, command.conversation_id)
        return await self._opened(sid, snapshot)

    async def do_assign(self, sid: str, command: c.Assign) -> acks.ConversationResult:
        """Gives it to a colleague, to a team or to those waiting."""
        caller = self._caller(sid)
        snapshot = await self._services.assignments.assign(
            caller,
            command.conversation_id,
            command.agent_id,
            team_id=command.team,
            note=command.note,
        )
        return _result(snapshot)

    async def do_take_over(self, sid: str, command: c.TakeOver) -> acks.ConversationResult:
        """From a colleague, for supervisors."""
        caller = self._caller(sid)
        snapshot = await self._services.assignments.take_over(
            caller, command.conversation_id, command.epoch
        )
        return await self._opened(sid, snapshot)

    async def do_return_to_bot(self, sid: str, command: c.ReturnToBot) -> acks.ConversationResult:
        """With a note for the bot."""
        caller = self._caller(sid)
        snapshot = await self._services.assignments.return_to_bot(
            caller,
            command.conversation_id,
            command.note,
            [Statement(fact.key, fact.value, 1.0, subject=fact.subject) for fact in command.facts],
        )
        return _result(snapshot)

    async def do_resolve(self, sid: str, command: c.Resolve) -> acks.ConversationResult:
        """Ends it."""
        caller = self._caller(sid)
        snapshot = await self._services.assignments.resolve(
            caller, command.conversation_id, solved=command.solved
        )
        return _result(snapshot)

    async def do_snooze(self, sid: str, command: c.Snooze) -> acks.ConversationResult:
        """Sets it aside."""
        caller = self._caller(sid)
        snapshot = await self._services.assignments.snooze(
            caller, command.conversation_id, command.until
        )
        return _result(snapshot)

    async def do_reopen(self, sid: str, command: c.OfConversation) -> acks.ConversationResult:
        """Takes it up again."""
        caller = self._caller(sid)
        return _result(await self._services.assignments.reopen(caller, command.conversation_id))

    async def do_tag(self, sid: str, command: c.Tag) -> acks.ConversationResult:
        """Replaces the tags."""
        caller = self._caller(sid)
        snapshot = await self._services.assignments.tag(
            caller, command.conversation_id, command.tags
        )
        return _result(snapshot)

    # ---------------------------------------------------------------- talk

    async def do_send_message(self, sid: str, command: c.SendAgentMessage) -> acks.SendResult:
        """Refused unless it is the caller's, under the present epoch."""
        sent = await self._services.messages.send(
            self._caller(sid),
            command.conversation_id,
            command.epoch,
            command.client_id,
            command.content.model_dump(exclude_none=True),
        )
        return _sent(sent)

    async def do_add_note(self, sid: str, command: c.AddNote) -> acks.SendResult:
        """For colleagues."""
        sent = await self._services.messages.note(
            self._caller(sid),
            command.conversation_id,
            command.client_id,
            command.content.model_dump(exclude_none=True),
        )
        return _sent(sent)

    async def do_resume(self, sid: str, command: c.ResumeInside) -> acks.ResumeResult:
        """Joins the conversation's room first, then reads what was missed."""
        caller = self._caller(sid)
        require(caller, Permission.READ_DIALOGUES)
        await self.enter_room(sid, rooms.conversation(command.conversation_id))
        resumed = await self._services.messages.resume(
            caller, command.conversation_id, command.after, command.revision
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
            self._caller(sid), command.conversation_id, on=command.on
        )
        self._services.publish([event])
        return acks.Nothing()

    async def do_mark_read(self, sid: str, command: c.MarkRead) -> acks.Nothing:
        """The agents' receipt."""
        caller = self._caller(sid)
        await self._services.messages.mark_read(caller, command.conversation_id, command.seq)
        return acks.Nothing()

    async def _opened(self, sid: str, snapshot: Snapshot) -> acks.ConversationResult:
        await self.enter_room(sid, rooms.conversation(snapshot.conversation.id))
        return _result(snapshot)

    def _caller(self, sid: str) -> AgentCaller:
        caller: AgentCaller = self.session_of(sid)
        self._services.accounts.require_current(caller)
        return caller


def _result(snapshot: Snapshot) -> acks.ConversationResult:
    return acks.ConversationResult(conversation=conversation_view(snapshot, _ME))


def _sent(sent: Sent) -> acks.SendResult:
    return acks.SendResult(
        conversation_id=sent.conversation_id, message_id=sent.message_id, seq=sent.seq
    )


def _cookie(environ: Mapping[str, Any]) -> str | None:
    # aiohttp's reading, as REST has it: a broken cookie of a neighbour hides none of ours.
    request: web.Request = environ["aiohttp.request"]
    return request.cookies.get(SESSION_COOKIE)
