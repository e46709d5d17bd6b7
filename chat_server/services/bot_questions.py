"""What the bot is told with one turn: the words, and what is known about who says them."""

from __future__ import annotations

from datetime import datetime

from chat_server.domain.bot_turn import BotTurn, Question
from chat_server.domain.consent import Purpose
from chat_server.domain.contact import Contact
from chat_server.domain.conversation import Conversation
from chat_server.domain.facts.choosing import matter_most
from chat_server.domain.facts.fact import Fact
from chat_server.domain.facts.saying import label_of, say, spoken_with
from chat_server.domain.log_lines import asked_back_id
from chat_server.domain.message import AuthorKind, Message, payloads_in, words_in
from chat_server.domain.ports import Transaction

from .memory import (
    Listening,
    Recalled,
    allowance_of,
    facts_at_hand,
    recalled,
    said_before,
    with_quotes,
)

_LATELY = 20
# Only one is asked about in a turn.
_MOST_DOUBTFUL = 5
# Occasions may be somebody else's whom the customer buys for.
_WHOSE_MATTERS = frozenset({"occasion", "occasion_date"})


async def question_of(  # noqa: PLR0913 - a turn, and what it is about, each by name
    tx: Transaction,
    listening: Listening,
    turn: BotTurn,
    conversation: Conversation,
    contact: Contact,
    message: Message,
    *,
    within: float,
    now: datetime,
) -> Question:
    """To be answered `within` seconds; what the message says is heard first, so that its answer knows it."""
    lately = await tx.messages.newest(conversation.id, _LATELY, public=True)
    before = said_before(message, lately)
    heard = await listening.hear(tx, conversation, contact, message, before)
    allowance = await allowance_of(tx, contact)
    usable, doubtful = await facts_at_hand(tx, contact.id, now, conversation.id, allowance)
    text = _asked(message, lately)
    facts = [
        *matter_most(usable, message.id, text),
        *await _never_asked_about(tx, doubtful[-_MOST_DOUBTFUL:]),
    ]
    quotes = await _quotes(tx, facts)
    locale = spoken_with(usable, conversation.locale) or conversation.locale
    inbox = await tx.inboxes.get(conversation.inbox_id)
    context: dict[str, object] = {
        "inbox": inbox.key if inbox else "",
        "page_url": conversation.page_url,
        "element": conversation.element,
        "campaign": conversation.campaign,
        # Which human stretch came before: the bot starts afresh after each, however often it is asked.
        "human_stretch": conversation.returned_epoch,
        "note": conversation.return_note,
        # Kinds that the bot need not listen for in this message.
        "heard": sorted({statement.key for statement in heard}) or None,
        # Whether they want to be remembered at all; said only when they do not.
        "remembers": None if allowance.hears(Purpose.MEMORY, in_dialogue=True) else False,
    }
    said = await recalled(tx, contact, text, before=message.created_at, dialogue=conversation.id)
    context["recalled"] = _recalled(said)
    return Question(
        turn_id=turn.id,
        conversation_id=conversation.id,
        seq=message.seq,
        text=text,
        locale=locale,
        first_turn=not any(m.author.kind is AuthorKind.BOT for m in lately),
        contact_id=contact.id,
        identified=contact.identified,
        facts=tuple(
            _told(fact, conversation, message, locale, quotes.get(fact.id)) for fact in facts
        ),
        context={key: value for key, value in context.items() if value is not None},
        within=within,
    )


async def _never_asked_about(tx: Transaction, doubtful: list[Fact]) -> list[Fact]:
    """Nobody is asked twice whether something is so."""
    ids = {asked_back_id(fact.id): fact.id for fact in doubtful}
    asked = {ids[known] for known in await tx.log.known(ids)}
    return [fact for fact in doubtful if fact.id not in asked]


def _recalled(found: Recalled) -> dict[str, object] | None:
    """What they said before, where they ask about it; also that it was nothing."""
    if not found.asked:
        return None
    return {
        "said": [
            {
                "message_id": one.message.id,
                "conversation_id": one.message.conversation_id,
                "seq": one.message.seq,
                "at": one.message.created_at.isoformat(),
                "quote": one.message.text,
                "score": one.score,
                "before": one.before.text if one.before else None,
            }
            for one in found.said
        ]
    }


async def _quotes(tx: Transaction, facts: list[Fact]) -> dict[str, str]:
    """Where it matters whose it is, the words that say so."""
    asked = [fact for fact in facts if fact.key in _WHOSE_MATTERS]
    quoted = await with_quotes(tx, asked) if asked else []
    return {one.fact.id: one.quote for one in quoted if one.quote}


def _told(
    fact: Fact, conversation: Conversation, message: Message, locale: str, quote: str | None
) -> dict[str, object]:
    """A fact as the bot is told it; what is not so is left out."""
    told: dict[str, object | None] = {
        "id": fact.id,
        "key": fact.key,
        "value": fact.value,
        "observed_at": fact.since.isoformat(),
        "state": fact.state.value,
        "label": label_of(fact.key, locale),
        "sentence": say(fact, locale),
        "subject": fact.subject,
        "quote": quote,
        "valid_until": fact.valid_until.isoformat() if fact.valid_until else None,
        # Said in this very message; said in this dialogue.
        "just_said": fact.message_id == message.id or None,
        "said_here": fact.conversation_id == conversation.id or None,
    }
    return {key: value for key, value in told.items() if value is not None}


def _asked(message: Message, lately: list[Message]) -> str:
    """The words, or the payload of a choice that the bot did offer.

    A leading slash is the bot's own language for intents; who types one freely means the character.
    """
    said = str(message.content.get("payload", words_in(message.content, message.text)))
    return said if said in _offered(lately) else said.lstrip("/") or said


def _offered(lately: list[Message]) -> set[str]:
    offered: set[str] = set()
    for message in lately:
        if message.author.kind is not AuthorKind.BOT:
            continue
        offered |= payloads_in(message.content)
    return offered
