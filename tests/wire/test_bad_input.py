"""Whatever comes in is refused with a stable code or made harmless."""

from __future__ import annotations

import contextlib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from chat_server.domain.errors import Invalid, SamtalError, TooLarge
from chat_server.wire.commands import (
    RasaUserUttered,
    RateConversation,
    SendAgentMessage,
    SendVisitorMessage,
    Tag,
    VisitorHandshake,
)
from chat_server.wire.content import Content
from chat_server.wire.errors import checked, error_body
from chat_server.wire.protocol import AGENT_COMMANDS, VISITOR_COMMANDS

TEXT = {"type": "text", "text": "Hello"}
EVERY = {
    **{f"visitor {name}": command.payload for name, command in VISITOR_COMMANDS.items()},
    **{f"agent {name}": command.payload for name, command in AGENT_COMMANDS.items()},
}


def message(**changes: Any) -> dict[str, Any]:
    return {"client_id": "k1", "content": TEXT, **changes}


@pytest.mark.parametrize(
    ("payload", "kind", "field"),
    [
        (None, Invalid, "payload"),
        ([], Invalid, "payload"),
        ("text", Invalid, "payload"),
        (7, Invalid, "payload"),
        ({}, Invalid, "client_id"),
        (message(client_id=""), Invalid, "client_id"),
        (message(client_id="a b"), Invalid, "client_id"),
        (message(client_id="k" * 65), Invalid, "client_id"),
        (message(client_id="k\n"), Invalid, "client_id"),
        (message(client_id=7), Invalid, "client_id"),
        (message(conversation_id={"$ne": ""}), Invalid, "conversation_id"),
        (message(content=None), Invalid, "content"),
        (message(content={"type": "text"}), Invalid, "content.text"),
        (message(content={"type": "text", "text": ""}), Invalid, "content.text"),
        (message(content={"type": "text", "text": " \n\t "}), Invalid, "content.text"),
        (message(content={"type": "text", "text": "\u202e\x00"}), Invalid, "content.text"),
        (message(content={"type": "text", "text": ["x"]}), Invalid, "content.text"),
        (message(content={"type": "card", "cards": []}), Invalid, "content.type"),
        (message(content={"type": "text", "text": "x" * 4_001}), TooLarge, "content.text"),
        (message(content={"type": "text", "text": "x" * 100_000}), TooLarge, "content.text"),
        (
            message(client_id="", content={"type": "text", "text": "x" * 100_000}),
            Invalid,
            "client_id",
        ),
    ],
)
def test_a_message_that_breaks_the_contract_names_the_field(
    payload: object, kind: type[SamtalError], field: str
) -> None:
    with pytest.raises(kind) as refused:
        checked(SendVisitorMessage, payload)
    assert field in (refused.value.fields or {})


@pytest.mark.parametrize("secret", ["<script>alert(1)</script>", "4111 1111 1111 1111"])
def test_a_refusal_does_not_repeat_what_was_sent(secret: str) -> None:
    with pytest.raises(SamtalError) as refused:
        checked(SendVisitorMessage, message(client_id=secret, conversation_id=[secret]))
    assert secret not in str(error_body(refused.value))


def test_a_refusal_names_a_few_fields_only() -> None:
    with pytest.raises(Invalid) as refused:
        checked(Tag, {"conversation_id": "", "tags": list(range(20))})
    assert len(refused.value.fields or {}) == 20


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("<b>bold</b> & <script>alert('x')</script>", "<b>bold</b> & <script>alert('x')</script>"),
        ("  hello \r\n there ", "hello \n there"),
        ("x" * 4_000, "x" * 4_000),
        ("👩‍👩‍👧‍👦" * 100, "👩‍👩‍👧‍👦" * 100),
        ("a\x00b\u202ec", "abc"),
        ("half \ud83d an emoji", "half  an emoji"),
        ("é" * 4_000, "é" * 4_000),
    ],
)
def test_text_is_kept_as_text(sent: str, kept: str) -> None:
    command = checked(SendVisitorMessage, message(content={"type": "text", "text": sent}))
    assert command.content.text == kept


def test_a_picked_choice_is_shown_by_its_label() -> None:
    content = {"type": "text", "text": "/affirm", "label": "Yes"}
    command = checked(SendVisitorMessage, message(content=content))
    assert command.content.stored() == {"type": "text", "text": "Yes", "payload": "/affirm"}


def test_unknown_fields_are_ignored_and_not_kept() -> None:
    content = {**TEXT, "code": "resolved", "html": "<b>", "used_facts": ["f"]}
    command = checked(SendVisitorMessage, message(content=content, author="agent", seq=1))
    assert command.content.stored() == TEXT
    assert not hasattr(command, "author")


