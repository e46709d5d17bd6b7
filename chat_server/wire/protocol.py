"""The tables of the socket namespaces: command → payload and data, live event → payload.

Validation, the published JSON Schema and the frontend's types all come from here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from . import acks, live, rasa
from . import commands as c

if TYPE_CHECKING:
    from pydantic import BaseModel


@dataclass(frozen=True)
class Command:
    """Models of what comes in and of `data` in the ack."""

    payload: type[BaseModel]
    data: type[BaseModel]


VISITOR_COMMANDS: dict[str, Command] = {
    "send_message": Command(c.SendVisitorMessage, acks.SendResult),
    "resume": Command(c.Resume, acks.ResumeResult),
    "heads": Command(c.Heads, acks.HeadsResult),
    "typing": Command(c.Typing, acks.Nothing),
    "mark_read": Command(c.MarkRead, acks.Nothing),
    "request_agent": Command(c.RequestAgent, acks.ConversationResult),
    "rate_conversation": Command(c.RateConversation, acks.ConversationResult),
    "leave_email": Command(c.LeaveEmail, acks.ConversationResult),
    "email_transcript": Command(c.EmailTranscript, acks.TranscriptResult),
    "greeting_seen": Command(c.GreetingSeen, acks.Nothing),
    "identify": Command(c.Identify, acks.IdentifyResult),
    "set_consent": Command(c.SetConsent, acks.ConsentResult),
    "list_facts": Command(c.Empty, acks.FactsResult),
    "correct_fact": Command(c.CorrectFact, acks.FactResult),
    "confirm_fact": Command(c.ConfirmFact, acks.FactResult),
    "forget_fact": Command(c.ForgetFact, acks.ForgottenResult),
    "forget_me": Command(c.Empty, acks.ForgottenResult),
}

AGENT_COMMANDS: dict[str, Command] = {
    "set_availability": Command(c.SetAvailability, live.Presence),
    "subscribe": Command(c.Subscribe, acks.SubscribeResult),
    "accept": Command(c.OfConversation, acks.ConversationResult),
    "assign": Command(c.Assign, acks.ConversationResult),
    "take_over": Command(c.TakeOver, acks.ConversationResult),
    "return_to_bot": Command(c.ReturnToBot, acks.ConversationResult),
    "send_message": Command(c.SendAgentMessage, acks.SendResult),
    "add_note": Command(c.AddNote, acks.SendResult),
    "resolve": Command(c.Resolve, acks.ConversationResult),
    "snooze": Command(c.Snooze, acks.ConversationResult),
    "reopen": Command(c.OfConversation, acks.ConversationResult),
    "tag": Command(c.Tag, acks.ConversationResult),
    "typing": Command(c.Typing, acks.Nothing),
    "mark_read": Command(c.MarkRead, acks.Nothing),
    "resume": Command(c.ResumeInside, acks.ResumeResult),
    "heads": Command(c.Heads, acks.HeadsResult),
}

RASA_COMMANDS: dict[str, type[BaseModel]] = {
    "session_request": c.RasaSessionRequest,
    "user_uttered": c.RasaUserUttered,
}

RASA_EVENTS: dict[str, type[BaseModel]] = {
    "session_confirm": rasa.SessionConfirm,
    "bot_uttered": rasa.BotUttered,
}

VISITOR_EVENTS: dict[str, type[BaseModel]] = {
    "welcome": live.Welcome,
    "message_created": live.MessageCreated,
    "conversation_updated": live.ConversationUpdated,
    "typing": live.TypingChanged,
    "messages_read": live.MessagesRead,
    "facts_changed": live.FactsChanged,
    "reconnect": live.Reconnect,
}

AGENT_EVENTS: dict[str, type[BaseModel]] = {
    **{name: model for name, model in VISITOR_EVENTS.items() if name != "welcome"},
    "queue_changed": live.QueueChanged,
    "conversation_assigned": live.ConversationAssigned,
    "presence": live.Presence,
    "visitor_typing_preview": live.VisitorTypingPreview,
}
