"""M3: several act at the same moment, the loop runs their steps in random order, and no change is lost."""

from __future__ import annotations

import asyncio
import random
import shutil
import time
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from chat_server.domain.conversation import Status
from chat_server.domain.errors import Conflict, Duplicate, NotAllowed
from chat_server.domain.ids import new_id
from chat_server.domain.message import AuthorKind, MessageKind
from chat_server.domain.ownership import OwnerKind
from chat_server.services.bot_turns import Claimed
from chat_server.store.conversations import ConversationRows
from tests.core.core import ANNA, BIRNA, Core, words
from tests.model.tier import LONG, require

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator
    from pathlib import Path

    from chat_server.domain.conversation import Conversation
    from chat_server.domain.message import Message
    from chat_server.services.access import VisitorCaller

_SEEDS = 500
_SECONDS = 600.0 if LONG else 6.0
_AT_LEAST = _SEEDS if LONG else 5
_OWNERS = {
    "handoff": OwnerKind.QUEUE,
    "queued": OwnerKind.QUEUE,
    "agent_joined": OwnerKind.AGENT,
    "returned_to_bot": OwnerKind.BOT,
}


class ShuffledLoop(asyncio.SelectorEventLoop):
    """Runs what is ready in an order of its dice."""

    dice = random.Random(0)

    def _run_once(self) -> None:
        ready: Any = vars(self)["_ready"]
        # Threads of the database driver append to it meanwhile.
        handles = [ready.popleft() for _ in range(len(ready))]
        housekeeping = [handle for handle in handles if self._is_housekeeping(handle)]
        tasks = [handle for handle in handles if not self._is_housekeeping(handle)]
        self.dice.shuffle(tasks)
        # A task that woke before the loop let go of its socket could not use it.
        ready.extendleft(reversed(housekeeping + tasks))
        super()._run_once()  # type: ignore[misc]

    def _is_housekeeping(self, handle: Any) -> bool:
        """The loop's own work on its sockets keeps its order, and comes first."""
        callback = vars(type(handle))["_callback"].__get__(handle)
        return isinstance(callback, partial) or getattr(callback, "__self__", None) is self


def test_the_shuffled_loop_can_connect() -> None:
    asked = 20

    async def connect() -> list[bytes]:
        async def echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            writer.write(await reader.read(1))
            writer.close()

        async def once(port: int) -> bytes:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(b"x")
            answer = await reader.read(1)
            writer.close()
            return answer

        async with await asyncio.start_server(echo, "127.0.0.1", 0) as server:
            port = server.sockets[0].getsockname()[1]
            return await asyncio.gather(*(once(port) for _ in range(asked)))

    failures: list[dict[str, Any]] = []
    with asyncio.Runner(loop_factory=ShuffledLoop) as runner:
        runner.get_loop().set_exception_handler(lambda _, context: failures.append(context))
        assert runner.run(connect()) == [b"x"] * asked
    assert failures == []


@pytest.fixture
def sqlite_url(core_template: Path, empty_sqlite_url: str) -> str:
    """Furnished."""
    shutil.copyfile(core_template, empty_sqlite_url.removeprefix("sqlite:///"))
    return empty_sqlite_url


def test_whatever_the_order_no_change_is_lost(sqlite_url: str) -> None:
    require("M3-sqlite", shuffled(sqlite_url, many_at_once), _AT_LEAST)


def test_nor_is_one_on_postgresql(postgres_url: str) -> None:
    require("M3-postgres", shuffled(postgres_url, many_at_once), _AT_LEAST)


