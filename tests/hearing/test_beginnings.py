"""What begins on a later day: until then the former value holds, from then on the new, without another word."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from chat_server.domain.facts import ledger
from chat_server.domain.facts.changes import Origin
from chat_server.domain.facts.fact import Fact, FactSource
from chat_server.domain.facts.turns import holding
from chat_server.hearing.ears import hear

# A Monday.
AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
CASES = [
    ("my number is +44 7700 900123", "from 1 April my number will be +44 7700 900456", "phone", "+447700900123", "+447700900456", 40),
    ("my number is +44 7700 900123", "my new number from Friday on: +44 7700 900456", "phone", "+447700900123", "+447700900456", 6),
    ("my email is kim@old.example", "starting 1 May my email is kim@new.example", "email", "kim@old.example", "kim@new.example", 70),
    ("hello", "My email changes on 10 March to kim@new.example, until then kim@old.example", "email", "kim@old.example", "kim@new.example", 10),
    ("please deliver to 12 Dock Street", "from Monday deliver to 5 Hill Road please", "delivery_place", "12 Dock Street", "5 Hill Road", 8),
    ("evenings are best to reach me", "next week mornings are better", "preferred_hour", "evening", "morning", 9),
    ("call me in the mornings", "starting next week only after 6 pm please, new shifts", "preferred_hour", "morning", "18:00-", 10),
    ("I prefer phone calls", "as of next month please text me", "preferred_channel", "phone", "sms", 40),
    ("I work for Acme Tools", "from April I'll be working for Nordlicht GmbH", "company", "Acme Tools", "Nordlicht GmbH", 40),
    ("I work at Acme Tools", "I start at Parex Ltd on Friday", "company", "Acme Tools", "Parex Ltd", 7),
    ("I'm the buyer at Fjord Foods", "from next month I'm the purchasing manager at Fjord Foods", "company_role", "buyer", "purchasing manager", 40),
    ("I can spend 100 euros", "from next month my budget is 200 euros", "budget", "100 EUR", "200 EUR", 40),
    ("I live in Aarhus", "in two weeks I'll be living in Odense", "home", "Aarhus", "Odense", 20),
    ("I live in Dublin", "from September on I'm in Belfast", "home", "Dublin", "Belfast", 200),
]  # fmt: skip


def _held(*lines: str) -> list[Fact]:
    held: list[Fact] = []
    for number, text in enumerate(lines):
        at, ref = AT + number * timedelta(minutes=5), f"message-{number}"
        origin = Origin("contact", FactSource.VISITOR, at, ref, message_id=ref, language="en")
        changes = ledger.hear(held, hear(text, language="en", at=at), origin)
        changes.apply()
        held.extend(changes.new)
    return held


def _known(held: list[Fact], key: str, now: datetime) -> list[str]:
    return [fact.value for fact in holding(held, now) if fact.key == key]


@pytest.mark.parametrize(("before", "said", "key", "until", "then", "days"), CASES)
def test_it_waits_for_its_day(
    before: str, said: str, key: str, until: str, then: str, days: int
) -> None:
    held = _held(before, said)
    assert _known(held, key, AT + timedelta(hours=1)) == [until]
    assert _known(held, key, AT + timedelta(days=days)) == [then]


@pytest.mark.parametrize(
    ("said", "key", "value"),
    [
        ("I need it by Friday, my number is +44 7700 900456", "phone", "+447700900456"),
        ("my new number since 1 February is +44 7700 900456", "phone", "+447700900456"),
        ("you can reach me in the mornings, order 10233 came on Monday", "preferred_hour", "morning"),
        ("my flight is on 10 March, my email is kim@new.example", "email", "kim@new.example"),
    ],
)  # fmt: skip
def test_a_day_of_something_else_makes_nothing_wait(said: str, key: str, value: str) -> None:
    assert _known(_held(said), key, AT + timedelta(hours=1)) == [value]
