"""The card says what is on record, and nothing that is not."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from chat_server.domain.conversation import Origin
from chat_server.domain.facts.fact import Fact, FactSource
from chat_server.domain.facts.kinds import FACT_KINDS
from chat_server.domain.handoff import Handoff, HandoffReason
from chat_server.domain.handoff_card import Records, card_of
from chat_server.domain.message import Author, AuthorKind
from chat_server.domain.mood import Level
from chat_server.domain.response_event import ResponseEvent
from chat_server.domain.shop import Customer, Order, OrderStatus
from tests.domain.dialogues import NOW, opened

if TYPE_CHECKING:
    from chat_server.domain.message import Message

VISITOR = Author(AuthorKind.VISITOR, "v1", None)
BOT = Author(AuthorKind.BOT, None, "Snorri")


class Talk:
    """A dialogue with the bot, as the hub keeps it."""

    def __init__(self) -> None:
        self.conversation = opened(Origin(page_url="https://shop.example/jacket"))
        self.messages: list[Message] = []

    def asks(self, text: str, intent: str, *entities: tuple[str, str], form: str = "") -> None:
        said = self.conversation.say(VISITOR, {"type": "text", "text": text}, text, NOW)
        heard = [{"entity": name, "value": value} for name, value in entities]
        said.messages[0].understood = {"intent": intent, "confidence": 0.8, "entities": heard}
        if form:
            said.messages[0].understood["form"] = form
        self.messages += said.messages

    def answers(self, text: str) -> None:
        self.messages += self.conversation.say(
            BOT, {"type": "text", "text": text}, text, NOW
        ).messages

    def hands_off(self, reason: HandoffReason, summary: str = "") -> None:
        self.messages += self.conversation.hand_off(Handoff(reason, summary), BOT, NOW).messages

    def records(self, **more: object) -> Records:
        given = {"facts": (), "orders": (), "dialogues": (), **more}
        return Records(self.conversation, self.messages, **given)  # type: ignore[arg-type]


@pytest.fixture
def talk() -> Talk:
    return Talk()


def fact(key: str, value: str) -> Fact:
    return Fact(f"fact-{key}", "c", key, value, FactSource.VISITOR, 0.9, NOW)


def test_what_the_bot_tried_stands_question_by_question(talk: Talk) -> None:
    talk.asks("where is 10432?", "track_order", ("order_number", "10432"), form="order_status_form")
    talk.answers("What is your e-mail?")
    talk.answers("So that I can look it up.")
    talk.asks("hrmpf", "nlu_fallback")
    talk.answers("Sorry, I didn't get that.")
    talk.hands_off(HandoffReason.NOT_UNDERSTOOD)
    card = card_of(talk.records(), NOW)
    first, second = card.attempts
    assert (first.intent, first.form, first.missed) == ("track_order", "order_status_form", False)
    assert first.entities == (("order_number", "10432"),)
    assert first.answers == ("What is your e-mail?", "So that I can look it up.")
    assert (second.missed, card.misses) == (True, 1)


def test_nobody_is_asked_for_what_is_known_or_was_said(talk: Talk) -> None:
    talk.asks("it is about 10432, not 10431", "inform", ("order_number", "10432"), ("size", "M"))
    card = card_of(talk.records(facts=[fact("name", "Katrín"), fact("size", "L")]), NOW)
    known = {one.key: (one.answer, one.fact_id, one.seq) for one in card.known}
    assert known == {
        "name": ("Katrín", "fact-name", None),
        "order_number": ("10432", None, 1),
        "size": ("L", "fact-size", None),
    }
    assert [one.question for one in card.known] == [
        "What is your name?",
        "What is your order number?",
        "Which size do you need?",
    ]


def test_every_kind_of_fact_has_the_question_that_it_spares() -> None:
    questions = [kind.question for kind in FACT_KINDS.values()]
    assert all(question.endswith("?") for question in questions)
    assert len(set(questions)) == len(questions)


@pytest.mark.parametrize("status", list(OrderStatus))
def test_only_orders_under_way_are_open(talk: Talk, status: OrderStatus) -> None:
    order = Order("10432", "cust", status, NOW, "EUR", 5000)
    card = card_of(talk.records(orders=[(order, Customer("cust", "K", "k@h.is", "en"))]), NOW)
    under_way = status in {OrderStatus.PLACED, OrderStatus.PACKED, OrderStatus.SHIPPED}
    assert bool(card.open_orders) is under_way


def test_earlier_dialogues_come_with_how_they_ended(talk: Talk) -> None:
    def row(key: str, **more: object) -> ResponseEvent:
        return ResponseEvent(key, "i", "c", NOW, "website", "en", **more)  # type: ignore[arg-type]

    rows = [
        row(talk.conversation.id),
        row("a", resolved_at=NOW, agents=["anna"], rating=2),
        row("b", resolved_at=NOW),
        row("d"),
    ]
    card = card_of(talk.records(dialogues=rows), NOW)
    assert [(one.conversation_id, one.outcome) for one in card.earlier] == [
        ("a", "resolved_by_agent"),
        ("b", "resolved_by_bot"),
        ("d", "open"),
    ]


def test_waiting_is_counted_from_when_it_began(talk: Talk) -> None:
    assert card_of(talk.records(), NOW).waiting_seconds is None
    talk.hands_off(HandoffReason.VISITOR_ASKED)
    assert card_of(talk.records(), NOW + timedelta(seconds=90)).waiting_seconds == 90


def test_without_signs_the_mood_is_calm(talk: Talk) -> None:
    talk.asks("do you have socks?", "find_product")
    assert card_of(talk.records(), NOW).mood.level is Level.CALM


def test_anger_and_complaints_add_up_and_say_where_they_were_seen(talk: Talk) -> None:
    talk.asks("it came torn", "damaged_item")
    assert card_of(talk.records(), NOW).mood.level is Level.TENSE
    talk.asks("this is ridiculous", "complain")
    talk.hands_off(HandoffReason.ANGER)
    mood = card_of(talk.records(), NOW).mood
    assert mood.level is Level.UPSET
    assert [(sign.kind, sign.seq) for sign in mood.signs] == [
        ("complaint", 1),
        ("complaint", 2),
        ("anger", None),
    ]


def test_thanks_and_a_good_rating_are_a_good_sign(talk: Talk) -> None:
    talk.asks("thank you", "thanks")
    rated = ResponseEvent("a", "i", "c", NOW, "website", "en", rating=5)
    assert card_of(talk.records(dialogues=[rated]), NOW).mood.level is Level.PLEASED
