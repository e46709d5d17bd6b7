"""Facts that are past get their end, and only they."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chat_server.domain.bot_turn import Answer, Reply
from chat_server.domain.facts.fact import FactReason, FactState
from chat_server.domain.facts.kinds import FACT_KINDS
from chat_server.domain.facts.statement import Statement
from chat_server.domain.ports import Slice
from chat_server.services.memory import Tidying
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
