"""What the hub answers to a command."""

from __future__ import annotations

from typing import Literal

from .base import Outbound
from .nouns import (
    ContactView,
    ConversationView,
    FactView,
    GreetingView,
    HeadView,
    MessageView,
    ReceiptView,
)


class ErrorBody(Outbound):
    """`fields` maps a path in the payload to what is wrong there."""

    code: Literal[
        "invalid",
        "not_found",
        "not_allowed",
        "conflict",
        "rate_limited",
        "too_large",
        "unavailable",
        "internal",
    ]
    message: str
    fields: dict[str, str] | None = None


class Nothing(Outbound):
    """Data of a command that has nothing to tell beyond `ok`."""


class SendResult(Outbound):
    """Data of a `send_message` ack."""

    conversation_id: str
    message_id: str
    seq: int


class ResumeResult(Outbound):
    """`more` says that another `resume` is needed.

    For agents: `revised` are messages up to `after` that were changed after the `revision` asked with; who asks next
    names the `revision` given here.
    """

    messages: list[MessageView]
    conversation: ConversationView
    more: bool
    revised: list[MessageView] | None = None
    revision: int | None = None


class HeadsResult(Outbound):
    """Of those asked for that exist and that the caller may read, in no order."""

    heads: list[HeadView]


class ConversationResult(Outbound):
    """Data of commands that change a conversation."""

    conversation: ConversationView


class TranscriptResult(Outbound):
    """Where the transcript goes."""

    email: str


class SubscribeResult(Outbound):
    """The list as it is now; live events follow."""

    conversations: list[ConversationView]


class FactsResult(Outbound):
    """Current facts about the caller, those to be confirmed first, and what they agreed to."""

    facts: list[FactView]
    unconfirmed: list[FactView] = []
    consent: dict[str, bool]


class FactResult(Outbound):
    """The fact as it stands after the command."""

    fact: FactView


class ConsentResult(Outbound):
    """What the contact has agreed to now, by purpose; withdrawing deletes what was kept, with a receipt."""

    consent: dict[str, bool]
    receipt: ReceiptView | None = None


class ForgottenResult(Outbound):
    """By the receipt's id an administrator finds it again."""

    receipt: ReceiptView


class IdentifyResult(Outbound):
    """Who the shop says this is; their earlier conversations become visible.

    `token` replaces the stored one when somebody else was signed in on this browser before.
    """

    token: str | None = None
    contact: ContactView
    conversation: ConversationView | None
    messages: list[MessageView]
    greeting: GreetingView
