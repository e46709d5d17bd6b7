"""Each live event goes to exactly these rooms with exactly this payload, and to nobody else."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, get_args

import pytest

from chat_server.broadcast.audience import Delivery, deliveries
from chat_server.broadcast.rooms import Surface
from chat_server.domain.agent import Agent, Availability, Role
from chat_server.domain.contact import Contact
from chat_server.domain.conversation import Conversation, Status
from chat_server.domain.live import (
    ConversationAssigned,
    ConversationChanged,
    DeliveryPromised,
    ErasureBegun,
    FactsChanged,
    LiveEvent,
    MessageCreated,
    MessagesRead,
    MessageUnderstood,
    PresenceChanged,
    QueueChanged,
    QueueMoved,
    SessionEnded,
    Snapshot,
    TypingChanged,
    VisitorsParted,
)
from chat_server.domain.message import Author, AuthorKind, Content, Message, MessageKind
from chat_server.domain.ownership import Owner, OwnerKind
from chat_server.wire.base import Outbound, dump
from chat_server.wire.protocol import AGENT_EVENTS, RASA_EVENTS, VISITOR_EVENTS

if TYPE_CHECKING:
    from collections.abc import Mapping

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
AT = "2026-03-01T12:00:00.000Z"
BOT_OWNS = Owner(OwnerKind.BOT, None, "Snorri", 1)
QUEUED = Owner(OwnerKind.QUEUE, None, None, 2)
ANNA_OWNS = Owner(OwnerKind.AGENT, "anna", "Anna", 3)
BIRNA_OWNS = Owner(OwnerKind.AGENT, "birna", "Birna", 4)
VISITOR = Author(AuthorKind.VISITOR, "v1", "Katrín")
BOT = Author(AuthorKind.BOT, None, "Snorri")
ANNA = Author(AuthorKind.AGENT, "anna", "Anna")
SITE = "https://hub.example/"
V, A, R = Surface.VISITOR, Surface.AGENT, Surface.RASA
Sent = dict[tuple[Surface, str], tuple[frozenset[str], dict[str, object]]]


def conversation(owner: Owner = BOT_OWNS, inbox_id: str = "i1") -> Conversation:
    made = Conversation("x", inbox_id, "c1", "v1", "k", "en", owner, NOW, NOW, Status.OPEN, 7, 6)
    made.tags, made.handoff_summary, made.last_text = ["vip"], "angry", "Hello"
    made.campaign = "spring"
    return made


def snapshot(
    owner: Owner = BOT_OWNS, position: int | None = None, inbox_id: str = "i1"
) -> Snapshot:
    contact = Contact("c1", inbox_id, NOW, NOW, "katrin", "Katrín", "k@hraun.is", "555")
    return Snapshot(conversation(owner, inbox_id), contact, "hraun", position, 2)


def message(
    author: Author = BOT,
    kind: MessageKind = MessageKind.MESSAGE,
    content: Content | None = None,
) -> Message:
    return Message(
        id="m7",
        conversation_id="x",
        seq=7,
        public_prev_seq=5,
        client_id="k7",
        author=author,
        sender=author.sender,
        kind=kind,
        content=content or {"type": "text", "text": "Hello"},
        text="Hello",
        created_at=NOW,
        used_facts=["f1"],
        understood={"intent": "greet", "confidence": 0.9, "entities": []},
    )


def sent(event: LiveEvent) -> Sent:
    """What leaves, by surface and name; each pair once."""
    found: Sent = {}
    for delivery in deliveries(event, SITE):
        payload = delivery.payload
        key = (delivery.surface, delivery.event)
        assert key not in found, "the same event twice to the same surface"
        assert len(delivery.rooms) == len(set(delivery.rooms))
        body = dump(payload) if isinstance(payload, Outbound) else payload
        found[key] = (frozenset(delivery.rooms), body)
    return found


def rooms(found: Sent) -> dict[tuple[Surface, str], frozenset[str]]:
    return {key: rooms for key, (rooms, _) in found.items()}


def example(kind: type[object]) -> LiveEvent:
    """One of each kind; made anew each time, for the store may map their classes meanwhile."""
    every: dict[type[object], LiveEvent] = {
        MessageCreated: MessageCreated(message(), conversation()),
        MessageUnderstood: MessageUnderstood(message(VISITOR), conversation()),
        ConversationChanged: ConversationChanged(snapshot(QUEUED, 1), BOT_OWNS),
        QueueChanged: QueueChanged((snapshot(QUEUED, 1),), ("i1",)),
        QueueMoved: QueueMoved(),
        DeliveryPromised: DeliveryPromised(NOW),
        ErasureBegun: ErasureBegun(),
        VisitorsParted: VisitorsParted(("v1",), "c1", "c2"),
        ConversationAssigned: ConversationAssigned(snapshot(ANNA_OWNS), "accepted"),
        TypingChanged: TypingChanged(conversation(ANNA_OWNS), VISITOR, on=True, preview="Hel"),
        MessagesRead: MessagesRead(conversation(ANNA_OWNS), 7, "visitor"),
        FactsChanged: FactsChanged("c1"),
        PresenceChanged: PresenceChanged(
            Agent("anna", "a@h.is", "Anna", Role.AGENT, "hash", NOW, Availability.ONLINE)
        ),
        SessionEnded: SessionEnded("digest"),
    }
    return every[kind]


@pytest.mark.parametrize("kind", get_args(LiveEvent))
def test_every_event_leaves_as_its_surface_has_agreed(kind: type[object]) -> None:
    agreed = {V: VISITOR_EVENTS, A: AGENT_EVENTS, R: RASA_EVENTS}
    for delivery in deliveries(example(kind), SITE):
        model = agreed[delivery.surface][delivery.event]
        if not isinstance(delivery.payload, model):
            model.model_validate(delivery.payload)


@pytest.mark.parametrize("kind", get_args(LiveEvent))
def test_nothing_from_inside_ever_reaches_a_visitor(kind: type[object]) -> None:
    inside = {
        "used_facts",
        "understood",
        "handoff_summary",
        "handoff_reason",
        "campaign",
        "last_text",
        "unread",
        "password_hash",
    }
    for delivery in deliveries(example(kind), SITE):
        if delivery.surface is not A:
            payload = delivery.payload
            body = dump(payload) if isinstance(payload, Outbound) else payload
            assert inside.isdisjoint(_keys(body))
            assert "vip" not in str(body)


def _keys(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set(value) | {key for item in value.values() for key in _keys(item)}
    if isinstance(value, list):
        return {key for item in value for key in _keys(item)}
    return set()


@pytest.mark.parametrize("kind", get_args(LiveEvent))
def test_visitors_are_told_in_rooms_of_their_own(kind: type[object]) -> None:
    for delivery in deliveries(example(kind), SITE):
        if delivery.surface is V:
            assert delivery.rooms == ("contact:c1",)
        elif delivery.surface is R:
            assert delivery.rooms == ("visitor:v1",)
        else:
            assert not any(room.startswith(("contact:", "visitor:")) for room in delivery.rooms)


# ------------------------------------------------------------------ one by one


def test_a_bots_message_reaches_the_visitor_rasas_widgets_and_watchers() -> None:
    found = sent(example(MessageCreated))
    assert rooms(found) == {
        (A, "message_created"): {"conversation:x", "view:all:*", "view:all:i1"},
        (V, "message_created"): {"contact:c1"},
        (R, "bot_uttered"): {"visitor:v1"},
    }
    outside = {
        "id": "m7",
        "conversation_id": "x",
        "seq": 7,
        "prev_seq": 5,
        "client_id": "k7",
        "author": {"kind": "bot", "name": "Snorri"},
        "kind": "message",
        "content": {"type": "text", "text": "Hello"},
        "created_at": AT,
    }
    assert found[V, "message_created"][1] == {"message": outside}
    inside = found[A, "message_created"][1]["message"]
    assert inside == {
        **outside,
        "prev_seq": 6,
        "revision": 0,
        "used_facts": ["f1"],
        "understood": {"intent": "greet", "confidence": 0.9, "entities": []},
    }
    assert found[R, "bot_uttered"][1] == {"text": "Hello"}


def test_a_visitors_own_message_is_not_uttered_back_to_rasas_widgets() -> None:
    found = sent(MessageCreated(message(VISITOR), conversation()))
    assert set(found) == {(A, "message_created"), (V, "message_created")}


def test_a_note_reaches_agents_only() -> None:
    found = sent(MessageCreated(message(ANNA, MessageKind.NOTE), conversation(ANNA_OWNS)))
    assert set(found) == {(A, "message_created")}
    assert "agent:anna" in found[A, "message_created"][0]


def test_what_was_understood_reaches_agents_only() -> None:
    found = sent(MessageUnderstood(message(VISITOR), conversation()))
    assert set(found) == {(A, "message_created")}


@pytest.mark.parametrize(
    ("owner", "former", "expected", "absent"),
    [
        (BOT_OWNS, BOT_OWNS, set(), {"view:queue:*", "agent:anna"}),
        (QUEUED, BOT_OWNS, {"view:queue:*", "view:queue:i1"}, {"agent:anna"}),
        (ANNA_OWNS, QUEUED, {"view:queue:*", "view:queue:i1", "agent:anna"}, {"agent:birna"}),
        (BIRNA_OWNS, ANNA_OWNS, {"agent:anna", "agent:birna"}, {"view:queue:*"}),
        (BOT_OWNS, ANNA_OWNS, {"agent:anna"}, {"view:queue:*"}),
    ],
)
def test_a_change_reaches_whoever_owns_owned_or_watches(
    owner: Owner, former: Owner, expected: set[str], absent: set[str]
) -> None:
    found = sent(ConversationChanged(snapshot(owner), former))
    watchers = found[A, "conversation_updated"][0]
    assert watchers >= expected | {"conversation:x", "view:all:*", "view:all:i1"}
    assert watchers.isdisjoint(absent)
    assert "view:all:i2" not in watchers
    assert found[V, "conversation_updated"][0] == {"contact:c1"}


def test_the_visitor_sees_its_conversation_without_our_words() -> None:
    body = sent(ConversationChanged(snapshot(QUEUED, 3), BOT_OWNS))[V, "conversation_updated"][1]
    view = body["conversation"]
    assert isinstance(view, dict)
    assert view["queue"]["position"] == 3
    assert view["last_seq"] == 6
    assert view["tags"] == []
    assert view["owner"] == {"kind": "queue", "epoch": 2}


def test_the_queue_is_told_by_inbox_and_each_waiting_visitor_its_own_place() -> None:
    waiting = (snapshot(QUEUED, 1, "i1"), snapshot(QUEUED, 1, "i2"))
    found = list(deliveries(QueueChanged(waiting, ("i1", "i2", "i3")), SITE))
    lists = {
        delivery.rooms: len(_conversations(delivery))
        for delivery in found
        if delivery.event == "queue_changed"
    }
    assert lists == {
        ("view:queue:*",): 2,
        ("view:queue:i1",): 1,
        ("view:queue:i2",): 1,
        ("view:queue:i3",): 0,
    }, "an inbox whose queue is empty now must hear of it"
    outside = [delivery for delivery in found if delivery.surface is V]
    assert [delivery.event for delivery in outside] == ["conversation_updated"] * 2


def _conversations(delivery: Delivery) -> list[object]:
    assert isinstance(delivery.payload, Outbound)
    listed = dump(delivery.payload)["conversations"]
    assert isinstance(listed, list)
    return listed


def test_only_the_new_owner_is_told_of_an_assignment() -> None:
    found = sent(example(ConversationAssigned))
    assert rooms(found) == {(A, "conversation_assigned"): {"agent:anna"}}
    assert found[A, "conversation_assigned"][1]["reason"] == "accepted"


def test_what_a_visitor_is_typing_is_seen_by_who_answers_only() -> None:
    found = sent(example(TypingChanged))
    assert set(found) == {(A, "typing"), (A, "visitor_typing_preview")}
    for watchers, _ in found.values():
        assert {"conversation:x", "agent:anna"} >= watchers
    assert found[A, "visitor_typing_preview"][1] == {"conversation_id": "x", "text": "Hel"}


@pytest.mark.parametrize("author", [BOT, ANNA])
def test_others_typing_is_shown_to_the_visitor(author: Author) -> None:
    found = sent(TypingChanged(conversation(ANNA_OWNS), author, on=False))
    assert found[V, "typing"][0] == {"contact:c1"}
    body = found[V, "typing"][1]
    assert (body["conversation_id"], body["on"]) == ("x", False)


@pytest.mark.parametrize("by", ["visitor", "agent"])
def test_receipts_reach_both_sides(by: Any) -> None:
    found = sent(MessagesRead(conversation(ANNA_OWNS), 7, by))
    assert set(found) == {(A, "messages_read"), (V, "messages_read")}
    expected: Mapping[str, object] = {"conversation_id": "x", "seq": 7, "by": by}
    assert [body for _, body in found.values()] == [expected, expected]


def test_changed_facts_are_announced_without_the_facts() -> None:
    found = sent(FactsChanged("c1"))
    assert found == {
        (V, "facts_changed"): (frozenset({"contact:c1"}), {}),
        (A, "facts_changed"): (frozenset({"staff"}), {"contact_id": "c1"}),
    }


def test_presence_is_for_colleagues() -> None:
    found = sent(example(PresenceChanged))
    assert rooms(found) == {(A, "presence"): {"staff"}}
    body = found[A, "presence"][1]
    assert (body["agent_id"], body["state"]) == ("anna", "online")


def test_the_end_of_a_session_is_told_to_nobody() -> None:
    assert sent(SessionEnded("digest")) == {}


@pytest.mark.parametrize(
    ("content", "uttered"),
    [
        (
            {"type": "choices", "text": "Hello", "choices": [{"label": "Yes", "payload": "/yes"}]},
            {
                "text": "Hello",
                "quick_replies": [{"content_type": "text", "title": "Yes", "payload": "/yes"}],
            },
        ),
        (
            {"type": "image", "url": "/i.png", "name": "i"},
            {
                "text": "Hello",
                "attachment": {"type": "image", "payload": {"src": "https://hub.example/i.png"}},
            },
        ),
        (
            {"type": "image", "url": "https://shop.example/i.png", "name": "i"},
            {
                "text": "Hello",
                "attachment": {"type": "image", "payload": {"src": "https://shop.example/i.png"}},
            },
        ),
        ({"type": "image", "url": "/api/v1/files/ab", "name": "i"}, {"text": "Hello"}),
        (
            {
                "type": "card",
                "text": "Hello",
                "cards": [
                    {
                        "title": "Katla",
                        "subtitle": "Down",
                        "image_url": "/k.png",
                        "actions": [
                            {"label": "Buy", "url": "/k"},
                            {"label": "More", "payload": "/more"},
                            {"label": "Nothing"},
                        ],
                    }
                ],
            },
            {
                "text": "Hello",
                "attachment": {
                    "type": "template",
                    "payload": {
                        "template_type": "generic",
                        "elements": [
                            {
                                "title": "Katla",
                                "subtitle": "Down",
                                "image_url": "https://hub.example/k.png",
                                "buttons": [
                                    {
                                        "title": "Buy",
                                        "type": "web_url",
                                        "url": "https://hub.example/k",
                                    },
                                    {"title": "More", "type": "postback", "payload": "/more"},
                                ],
                            }
                        ],
                    },
                },
            },
        ),
    ],
)
def test_rasas_widgets_are_spoken_to_in_their_own_way(
    content: Content, uttered: dict[str, object]
) -> None:
    found = sent(MessageCreated(message(content=content), conversation()))
    assert found[R, "bot_uttered"][1] == uttered
