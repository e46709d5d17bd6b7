"""What silence, snoozing and an empty desk do to a dialogue."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from chat_server.domain.absence import REPLY_WINDOW, Idle, idleness, owe_reply, wake_time
from chat_server.domain.conversation import Conversation
from chat_server.domain.errors import Invalid
from chat_server.domain.handoff import Handoff, HandoffReason
from chat_server.domain.inbox import Inbox
from chat_server.domain.message import Author, AuthorKind
from chat_server.domain.ownership import OwnerKind
from tests.domain.dialogues import opened

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
VISITOR = Author(AuthorKind.VISITOR, "v1")
ANNA = Author(AuthorKind.AGENT, "anna", "Anna")
WORDS: dict[str, object] = {"type": "text", "text": "Hello"}


def inbox(**changed: Any) -> Inbox:
    return Inbox("i1", "hraun", "Hraun", "en", "UTC", "Hello!", "#234", "Sóley", **changed)


def dialogue(owner: OwnerKind = OwnerKind.BOT) -> Conversation:
    made = opened(now=NOW)
    made.say(VISITOR, WORDS, "1", NOW)
    if owner is not OwnerKind.BOT:
        made.hand_off(Handoff(HandoffReason.VISITOR_ASKED), VISITOR, NOW)
    if owner is OwnerKind.AGENT:
        made.accept("anna", "Anna", NOW)
    return made


def after(**by: float) -> datetime:
    return NOW + timedelta(**by)


def test_the_bots_dialogue_gets_notice_and_then_its_end() -> None:
    talk = dialogue()
    assert idleness(talk, inbox(), after(minutes=24)) is Idle.NOTHING
    assert idleness(talk, inbox(), after(minutes=25)) is Idle.NOTICE
    talk.idle_noticed_at = talk.updated_at = after(minutes=25)
    assert idleness(talk, inbox(), after(minutes=29)) is Idle.NOTHING
    assert idleness(talk, inbox(), after(minutes=30)) is Idle.CLOSE


def test_a_word_after_the_notice_keeps_it_open() -> None:
    talk = dialogue()
    talk.idle_noticed_at = after(minutes=25)
    talk.say(VISITOR, WORDS, "2", after(minutes=26))
    assert idleness(talk, inbox(), after(minutes=40)) is Idle.NOTHING
    assert idleness(talk, inbox(), after(minutes=51)) is Idle.NOTICE


def test_who_waits_is_never_idle() -> None:
    assert idleness(dialogue(OwnerKind.QUEUE), inbox(), after(days=30)) is Idle.NOTHING


def test_a_visitor_whom_an_agent_owes_a_word_is_not_idle() -> None:
    talk = dialogue(OwnerKind.AGENT)
    assert idleness(talk, inbox(), after(days=1)) is Idle.NOTHING
    talk.say(ANNA, WORDS, "2", after(days=1))
    assert idleness(talk, inbox(), after(days=1, minutes=25)) is Idle.NOTICE


def test_who_was_promised_an_email_is_not_idle() -> None:
    talk = dialogue(OwnerKind.AGENT)
    talk.offline_at = NOW
    talk.say(ANNA, WORDS, "2", NOW)
    assert idleness(talk, inbox(), after(days=1)) is Idle.NOTHING


@pytest.mark.parametrize("owner", [OwnerKind.BOT, OwnerKind.AGENT])
def test_zero_minutes_is_never(owner: OwnerKind) -> None:
    talk = dialogue(owner)
    if owner is OwnerKind.AGENT:
        talk.say(ANNA, WORDS, "2", NOW)
    never = inbox(idle_minutes=0, idle_agent_minutes=0)
    assert idleness(talk, never, after(days=30)) is Idle.NOTHING


def test_the_resolved_and_the_snoozed_are_not_idle() -> None:
    talk = dialogue()
    talk.snooze()
    assert idleness(talk, inbox(), after(days=1)) is Idle.NOTHING
    talk.resolve(ANNA, NOW)
    assert idleness(talk, inbox(), after(days=1)) is Idle.NOTHING


def test_an_answer_owes_one_email_until_that_is_written() -> None:
    talk = dialogue(OwnerKind.AGENT)
    first = talk.say(ANNA, WORDS, "2", NOW).messages[0]
    owed = owe_reply(talk, first, NOW)
    assert owed is not None
    assert (owed.due_at, owed.payload) == (NOW + REPLY_WINDOW, {"from_seq": first.seq})
    second = talk.say(ANNA, WORDS, "3", NOW).messages[0]
    assert owe_reply(talk, second, NOW) is None
    talk.mail_from_seq = None
    assert owe_reply(talk, second, NOW) is not None


def test_a_visitor_who_talks_with_a_person_is_here() -> None:
    talk = dialogue(OwnerKind.AGENT)
    talk.offline_at = NOW
    talk.say(VISITOR, WORDS, "2", NOW)
    assert talk.offline_at is None


def test_a_visitor_who_adds_something_while_waiting_has_still_left_a_message() -> None:
    talk = dialogue(OwnerKind.QUEUE)
    talk.offline_at = NOW
    talk.say(VISITOR, WORDS, "2", NOW)
    assert talk.offline_at == NOW


def test_any_word_ends_a_snooze() -> None:
    talk = dialogue(OwnerKind.AGENT)
    talk.snooze(after(hours=1))
    assert talk.snoozed_until == after(hours=1)
    talk.say(VISITOR, WORDS, "2", NOW)
    assert talk.snoozed_until is None


@pytest.mark.parametrize("until", [NOW, after(seconds=-1), after(days=367)])
def test_a_snooze_ends_within_a_year_and_not_before_it_begins(until: datetime) -> None:
    with pytest.raises(Invalid) as refused:
        wake_time(until, NOW)
    assert refused.value.fields == {"until": "a time ahead"}


def test_a_snooze_may_have_no_end() -> None:
    assert wake_time(None, NOW) is None
    assert wake_time(after(hours=1), NOW) == after(hours=1)
