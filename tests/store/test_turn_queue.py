"""The durable queue gives each turn to one worker, a dialogue's turns one after another."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

from chat_server.domain.bot_turn import TurnState

if TYPE_CHECKING:
    from chat_server.domain.bot_turn import BotTurn
    from tests.core.core import Core

STALE = timedelta(seconds=10)


async def claim(core: Core) -> BotTurn | None:
    async with core.store.begin() as tx:
        now = core.clock()
        for turn in await tx.turns.runnable(now - STALE, 1):
            turn.begin(now)
            return turn
    return None


async def finish(core: Core, turn_id: str) -> None:
    async with core.store.begin() as tx:
        turn = await tx.turns.get(turn_id)
        assert turn is not None
        turn.state = TurnState.DONE


async def ask(core: Core, dialogues: int, questions: int) -> None:
    for _ in range(dialogues):
        visitor = (await core.visitor()).caller
        conversation_id = None
        for number in range(questions):
            core.clock.forward(seconds=0.01)
            sent = await core.say(visitor, f"question {number}", conversation_id)
            conversation_id = sent.conversation_id


async def test_no_turn_is_claimed_twice(any_core: Core) -> None:
    await ask(any_core, dialogues=6, questions=1)
    claimed = await asyncio.gather(*(claim(any_core) for _ in range(12)))
    ids = [turn.id for turn in claimed if turn is not None]
    assert len(ids) == len(set(ids))
    rest = []
    while (turn := await claim(any_core)) is not None:
        rest.append(turn.id)
    assert len(set(ids + rest)) == len(ids + rest) == 6


async def test_of_one_dialogue_one_turn_runs_at_a_time_in_order(any_core: Core) -> None:
    await ask(any_core, dialogues=1, questions=3)
    seen = []
    for _ in range(3):
        claimed = await asyncio.gather(*(claim(any_core) for _ in range(4)))
        running = [turn for turn in claimed if turn is not None]
        assert len(running) == 1
        seen.append(running[0].message_seq)
        await finish(any_core, running[0].id)
    assert seen == [1, 2, 3]


async def test_every_question_is_answered_once_by_many_workers(any_core: Core) -> None:
    await ask(any_core, dialogues=5, questions=4)

    async def work() -> None:
        while True:
            if not await any_core.turns.run_next():
                async with any_core.store.read() as tx:
                    if not await tx.turns.pending():
                        return

    await asyncio.gather(*(work() for _ in range(4)))
    asked = [question.turn_id for question in any_core.bot.questions]
    assert len(asked) == len(set(asked)) == 20
    by_dialogue: dict[str, list[int]] = {}
    for question in any_core.bot.questions:
        by_dialogue.setdefault(question.conversation_id, []).append(question.seq)
    assert all(seqs == sorted(seqs) for seqs in by_dialogue.values())
    assert len(by_dialogue) == 5


async def test_a_running_turn_is_left_alone_until_it_is_stale(any_core: Core) -> None:
    await ask(any_core, dialogues=1, questions=1)
    first = await claim(any_core)
    assert first is not None
    assert await claim(any_core) is None
    any_core.clock.forward(seconds=STALE.total_seconds() + 1)
    again = await claim(any_core)
    assert again is not None
    assert (again.id, again.attempts) == (first.id, 2)


async def test_the_longest_waiting_goes_first(any_core: Core) -> None:
    await ask(any_core, dialogues=3, questions=1)
    order = [turn.created_at for _ in range(3) if (turn := await claim(any_core)) is not None]
    assert len(order) == 3
    assert order == sorted(order)
