"""Every bot keeps the same promises, whether it is a script or Rasa behind HTTP."""

from __future__ import annotations

from typing import TYPE_CHECKING

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from chat_server.bots.rasa import RasaBot
from chat_server.bots.scripted import ScriptedBot
from chat_server.domain.bot_turn import Answer, BotState, Question
from chat_server.domain.handoff import HandoffReason
from chat_server.domain.ports import BotError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from chat_server.domain.ports import Bot


def question(text: str = "Hello", turn_id: str = "t1") -> Question:
    return Question(turn_id, "x", 1, text, "en", True, "c1", False)


def _echo_over_http() -> web.Application:
    """What the scripted bot does, by the agreement between hub and bot."""

    async def turn(request: web.Request) -> web.Response:
        asked = await request.json()
        if asked["text"] == "break":
            return web.json_response({"error": {"code": "x", "message": "x"}}, status=500)
        human = "human" in asked["text"].lower()
        reply = {"content": {"type": "text", "text": f"You said: {asked['text']}"}}
        return web.json_response(
            {
                "turn_id": asked["turn_id"],
                "replies": [reply],
                "intent": {"name": "echo", "confidence": 1.0},
                "handoff": {"reason": "visitor_asked"} if human else None,
            }
        )

    async def fine(_: web.Request) -> web.Response:
        return web.json_response({"status": "ok"})

    app = web.Application()
    app.router.add_post("/webhooks/samtal/turn", turn)
    app.router.add_post("/webhooks/samtal/forget", fine)
    app.router.add_get("/webhooks/samtal/health", fine)
    return app


@pytest.fixture(params=["scripted", "rasa"])
async def bot(request: pytest.FixtureRequest) -> AsyncIterator[Bot]:
    """Ready to be asked."""
    if request.param == "scripted":
        yield ScriptedBot(_echo_or_break)
        return
    async with TestServer(_echo_over_http()) as server, aiohttp.ClientSession() as session:
        rasa = RasaBot([str(server.make_url("/"))], "secret", session)
        await rasa.check()
        yield rasa


def _echo_or_break(asked: Question) -> Answer:
    if asked.text == "break":
        raise BotError(HandoffReason.BOT_FAILED, "broken")
    return ScriptedBot().script(asked)


async def test_it_answers_what_was_asked(bot: Bot) -> None:
    answer = await bot.ask(question("Hello"))
    assert [reply.content for reply in answer.replies] == [
        {"type": "text", "text": "You said: Hello"}
    ]
    assert (answer.intent, answer.confidence, answer.handoff_reason) == ("echo", 1.0, None)


async def test_it_may_ask_for_a_human(bot: Bot) -> None:
    assert (await bot.ask(question("A human please"))).handoff_reason == "visitor_asked"


async def test_it_fails_with_a_reason(bot: Bot) -> None:
    with pytest.raises(BotError) as failed:
        await bot.ask(question("break"))
    assert failed.value.reason is HandoffReason.BOT_FAILED


async def test_it_answers_a_repeated_turn_alike(bot: Bot) -> None:
    assert await bot.ask(question()) == await bot.ask(question())


async def test_it_is_ready_and_forgets_when_told(bot: Bot) -> None:
    assert bot.state() is BotState.READY
    await bot.forget(["x"])
    await bot.forget([])
