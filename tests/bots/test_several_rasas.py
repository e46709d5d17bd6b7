"""Several Rasas: an ill one is passed over, a busy one is no ill one, and no turn is lost with a connection."""

from __future__ import annotations

import asyncio
import dataclasses
import time
from contextlib import AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING

import aiohttp
import pytest
from aiohttp import web

from chat_server.bots.breaker import SLOTS, BreakerState
from chat_server.bots.pinning import preferred
from chat_server.bots.rasa import RasaBot
from chat_server.domain.bot_turn import Answer, BotHealth, BotState, Question
from chat_server.domain.handoff import HandoffReason
from chat_server.domain.ports import BotError
from tests.bots.posing_rasa import ASKED, GOOD, Posing, rasa, saying

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from aiohttp.test_utils import BaseTestServer

BUSY = saying({"error": {"code": "busy", "message": "no"}}, 503)


class Crowd:
    """Some stubs and the bot in front of them."""

    def __init__(self, stubs: list[Posing], servers: list[BaseTestServer], bot: RasaBot) -> None:
        self.bot = bot
        self.stubs = {_address(server): stub for server, stub in zip(servers, stubs, strict=True)}
        self.servers = {_address(server): server for server in servers}

    def order(self, question: Question = ASKED) -> list[Posing]:
        """The stubs as this dialogue prefers them."""
        return [self.stubs[name] for name in preferred(question.conversation_id, self.stubs)]

    def turns(self) -> list[int]:
        """How many each was asked, by this dialogue's preference."""
        return [sum(path.endswith("/turn") for path, _, _ in stub.asked) for stub in self.order()]

    def states(self) -> list[BreakerState]:
        """By this dialogue's preference."""
        found = dict(zip(self.stubs, self.bot.circuits(), strict=True))
        return [found[name] for name in preferred(ASKED.conversation_id, self.stubs)]


@asynccontextmanager
async def crowd(number: int, deadline: float = 5.0) -> AsyncIterator[Crowd]:
    async with AsyncExitStack() as stack:
        stubs = [Posing(saying(GOOD)) for _ in range(number)]
        servers = [(await stack.enter_async_context(rasa(stub)))[1] for stub in stubs]
        session = await stack.enter_async_context(aiohttp.ClientSession())
        bot = RasaBot([str(one.make_url("/")) for one in servers], "secret", session, deadline)
        await bot.check()
        yield Crowd(stubs, servers, bot)


def _address(server: BaseTestServer) -> str:
    return f"{server.host}:{server.port}"


async def _reason(bot: RasaBot) -> HandoffReason:
    with pytest.raises(BotError) as failed:
        await bot.ask(ASKED)
    return failed.value.reason


async def test_the_next_in_a_dialogues_order_stands_in_for_an_ill_one_until_it_is_back() -> None:
    async with crowd(3) as three:
        own, second, _ = three.order()
        own.healthy = False
        await three.bot.check()
        await three.bot.ask(ASKED)
        assert three.turns() == [0, 1, 0]
        second.healthy = False
        await three.bot.check()
        await three.bot.ask(ASKED)
        assert three.turns() == [0, 1, 1]
        own.healthy = True
        await three.bot.check()
        await three.bot.ask(ASKED)
        assert three.turns() == [1, 1, 1]
        assert three.bot.state() is BotState.READY


async def test_dialogues_of_one_that_is_well_do_not_notice_that_another_is_ill() -> None:
    async with crowd(4) as four:
        questions = [dataclasses.replace(ASKED, conversation_id=f"d{n}") for n in range(40)]
        ill = four.order()[0]
        before = [four.order(question)[0] for question in questions]
        assert ill in before
        ill.healthy = False
        await four.bot.check()
        for question in questions:
            await four.bot.ask(question)
        for question, own in zip(questions, before, strict=True):
            asked = [
                stub
                for stub in four.stubs.values()
                if any(
                    body and body["conversation_id"] == question.conversation_id
                    for *_, body in stub.asked
                )
            ]
            assert asked == ([four.order(question)[1]] if own is ill else [own])


async def test_each_has_a_circuit_of_its_own() -> None:
    async with crowd(2) as two:
        own, _ = two.order()
        own.turn = saying("no answer", 500)
        reasons = [await _reason(two.bot) for _ in range(3)]
        assert reasons == [HandoffReason.BOT_FAILED] * 3
        assert two.states() == [BreakerState.OPEN, BreakerState.CLOSED]
        await two.bot.ask(ASKED)
        assert two.turns() == [3, 1]


