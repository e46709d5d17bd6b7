"""A secret that somebody writes is nowhere afterwards: no table, no file, no log, no push, no question to a bot."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.hub.clients import client_id
from tests.hub.fixtures import clients_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.hub.clients import Clients
    from tests.hub.running import HubProcess, LocalHub

CARD, PASSWORD, CODE = "4111 1111 1111 1111", "Zitronen-Falter9", "739"
SECRETS = (CARD, CARD.replace(" ", ""), PASSWORD)
SAID = f"Please charge {CARD}, cvv {CODE}, and my password is {PASSWORD} thanks zzmark"


def _words(text: str) -> dict[str, object]:
    return {"type": "text", "text": text}


async def _write_everywhere(clients: Clients) -> list[str]:
    """By every way in which words come in; all pushes and answers as text."""
    visitor, agent = await clients.visitor(), await clients.agent()
    await visitor.say("Hello")
    await visitor.say(SAID)
    await visitor.do("typing", conversation_id=visitor.conversation_id, on=True, preview=SAID)
    conversation = await agent.accept(visitor.conversation_id)
    await agent.reply(conversation, f"You wrote {SAID}")
    await agent.do(
        "add_note",
        conversation_id=visitor.conversation_id,
        client_id=client_id(),
        content=_words(SAID),
    )
    await visitor.do(
        "rate_conversation", conversation_id=visitor.conversation_id, score=4, comment=SAID
    )
    resumed = await visitor.do("resume", conversation_id=visitor.conversation_id, after=0)
    await visitor.message(lambda message: "You wrote" in str(message["content"]))
    pushed = [
        json.dumps(one, ensure_ascii=False, default=str) for one in (*visitor.events, *agent.events)
    ]
    return [json.dumps(resumed, ensure_ascii=False), *pushed]


async def test_pushes_answers_and_questions_to_the_bot_hold_no_secret(
    sqlite_hub: LocalHub, sqlite_clients: Clients
) -> None:
    told = await _write_everywhere(sqlite_clients)
    told += [repr(question) for question in sqlite_hub.bot.questions]
    assert any("zzmark" in one for one in told)
    for one in told:
        assert not any(secret in one for secret in SECRETS)
        assert f"cvv {CODE}" not in one


@pytest.mark.integration
async def test_database_and_logs_hold_no_secret(hub_process: HubProcess, tmp_path: Path) -> None:
    hub_process.start()
    async with clients_of(hub_process) as clients:
        await _write_everywhere(clients)
    hub_process.stop()
    written = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert any(b"zzmark" in content for content in written.values())
    for path, content in written.items():
        for secret in (*SECRETS, f"cvv {CODE}"):
            assert secret.encode() not in content, path.name
