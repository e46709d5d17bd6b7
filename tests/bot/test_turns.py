"""Turns that fail: nothing is kept of them and nobody is told "200"."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

import pytest
from rasa.core.channels.channel import UserMessage

from actions import all_actions
from dialogue_locks import ConversationLocks
from in_process import InProcessActions
from kept_tracker import KeptTracker
from processor import BotAgent, TurnFailed
from rows_in_file import RowsInFile
from shop import Shop
from tracker_store import SharedTrackerStore
from turns import MOST_TURNS, InvalidTurn, Turn, TurnRunner

if TYPE_CHECKING:
    from pathlib import Path

    from pages.answering import Pages

NOBODY = {
    "contact_id": "",
    "identified": False,
    "first_turn": True,
    "human_stretch": 0,
    "note": "",
    "facts": [],
}


class BrokenShop(Shop):
    """Fails in a way nobody thought of."""

    def __init__(self) -> None:
        super().__init__("http://hub.example", "token")

    async def find_products(self, **wanted: str | int | None) -> list[dict[str, Any]]:
        raise KeyError(str(wanted))


@pytest.fixture
def store(tmp_path: Path) -> SharedTrackerStore:
    return SharedTrackerStore(RowsInFile(tmp_path / "trackers.db"))


@pytest.fixture
def agent(model: Path, store: SharedTrackerStore, pages: Pages) -> BotAgent:
    shop = BrokenShop()
    agent = BotAgent(store, InProcessActions(all_actions(shop, pages)), pages, shop)
    agent.load_model(model)
    return agent


def _runner(
    handler: Callable[[UserMessage], Awaitable[Any]], store: SharedTrackerStore, timeout: float = 20
) -> TurnRunner:
    return TurnRunner(handler, store, frozenset({"greet"}), timeout)


def _turn(number: int, text: str) -> Turn:
    return Turn(f"turn-{number}", "conversation", text, NOBODY)


def test_an_exception_in_an_action_ends_the_turn_and_leaves_the_dialogue_as_it_was(
    agent: BotAgent, store: SharedTrackerStore
) -> None:
    async def talk() -> None:
        runner = _runner(agent.handle_message, store)
        await runner.run(_turn(1, "my order is 10432"))
        before = len((await store.retrieve("conversation")).events)
        with pytest.raises(TurnFailed):
            await runner.run(_turn(2, "do you have rain jackets?"))
        assert len((await store.retrieve("conversation")).events) == before
        assert await store.answered("conversation", "turn-2") is None
        answer = await runner.run(_turn(3, "where is my order?"))
        # The order was taken in before the failure: only the address is still asked for.
        assert "e-mail" in answer["replies"][0]["content"]["text"]

    asyncio.run(talk())


def test_a_bot_without_a_word_has_failed(
    agent: BotAgent, store: SharedTrackerStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def nothing(*_: object, **__: object) -> None:
        return None

    monkeypatch.setattr(agent.nlg, "generate", nothing)

    async def talk() -> None:
        with pytest.raises(TurnFailed):
            await _runner(agent.handle_message, store).run(_turn(1, "what does shipping cost?"))

    asyncio.run(talk())


def test_a_turn_that_takes_too_long_is_given_up_and_frees_the_conversation(
    store: SharedTrackerStore,
) -> None:
    async def never(message: UserMessage) -> None:
        del message
        await asyncio.Event().wait()

    async def talk() -> None:
        runner = _runner(never, store, timeout=0.05)
        for number in (1, 2):
            with pytest.raises(TimeoutError):
                await runner.run(_turn(number, "hi"))

    asyncio.run(talk())


def test_one_of_two_askers_hanging_up_does_not_end_the_others_turn(
    agent: BotAgent, store: SharedTrackerStore
) -> None:
    async def talk() -> None:
        runner = _runner(agent.handle_message, store)
        first = asyncio.create_task(runner.run(_turn(1, "hello")))
        second = asyncio.create_task(runner.run(_turn(1, "hello")))
        await asyncio.sleep(0)
        first.cancel()
        assert (await second)["intent"]["name"] == "greet"

    asyncio.run(talk())


def test_turns_of_a_conversation_wait_for_each_other_and_leave_no_lock() -> None:
    order: list[int] = []

    async def hold(locks: ConversationLocks, number: int) -> None:
        async with locks.hold("conversation"):
            order.append(number)
            await asyncio.sleep(0)
            order.append(number)

    async def talk() -> None:
        locks = ConversationLocks()
        await asyncio.gather(*(hold(locks, number) for number in range(5)))
        assert not locks._locks

    asyncio.run(talk())
    assert order == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4]


def test_more_than_can_be_answered_in_time_is_turned_away_at_once(
    store: SharedTrackerStore,
) -> None:
    release = asyncio.Event()

    async def slowly(message: UserMessage) -> None:
        await release.wait()
        message.output_channel.answer = {"turn_id": message.message_id}

    async def talk() -> None:
        runner = _runner(slowly, store)
        waiting = [asyncio.create_task(runner.run(_turn(n, "hi"))) for n in range(MOST_TURNS)]
        await asyncio.sleep(0)
        with pytest.raises(InvalidTurn) as refused:
            await runner.run(_turn(MOST_TURNS, "hi"))
        assert refused.value.code == "busy"
        joined = asyncio.create_task(runner.run(_turn(0, "hi")))
        release.set()
        # One that waits already may be asked for again.
        assert await joined == {"turn_id": "turn-0"}
        assert len(await asyncio.gather(*waiting)) == MOST_TURNS
        assert (await runner.run(_turn(MOST_TURNS, "hi")))["turn_id"] == f"turn-{MOST_TURNS}"

    asyncio.run(talk())


def test_a_turn_that_ran_in_another_process_is_answered_and_not_run_again(tmp_path: Path) -> None:
    ran: list[str] = []

    def process() -> TurnRunner:
        store = SharedTrackerStore(RowsInFile(tmp_path / "trackers.db"))

        async def handle(message: UserMessage) -> None:
            ran.append(message.text)
            await asyncio.sleep(0.05)
            message.output_channel.answer = {"said": message.text}
            tracker = KeptTracker(message.sender_id, [])
            await store.save_turn(tracker, message.message_id, message.output_channel.answer)

        return _runner(handle, store)

    async def talk() -> None:
        one, other = process(), process()
        # The hub lost the connection and asks the next one while the first is still at it.
        first = asyncio.create_task(one.run(_turn(1, "hi")))
        await asyncio.sleep(0.01)
        assert await other.run(_turn(1, "hi")) == await first == {"said": "hi"}

    asyncio.run(talk())
    assert ran == ["hi"]


def test_what_is_no_turn_names_the_field() -> None:
    with pytest.raises(InvalidTurn, match="text is a text and not empty"):
        Turn.from_json({"turn_id": "t", "conversation_id": "c", "text": ""})