def test_without_the_rows_lock_changes_are_lost(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def unlocked(self: ConversationRows, conversation_id: str) -> Conversation | None:
        return await self.get(conversation_id)

    monkeypatch.setattr(ConversationRows, "lock", unlocked)
    with pytest.raises((AssertionError, Duplicate)):
        shuffled(postgres_url, many_at_once)


def test_of_two_who_accept_over_two_connections_one_has_it(postgres_url: str) -> None:
    shuffled(postgres_url, _accepted_twice)


async def _accepted_twice(core: Core) -> int:
    other = Core(core.url, clock=core.clock)
    try:
        for _ in range(10):
            conversation_id = await core.queued((await core.visitor()).caller)
            epoch = (await core.conversation(conversation_id)).owner.epoch
            results = await asyncio.gather(
                core.assignments.accept(ANNA, conversation_id),
                other.assignments.accept(BIRNA, conversation_id),
                return_exceptions=True,
            )
            refused = [one for one in results if isinstance(one, BaseException)]
            assert [type(one).__name__ for one in refused] == ["IllegalMove"]
            owner = (await other.conversation(conversation_id)).owner
            won = next(one for one in results if not isinstance(one, BaseException))
            assert owner == won.conversation.owner
            assert owner.epoch == epoch + 1
    finally:
        await other.close()
    return 10


async def many_at_once(core: Core) -> int:
    """How many dialogues there was time for."""
    done = 0
    for seed in seeds():
        await at_once(core, seed)
        done += 1
    return done


def shuffled(url: str, work: Callable[[Core], Awaitable[int]]) -> int:
    """Runs `work` on a hub of its own in a shuffled loop."""

    async def run() -> int:
        core = Core(url)
        try:
            if url.startswith("postgresql"):
                await core.furnish()
            return await work(core)
        finally:
            await core.close()

    with asyncio.Runner(loop_factory=ShuffledLoop) as runner:
        return runner.run(run())


def seeds() -> Iterator[int]:
    """As many as fit into the time."""
    until = time.monotonic() + _SECONDS
    for seed in range(_SEEDS):
        if time.monotonic() > until:
            return
        ShuffledLoop.dice.seed(seed)
        yield seed


async def at_once(core: Core, seed: int) -> None:
    """One dialogue, on which several act; afterwards its messages must tell the same story as its row."""
    dice = random.Random(seed)
    caller = (await core.visitor()).caller
    sent = await core.say(caller, "Hello")
    taken = await core.turns.take()
    chosen = dice.sample(acts(core, caller, sent.conversation_id), 4)
    asked = [core.turns.answer(taken)] if isinstance(taken, Claimed) else []
    results = await asyncio.gather(*asked, *(act() for act in chosen), return_exceptions=True)
    for result in results:
        if isinstance(result, Duplicate):
            raise result
        assert (
            result is None
            or not isinstance(result, BaseException)
            or isinstance(result, Conflict | NotAllowed)
        ), (seed, result)
    conversation = await core.conversation(sent.conversation_id)
    owner, status, epoch = story(await core.messages(sent.conversation_id))
    assert (conversation.owner.kind, conversation.status) == (owner, status), seed
    assert conversation.owner.epoch == epoch, seed


def acts(core: Core, caller: VisitorCaller, key: str) -> list[Callable[[], Awaitable[object]]]:
    """What may happen at the same moment."""
    return [
        lambda: core.assignments.accept(ANNA, key),
        lambda: core.assignments.accept(BIRNA, key),
        lambda: core.assignments.assign(ANNA, key, "birna"),
        lambda: core.assignments.return_to_bot(ANNA, key, None),
        lambda: core.assignments.resolve(BIRNA, key, solved=False),
        lambda: core.assignments.reopen(BIRNA, key),
        lambda: core.visitors.request_agent(caller, key, new_id(), None),
        lambda: core.visitors.send(caller, key, new_id(), words("Anyone?")),
        lambda: core.agents.note(ANNA, key, new_id(), words("A note")),
    ]


def story(messages: list[Message]) -> tuple[OwnerKind, Status, int]:
    """Owner, status and epoch as the activities tell them; nobody speaks out of turn in it."""
    owner, status, epoch = OwnerKind.BOT, Status.OPEN, 1
    assert [one.seq for one in messages] == list(range(1, len(messages) + 1))
    for message in messages:
        code = str(message.content.get("code", ""))
        if message.kind is MessageKind.MESSAGE:
            assert status is Status.OPEN, "words after the end"
            if message.author.kind is AuthorKind.BOT:
                assert owner is OwnerKind.BOT, "the bot speaks out of turn"
        elif code in _OWNERS:
            owner, epoch = _OWNERS[code], epoch + 1
        elif code in {"resolved", "reopened"}:
            status = Status.RESOLVED if code == "resolved" else Status.OPEN
    return owner, status, epoch
