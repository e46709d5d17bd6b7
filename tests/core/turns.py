"""A bot that takes its time, and looks at the queue of its turns."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

from chat_server.bots.scripted import ScriptedBot
from chat_server.domain.bot_turn import Answer, Question, TurnState
from chat_server.services.bot_turns import BotTurns
from tests.core.core import Core

if TYPE_CHECKING:
    from chat_server.domain.bot_turn import BotTurn


class SlowBot(ScriptedBot):
    """Answers when it is let go; `asked` is set when a question is there."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = asyncio.Event()
        self.go = asyncio.Event()

    async def ask(self, question: Question) -> Answer:
        self.questions.append(question)
        self.asked.set()
        await self.go.wait()
        return self.script(question)


def turns_of(core: Core, bot: ScriptedBot, *, alone: bool = False) -> BotTurns:
    return BotTurns(
        core.store, core.clock, bot, core.ears, core.answers, timedelta(minutes=5), alone=alone
    )


async def the_turn(core: Core) -> BotTurn:
    async with core.store.read() as tx:
        found = await tx.turns.pending()
    assert len(found) == 1
    return found[0]


async def state_of(core: Core, turn_id: str) -> tuple[TurnState, str | None]:
    async with core.store.read() as tx:
        turn = await tx.turns.get(turn_id)
    assert turn is not None
    return turn.state, turn.outcome
