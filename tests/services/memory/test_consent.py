"""Where a yes is needed, nothing outlives its dialogue before it; a withdrawn one takes with it what it covered."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from chat_server.domain.consent import DIALOGUE, Purpose
from chat_server.domain.erasure import ErasureKind
from chat_server.domain.facts.fact import FactSource
from chat_server.domain.facts.statement import Statement
from chat_server.domain.handoff import HandoffReason
from chat_server.domain.message import Author, AuthorKind
from chat_server.domain.ports import BotError, Slice
from chat_server.services.memory import hearing
from tests.core.core import ADA, ANNA, heard

if TYPE_CHECKING:
    from chat_server.domain.facts.changes import Origin
    from chat_server.domain.facts.fact import Fact
    from chat_server.domain.ports import Transaction
    from chat_server.services.identity import Session
    from tests.core.core import Core


async def ask_first(core: Core) -> Session:
    """An inbox that asks, and somebody who told the bot their name."""
    await core.inboxes.change(ADA, "inbox-hraun", {"consent": {"memory": "opt_in"}})
    core.bot.script = lambda _: heard(("name", "Katrín"))
    return await core.visitor()


async def kept(core: Core, contact_id: str) -> list[str]:
    async with core.store.read() as tx:
        return [fact.value for fact in await tx.facts.history(contact_id, Slice())]


async def test_what_is_heard_before_a_yes_goes_with_its_dialogue(any_core: Core) -> None:
    core = any_core
    session = await ask_first(core)
    assert session.asks_consent == [Purpose.MEMORY, Purpose.ANALYTICS, Purpose.MARKETING]
    first = await core.dialogue(session.caller, "I am Katrín", "Hello")
    assert [fact["value"] for fact in core.bot.questions[-1].facts] == ["Katrín"]
    (shown,) = (await core.memory.own_facts(session.caller))[0]
    assert shown.fact.consent == DIALOGUE
    await core.assignments.accept(ANNA, first)
    await core.assignments.resolve(ANNA, first, solved=True)
    assert await kept(core, session.contact.id) == []
    again = await core.visitor(token=session.token)
    assert "Katrín" not in again.greeting.text


async def test_after_a_yes_it_stays(core: Core) -> None:
    session = await ask_first(core)
    first = await core.dialogue(session.caller, "I am Katrín")
    consent, receipt = await core.consents.set(session.caller, Purpose.MEMORY, granted=True)
    assert (consent["memory"], receipt) == (True, None)
    await core.assignments.accept(ANNA, first)
    await core.assignments.resolve(ANNA, first, solved=True)
    assert await kept(core, session.contact.id) == ["Katrín"]
    again = await core.visitor(token=session.token)
    assert "Katrín" in again.greeting.text
    assert Purpose.MEMORY not in again.asks_consent


async def test_a_no_deletes_at_once_with_a_receipt_and_the_bot_is_told(any_core: Core) -> None:
    core = any_core
    session = await ask_first(core)
    dialogue = await core.dialogue(session.caller, "I am Katrín")
    _, receipt = await core.consents.set(session.caller, Purpose.MEMORY, granted=False)
    assert receipt is not None
    assert (receipt.kind, receipt.counts) == (ErasureKind.CONSENT, {"facts": 1})
    assert await kept(core, session.contact.id) == []
    await core.erasures.settle()
    assert core.bot.forgotten == [dialogue]


async def test_a_bot_that_is_away_is_told_when_it_is_back(
    any_core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    core = any_core

    async def away(_: object) -> None:
        raise BotError(HandoffReason.BOT_UNAVAILABLE, "no connection")

    session = await core.visitor()
    dialogue = await core.dialogue(session.caller, "Hello")
    receipt = await core.consents.forget_me(session.caller)
    with monkeypatch.context() as patch:
        patch.setattr(core.bot, "forget", away)
        assert await core.erasures.settle() is not None
    assert not (await core.erasures.one(ADA, receipt.id)).is_done
    core.clock.forward(seconds=6)
    assert await core.erasures.settle() is None
    assert core.bot.forgotten == [dialogue]
    done = await core.erasures.one(ADA, receipt.id)
    assert done.is_done
    assert done.bot_dialogues == []


async def test_a_receipt_is_found_by_who_has_the_id_and_nothing_is_left(any_core: Core) -> None:
    core = any_core
    session = await core.visitor()
    core.bot.script = lambda _: heard(("name", "Katrín"))
    await core.dialogue(session.caller, "I am Katrín")
    before = await core.erasures.proof(ADA, session.contact.id)
    assert before.receipts == []
    assert before.left["facts"] == 1
    receipt = await core.consents.forget_me(session.caller)
    assert receipt.counts["facts"] == receipt.counts["contacts"] == 1
    assert receipt.counts["messages"] == 2
    proof = await core.erasures.proof(ADA, session.contact.id)
    assert [one.id for one in proof.receipts] == [receipt.id]
    assert proof.left == {}


@pytest.mark.integration
async def test_a_no_waits_for_what_is_being_kept_and_then_takes_it(
    postgres_core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between reading what they allow and keeping what they said nobody can say no."""
    core = postgres_core
    session = await core.visitor()
    look = hearing.held_for
    noes: list[asyncio.Task[object]] = []

    async def say_no_meanwhile(tx: Transaction, origin: Origin, keys: set[str]) -> list[Fact]:
        said = core.consents.set(session.caller, Purpose.MEMORY, granted=False)
        noes.append(asyncio.create_task(said))
        await asyncio.wait(noes, timeout=0.2)
        return await look(tx, origin, keys)

    monkeypatch.setattr(hearing, "held_for", say_no_meanwhile)
    async with core.store.begin() as tx:
        await hearing.remember(
            tx,
            session.contact,
            [Statement("name", "Katrín", 1.0)],
            source=FactSource.AGENT,
            by=Author(AuthorKind.AGENT, ANNA.agent_id, ANNA.name),
            clock=core.clock,
        )
        assert not noes[0].done()
    await noes[0]
    assert await kept(core, session.contact.id) == []
