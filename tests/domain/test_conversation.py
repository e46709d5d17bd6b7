"""Every legal move of a dialogue, and the illegal ones."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from chat_server.domain.conversation import Conversation, Origin, Status, Step
from chat_server.domain.errors import Conflict, Invalid
from chat_server.domain.events import EventType
from chat_server.domain.handoff import Handoff, HandoffReason
from chat_server.domain.message import Author, AuthorKind, Content, MessageKind
from chat_server.domain.ownership import OwnerKind
from tests.domain.dialogues import NOW, opened, opening

if TYPE_CHECKING:
    from collections.abc import Callable

VISITOR = Author(AuthorKind.VISITOR, "v1", "Katrín")
BOT = Author(AuthorKind.BOT, None, "Snorri")
ANNA = Author(AuthorKind.AGENT, "anna", "Anna")
ASKED = Handoff(HandoffReason.VISITOR_ASKED)


def words(text: str) -> Content:
    return {"type": "text", "text": text}


def test_a_dialogue_opens_with_the_bot_at_epoch_one() -> None:
    conversation = opened()
    assert (conversation.owner.kind, conversation.owner.epoch) == (OwnerKind.BOT, 1)
    assert conversation.status is Status.OPEN
    assert conversation.last_seq == 0


def test_the_opening_event_says_what_brought_the_visitor() -> None:
    origin = Origin(element="flyer", element_kind="qr", campaign="spring", variant="A")
    _, step = opening(origin, locale="is")
    assert step.messages == []
    assert step.events[0].type is EventType.CONVERSATION_OPENED
    assert step.events[0].data == {
        "element": "flyer",
        "channel": "qr",
        "campaign": "spring",
        "variant": "A",
        "language": "is",
    }


def test_without_an_element_the_channel_is_the_website() -> None:
    _, step = opening()
    assert step.events[0].data == {"channel": "website", "language": "en"}


def test_seq_counts_every_message_and_public_prev_seq_skips_notes() -> None:
    conversation = opened()
    made = [
        conversation.say(VISITOR, words("one"), "1", NOW),
        conversation.note(ANNA, words("two, a note"), "2", NOW),
        conversation.note(ANNA, words("three, a note"), "3", NOW),
        conversation.say(BOT, words("four"), "4", NOW),
        conversation.say(VISITOR, words("five"), "5", NOW),
    ]
    messages = [step.messages[0] for step in made]
    assert [message.seq for message in messages] == [1, 2, 3, 4, 5]
    assert [message.public_prev_seq for message in messages] == [0, 1, 1, 1, 4]
    assert (conversation.last_seq, conversation.last_public_seq) == (5, 5)


def test_a_note_at_the_end_is_not_the_newest_public_message() -> None:
    conversation = opened()
    conversation.say(VISITOR, words("one"), "1", NOW)
    conversation.note(ANNA, words("note"), "2", NOW)
    assert (conversation.last_seq, conversation.last_public_seq) == (2, 1)
    assert conversation.last_text == "one"


def test_the_preview_of_a_long_message_is_cut() -> None:
    conversation = opened()
    conversation.say(VISITOR, words("x" * 500), "1", NOW)
    assert conversation.last_text == "x" * 160


@pytest.mark.parametrize(
    ("author", "event"),
    [
        (VISITOR, EventType.VISITOR_SPOKE),
        (BOT, EventType.BOT_SPOKE),
        (ANNA, EventType.AGENT_SPOKE),
        (Author(AuthorKind.SYSTEM), EventType.SYSTEM_SPOKE),
    ],
)
def test_the_log_knows_who_spoke_and_not_what(author: Author, event: EventType) -> None:
    conversation = opened()
    if author is ANNA:
        conversation.accept("anna", "Anna", NOW)
    step = conversation.say(author, words("a secret"), "1", NOW)
    assert [line.type for line in step.events] == [event]
    assert step.events[0].actor_id == author.id
    assert "secret" not in str(step.events[0])


def test_a_note_leaves_no_line_in_the_log() -> None:
    assert opened().note(ANNA, words("note"), "1", NOW).events == []


# ------------------------------------------------------------------ ownership


def test_every_change_of_owner_raises_the_epoch() -> None:
    conversation = opened()
    epochs = [conversation.owner.epoch]
    moves: list[Callable[[], Step]] = [
        lambda: conversation.hand_off(ASKED, VISITOR, NOW),
        lambda: conversation.accept("anna", "Anna", NOW),
        lambda: conversation.transfer("birna", "Birna", NOW),
        lambda: conversation.requeue("transfer", NOW),
        lambda: conversation.accept("anna", "Anna", NOW),
        lambda: conversation.return_to_bot(ANNA, "Snorri", None, NOW),
    ]
    for move in moves:
        move()
        epochs.append(conversation.owner.epoch)
    assert epochs == [1, 2, 3, 4, 5, 6, 7]


def test_an_old_epoch_is_refused_and_the_present_one_is_not() -> None:
    conversation = opened()
    conversation.hand_off(ASKED, VISITOR, NOW)
    conversation.require_epoch(2)
    with pytest.raises(Conflict):
        conversation.require_epoch(1)


def test_handing_off_tells_the_visitor_and_the_log_why() -> None:
    conversation = opened()
    step = conversation.hand_off(Handoff(HandoffReason.COMPLAINT, "torn jacket"), BOT, NOW)
    assert conversation.owner.kind is OwnerKind.QUEUE
    assert conversation.queued_at == NOW
    assert conversation.handoff_reason == "complaint"
    assert conversation.handoff_summary == "torn jacket"
    assert [m.kind for m in step.messages] == [MessageKind.ACTIVITY]
    assert step.messages[0].content["code"] == "handoff"
    assert step.events[0].data == {"reason": "complaint"}
    assert "torn" not in str(step.events[0])


def test_handing_off_twice_changes_nothing() -> None:
    conversation = opened()
    conversation.hand_off(ASKED, VISITOR, NOW)
    later = NOW + timedelta(minutes=1)
    assert conversation.hand_off(Handoff(HandoffReason.BOT_TIMEOUT), BOT, later) == Step()
    assert (conversation.owner.epoch, conversation.queued_at) == (2, NOW)
    assert conversation.handoff_reason == "visitor_asked"


def test_a_colleagues_conversation_cannot_be_accepted() -> None:
    conversation = opened()
    conversation.accept("anna", "Anna", NOW)
    with pytest.raises(Conflict, match="Anna"):
        conversation.accept("birna", "Birna", NOW)
    assert conversation.owner.agent_id == "anna"


def test_accepting_ones_own_again_changes_nothing() -> None:
    conversation = opened()
    conversation.accept("anna", "Anna", NOW)
    assert conversation.accept("anna", "Anna", NOW) == Step()
    assert conversation.owner.epoch == 2


def test_an_agent_may_take_over_from_the_bot() -> None:
    conversation = opened()
    step = conversation.accept("anna", "Anna", NOW)
    assert conversation.owner.kind is OwnerKind.AGENT
    assert step.messages[0].content == {
        "type": "text",
        "text": "Anna joined the conversation.",
        "code": "agent_joined",
        "name": "Anna",
    }
    assert conversation.queued_at is None


def test_the_bot_gets_the_note_of_whom_it_returns_from() -> None:
    conversation = opened()
    conversation.accept("anna", "Anna", NOW)
    step = conversation.return_to_bot(ANNA, "Snorri", "size L is sent", NOW)
    assert conversation.owner.kind is OwnerKind.BOT
    assert conversation.return_note == "size L is sent"
    assert conversation.last_agent_id == "anna"
    assert step.events[0].type is EventType.RETURNED_TO_BOT


# --------------------------------------------------------------------- status


@pytest.mark.parametrize(
    "move",
    [
        lambda c: c.say(VISITOR, words("late"), "9", NOW),
        lambda c: c.hand_off(ASKED, VISITOR, NOW),
        lambda c: c.accept("anna", "Anna", NOW),
        lambda c: c.transfer("anna", "Anna", NOW),
        lambda c: c.requeue("transfer", NOW),
        lambda c: c.return_to_bot(ANNA, "Snorri", None, NOW),
        lambda c: c.snooze(),
    ],
)
def test_a_resolved_dialogue_takes_no_move(move: Callable[[Conversation], object]) -> None:
    conversation = opened()
    conversation.say(VISITOR, words("hello"), "1", NOW)
    conversation.resolve(ANNA, NOW)
    before = conversation.last_seq
    with pytest.raises(Conflict):
        move(conversation)
    assert conversation.last_seq == before
    assert conversation.owner.epoch == 1


def test_a_note_may_be_added_to_a_resolved_dialogue() -> None:
    conversation = opened()
    conversation.resolve(ANNA, NOW)
    assert conversation.note(ANNA, words("for later"), "n", NOW).messages[0].seq == 2


def test_resolving_twice_is_one_resolution() -> None:
    conversation = opened()
    first = conversation.resolve(ANNA, NOW)
    assert first.events[0].type is EventType.RESOLVED
    assert conversation.resolved_at == NOW
    assert conversation.resolve(ANNA, NOW + timedelta(hours=1)) == Step()
    assert conversation.resolved_at == NOW


def test_reopening_keeps_the_owner() -> None:
    conversation = opened()
    conversation.accept("anna", "Anna", NOW)
    conversation.resolve(ANNA, NOW)
    step = conversation.reopen(ANNA, NOW)
    assert (conversation.status, conversation.owner.agent_id) == (Status.OPEN, "anna")
    assert conversation.resolved_at is None
    assert [event.type for event in step.events] == [EventType.REOPENED]


def test_resolving_again_after_reopening_is_another_event() -> None:
    conversation = opened()
    first = conversation.resolve(ANNA, NOW)
    conversation.reopen(ANNA, NOW)
    second = conversation.resolve(ANNA, NOW)
    assert first.events[0].id != second.events[0].id


def test_a_snoozed_dialogue_wakes_when_the_visitor_writes() -> None:
    conversation = opened()
    conversation.snooze()
    asleep = conversation.status
    conversation.say(VISITOR, words("hello?"), "1", NOW)
    assert (asleep, conversation.status) == (Status.SNOOZED, Status.OPEN)


@pytest.mark.parametrize("score", [0, 6, -1])
def test_a_rating_off_the_scale_is_invalid(score: int) -> None:
    conversation = opened()
    with pytest.raises(Invalid):
        conversation.rate(score, None, VISITOR, NOW)
    assert conversation.rating is None


def test_the_latest_rating_counts_and_the_same_again_does_not() -> None:
    conversation = opened()
    assert conversation.rate(2, None, VISITOR, NOW).events[0].data == {"score": 2}
    assert conversation.rate(2, None, VISITOR, NOW) == Step()
    conversation.rate(5, "better now", VISITOR, NOW)
    assert (conversation.rating, conversation.rating_comment) == (5, "better now")


def test_a_rating_is_possible_after_the_end() -> None:
    conversation = opened()
    conversation.resolve(ANNA, NOW)
    assert conversation.rate(4, None, VISITOR, NOW).messages[0].content["score"] == 4


def test_a_rating_comment_is_not_in_the_log() -> None:
    step = opened().rate(1, "my street is Laugavegur 1", VISITOR, NOW)
    assert "Laugavegur" not in str(step.events)


def test_an_announcement_has_one_id_for_each_owner() -> None:
    conversation = opened()
    first = conversation.announcement_id("bot_starting")
    assert conversation.announce("bot_starting", "Wait.", NOW).messages[0].client_id == first
    conversation.accept("anna", "Anna", NOW)
    conversation.return_to_bot(ANNA, "Snorri", None, NOW)
    assert conversation.announcement_id("bot_starting") != first
