"""What an agent should know before the first word: put together from what is on record, guessing nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .facts.kinds import FACT_KINDS
from .message import AuthorKind, Message, MessageKind
from .mood import Mood, mood_of
from .shop import OrderStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from .campaigns.campaign import Campaign
    from .conversation import Conversation
    from .element import Element
    from .facts.fact import Fact
    from .response_event import ResponseEvent
    from .shop import Customer, Order

MISSES = frozenset({"nlu_fallback", "out_of_scope"})
_OPEN = {OrderStatus.PLACED, OrderStatus.PACKED, OrderStatus.SHIPPED}
_MOST_ATTEMPTS = 12
_LONGEST = 200
# The bot's word for what it heard, and the fact that it is.
_FACT_OF_ENTITY = {
    "name": "name",
    "email": "email",
    "phone": "phone",
    "order_number": "order_number",
    "product": "product_interest",
    "size": "size",
    "colour": "colour",
}


@dataclass(frozen=True)
class Attempt:
    """One question to the bot: what it made of it and what it answered; `form` is what it was filling in."""

    seq: int
    said: str
    intent: str | None
    confidence: float | None
    missed: bool
    form: str | None
    entities: tuple[tuple[str, str], ...]
    answers: tuple[str, ...]


@dataclass(frozen=True)
class Known:
    """A question that need not be asked, and where its answer stands: a fact, or a message of this dialogue."""

    key: str
    question: str
    answer: str
    fact_id: str | None = None
    seq: int | None = None


@dataclass(frozen=True)
class Earlier:
    """A former dialogue of the same person."""

    conversation_id: str
    opened_at: datetime
    intents: tuple[str, ...]
    outcome: str
    handoff_reason: str | None
    rating: int | None


@dataclass(frozen=True)
class HandoffCard:
    """See the module; `waiting_seconds` is None when nobody waits."""

    conversation: Conversation
    attempts: tuple[Attempt, ...]
    misses: int
    facts: tuple[Fact, ...]
    known: tuple[Known, ...]
    open_orders: tuple[tuple[Order, Customer], ...]
    earlier: tuple[Earlier, ...]
    mood: Mood
    waiting_seconds: int | None
    element: Element | None = None
    campaign: Campaign | None = None


@dataclass(frozen=True)
class Records:
    """All that a card is made from; messages in order, dialogues newest first."""

    conversation: Conversation
    messages: Sequence[Message]
    facts: Sequence[Fact]
    orders: Sequence[tuple[Order, Customer]]
    dialogues: Sequence[ResponseEvent]
    element: Element | None = None
    campaign: Campaign | None = None


def card_of(records: Records, now: datetime) -> HandoffCard:
    """The same records give the same card."""
    conversation = records.conversation
    attempts = attempts_in(records.messages)
    ratings = [row.rating for row in records.dialogues if row.rating is not None]
    waits = conversation.queued_at
    return HandoffCard(
        conversation=conversation,
        attempts=tuple(attempts[-_MOST_ATTEMPTS:]),
        misses=sum(attempt.missed for attempt in attempts),
        facts=tuple(records.facts),
        known=tuple(known_answers(records.facts, attempts)),
        open_orders=tuple(one for one in records.orders if one[0].status in _OPEN),
        earlier=tuple(
            _earlier(row) for row in records.dialogues if row.conversation_id != conversation.id
        ),
        mood=mood_of(attempts, conversation, ratings),
        waiting_seconds=max(int((now - waits).total_seconds()), 0) if waits else None,
        element=records.element,
        campaign=records.campaign,
    )


def attempts_in(messages: Iterable[Message]) -> list[Attempt]:
    """Every question that the bot has answered or tried to, with its answers."""
    made: list[Attempt] = []
    for message in messages:
        if message.kind is not MessageKind.MESSAGE:
            continue
        if message.author.kind is AuthorKind.VISITOR and message.understood is not None:
            made.append(_attempt(message, message.understood))
        elif message.author.kind is AuthorKind.BOT and made:
            last = made[-1]
            made[-1] = replace(last, answers=(*last.answers, message.text[:_LONGEST]))
    return made


def known_answers(facts: Iterable[Fact], attempts: Iterable[Attempt]) -> list[Known]:
    """Facts first; then what was said in this dialogue and is no fact, the latest of each kind."""
    found: dict[str, Known] = {}
    for attempt in attempts:
        for entity, value in attempt.entities:
            key = _FACT_OF_ENTITY.get(entity)
            if key is not None and value:
                question = FACT_KINDS[key].question
                found[key] = Known(key, question, value, seq=attempt.seq)
    for fact in facts:
        kind = FACT_KINDS.get(fact.key)
        if kind is not None:
            found[fact.key] = Known(fact.key, kind.question, fact.value, fact_id=fact.id)
    order = list(FACT_KINDS)
    return sorted(found.values(), key=lambda known: order.index(known.key))


def _attempt(message: Message, understood: dict[str, object]) -> Attempt:
    intent, confidence = understood.get("intent"), understood.get("confidence")
    form, entities = understood.get("form"), understood.get("entities")
    return Attempt(
        seq=message.seq,
        said=message.text[:_LONGEST],
        intent=intent if isinstance(intent, str) else None,
        confidence=float(confidence) if isinstance(confidence, int | float) else None,
        missed=intent in MISSES,
        form=form if isinstance(form, str) else None,
        entities=tuple(
            (str(entity.get("entity")), str(entity.get("value", "")))
            for entity in (entities if isinstance(entities, list) else [])
            if isinstance(entity, dict)
        ),
        answers=(),
    )


def _earlier(row: ResponseEvent) -> Earlier:
    outcome = "open"
    if row.resolved_at is not None:
        outcome = "resolved_by_agent" if row.agents else "resolved_by_bot"
    return Earlier(
        row.conversation_id,
        row.opened_at,
        tuple(row.intents),
        outcome,
        row.handoff_reason,
        row.rating,
    )
