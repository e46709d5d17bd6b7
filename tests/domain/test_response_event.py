"""The response event is a fold of the log, whatever the order of who did what."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from chat_server.domain.events import Event, EventType
from chat_server.domain.response_event import ResponseEvent, apply, begin

START = datetime(2026, 3, 1, tzinfo=UTC)


def line(kind: EventType, minute: int = 0, actor: str = "system", **data: object) -> Event:
    kind_of_actor, _, actor_id = actor.partition(":")
    return Event(
        id=f"{kind}-{minute}",
        type=kind,
        at=START + timedelta(minutes=minute),
        inbox_id="i",
        actor_kind=kind_of_actor,
        actor_id=actor_id or None,
        conversation_id="x",
        contact_id="c",
        data=data,
    )


def folded(*events: Event) -> ResponseEvent:
    row = begin(line(EventType.CONVERSATION_OPENED, channel="qr", language="is", element="flyer"))
    for event in events:
        apply(row, event)
    return row


def test_it_begins_with_what_brought_the_visitor() -> None:
    row = folded()
    assert (row.channel, row.language, row.element, row.campaign) == ("qr", "is", "flyer", None)
    assert (row.opened_at, row.visitor_messages, row.intents) == (START, 0, [])


def test_who_spoke_is_counted_and_the_first_reply_is_kept() -> None:
    row = folded(
        line(EventType.VISITOR_SPOKE, 1),
        line(EventType.BOT_SPOKE, 2),
        line(EventType.BOT_SPOKE, 3),
        line(EventType.VISITOR_SPOKE, 4),
        line(EventType.AGENT_SPOKE, 5),
        line(EventType.AGENT_SPOKE, 6),
    )
    assert (row.visitor_messages, row.bot_messages, row.agent_messages) == (2, 2, 2)
    assert row.first_reply_at == START + timedelta(minutes=2)
    assert row.first_agent_reply_at == START + timedelta(minutes=5)


def test_intents_are_listed_once_and_misses_are_counted_apart() -> None:
    row = folded(
        *(
            line(EventType.UNDERSTOOD, n, intent=intent)
            for n, intent in enumerate(
                ["greet", "order_status", "nlu_fallback", "order_status", "out_of_scope"]
            )
        )
    )
    assert row.intents == ["greet", "order_status"]
    assert row.misses == 2


def test_the_first_reason_of_a_handoff_stays() -> None:
    row = folded(
        line(EventType.HANDED_OFF, 2, reason="complaint"),
        line(EventType.HANDED_OFF, 9, reason="bot_timeout"),
    )
    assert (row.handoffs, row.handoff_reason) == (2, "complaint")
    assert row.handed_off_at == START + timedelta(minutes=2)


def test_agents_are_listed_once() -> None:
    row = folded(
        line(EventType.ASSIGNED, 1, "agent:anna"),
        line(EventType.ASSIGNED, 2, "agent:birna"),
        line(EventType.ASSIGNED, 3, "agent:anna"),
    )
    assert row.agents == ["anna", "birna"]


def test_reopening_takes_the_resolution_back() -> None:
    resolved = line(EventType.RESOLVED, 5, "agent:anna")
    row = folded(resolved)
    assert (row.resolved_at, row.resolved_by) == (resolved.at, "agent")
    apply(row, line(EventType.REOPENED, 6))
    assert (row.resolved_at, row.resolved_by) == (None, None)


@pytest.mark.parametrize("score", ["5", None, 4.5])
def test_a_score_that_is_no_number_leaves_the_rating(score: object) -> None:
    row = folded(line(EventType.RATED, 1, score=3), line(EventType.RATED, 2, score=score))
    assert row.rating == 3


def test_facts_are_counted() -> None:
    row = folded(
        line(EventType.FACT_LEARNED, 1),
        line(EventType.FACT_LEARNED, 2),
        line(EventType.FACT_USED, 3),
    )
    assert (row.facts_learned, row.facts_used) == (2, 1)


def test_asking_for_what_is_known_is_counted() -> None:
    assert folded(line(EventType.ASKED_AGAIN, 1), line(EventType.ASKED_AGAIN, 2)).asked_again == 2


def test_lists_are_replaced_and_never_changed_in_place() -> None:
    """The store notices a new list; a changed one it would not write."""
    row = folded(line(EventType.UNDERSTOOD, 1, intent="greet"))
    before = row.intents
    apply(row, line(EventType.UNDERSTOOD, 2, intent="order_status"))
    assert before == ["greet"]
    assert row.intents is not before


@pytest.mark.parametrize("kind", EventType)
def test_every_kind_of_event_can_be_folded(kind: EventType) -> None:
    apply(folded(), line(kind, 1))
