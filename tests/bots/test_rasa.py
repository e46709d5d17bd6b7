"""However Rasa fails, a person takes over and the reason is the right one."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer, unused_port

from chat_server.bots import rasa as module
from chat_server.bots.rasa import RasaBot
from chat_server.domain.bot_turn import BotState
from chat_server.domain.facts.statement import Statement
from chat_server.domain.handoff import HandoffReason
from chat_server.domain.ports import BotError
from tests.bots.posing_rasa import ASKED, GOOD, Answering, Posing, rasa, saying


async def reason_of(turn: Answering, deadline: float = 5.0) -> HandoffReason:
    async with rasa(Posing(turn), deadline) as (bot, _):
        with pytest.raises(BotError) as failed:
            await bot.ask(ASKED)
    return failed.value.reason


async def test_a_turn_is_one_round_trip_with_all_that_is_known() -> None:
    stub = Posing(saying(GOOD))
    async with rasa(stub) as (bot, _):
        await bot.ask(ASKED)
    assert stub.asked == [
        (
            "/webhooks/samtal/turn",
            "Bearer secret",
            {
                "turn_id": "t1",
                "conversation_id": "x",
                "seq": 3,
                "text": "Where is 10432?",
                "locale": "en",
                "first_turn": False,
                "contact": {"id": "c1", "identified": True},
                "facts": [
                    {"id": "f1", "key": "name", "value": "Katrín", "observed_at": "2026-03-01"}
                ],
                "context": {"inbox": "hraun", "human_stretch": 3},
            },
        )
    ]


async def test_an_answer_brings_replies_understanding_and_facts() -> None:
    async with rasa(Posing(saying(GOOD))) as (bot, _):
        answer = await bot.ask(ASKED)
    assert answer.replies[0].content == {"type": "text", "text": "On its way."}
    assert answer.replies[0].used_facts == ("f1",)
    assert (answer.intent, answer.confidence) == ("order_status", 0.91)
    assert answer.entities == ({"entity": "order_number", "value": "10432", "start": 9, "end": 14},)
    assert answer.statements == (
        Statement("order_number", "10432", 0.9, 9, 14),
        Statement("open_problem", None, 0.8),
    )


async def test_a_handoff_without_a_word_is_an_answer() -> None:
    handoff = {"reason": "complaint", "summary": "torn"}
    async with rasa(Posing(saying({**GOOD, "replies": [], "handoff": handoff}))) as (bot, _):
        answer = await bot.ask(ASKED)
    assert (answer.handoff_reason, answer.handoff_summary) == ("complaint", "torn")


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (GOOD, 500),
        (GOOD, 401),
        ({"error": {"code": "internal", "message": "no"}}, 502),
        ("not json", 200),
        ("", 200),
        ("[]", 200),
        ("null", 200),
        ("{}", 200),
        ({**GOOD, "turn_id": "another"}, 200),
        ({**GOOD, "intent": None}, 200),
        ({**GOOD, "intent": {"name": "x", "confidence": 7}}, 200),
        ({**GOOD, "replies": "hello"}, 200),
        ({**GOOD, "replies": [{"content": {"type": "text", "text": ""}}]}, 200),
        ({**GOOD, "replies": [{"content": {"type": "dance"}}]}, 200),
        ({**GOOD, "replies": [{"content": {"type": "text", "text": "x" * 5_000}}]}, 200),
        ({**GOOD, "replies": GOOD["replies"] * 100}, 200),
        ({**GOOD, "handoff": {"reason": "boredom"}}, 200),
        ('{"turn_id": "t1", ' + "[" * 5_000, 200),
    ],
)
async def test_what_is_not_as_agreed_is_a_failure(body: object, status: int) -> None:
    assert await reason_of(saying(body, status)) is HandoffReason.BOT_FAILED


async def test_no_reply_is_a_failure_and_not_silence() -> None:
    assert await reason_of(saying({**GOOD, "replies": []})) is HandoffReason.BOT_EMPTY


async def test_ten_megabytes_are_not_read_to_the_end() -> None:
    written = 0

    async def flood(request: web.Request) -> web.StreamResponse:
        nonlocal written
        response = web.StreamResponse()
        await response.prepare(request)
        for _ in range(160):
            await response.write(b"x" * 65_536)
            written += 65_536
        return response

    assert await reason_of(flood) is HandoffReason.BOT_FAILED
    assert written < 10_000_000


async def test_a_bot_that_thinks_too_long_is_a_timeout() -> None:
    release = asyncio.Event()

    async def ponder(_: web.Request) -> web.StreamResponse:
        await release.wait()
        return web.Response()

    async with rasa(Posing(ponder), deadline=0.05) as (bot, _):
        with pytest.raises(BotError) as failed:
            await bot.ask(ASKED)
        release.set()
    assert failed.value.reason is HandoffReason.BOT_TIMEOUT


async def test_an_answer_that_drips_is_a_timeout_too() -> None:
    release = asyncio.Event()

    async def drip(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        await response.write(b"{")
        await release.wait()
        return response

    async with rasa(Posing(drip), deadline=0.05) as (bot, _):
        with pytest.raises(BotError) as failed:
            await bot.ask(ASKED)
        release.set()
    assert failed.value.reason is HandoffReason.BOT_TIMEOUT


async def test_a_connection_that_breaks_is_a_failure() -> None:
    async def hang_up(request: web.Request) -> web.StreamResponse:
        assert request.transport is not None
        request.transport.close()
        return web.Response()

    assert await reason_of(hang_up) is HandoffReason.BOT_FAILED


async def test_a_refused_connection_is_a_bot_that_is_not_there() -> None:
    async with aiohttp.ClientSession() as session:
        bot = RasaBot([f"http://127.0.0.1:{unused_port()}"], "secret", session)
        with pytest.raises(BotError) as failed:
            await bot.ask(ASKED)
    assert failed.value.reason is HandoffReason.BOT_UNAVAILABLE


async def test_it_is_starting_until_it_is_healthy_and_away_when_it_stops() -> None:
    stub = Posing(saying(GOOD), healthy=False)
    async with rasa(stub) as (bot, server):
        states = [bot.state()]
        for healthy in (False, True, True, False, False, True):
            stub.healthy = healthy
            await bot.check()
            states.append(bot.state())
        await server.close()
        await bot.check()
        states.append(bot.state())
    starting, ready, away = BotState.STARTING, BotState.READY, BotState.AWAY
    assert states == [starting, starting, ready, ready, away, away, ready, away]


async def test_one_that_is_not_there_for_long_is_looked_for_less(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "_HEALTH_EVERY_ILL", 0.01)
    monkeypatch.setattr(module, "_ILL_FOR_LONG", 0.5)
    monkeypatch.setattr(module, "_HEALTH_EVERY_ILL_FOR_LONG", 0.4)
    stub = Posing(saying(GOOD), healthy=False)
    async with rasa(stub) as (bot, _), asyncio.timeout(10):
        watching = asyncio.create_task(bot.watch())
        await asyncio.sleep(0.6)
        soon = len(stub.asked)
        await asyncio.sleep(0.6)
        later = len(stub.asked) - soon
        stub.healthy = True
        while bot.state() is not BotState.READY:
            await asyncio.sleep(0.01)
        watching.cancel()
    assert soon >= 5
    assert 1 <= later <= 2


async def test_a_bot_that_is_away_is_not_even_asked() -> None:
    stub = Posing(saying(GOOD))
    async with rasa(stub) as (bot, _):
        await bot.check()
        stub.healthy = False
        await bot.check()
        stub.asked.clear()
        with pytest.raises(BotError) as failed:
            await bot.ask(ASKED)
    assert failed.value.reason is HandoffReason.BOT_UNAVAILABLE
    assert stub.asked == []


async def test_one_healthy_rasa_of_several_is_enough() -> None:
    async with TestServer(_healthy()) as server, aiohttp.ClientSession() as session:
        gone = f"http://127.0.0.1:{unused_port()}"
        bot = RasaBot([gone, str(server.make_url("/"))], "secret", session)
        await bot.check()
        assert bot.state() is BotState.READY


async def test_every_rasa_that_is_there_forgets_though_one_is_not() -> None:
    stub = Posing(saying(GOOD))
    async with rasa(stub) as (_, server), aiohttp.ClientSession() as session:
        gone = f"http://127.0.0.1:{unused_port()}"
        bot = RasaBot([gone, str(server.make_url("/"))], "secret", session)
        with pytest.raises(BotError):
            await bot.forget(["x", "y"])
    assert stub.asked == [
        ("/webhooks/samtal/forget", "Bearer secret", {"conversation_ids": ["x", "y"]})
    ]


async def test_turns_of_one_conversation_go_to_one_rasa() -> None:
    stubs = [Posing(saying(GOOD)), Posing(saying(GOOD))]
    async with (
        rasa(stubs[0]) as (_, one),
        rasa(stubs[1]) as (_, two),
        aiohttp.ClientSession() as session,
    ):
        urls = [str(server.make_url("/")) for server in (one, two)]
        bot = RasaBot(urls, "secret", session)
        for _ in range(4):
            await bot.ask(ASKED)
    assert sorted(len(stub.asked) for stub in stubs) == [0, 4]


def _healthy() -> web.Application:
    app = web.Application()

    async def fine(_: web.Request) -> web.Response:
        return web.json_response({})

    app.router.add_get("/webhooks/samtal/health", fine)
    return app
