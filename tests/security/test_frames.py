"""Frames that no client of ours sends: the one who sends them is let go, the others notice nothing."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest

from chat_server.metrics import CONNECTED
from chat_server.sockets.engine import StrictEngine
from tests.hub.clients import PATIENCE, Clients, client_id
from tests.hub.fixtures import clients_of
from tests.hub.raw import RawPolling, RawSocket

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.hub.running import LocalHub


def message(text: str, **more: Any) -> dict[str, Any]:
    """A payload of `send_message`."""
    return {"client_id": client_id(), "content": {"type": "text", "text": text}, **more}


def connected() -> float:
    """Visitors' sockets by the hub's own count."""
    value: float = CONNECTED.labels("/visitor")._value.get()
    return value


async def joined(clients: Clients) -> RawSocket:
    """A raw socket that is a visitor."""
    raw = RawSocket(clients.http, clients.hub.url)
    await raw.open()
    await raw.join("/visitor", {"inbox": clients.hub.notes.inbox})
    await raw.frame("42/visitor,")
    return raw


async def until_gone(before: float) -> None:
    """Waits for the disconnect handler to have run."""
    async with asyncio.timeout(PATIENCE):
        while connected() > before:
            await asyncio.sleep(0.01)


BROKEN = {
    "a forged connect": '42/visitor,["connect",{"inbox":"hraun"},{}]',
    "a forged disconnect": '42/visitor,["disconnect","because"]',
    "a forged connect_error": '42/visitor,["connect_error",{}]',
    "the catch-all name": '42/visitor,["*",{}]',
    "an event without a name": "42/visitor,[]",
    "a name that is no word": "42/visitor,[7,{}]",
    "an event that is no list": '42/visitor,{"a":1}',
    "no JSON": "42/visitor,[nonsense",
    "announced attachments": '451-/visitor,["x",{"_placeholder":true,"num":0}]',
    "attachments without end": '459999999999-/visitor,["x",{"_placeholder":true,"num":0}]',
    "nesting without end": "42/visitor,[" + "[" * 1500 + "]" * 1500 + "]",
    "deep nesting": '42/visitor,["typing",' + "[" * 20 + "]" * 20 + "]",
    "a thousand containers": '42/visitor,["typing",[' + "[]," * 2500 + "[]]]",
    "an endless number": '42/visitor,["typing",' + "9" * 5000 + "]",
    "an endless ack id": "42/visitor," + "9" * 500 + '["typing",{}]',
    "an unknown packet type": "49/visitor,[]",
    "an error from a client": '44/visitor,{"message":"x"}',
    "an unknown engine packet": "x",
    "an empty message": "4",
    "a binary frame": b"\x04binary",
    "a binary frame in base64": "bAAEC",
}


@pytest.mark.parametrize("frame", BROKEN.values(), ids=BROKEN.keys())
async def test_a_broken_frame_ends_its_connection_at_once_and_leaves_no_ghost(
    sqlite_clients: Clients, frame: str | bytes
) -> None:
    before = connected()
    raw = await joined(sqlite_clients)
    assert connected() == before + 1
    await raw.send(frame)
    await raw.ended()
    await until_gone(before)


@pytest.mark.parametrize(
    "frame",
    ['42["send_message",{}]', '42/visitor,1["list_facts",{}]', '42/agent,1["subscribe",{}]'],
)
async def test_an_event_before_connect_is_not_handled(sqlite_clients: Clients, frame: str) -> None:
    raw = RawSocket(sqlite_clients.http, sqlite_clients.hub.url)
    await raw.open()
    await raw.send(frame)
    await raw.join("/visitor", {"inbox": sqlite_clients.hub.notes.inbox})
    await raw.frame("42/visitor,")
    assert not [frame for frame in raw.frames if frame.startswith("43")]
    await raw.close()


async def test_who_never_says_which_namespace_it_is_for_is_let_go(
    sqlite_clients: Clients, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(StrictEngine, "connect_within", 0.2)
    silent = RawSocket(sqlite_clients.http, sqlite_clients.hub.url)
    await silent.open()
    visitor = await sqlite_clients.visitor()
    await silent.ended()
    await visitor.answered("still here")


async def test_who_reads_nothing_is_let_go_before_the_memory_is_full(
    sqlite_clients: Clients, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chat_server.sockets.connection.MOST_QUEUED", 5)
    before = connected()
    polling = RawPolling(sqlite_clients.http, sqlite_clients.hub.url)
    await polling.open()
    hello = json.dumps({"inbox": sqlite_clients.hub.notes.inbox})
    await polling.post(f"40/visitor,{hello}")
    for number in range(8):
        await polling.post(f'42/visitor,{number}["list_facts",{{}}]')
    await until_gone(before)


async def test_no_namespace_but_ours_can_be_joined(sqlite_clients: Clients) -> None:
    for path, namespace in (
        ("/socket.io/", "/agent"),
        ("/socket.io/", "/admin"),
        ("/agent/socket.io/", "/visitor"),
        ("/agent/socket.io/", "/"),
    ):
        raw = RawSocket(sqlite_clients.http, sqlite_clients.hub.url, path)
        await raw.open()
        await raw.send(f"40{namespace},{{}}" if namespace != "/" else "40{}")
        await raw.frame(f"44{namespace}," if namespace != "/" else "44")
        await raw.close()


async def test_a_second_connect_on_the_same_socket_is_refused(sqlite_clients: Clients) -> None:
    raw = await joined(sqlite_clients)
    hello = json.dumps({"inbox": sqlite_clients.hub.notes.inbox})
    await raw.send(f"40/visitor,{hello}")
    await raw.frame("44/visitor,")
    await raw.close()


async def test_the_welcome_comes_right_after_the_connection_is_confirmed(
    sqlite_clients: Clients,
) -> None:
    raw = RawSocket(sqlite_clients.http, sqlite_clients.hub.url)
    await raw.open()
    await raw.join("/visitor", {"inbox": sqlite_clients.hub.notes.inbox})
    assert (await raw.frame("42/visitor,")).startswith('42/visitor,["welcome",')
    assert [frame[:2] for frame in raw.frames] == ["40", "42"]
    await raw.close()


async def test_an_unknown_command_is_answered(sqlite_clients: Clients) -> None:
    raw = await joined(sqlite_clients)
    await raw.send('42/visitor,7["delete_everything",{}]')
    ack = json.loads((await raw.frame("43/visitor,7")).partition("7")[2])[0]
    assert ack["ok"] is False
    assert ack["error"]["code"] == "invalid"
    await raw.close()


async def test_saved_up_commands_in_one_polled_body_are_all_handled(
    sqlite_hub: LocalHub, sqlite_clients: Clients
) -> None:
    polling = RawPolling(sqlite_clients.http, sqlite_hub.url)
    await polling.open()
    assert await polling.post(f"40/visitor,{json.dumps({'inbox': 'hraun'})}") == 200
    await polling.until('42/visitor,["welcome"')
    opened = message("0")
    await polling.post(f'42/visitor,0["send_message",{json.dumps(opened)}]')
    acked = await polling.until("43/visitor,0")
    ack = next(packet for packet in acked if packet.startswith("43/visitor,0"))
    conversation_id = json.loads(ack.partition("0")[2])[0]["data"]["conversation_id"]
    saved = [
        f'42/visitor,{n}["send_message",'
        f"{json.dumps(message(str(n), conversation_id=conversation_id))}]"
        for n in range(1, 31)
    ]
    assert await polling.post(*saved) == 200
    await polling.until("43/visitor,30")
    await polling.post(
        f'42/visitor,99["resume",{json.dumps({"conversation_id": conversation_id, "after": 0})}]'
    )
    resumed = next(p for p in await polling.until("43/visitor,99") if p.startswith("43/visitor,99"))
    messages = json.loads(resumed.partition("99")[2])[0]["data"]["messages"]
    said = [m["content"]["text"] for m in messages if m["author"]["kind"] == "visitor"]
    assert said == [str(n) for n in range(31)]


async def test_a_polled_body_that_is_not_taken_is_not_answered_with_ok(
    sqlite_clients: Clients,
) -> None:
    for body in (["4" * 3] * 1500, ["x"], ["42/visitor,[" * 3]):
        polling = RawPolling(sqlite_clients.http, sqlite_clients.hub.url)
        await polling.open()
        first = await polling.post(*body)
        assert first == 400 or await polling.post("3") == 400, "an ended session says so"


async def test_polling_carries_a_whole_dialogue_with_the_same_guarantees(
    sqlite_clients: Clients,
) -> None:
    visitor = await sqlite_clients.visitor(transport="polling")
    agent = await sqlite_clients.agent(transport="polling")
    await visitor.answered("by polling")
    await visitor.do("request_agent", conversation_id=visitor.conversation_id)
    conversation = await agent.accept(visitor.conversation_id)
    await agent.reply(conversation, "polled too")
    reply = await visitor.text("polled too")
    assert reply["prev_seq"] == reply["seq"] - 1
    once = client_id()
    assert await visitor.say("twice", client_id=once) == await visitor.say("twice", client_id=once)


@pytest.mark.parametrize("length", [70_000, 400_000])
async def test_a_message_longer_than_what_is_read_is_refused_by_code_on_every_way(
    sqlite_clients: Clients, length: int
) -> None:
    raw = await joined(sqlite_clients)
    huge = json.dumps(message("x" * length))
    await raw.send(f'42/visitor,7["send_message",{huge}]')
    ack = json.loads((await raw.frame("43/visitor,7")).partition("7")[2])[0]
    assert ack["error"]["code"] == "too_large"
    await raw.send(f'42/visitor,["typing",{huge}]')
    await raw.send('42/visitor,8["list_facts",{}]')
    assert '"ok":true' in await raw.frame("43/visitor,8")
    await raw.close()
    stranger = RawSocket(sqlite_clients.http, sqlite_clients.hub.url)
    await stranger.open()
    await stranger.send("40/visitor," + json.dumps({"inbox": "x" * length}))
    assert '"code":"too_large"' in await stranger.frame("44/visitor,")
    await stranger.close()


async def test_a_frame_beyond_all_measure_closes_with_the_code_for_it(
    sqlite_clients: Clients,
) -> None:
    raw = await joined(sqlite_clients)
    await raw.send("42/visitor," + "[" * 600_000)
    await raw.ended()
    assert raw.ws.close_code == 1009


async def test_one_address_has_so_many_connections_and_no_more(
    make_hub: Callable[..., LocalHub], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chat_server.app.sockets.MOST_PER_ADDRESS", 3)
    hub = make_hub(RATE_LIMITS="on")
    async with clients_of(hub) as clients:
        sockets = [RawSocket(clients.http, hub.url) for _ in range(3)]
        for raw in sockets:
            await raw.open()
        one_more = RawSocket(clients.http, hub.url)
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await one_more.open()
        polling = f"{hub.url}/socket.io/?EIO=4&transport=polling"
        async with clients.http.get(polling) as refused:
            assert refused.status == 401
        await sockets[0].close()
        async with asyncio.timeout(PATIENCE):
            while True:
                async with clients.http.get(polling) as answer:
                    if answer.status == 200:
                        break
                await asyncio.sleep(0.02)


async def test_nothing_is_compressed_whatever_the_client_offers(sqlite_clients: Clients) -> None:
    raw = RawSocket(sqlite_clients.http, sqlite_clients.hub.url)
    await raw.open(**{"Sec-WebSocket-Extensions": "permessage-deflate; client_max_window_bits"})
    assert "Sec-WebSocket-Extensions" not in raw.ws._response.headers
    await raw.close()


OWN = "the hub's own"
ORIGINS = {
    "none, as programs": (None, {}, True),
    "the hub's own": (OWN, {}, True),
    "another site": ("https://evil.example", {}, False),
    "a sandboxed page": ("null", {}, False),
    "another site, forwarded": (
        "https://evil.example",
        {"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https"},
        False,
    ),
    "a name bound anew": ("http://evil.example", {"Host": "evil.example"}, False),
}


@pytest.mark.parametrize(("origin", "headers", "allowed"), ORIGINS.values(), ids=ORIGINS.keys())
@pytest.mark.parametrize("path", ["/socket.io/", "/agent/socket.io/"])
async def test_a_page_of_another_site_opens_no_socket(
    sqlite_clients: Clients,
    path: str,
    origin: str | None,
    headers: dict[str, str],
    allowed: bool,  # noqa: FBT001 - a column of the table above
) -> None:
    hub = sqlite_clients.hub
    sent = {**headers, **({"Origin": hub.url if origin == OWN else origin} if origin else {})}
    is_agents = path.startswith("/agent")
    cookie = {"Cookie": f"samtal_session={await sqlite_clients.token('anna')}"} if is_agents else {}
    raw = RawSocket(sqlite_clients.http, hub.url, path)
    try:
        await raw.open(**sent, **cookie)
        namespace = "/agent" if is_agents else "/visitor"
        await raw.send(f"40{namespace},{json.dumps({} if is_agents else {'inbox': 'hraun'})}")
        answer = await raw.frame("4")
        await raw.close()
    except aiohttp.WSServerHandshakeError as refused:
        answer = f"HTTP {refused.status}"
    assert answer.startswith("40") if allowed else answer[:2] in {"44", "HT"}, answer
