"""Who asks for what is known wastes the customer's time: each such question is counted."""

from __future__ import annotations

from datetime import datetime

from chat_server.domain import log_lines
from chat_server.domain.conversation import Conversation
from chat_server.domain.events import Event
from chat_server.domain.facts.asking import asked_for
from chat_server.domain.facts.kinds import FACT_KINDS, holds
from chat_server.domain.message import Message
from chat_server.domain.ports import Transaction
from chat_server.metrics import ASKED_AGAIN

# Of other kinds that are many, asking for one more is no asking again.
_ONE_IS_ENOUGH = frozenset({"order_number"})


def asked_about(text: str, locale: str | None) -> set[str]:
    """The kinds that a message asks for, of which one is enough."""
    return {
        key for key in asked_for(text, locale) if not FACT_KINDS[key].many or key in _ONE_IS_ENOUGH
    }


async def asked_again(
    tx: Transaction, conversation: Conversation, message: Message, now: datetime
) -> list[Event]:
    """Lines for the log, when a message of the bot or an agent asks for facts that are held.

    Also of somebody who is held out: what not using their facts costs them is what is measured.
    """
    asked = asked_about(message.text, conversation.locale)
    if not asked:
        return []
    held = {
        fact.key
        for fact in await tx.facts.current(conversation.contact_id)
        if fact.subject is None and holds(fact, now)
    }
    keys = sorted(asked & held)
    if not keys:
        return []
    ASKED_AGAIN.labels(message.author.kind.value).inc()
    return [log_lines.asked_again(conversation, message, keys, now)]
