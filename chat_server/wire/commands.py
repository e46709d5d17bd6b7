"""Socket commands, and the handshakes of both servers."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AwareDatetime, BeforeValidator, Field

from chat_server.domain.agent import Availability
from chat_server.domain.consent import Purpose
from chat_server.domain.message import clean_text

from .base import Identifier, Inbound, Locale, LongText, ShortText, Text
from .content import Content, TextContent, VisitorText

_LONGEST_ADDRESS = 2_000
_LONGEST_TITLE = 200
_ELEMENT = re.compile(r"[A-Za-z0-9_.:-]{1,64}")
Seq = Annotated[int, Field(ge=0, le=2**53)]


def _address(value: object) -> object:
    """Cut to length; what is no web address is left out, for somebody will want to click it."""
    if not isinstance(value, str):
        return value
    value = clean_text(value)[:_LONGEST_ADDRESS]
    return value if value.lower().startswith(("https://", "http://")) else ""


def _title(value: object) -> object:
    return clean_text(value)[:_LONGEST_TITLE] if isinstance(value, str) else value


def _element(value: object) -> object:
    """A code somebody broke while copying is no reason to turn a visitor away."""
    return value if isinstance(value, str) and _ELEMENT.fullmatch(value) else None


class Page(Inbound):
    """Where the visitor is, as far as the website tells: long or odd values are cut, never refused."""

    url: Annotated[str, BeforeValidator(_address)]
    title: Annotated[str, BeforeValidator(_title)] | None = None
    referrer: Annotated[str, BeforeValidator(_address)] | None = None


ElementCode = Annotated[Identifier | None, BeforeValidator(_element)]


class VisitorHandshake(Inbound):
    """Auth of `/visitor`; `element` is the short code that brought them."""

    inbox: Identifier
    token: Annotated[str, Field(max_length=200)] | None = None
    identity: Annotated[str, Field(max_length=4000)] | None = None
    locale: Locale | None = None
    page: Page | None = None
    element: ElementCode = None


class AgentHandshake(Inbound):
    """Auth of `/agent`; without a token the session cookie counts."""

    token: Annotated[str, Field(max_length=200)] | None = None


class SendVisitorMessage(Inbound):
    """Without `conversation_id` it opens a conversation."""

    client_id: Identifier
    conversation_id: Identifier | None = None
    content: VisitorText


class Resume(Inbound):
    """Everything after seq `after`."""

    conversation_id: Identifier
    after: Seq = 0


class ResumeInside(Resume):
    """Also messages up to `after` that were changed after `revision`, as by what the bot understood of them."""

    revision: Seq | None = None


class Heads(Inbound):
    """Of conversations that a client holds."""

    conversation_ids: Annotated[list[Identifier], Field(max_length=100)]


class Typing(Inbound):
    """`preview` is what the visitor has typed so far; only agents who answer see it."""

    conversation_id: Identifier
    on: bool
    preview: ShortText | None = None


class MarkRead(Inbound):
    """Read up to and including `seq`."""

    conversation_id: Identifier
    seq: Seq


class RequestAgent(Inbound):
    """Asks for a person; opens a conversation if there is none."""

    conversation_id: Identifier | None = None
    client_id: Identifier | None = None
    reason: ShortText | None = None


class RateConversation(Inbound):
    """The visitor's verdict."""

    conversation_id: Identifier
    score: Annotated[int, Field(ge=1, le=5)]
    comment: Annotated[LongText, Field(max_length=1000)] | None = None


class LeaveEmail(Inbound):
    """Where answers in this conversation may go as well."""

    conversation_id: Identifier
    email: Annotated[ShortText, Field(min_length=3)]


class EmailTranscript(Inbound):
    """Without `email`, to the address that is known."""

    conversation_id: Identifier
    email: Annotated[ShortText, Field(min_length=3)] | None = None


class GreetingSeen(Inbound):
    """`shown` as it came with the greeting, once that was on the visitor's screen."""

    shown: Annotated[str, Field(pattern=r"^[A-Za-z0-9_.:/-]{1,200}$")]


class Identify(Inbound):
    """A signed identity token."""

    identity: Annotated[str, Field(max_length=4000)]


class SetConsent(Inbound):
    """One answer about one purpose."""

    purpose: Purpose
    granted: bool


class CorrectFact(Inbound):
    """What the visitor says is right."""

    fact_id: Identifier
    value: Annotated[ShortText, Field(min_length=1)]


class ConfirmFact(Inbound):
    """Whether what we believe is right; what is not is used no more."""

    fact_id: Identifier
    right: bool


class ForgetFact(Inbound):
    """One fact to be forgotten."""

    fact_id: Identifier


class Empty(Inbound):
    """A command without payload."""


class SetAvailability(Inbound):
    """Whether new conversations may come."""

    state: Availability


class Subscribe(Inbound):
    """A list an agent watches."""

    view: Literal["mine", "queue", "all"]
    inbox: Identifier | None = None


class OfConversation(Inbound):
    """A command about one conversation."""

    conversation_id: Identifier


class Snooze(Inbound):
    """Without `until`, till somebody writes."""

    conversation_id: Identifier
    until: AwareDatetime | None = None


class Assign(Inbound):
    """To an agent, to those waiting for a team, or back to the queue; `note` is for who comes next."""

    conversation_id: Identifier
    agent_id: Identifier | None = None
    team: Identifier | None = None
    note: Annotated[LongText, Field(max_length=1000)] | None = None


class TakeOver(Inbound):
    """A supervisor takes what a colleague answers, as long as its owner has the epoch they saw."""

    conversation_id: Identifier
    epoch: Seq


class LearnedFact(Inbound):
    """A fact by the registry's key; a null `value` says that it holds no longer."""

    key: Identifier
    value: Annotated[ShortText, Field(min_length=1)] | None
    subject: ShortText | None = None


class ReturnToBot(Inbound):
    """What the human learned: `facts` for the bot to use, a `note` for it and for colleagues."""

    conversation_id: Identifier
    note: ShortText | None = None
    facts: Annotated[list[LearnedFact], Field(max_length=20)] = []


class Resolve(Inbound):
    """`solved` says whether the customer's problem is solved; then it is no longer kept as open."""

    conversation_id: Identifier
    solved: bool = True


class Tag(Inbound):
    """Replaces the tags."""

    conversation_id: Identifier
    tags: Annotated[
        list[Annotated[ShortText, Field(min_length=1, max_length=40)]], Field(max_length=20)
    ]


class SendAgentMessage(Inbound):
    """Refused when `epoch` is not the owner's present one."""

    client_id: Identifier
    conversation_id: Identifier
    epoch: Seq
    content: Content


class AddNote(Inbound):
    """A private note."""

    client_id: Identifier
    conversation_id: Identifier
    content: TextContent


class RasaSessionRequest(Inbound):
    """Rasa's channel protocol: begins or continues a session."""

    session_id: Annotated[str, Field(max_length=200)] | None = None


class RasaUserUttered(Inbound):
    """Rasa's channel protocol: one message of the user."""

    message: Text
    session_id: Annotated[str, Field(max_length=200)] | None = None
