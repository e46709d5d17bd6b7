"""One dialogue as a marketer counts it: a fold of the log, holding facts and no judgement."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .events import Event, EventType
from .hold_out import Arm

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime


@dataclass
class ResponseEvent:
    """Counts and times of one conversation; `asked_again` counts questions for what was known.

    `memory_share` is how many of a hundred contacts were held out when it began.
    """

    conversation_id: str
    inbox_id: str
    contact_id: str
    opened_at: datetime
    channel: str
    language: str
    element: str | None = None
    campaign: str | None = None
    variant: str | None = None
    intents: list[str] = field(default_factory=list)
    misses: int = 0
    visitor_messages: int = 0
    bot_messages: int = 0
    agent_messages: int = 0
    first_reply_at: datetime | None = None
    handed_off_at: datetime | None = None
    handoff_reason: str | None = None
    handoffs: int = 0
    first_agent_reply_at: datetime | None = None
    agents: list[str] = field(default_factory=list)
    resolved_at: datetime | None = None
    resolved_by: str | None = None
    rating: int | None = None
    agent_rating: int | None = None
    facts_learned: int = 0
    facts_used: int = 0
    memory_arm: Arm = Arm.NONE
    memory_share: int = 0
    asked_again: int = 0


def begin(event: Event) -> ResponseEvent:
    """The response event that a `CONVERSATION_OPENED` begins."""
    assert event.conversation_id is not None  # noqa: S101 - the log's own invariant
    assert event.contact_id is not None  # noqa: S101
    return ResponseEvent(
        conversation_id=event.conversation_id,
        inbox_id=event.inbox_id,
        contact_id=event.contact_id,
        opened_at=event.at,
        channel=str(event.data.get("channel", "website")),
        language=str(event.data.get("language", "en")),
        element=_text(event, "element"),
        campaign=_text(event, "campaign"),
        variant=_text(event, "variant"),
        memory_arm=Arm(_text(event, "memory_arm") or Arm.NONE),
        memory_share=share if isinstance(share := event.data.get("memory_share"), int) else 0,
    )


def apply(row: ResponseEvent, event: Event) -> None:
    """Folds one later event of the same conversation into `row`."""
    change = _CHANGES.get(event.type)
    if change is not None:
        change(row, event)


def _visitor_spoke(row: ResponseEvent, _: Event) -> None:
    row.visitor_messages += 1


def _bot_spoke(row: ResponseEvent, event: Event) -> None:
    row.bot_messages += 1
    row.first_reply_at = row.first_reply_at or event.at


def _agent_spoke(row: ResponseEvent, event: Event) -> None:
    row.agent_messages += 1
    row.first_reply_at = row.first_reply_at or event.at
    row.first_agent_reply_at = row.first_agent_reply_at or event.at


def _understood(row: ResponseEvent, event: Event) -> None:
    intent = str(event.data.get("intent", ""))
    if intent in _MISS_INTENTS:
        row.misses += 1
    elif intent and intent not in row.intents:
        row.intents = [*row.intents, intent]


def _handed_off(row: ResponseEvent, event: Event) -> None:
    row.handoffs += 1
    row.handed_off_at = row.handed_off_at or event.at
    row.handoff_reason = row.handoff_reason or _text(event, "reason")


def _assigned(row: ResponseEvent, event: Event) -> None:
    if event.actor_id and event.actor_id not in row.agents:
        row.agents = [*row.agents, event.actor_id]


def _resolved(row: ResponseEvent, event: Event) -> None:
    row.resolved_at, row.resolved_by = event.at, event.actor_kind


def _reopened(row: ResponseEvent, _: Event) -> None:
    row.resolved_at, row.resolved_by = None, None


def _rated(row: ResponseEvent, event: Event) -> None:
    score = event.data.get("score")
    row.rating = score if isinstance(score, int) else row.rating


def _agent_rated(row: ResponseEvent, event: Event) -> None:
    score = event.data.get("score")
    row.agent_rating = score if isinstance(score, int) else row.agent_rating


def _fact_learned(row: ResponseEvent, _: Event) -> None:
    row.facts_learned += 1


def _fact_used(row: ResponseEvent, _: Event) -> None:
    row.facts_used += 1


def _asked_again(row: ResponseEvent, _: Event) -> None:
    row.asked_again += 1


def _text(event: Event, key: str) -> str | None:
    value = event.data.get(key)
    return value if isinstance(value, str) else None


_MISS_INTENTS = {"nlu_fallback", "out_of_scope"}
_CHANGES: dict[EventType, Callable[[ResponseEvent, Event], None]] = {
    EventType.VISITOR_SPOKE: _visitor_spoke,
    EventType.BOT_SPOKE: _bot_spoke,
    EventType.AGENT_SPOKE: _agent_spoke,
    EventType.UNDERSTOOD: _understood,
    EventType.HANDED_OFF: _handed_off,
    EventType.ASSIGNED: _assigned,
    EventType.RESOLVED: _resolved,
    EventType.REOPENED: _reopened,
    EventType.RATED: _rated,
    EventType.AGENT_RATED: _agent_rated,
    EventType.FACT_LEARNED: _fact_learned,
    EventType.FACT_USED: _fact_used,
    EventType.ASKED_AGAIN: _asked_again,
}
