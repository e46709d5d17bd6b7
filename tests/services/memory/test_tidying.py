"""Facts that are past get their end, and only they."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from chat_server.domain.bot_turn import Answer, Reply
from chat_server.domain.facts.fact import FactReason, FactState
from chat_server.domain.facts.kinds import FACT_KINDS
from chat_server.domain.facts.statement import Statement
from chat_server.domain.ports import Slice
from chat_server.services.memory import Tidying
from chat_server.services.memory.recollection import held_facts, usable_facts
from tests.core.core import ANNA, words

if TYPE_CHECKING:
    from tests.core.core import Core


async def test_what_is_past_ends_when_it_was_past(any_core: Core) -> None:
    core = any_core
    begun = core.clock()
    core.bot.script = lambda _: Answer(
        (Reply(words("ok")),),
        "inform",
        0.9,
        statements=(
            Statement("name", "Anna", 0.9),
            Statement("budget", "100 EUR", 0.9),
            Statement("size", "M", 0.6),
        ),
    )
    session = await core.visitor()
    await core.dialogue(session.caller, "Anna, 100 EUR, M?")
    tidying = Tidying(core.store, core.clock)
    assert await tidying.sweep() == 0
    core.clock.forward(days=400)
    assert await tidying.sweep() == 2
    assert await tidying.sweep() == 0
    found = await core.memory.history(ANNA, session.contact.id, Slice())
    facts = {one.fact.key: one.fact for one in found}
    assert {key: fact.state for key, fact in facts.items()} == {
        "name": FactState.CURRENT,
        "budget": FactState.ENDED,
        "size": FactState.ENDED,
    }
    lifetime = FACT_KINDS["budget"].lifetime
    assert lifetime is not None
    assert facts["budget"].ended_at == begun + lifetime
    assert facts["budget"].reason is FactReason.EXPIRED


async def test_a_move_to_come_is_one_on_its_day_though_nobody_says_a_word(any_core: Core) -> None:
    core = any_core
    day = core.clock() + timedelta(days=30)
    core.bot.script = lambda _: Answer(
        (Reply(words("ok")),),
        "inform",
        0.9,
        statements=(
            Statement("home", "Oslo", 0.9),
            Statement("home", "Bergen", 0.9, valid_from=day),
            Statement("size", "M", 0.9),
        ),
    )
    session = await core.visitor()
    await core.dialogue(session.caller, "I live in Oslo, in a month I move to Bergen, and wear M")

    async def homes() -> list[tuple[str, str]]:
        found = []
        for door in (usable_facts, held_facts):
            async with core.store.read() as tx:
                known = await door(tx, session.contact.id, core.clock())
            found += [fact.value for fact in known if fact.key == "home"]
        return [(found[0], found[1])] if len(found) == 2 else []

    tidying = Tidying(core.store, core.clock)
    core.clock.forward(days=29)
    assert await homes() == [("Oslo", "Oslo")]
    assert await tidying.sweep() == 0
    core.clock.forward(days=2)
    assert await homes() == [("Bergen", "Bergen")], "on the day, before anybody tidied"
    shown = {
        one.fact.value: one.fact
        for one in await core.memory.history(ANNA, session.contact.id, Slice())
    }
    assert (shown["Oslo"].state, shown["Oslo"].ended_at) == (FactState.SUPERSEDED, day)
    assert await tidying.sweep() == 1
    assert await tidying.sweep() == 0
    assert await homes() == [("Bergen", "Bergen")]
    history = await core.memory.history(ANNA, session.contact.id, Slice())
    old, new = (
        next(one.fact for one in history if one.fact.value == town) for town in ("Oslo", "Bergen")
    )
    assert (old.state, old.reason) == (FactState.SUPERSEDED, FactReason.NEWER)
    assert (old.ended_at, old.superseded_by) == (day, new.id)