async def test_one_that_takes_no_more_is_not_ill_and_the_next_is_asked() -> None:
    async with crowd(2) as two:
        two.order()[0].turn = BUSY
        for _ in range(5):
            await two.bot.ask(ASKED)
        assert two.states() == [BreakerState.CLOSED] * 2
        assert two.turns() == [5, 5]


async def test_when_all_are_busy_a_person_comes_within_the_deadline() -> None:
    async with crowd(2, deadline=1.0) as two:
        for stub in two.order():
            stub.turn = BUSY
        began = time.monotonic()
        assert await _reason(two.bot) is HandoffReason.BOT_BUSY
        assert time.monotonic() - began < 1.0
        assert two.states() == [BreakerState.CLOSED] * 2


async def test_who_has_to_wait_for_its_own_goes_to_one_that_has_nothing_to_do() -> None:
    async with crowd(2) as two:
        own, _ = two.order()
        release = asyncio.Event()

        async def slowly(_: web.Request) -> web.StreamResponse:
            await release.wait()
            return web.json_response(GOOD)

        own.turn = slowly
        held = [asyncio.create_task(two.bot.ask(ASKED)) for _ in range(SLOTS)]
        while two.turns()[0] < SLOTS:
            await asyncio.sleep(0.01)
        began = time.monotonic()
        assert isinstance(await two.bot.ask(ASKED), Answer)
        assert time.monotonic() - began < 0.9
        assert two.turns() == [SLOTS, 1]
        release.set()
        await asyncio.gather(*held)


async def _hang_up(request: web.Request) -> web.StreamResponse:
    assert request.transport is not None
    request.transport.abort()
    return web.Response()


async def test_a_turn_whose_connection_broke_is_asked_for_at_the_next_under_the_same_id() -> None:
    async with crowd(2) as two:
        own, second = two.order()
        own.turn = _hang_up
        assert isinstance(await two.bot.ask(ASKED), Answer)
        bodies = [
            body for stub in (own, second) for path, _, body in stub.asked if path.endswith("/turn")
        ]
        assert len(bodies) == 2
        assert bodies[0] == bodies[1]


async def test_a_message_at_which_rasas_die_does_not_end_all_of_them() -> None:
    async with crowd(4) as four:
        for stub in four.order():
            stub.turn = _hang_up
        assert await _reason(four.bot) is HandoffReason.BOT_FAILED
        assert four.turns() == [1, 1, 0, 0]


async def test_one_that_thinks_too_long_is_not_asked_again_elsewhere() -> None:
    async with crowd(2, deadline=0.3) as two:
        release = asyncio.Event()

        async def ponder(_: web.Request) -> web.StreamResponse:
            await release.wait()
            return web.Response()

        two.order()[0].turn = ponder
        assert await _reason(two.bot) is HandoffReason.BOT_TIMEOUT
        assert two.turns() == [1, 0]
        release.set()


async def test_an_address_that_is_named_twice_is_one_bot() -> None:
    async with rasa(Posing(saying(GOOD))) as (_, server), aiohttp.ClientSession() as session:
        url = str(server.make_url("/"))
        assert len(RasaBot([url, url], "secret", session).circuits()) == 1


async def test_it_tells_which_is_well_and_which_model_each_answers_with() -> None:
    async with crowd(2) as two:
        for number, stub in enumerate(two.stubs.values()):
            stub.told = {"status": "ok", "model": f"model {number}", "pid": number}
        first, other = two.stubs
        await two.bot.check()
        two.stubs[other].healthy = False
        await two.bot.check()
        found = [(one.address, one.health, one.model) for one in two.bot.processes()]
    assert found == [
        (first, BotHealth.WELL, "model 0"),
        (other, BotHealth.ILL, "model 1"),
    ]


@pytest.mark.parametrize("told", [[], "x", {"model": None}, {"model": "x" * 5_000}])
async def test_whatever_a_health_check_says_of_its_model_it_is_a_health_check(told: object) -> None:
    async with crowd(1) as one:
        (stub,) = one.stubs.values()
        stub.told = told
        await one.bot.check()
        assert one.bot.state() is BotState.READY
        assert len(one.bot.processes()[0].model) <= 100
