"""Lines that a dialogue writes into the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .events import Event, EventType
from .ids import event_id, new_id
from .message import Author, AuthorKind

if TYPE_CHECKING:
    from datetime import datetime

    from .conversation import Conversation
    from .help.place import Place
    from .lessons.lesson import Lesson
    from .message import Message

SPOKEN = {
    AuthorKind.VISITOR: EventType.VISITOR_SPOKE,
    AuthorKind.BOT: EventType.BOT_SPOKE,
    AuthorKind.AGENT: EventType.AGENT_SPOKE,
    AuthorKind.SYSTEM: EventType.SYSTEM_SPOKE,
}


def line(
    conversation: Conversation,
    kind: EventType,
    actor: Author,
    now: datetime,
    nonce: int | str,
    data: dict[str, object] | None = None,
) -> Event:
    """One line; the same kind and `nonce` again is the same line."""
    return Event(
        id=event_id(conversation.id, kind, nonce),
        type=kind,
        at=now,
        conversation_id=conversation.id,
        contact_id=conversation.contact_id,
        inbox_id=conversation.inbox_id,
        actor_kind=actor.kind,
        actor_id=actor.id,
        data={key: value for key, value in (data or {}).items() if value is not None},
    )


def spoken(conversation: Conversation, message: Message) -> Event:
    """That something was said; it has the message's id, which is there already and sorts by time."""
    author = message.author
    return Event(
        id=message.id,
        type=SPOKEN[author.kind],
        at=message.created_at,
        conversation_id=conversation.id,
        contact_id=conversation.contact_id,
        inbox_id=conversation.inbox_id,
        actor_kind=author.kind,
        actor_id=author.id,
    )


def understood(
    conversation: Conversation,
    message: Message,
    intent: str,
    confidence: float,
    now: datetime,
    *,
    language: str | None = None,
) -> Event:
    """What the bot made of one visitor message, and which language it took it for."""
    data: dict[str, object] = {
        "intent": intent,
        "confidence": round(confidence, 4),
        "message_id": message.id,
        "language": language or conversation.locale,
    }
    bot = Author(AuthorKind.BOT)
    return line(conversation, EventType.UNDERSTOOD, bot, now, message.seq, data)


def reviewed(
    conversation: Conversation, lesson: Lesson, by: Author, now: datetime, *, undone: bool = False
) -> Event:
    """That somebody said what a line should have been understood as, or took it back; the words are not in it."""
    kind = EventType.REVIEW_UNDONE if undone else EventType.LINE_REVIEWED
    data: dict[str, object] = {
        "message_id": lesson.message_id,
        "heard": lesson.heard_intent,
        "intent": lesson.intent,
    }
    return line(conversation, kind, by, now, new_id(), data)


def learned(conversation: Conversation, fact_id: str, key: str, by: Author, now: datetime) -> Event:
    """A fact heard in this dialogue; its value stays in the ledger."""
    data: dict[str, object] = {"fact_id": fact_id, "key": key}
    return line(conversation, EventType.FACT_LEARNED, by, now, fact_id, data)


def used_facts(conversation: Conversation, message: Message, now: datetime) -> Event:
    """A reply that facts shaped."""
    data: dict[str, object] = {"facts": message.used_facts}
    return line(conversation, EventType.FACT_USED, message.author, now, message.seq, data)


def asked_back(conversation: Conversation, fact_id: str, now: datetime) -> Event:
    """That the bot asked whether an unconfirmed fact is so: once for all dialogues."""
    bot = Author(AuthorKind.BOT)
    asked = line(conversation, EventType.ASKED_BACK, bot, now, fact_id, {"fact_id": fact_id})
    asked.id = asked_back_id(fact_id)
    return asked


def asked_back_id(fact_id: str) -> str:
    """The id of that line."""
    return event_id(EventType.ASKED_BACK, fact_id)


def asked_again(
    conversation: Conversation, message: Message, keys: list[str], now: datetime
) -> Event:
    """A question for what was known already."""
    data: dict[str, object] = {"keys": keys}
    return line(conversation, EventType.ASKED_AGAIN, message.author, now, message.seq, data)


def offer_step(
    conversation: Conversation,
    step: EventType,
    sku: str,
    actor: Author,
    now: datetime,
    why: dict[str, object] | None = None,
) -> Event:
    """A product was offered in the dialogue, or what came of it: each once for each product."""
    made = line(conversation, step, actor, now, sku, {"sku": sku, **(why or {})})
    made.id = event_id(step, conversation.id, sku)
    return made


def help_shown(
    conversation: Conversation, message: Message, place: Place, turn_id: str, now: datetime
) -> Event:
    """A reply that said a passage of the help pages."""
    data: dict[str, object] = {
        "language": place.language,
        "article": place.article,
        "passage": place.passage,
        "seq": message.seq,
        "turn_id": turn_id,
    }
    return line(conversation, EventType.HELP_SHOWN, message.author, now, message.seq, data)


def help_judged(
    conversation: Conversation, shown: Event, by: Author, now: datetime, *, helpful: bool
) -> Event:
    """What the visitor said of it; the first word counts."""
    about = {name: shown.data.get(name) for name in ("language", "article", "passage", "seq")}
    data = {**about, "shown": shown.id, "helpful": helpful}
    return line(conversation, EventType.HELP_JUDGED, by, now, shown.id, data)


def help_missed(conversation: Conversation, asked: Message, now: datetime) -> Event:
    """A question that no page answers; its words stay in the dialogue."""
    bot = Author(AuthorKind.BOT)
    return line(
        conversation,
        EventType.HELP_MISSED,
        bot,
        now,
        asked.seq,
        {"seq": asked.seq, "language": conversation.locale},
    )
