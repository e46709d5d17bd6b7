"""What was acknowledged is there after a crash, and nothing is acknowledged that was not kept."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest
from aiohttp import web

from tests.faults.echo_bot import echo
from tests.hub.clients import PATIENCE, Clients, VisitorSocket, client_id
from tests.hub.data import fill
from tests.hub.fixtures import clients_of
from tests.hub.running import HubProcess, LocalHub

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.services.postgres import Postgres


class StubRasa:
    """Answers turns over HTTP as our connector does; may be told to hold them."""

    def __init__(self) -> None:
        self.turns: list[dict[str, Any]] = []
        self.asked = asyncio.Event()
        self.may_answer = asyncio.Event()
        self.may_answer.set()
        self.url = ""

    async def turn(self, request: web.Request) -> web.Response:
        question = await request.json()
        self.turns.append(question)
        self.asked.set()
        await self.may_answer.wait()
        return web.json_response(echo(question))

    async def health(self, _: web.Request) -> web.Response:
        return web.json_response({"status": "ok", "model": "stub"})


@asynccontextmanager
async def stub_rasa() -> AsyncIterator[StubRasa]:
    """Served on a free port."""
    stub, app = StubRasa(), web.Application()
    app.router.add_post("/webhooks/samtal/turn", stub.turn)
    app.router.add_get("/webhooks/samtal/health", stub.health)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    stub.url = site.name
    try:
        yield stub
    finally:
        stub.may_answer.set()
        await runner.cleanup()


async def ready(clients: Clients) -> None:
    """Until the hub has seen its bot."""
    async with asyncio.timeout(PATIENCE):
        while (await clients.call("GET", "/readyz")).body["dependencies"]["bot"] != "ok":
            await asyncio.sleep(0.02)


async def _until_said(visitor: VisitorSocket, text: str) -> list[dict[str, Any]]:
    """All messages once that is one of them; a hub that starts again may say it before anybody is there to be told."""
    async with asyncio.timeout(PATIENCE):
        while True:
            held = await visitor.do("resume", conversation_id=visitor.conversation_id, after=0)
            messages: list[dict[str, Any]] = held["messages"]
            if any(m["content"].get("text") == text for m in messages):
                return messages
            await asyncio.sleep(0.05)


async def test_a_hub_killed_mid_dialogue_loses_nothing_and_answers_the_open_question_once(
    hub_process: HubProcess,
) -> None:
    async with stub_rasa() as rasa, clients_of(hub_process) as clients:
        hub_process.environ["RASA_URL"] = rasa.url
        # A bot that is slow because the machine is busy would be left alone, and a person get the question.
        hub_process.program = ("-m", "tests.faults.sabotaged", "patient", "trusting")
        await asyncio.to_thread(hub_process.start)
        await ready(clients)
        visitor = await clients.visitor()
        acked = [await visitor.say(f"message {number}") for number in range(5)]
        await visitor.text("You said: message 4")
        token = (await visitor.welcome())["token"]
        rasa.asked.clear()
        rasa.may_answer.clear()
        unsure = client_id()
        acked.append(await visitor.say("still open", client_id=unsure))
        await rasa.asked.wait()
        hub_process.kill9()
        await visitor.closed.wait()
        rasa.may_answer.set()
        await asyncio.to_thread(hub_process.start)
        again = await clients.visitor(token=token)
        assert again.conversation_id == visitor.conversation_id
        messages = await _until_said(again, "You said: still open")
        assert await again.say("still open", client_id=unsure) == acked[-1]
        assert len(await _until_said(again, "still open")) == len(messages)
        assert [m["seq"] for m in messages] == list(range(1, len(messages) + 1))
        by_seq = {m["seq"]: m["id"] for m in messages}
        assert all(by_seq[sent["seq"]] == sent["message_id"] for sent in acked)
        texts = [m["content"]["text"] for m in messages]
        assert texts.count("still open") == 1
        assert texts.count("You said: still open") == 1
        asked = [turn["turn_id"] for turn in rasa.turns if turn["text"] == "still open"]
        assert len(set(asked)) == 1, "asked again under the same id, so that it cannot act twice"


@pytest.mark.parametrize("end", ["stop", "kill9"])
async def test_while_the_database_is_away_nothing_is_acknowledged_and_after_it_all_works(
    spare_postgres: Postgres, tmp_path: Path, end: str
) -> None:
    assert spare_postgres.server is not None
    notes = await fill(spare_postgres.url)
    notes.write(tmp_path)
    hub = LocalHub(notes, tmp_path, spare_postgres.url)
    await asyncio.to_thread(hub.start)
    try:
        async with clients_of(hub) as clients:
            visitor, agent = await clients.visitor(), await clients.agent()
            await visitor.answered("before")
            conversation = await agent.accept(visitor.conversation_id)
            await asyncio.to_thread(getattr(spare_postgres.server, end))
            content = {"type": "text", "text": "during"}
            once = client_id()
            target = {"conversation_id": visitor.conversation_id}
            assert (
                await visitor.refusal("send_message", client_id=once, content=content, **target)
                == "unavailable"
            )
            assert (
                await agent.refusal(
                    "send_message", client_id=once, content=content, epoch=3, **target
                )
                == "unavailable"
            )
            assert await visitor.refusal("resume", after=0, **target) == "unavailable"
            answer = await clients.call("GET", "session", await clients.token("anna"))
            assert answer.status == 503
            assert answer.body["code"] == "unavailable"
            state = await clients.call("GET", "/readyz")
            assert state.status == 503
            assert state.body["dependencies"]["database"] == "away"
            assert (await clients.call("GET", "/healthz")).status == 200
            await asyncio.to_thread(spare_postgres.server.start)
            await visitor.say("during", client_id=once)
            await agent.text("during")
            await agent.reply(conversation, "after")
            await visitor.text("after")
            held = await visitor.do("resume", after=0, **target)
            said = [m["content"]["text"] for m in held["messages"] if m["kind"] == "message"]
            assert said == ["before", "You said: before", "during", "after"]
    finally:
        await asyncio.to_thread(hub.stop)
