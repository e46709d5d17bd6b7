"""What leaves: RFC 3339 times, no undeclared field, null only where a field is required."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from pydantic import Field, ValidationError

from chat_server.domain.agent import Agent, Availability, Role
from chat_server.domain.contact import Contact
from chat_server.domain.conversation import Conversation
from chat_server.domain.facts.fact import Fact, FactSource
from chat_server.domain.live import Snapshot
from chat_server.domain.message import Author, AuthorKind, Message, MessageKind
from chat_server.domain.ownership import first_owner
from chat_server.wire.base import Outbound, Timestamp, dump
from chat_server.wire.live import MessageCreated
from chat_server.wire.views import (
    Reader,
    contact_view,
    conversation_view,
    fact_view,
    message_created,
    message_view,
    presence_view,
)

NOW = datetime(2026, 3, 1, 12, 0, 0, 123_987, tzinfo=UTC)


class Example(Outbound):
    """A required field that may be null, and an optional one."""

    must: str | None
    may: str | None = None
    at: Timestamp = NOW
    renamed: int | None = Field(default=None, serialization_alias="from")


class Plain(Outbound):
    """Nothing to convert or to leave out."""

    name: str
    count: int


def test_what_is_json_already_is_told_as_it_is() -> None:
    plain = Plain(name="n", count=3)
    assert dump(plain) == plain.model_dump(mode="json") == {"name": "n", "count": 3}
    dump(plain)["name"] = "changed"
    assert plain.name == "n"


def test_a_required_field_is_null_and_an_optional_one_left_out() -> None:
    assert dump(Example(must=None)) == {"must": None, "at": "2026-03-01T12:00:00.123Z"}


@pytest.mark.parametrize(
    "when",
    [NOW, NOW.astimezone(timezone(timedelta(hours=5, minutes=30)))],
)
def test_times_are_utc_with_milliseconds(when: datetime) -> None:
    assert dump(Example(must="", at=when))["at"] == "2026-03-01T12:00:00.123Z"


def test_a_field_may_leave_under_another_name() -> None:
    assert dump(Example(must="", renamed=1))["from"] == 1


def test_an_undeclared_field_never_leaves() -> None:
    with pytest.raises(ValidationError):
        Example.model_validate({"must": "", "secret": 1})


# ---------------------------------------------------------------------- views


def message(kind: MessageKind = MessageKind.MESSAGE) -> Message:
    return Message(
        id="m",
        conversation_id="x",
        seq=5,
        public_prev_seq=2,
        client_id="k",
        author=Author(AuthorKind.VISITOR, "v", "Katrín"),
        sender="visitor:v",
        kind=kind,
        content={"type": "text", "text": "Hello"},
        text="Hello",
        created_at=NOW,
        used_facts=["f"],
        understood={"intent": "greet", "confidence": 0.5, "entities": []},
    )


@pytest.mark.parametrize(
    ("reader", "prev_seq", "inside", "name"),
    [
        (Reader.VISITOR, 2, False, "Katrín"),
        (Reader.AGENT, 4, True, "Katrín"),
        (Reader.MARKETER, 2, True, None),
    ],
)
def test_a_message_as_each_reader_sees_it(
    reader: Reader,
    prev_seq: int,
    inside: bool,  # noqa: FBT001
    name: str | None,
) -> None:
    view = dump(message_view(message(), reader))
    assert view["prev_seq"] == prev_seq
    assert ("used_facts" in view, "understood" in view) == (inside, inside)
    author = view["author"]
    assert isinstance(author, dict)
    assert author.get("name") == name


@pytest.mark.parametrize("kind", MessageKind)
@pytest.mark.parametrize("author", [Author(AuthorKind.VISITOR, "v", None), Author(AuthorKind.BOT)])
@pytest.mark.parametrize("understood", [None, {"intent": "greet", "confidence": 0.5}])
def test_a_message_is_told_as_its_model_says(
    kind: MessageKind, author: Author, understood: dict[str, object] | None
) -> None:
    told = replace(message(kind), author=author, understood=understood)
    inside, outside = (
        dump(MessageCreated(message=message_view(told, reader)))
        for reader in (Reader.AGENT, Reader.VISITOR)
    )
    assert message_created(told) == (inside, outside)


def test_a_marketer_sees_no_personal_data_of_a_contact() -> None:
    contact = Contact("c", "i", NOW, NOW, "sub", "Katrín", "k@hraun.is", "555", "is")
    assert dump(contact_view(contact, Reader.MARKETER)) == {
        "id": "c",
        "locale": "is",
        "identified": True,
    }
    assert "sub" not in dump(contact_view(contact, Reader.AGENT)).values()


def test_a_visitors_conversation_holds_nothing_of_ours() -> None:
    conversation = Conversation(
        "x",
        "i",
        "c",
        "v",
        "k",
        "en",
        first_owner("Snorri"),
        NOW,
        NOW,
        last_seq=5,
        last_public_seq=3,
    )
    conversation.tags, conversation.handoff_summary = ["rude"], "rude customer"
    conversation.page_url, conversation.return_note = "https://s/", "rude"
    snapshot = Snapshot(conversation, Contact("c", "i", NOW, NOW), "hraun", None, 3)
    outside = dump(conversation_view(snapshot, Reader.VISITOR))
    assert "rude" not in str(outside)
    assert outside["last_seq"] == 3
    inside = dump(conversation_view(snapshot, Reader.AGENT))
    assert (inside["last_seq"], inside["unread"], inside["tags"]) == (5, 3, ["rude"])


def test_an_account_leaves_without_its_password_or_address() -> None:
    agent = Agent("anna", "anna@hraun.is", "Anna", Role.AGENT, "$argon2", NOW, Availability.AWAY)
    assert dump(presence_view(agent)) == {"agent_id": "anna", "name": "Anna", "state": "away"}


def test_a_fact_leaves_with_its_words_and_a_name_people_read() -> None:
    fact = Fact("f", "c", "order_number", "10432", FactSource.VISITOR, 0.9, NOW)
    view = dump(fact_view(fact, "my order is 10432"))
    assert (view["label"], view["value"], view["quote"]) == ("Order", "10432", "my order is 10432")
    assert "contact_id" not in view
