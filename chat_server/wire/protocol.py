"""The tables of both socket namespaces: command → payload and data, live event → payload.

Validation, the published JSON Schema and the frontend's types all come from here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from . import commands as c
from . import live as v
from .base import Outbound

if TYPE_CHECKING:
    from pydantic import BaseModel


class Nothing(Outbound):
    """Data of a command that has nothing to tell beyond `ok`."""


class FactResult(Outbound):
    """The fact as it stands after the command."""

    fact: v.FactView


class ConsentResult(Outbound):
    """What the contact has agreed to now, by purpose."""

    consent: dict[str, bool]


@dataclass(frozen=True)
class Command:
    """Models of what comes in and of `data` in the ack."""

    payload: type[BaseModel]
    data: type[BaseModel]


VISITOR_COMMANDS: dict[str, Command] = {
    "send_message": Command(c.SendVisitorMessage, v.SendResult),
    "resume": Command(c.Resume, v.ResumeResult),
    "heads": Command(c.Heads, v.HeadsResult),
    "typing": Command(c.Typing, Nothing),
    "mark_read": Command(c.MarkRead, Nothing),
    "request_agent": Command(c.RequestAgent, v.ConversationResult),
    "rate_conversation": Command(c.RateConversation, v.ConversationResult),
    "leave_email": Command(c.LeaveEmail, v.ConversationResult),
    "email_transcript": Command(c.EmailTranscript, v.TranscriptResult),
    "identify": Command(c.Identify, v.IdentifyResult),
    "set_consent": Command(c.SetConsent, ConsentResult),
    "list_facts": Command(c.Empty, v.FactsResult),
    "correct_fact": Command(c.CorrectFact, FactResult),
    "forget_fact": Command(c.ForgetFact, Nothing),
    "forget_me": Command(c.Empty, Nothing),
}

AGENT_COMMANDS: dict[str, Command] = {
    "set_availability": Command(c.SetAvailability, v.Presence),
    "subscribe": Command(c.Subscribe, v.SubscribeResult),
    "accept": Command(c.OfConversation, v.ConversationResult),
    "assign": Command(c.Assign, v.ConversationResult),
    "take_over": Command(c.TakeOver, v.ConversationResult),
    "return_to_bot": Command(c.ReturnToBot, v.ConversationResult),
    "send_message": Command(c.SendAgentMessage, v.SendResult),
    "add_note": Command(c.AddNote, v.SendResult),
    "resolve": Command(c.Resolve, v.ConversationResult),
    "snooze": Command(c.Snooze, v.ConversationResult),
    "reopen": Command(c.OfConversation, v.ConversationResult),
    "tag": Command(c.Tag, v.ConversationResult),
    "typing": Command(c.Typing, Nothing),
    "mark_read": Command(c.MarkRead, Nothing),
    "resume": Command(c.Resume, v.ResumeResult),
    "heads": Command(c.Heads, v.HeadsResult),
}

RASA_COMMANDS: dict[str, type[BaseModel]] = {
    "session_request": c.RasaSessionRequest,
    "user_uttered": c.RasaUserUttered,
}

VISITOR_EVENTS: dict[str, type[BaseModel]] = {
    "welcome": v.Welcome,
    "message_created": v.MessageCreated,
    "conversation_updated": v.ConversationUpdated,
    "typing": v.TypingChanged,
    "messages_read": v.MessagesRead,
    "facts_changed": v.FactsChanged,
    "reconnect": v.Reconnect,
}

AGENT_EVENTS: dict[str, type[BaseModel]] = {
    **{name: model for name, model in VISITOR_EVENTS.items() if name != "welcome"},
    "queue_changed": v.QueueChanged,
    "conversation_assigned": v.ConversationAssigned,
    "presence": v.Presence,
    "visitor_typing_preview": v.VisitorTypingPreview,
}