@pytest.mark.parametrize("score", [0, 6, 4.5, "five", None, 10**30])
def test_a_rating_off_the_scale_is_invalid(score: object) -> None:
    with pytest.raises(Invalid):
        checked(RateConversation, {"conversation_id": "x", "score": score})


@pytest.mark.parametrize(
    "changes",
    [
        {"epoch": -1},
        {"epoch": 2**70},
        {"epoch": None},
        {"content": {"type": "image", "url": "javascript:alert(1)", "name": "x"}},
        {"content": {"type": "image", "url": "//evil.test/x.png", "name": "x"}},
        {"content": {"type": "image", "url": "/\\evil.test", "name": "x"}},
        {"content": {"type": "image", "url": "data:text/html,x", "name": "x"}},
        {"content": {"type": "choices", "text": "?", "choices": []}},
        {"content": {"type": "card", "cards": [{"title": "x", "url": "javascript:1"}]}},
        {"content": {"type": "html", "html": "<b>"}},
    ],
)
def test_an_agents_message_is_checked_as_well(changes: dict[str, Any]) -> None:
    good = {"client_id": "k", "conversation_id": "x", "epoch": 1, "content": TEXT}
    assert checked(SendAgentMessage, good).epoch == 1
    with pytest.raises(Invalid):
        checked(SendAgentMessage, {**good, **changes})


@pytest.mark.parametrize(
    "url", ["/uploads/1.png", "https://shop.test/a.png", "HTTP://shop.test/a.png"]
)
def test_pictures_come_from_the_web_or_from_here(url: str) -> None:
    adapter: TypeAdapter[Any] = TypeAdapter(Content)
    assert adapter.validate_python({"type": "image", "url": url, "name": "x"}).url == url


@pytest.mark.parametrize(
    "hello",
    [
        {},
        {"inbox": ""},
        {"inbox": "a/b"},
        {"inbox": "hraun", "token": "t" * 201},
        {"inbox": "hraun", "token": ["x"]},
        {"inbox": "hraun", "token": "\ud800"},
        {"inbox": "hraun", "identity": "i" * 4_001},
        {"inbox": "hraun", "locale": "<script>"},
        {"inbox": "hraun", "locale": "e"},
        {"inbox": "hraun", "page": "https://s/"},
    ],
)
def test_a_handshake_that_breaks_the_contract_is_refused(hello: dict[str, Any]) -> None:
    with pytest.raises(SamtalError):
        checked(VisitorHandshake, hello)


def test_odd_words_of_the_website_turn_no_visitor_away() -> None:
    page = {
        "url": "javascript:alert(1)",
        "title": "t" * 5_000,
        "referrer": "https://s/" + "x" * 5_000,
    }
    hello = checked(VisitorHandshake, {"inbox": "hraun", "page": page, "element": "../../etc"})
    assert hello.page is not None
    assert hello.element is None
    assert hello.page.url == ""
    assert len(hello.page.title or "") < 1_000
    assert len(hello.page.referrer or "") <= 2_000


@pytest.mark.parametrize("locale", ["en", "is", "zh-TW", "pt_BR", "sr-Latn-RS"])
def test_languages_are_told_by_their_tags(locale: str) -> None:
    assert checked(VisitorHandshake, {"inbox": "hraun", "locale": locale}).locale == locale


def test_rasas_protocol_is_checked_too() -> None:
    for payload in ({}, {"message": ""}, {"message": ["x"]}, {"message": "x" * 100_000}):
        with pytest.raises(SamtalError):
            checked(RasaUserUttered, payload)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["client_id", "conversation_id", "content", "seq", "text", "type"])
            | st.text(max_size=8),
            inner,
            max_size=6,
        )
    ),
    max_leaves=12,
)


@pytest.mark.parametrize("name", EVERY)
@settings(max_examples=20)
@given(payload=json_values)
def test_no_payload_is_an_internal_error(name: str, payload: object) -> None:
    # Anything else that is raised fails the test.
    with contextlib.suppress(Invalid, TooLarge):
        checked(EVERY[name], payload)


def test_only_too_long_is_too_large() -> None:
    with pytest.raises(TooLarge):
        checked(Tag, {"conversation_id": "x", "tags": ["t"] * 21})
    with pytest.raises(Invalid):
        checked(Tag, {"conversation_id": "x", "tags": ["", "t" * 41]})


def test_payloads_cannot_be_changed_once_checked() -> None:
    command = checked(SendVisitorMessage, message())
    with pytest.raises(ValidationError):
        command.client_id = "other"  # type: ignore[misc]  # that it cannot be is the point
