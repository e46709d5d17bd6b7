"""What the bot is told with one turn: the words, and what is known about who says them."""

from __future__ import annotations

from datetime import datetime

from chat_server.domain.bot_turn import BotTurn, Question
from chat_server.domain.contact import Contact
from chat_server.domain.conversation import Conversation
from chat_server.domain.message import AuthorKind, Message
from chat_server.domain.ports import Transaction

from .memory import usable_facts

_LATELY = 20


async def question_of(
    tx: Transaction,
    turn: BotTurn,
    conversation: Conversation,
    contact: Contact,
    message: Message,
    *,
    within: float,
    now: datetime,
) -> Question:
    """To be answered `within` seconds."""
    facts = await usable_facts(tx, contact.id, now)
    lately = await tx.messages.newest(conversation.id, _LATELY, public=True)
    inbox = await tx.inboxes.get(conversation.inbox_id)
    context: dict[str, object] = {
        "inbox": inbox.key if inbox else "",
        "page_url": conversation.page_url,
        "element": conversation.element,
        "campaign": conversation.campaign,
        # Which human stretch came before: the bot starts afresh after each, however often it is asked.
        "human_stretch": conversation.returned_epoch,
        "note": conversation.return_note,
    }
    return Question(
        turn_id=turn.id,
        conversation_id=conversation.id,
        seq=message.seq,
        text=_asked(message, lately),
        locale=conversation.locale,
        first_turn=not any(m.author.kind is AuthorKind.BOT for m in lately),
        contact_id=contact.id,
        identified=contact.identified,
        facts=tuple(
            {
                "id": fact.id,
                "key": fact.key,
                "value": fact.value,
                "observed_at": fact.observed_at.isoformat(),
            }
            for fact in facts
        ),
        context={key: value for key, value in context.items() if value is not None},
        within=within,
    )


def _asked(message: Message, lately: list[Message]) -> str:
    """The words, or the payload of a choice that the bot did offer.

    A leading slash is the bot's own language for intents; who types one freely means the character.
    """
    said = str(message.content.get("payload", message.text))
    return said if said in _offered(lately) else said.lstrip("/") or said


def _offered(lately: list[Message]) -> set[str]:
    offered: set[str] = set()
    for message in lately:
        if message.author.kind is not AuthorKind.BOT:
            continue
        choices = message.content.get("choices")
        cards = message.content.get("cards")
        buttons = list(choices) if isinstance(choices, list) else []
        for card in cards if isinstance(cards, list) else []:
            buttons += card.get("actions", [])
        offered |= {str(button["payload"]) for button in buttons if button.get("payload")}
    return offered
