"""Wrong, hostile and odd payloads: a stable code or harmless text, nothing lost, nothing half done."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.hub import schema
from tests.hub.clients import Clients, Socket, client_id
from tests.hub.raw import RawSocket

if TYPE_CHECKING:
    from collections.abc import Iterator

Json = dict[str, Any]
CODES = {"invalid", "not_found", "not_allowed", "conflict", "too_large"}
ODD: tuple[Any, ...] = (
    None,
    True,
    -1,
    0,
    2**31,
    2**63,
    1e308,
    "",
    "x" * 20_000,
    "\x00",
    "a\x00b",
    [],
    ["x"],
    [[[[[[]]]]]],
    {},
    {"$ne": None},
    {"type": "text"},
    {"type": "text", "text": {"a": 1}},
    "' OR 1=1 --",
    "../../etc/passwd",
)


def variations(namespace: str, command: str) -> Iterator[object]:
    """The whole payload odd; each field odd, missing, or one that nobody knows."""
    model = schema.definition(schema.commands_of(namespace)[command])
    fields = model.get("properties", {})
    good = {name: sample(name) for name in fields}
    yield from ("a string", 7, [], ["x"], [good], True)
    for name in fields:
        yield {n: value for n, value in good.items() if n != name}
        for odd in ODD:
            yield {**good, name: odd}
    yield {**good, "unknown": {"deep": [1, {"er": None}]}, "__proto__": {"x": 1}}


def sample(name: str) -> object:
    """Of the right type, though of nothing that exists."""
    samples: Json = {
        "content": {"type": "text", "text": "odd"},
        "on": True,
        "seq": 1,
        "after": 0,
        "epoch": 1,
        "revision": 1,
        "score": 3,
        "granted": True,
        "solved": True,
        "tags": ["a"],
        "purpose": "memory",
        "state": "online",
        "view": "mine",
        "inbox": None,
        "agent_id": None,
        "until": None,
        "email": "made-up@example.com",
        "facts": [],
    }
    return samples.get(name, f"made-up-{name}")


def about_conversations(namespace: str) -> list[str]:
    """Commands that name one."""
    return [
        command
        for command, model in schema.commands_of(namespace).items()
        if "conversation_id" in schema.definition(model).get("properties", {})
        and command != "take_over"  # a supervisor's right, which is asked for first
    ]


ALL = [
    (namespace, command)
    for namespace in (schema.VISITOR, schema.AGENT)
    for command in schema.commands_of(namespace)
    if command not in {"forget_me", "list_facts"}
]


@pytest.mark.parametrize(("namespace", "command"), ALL)
async def test_every_field_of_every_command_takes_anything_and_answers(
    clients: Clients, namespace: str, command: str
) -> None:
    is_visitor = namespace == schema.VISITOR
    socket: Socket = await (clients.visitor() if is_visitor else clients.agent())
    for payload in variations(namespace, command):
        ack = await socket.ack(command, payload)
        assert ack["ok"] or ack["error"]["code"] in CODES, (payload, ack)
    assert not socket.closed.is_set()


@pytest.mark.parametrize("command", about_conversations(schema.VISITOR))
async def test_somebody_elses_conversation_is_as_unknown_as_none(
    clients: Clients, command: str
) -> None:
    owner, stranger = await clients.visitor(), await clients.visitor()
    await owner.answered("private")
    model = schema.definition(schema.commands_of(schema.VISITOR)[command])
    payload = {name: sample(name) for name in model["properties"]}
    for unknown in (owner.conversation_id, "made-up"):
        code = await stranger.refusal(command, **{**payload, "conversation_id": unknown})
        assert code == "not_found"
    await owner.answered("undisturbed")


@pytest.mark.parametrize("command", about_conversations(schema.AGENT))
async def test_an_unknown_conversation_is_not_found_for_agents(
    clients: Clients, command: str
) -> None:
    model = schema.definition(schema.commands_of(schema.AGENT)[command])
    agent = await clients.agent()
    payload = {name: sample(name) for name in model["properties"]}
    assert await agent.refusal(command, **{**payload, "conversation_id": "made-up"}) == "not_found"


async def test_a_hundred_kilobytes_of_text_are_too_large_and_the_connection_lives(
    clients: Clients,
) -> None:
    visitor, agent = await clients.visitor(), await clients.agent()
    await visitor.answered("before")
    for huge in ("x" * 100_000, "Ж" * 50_000, "🏔" * 25_000):
        content = {"type": "text", "text": huge}
        for socket, command, more in (
            (visitor, "send_message", {}),
            (agent, "send_message", {"epoch": 1}),
            (agent, "add_note", {}),
        ):
            code = await socket.refusal(
                command,
                client_id=client_id(),
                conversation_id=visitor.conversation_id,
                content=content,
                **more,
            )
            assert code == "too_large"
    await visitor.answered("after")
    assert not agent.closed.is_set()
    assert await visitor.say("y" * 4_000)
    with pytest.raises(Exception, match="too_large"):
        await visitor.say("y" * 4_001)


HARMLESS = {
    "emoji with joiners": "👩‍👩‍👧‍👦 🏔️ 🇮🇸",
    "right to left": "שלום، مرحبا بكم",
    "four scripts": "Þórður Жанна 冰島 ไทย",
    "astral letters": "𝔖𝔞𝔪𝔱𝔞𝔩 𐍈",
    "newlines and tabs": "one\n\ttwo\n\nthree",
    "combining marks": "n\u0303 a\u030a".encode().decode(),
    "SQL": "Robert'); DROP TABLE messages;-- %_\\",
    "JSON": '{"ok": true, "$ref": "#/"}',
    "HTML": "<b>bold</b> &amp; &lt;i&gt; <!-- x -->",
    "script": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "template": "{{7*7}} ${7*7} <%= 7*7 %> {% raw %}",
}


@pytest.mark.parametrize("text", HARMLESS.values(), ids=HARMLESS.keys())
async def test_odd_but_harmless_text_comes_back_as_it_was_said(clients: Clients, text: str) -> None:
    visitor = await clients.visitor()
    await visitor.say(text)
    own = await visitor.message(lambda m: m["author"]["kind"] == "visitor")
    expected = text.replace("n\u0303", "ñ").replace("a\u030a", "å")
    assert own["content"] == {"type": "text", "text": expected}
    held = await visitor.do("resume", conversation_id=visitor.conversation_id, after=0)
    assert held["messages"][0]["content"]["text"] == expected
    found = await clients.get(f"conversations/{visitor.conversation_id}/messages")
    assert found["items"][0]["content"]["text"] == expected


CLEANED = {
    "NUL": ("be\x00fore", "before"),
    "escape sequences": ("\x1b[31mred\x07", "[31mred"),
    "bidi override": ("abc\u202efdp.exe", "abcfdp.exe"),
    "isolates": ("\u2066abc\u2069", "abc"),
    "byte order mark": ("\ufeffabc", "abc"),
    "lone surrogates": ("a\ud800b\udfffc", "abc"),
    "line separators": ("a\u2028b", "ab"),
    "windows newlines": ("a\r\nb\rc", "a\nb\nc"),
}


@pytest.mark.parametrize(("said", "kept"), CLEANED.values(), ids=CLEANED.keys())
async def test_control_characters_are_cleaned_on_both_databases(
    clients: Clients, said: str, kept: str
) -> None:
    visitor = await clients.visitor()
    await visitor.say(said)
    own = await visitor.message(lambda m: m["author"]["kind"] == "visitor")
    assert own["content"]["text"] == kept


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "\x00", "\u202e", "\ud800"])
async def test_text_of_which_nothing_is_left_is_invalid(clients: Clients, text: str) -> None:
    visitor = await clients.visitor()
    code = await visitor.refusal(
        "send_message", client_id=client_id(), content={"type": "text", "text": text}
    )
    assert code == "invalid"


HOSTILE = "<script>alert(1)</script>\x00\ud800\u202e'\"`=cmd()"


async def test_hostile_text_in_every_field_of_a_visitor_breaks_nothing(
    clients: Clients,
) -> None:
    agent = await clients.agent()
    for page in (
        {"url": f"https://hraun.example/{HOSTILE}", "title": HOSTILE, "referrer": HOSTILE},
        {"url": "javascript:alert(1)", "title": "x", "referrer": "data:text/html,x"},
    ):
        visitor = await clients.visitor(page=page)
        await visitor.answered("hello")
        asked = await visitor.do(
            "request_agent", conversation_id=visitor.conversation_id, reason=HOSTILE
        )
        await visitor.do(
            "typing", conversation_id=visitor.conversation_id, on=True, preview=HOSTILE
        )
        await visitor.do(
            "rate_conversation",
            conversation_id=visitor.conversation_id,
            score=1,
            comment=HOSTILE,
        )
        seen = await agent.accept(asked["conversation"]["id"])
        shown = json.dumps(seen)
        assert "\\u0000" not in shown
        assert "\\ud800" not in shown
        assert not str(seen.get("page_url", "")).lower().startswith("javascript:")
        assert not str(seen.get("referrer", "")).lower().startswith(("javascript:", "data:"))


async def test_hostile_text_in_every_field_of_an_agent_breaks_nothing(
    clients: Clients,
) -> None:
    agent, visitor = await clients.agent(), await clients.visitor()
    await visitor.answered("hello")
    conversation = await agent.accept(visitor.conversation_id)
    target = {"conversation_id": conversation["id"]}
    await agent.do("tag", **target, tags=[f"{HOSTILE[:30]}"])
    for content in (
        {"type": "text", "text": HOSTILE, "code": HOSTILE, "name": HOSTILE, "score": 10**30},
        {"type": "choices", "text": HOSTILE, "choices": [{"label": HOSTILE, "payload": HOSTILE}]},
        {"type": "card", "cards": [{"title": HOSTILE, "url": "https://x.example/\x00"}]},
        {"type": "form", "text": "x", "fields": [{"name": HOSTILE, "label": HOSTILE}]},
        {"type": "file", "url": "https://x.example/a", "name": HOSTILE, "size": 10**30},
    ):
        ack = await agent.ack(
            "send_message",
            {
                **target,
                "client_id": client_id(),
                "epoch": conversation["owner"]["epoch"],
                "content": content,
            },
        )
        assert ack["ok"] or ack["error"]["code"] in {"invalid", "too_large"}, ack
    for url in ("javascript:alert(1)", "//evil.example", "\\\\evil", " java\tscript:x", "data:x"):
        code = await agent.refusal(
            "send_message",
            **target,
            client_id=client_id(),
            epoch=conversation["owner"]["epoch"],
            content={"type": "card", "cards": [{"title": "x", "url": url}]},
        )
        assert code == "invalid", url
    await agent.do("return_to_bot", **target, note=HOSTILE)
    await visitor.answered("still fine")


async def test_odd_handshakes_are_refused_by_code_on_both_databases(clients: Clients) -> None:
    raw_auths: tuple[Any, ...] = (
        {"inbox": "hraun\x00"},
        {"inbox": "hraun", "token": "\x00"},
        {"inbox": "hraun", "token": "\ud800"},
        {"inbox": "hraun", "identity": "\ud800.\x00.x"},
        {"inbox": "hraun", "page": {"url": 7}},
        {"inbox": {"$ne": None}},
        ["hraun"],
        "hraun",
        7,
    )
    for auth in raw_auths:
        raw = RawSocket(clients.http, clients.hub.url)
        await raw.open()
        await raw.send(f"40/visitor,{json.dumps(auth)}")
        refused = json.loads((await raw.frame("44/visitor,")).partition(",")[2])
        assert refused["data"]["code"] in {"invalid", "not_allowed", "not_found"}, (auth, refused)
        await raw.close()


async def test_no_page_however_odd_keeps_its_visitor_from_the_chat(clients: Clients) -> None:
    agent = await clients.agent()
    visitor = await clients.visitor(
        page={"url": "https://hraun.example/?q=" + "x" * 9_000, "title": "t" * 900},
        element="broken while copying ",
        locale="en-US-u-hc-h12",
    )
    await visitor.say("long address")
    seen = await agent.accept(visitor.conversation_id)
    assert len(seen["page_url"]) == 2_000
    assert len(seen["page_title"]) == 200
    assert "element" not in seen
    assert seen["locale"] == "en-US"


async def test_unknown_fields_are_ignored_so_that_clients_may_be_newer(clients: Clients) -> None:
    visitor = await clients.visitor(colour_scheme="dark")
    await visitor.say("newer", mood="curious", content_language="en")
    await visitor.text("You said: newer")


async def test_commands_without_payload_take_none_null_and_an_object(clients: Clients) -> None:
    visitor = await clients.visitor()
    for payload in (None, {}, {"x": 1}):
        assert (await visitor.ack("list_facts", payload))["ok"]


async def test_what_one_sender_calls_a_message_says_nothing_about_anothers(
    clients: Clients,
) -> None:
    visitor, agent = await clients.visitor(), await clients.agent()
    sent = await visitor.say("mine", client_id="the-same")
    conversation = await agent.accept(visitor.conversation_id)
    ack = await agent.do(
        "send_message",
        client_id="the-same",
        conversation_id=conversation["id"],
        epoch=conversation["owner"]["epoch"],
        content={"type": "text", "text": "the agent's own"},
    )
    assert ack["seq"] != sent["seq"]
    await visitor.text("the agent's own")
