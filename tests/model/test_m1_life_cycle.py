"""M1: no order of acts breaks what must always hold."""

from __future__ import annotations

import shutil
import uuid
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from chat_server.domain.ownership import OwnerKind
from chat_server.services import bot_turns
from chat_server.services.visitor_messages import VisitorMessages
from tests.core.core import Core
from tests.model.life_cycle import LifeCycle
from tests.model.tier import LONG, require

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator
    from pathlib import Path

    from chat_server.domain.conversation import Conversation
    from tests.model.reader import Reader
    from tests.services.pool import Pool


@pytest.fixture
def on_sqlite(core_template: Path, quick_folder: Path) -> Callable[[], Awaitable[Core]]:
    async def make() -> Core:
        path = quick_folder / f"{uuid.uuid4().hex}.db"
        shutil.copyfile(core_template, path)
        return Core(f"sqlite:///{path}")

    return make


@pytest.fixture
def on_postgres(furnished_postgres: Pool) -> Iterator[Callable[[], Awaitable[Core]]]:
    with ExitStack() as ending:

        async def make() -> Core:
            return Core(ending.enter_context(furnished_postgres.one()))

        yield make


def run(make: Callable[[], Awaitable[Core]], examples: int, steps: int, **changed: Any) -> int:
    """Runs the machine; how many steps it made."""
    body = {"make_core": staticmethod(make), "steps": 0, **changed}
    machine: type[LifeCycle] = type("Machine", (LifeCycle,), body)
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
            # A failing order is printed as found: making it smaller costs minutes of databases.
            phases=(Phase.explicit, Phase.generate),
        ),
    )
    return machine.steps


def test_no_order_of_acts_breaks_a_dialogue(on_sqlite: Callable[[], Awaitable[Core]]) -> None:
    examples, steps = (200, 50) if LONG else (10, 40)
    done = run(on_sqlite, examples, steps)
    require("M1-sqlite", done, examples * steps * 0.5, dialogues=examples)


def test_nor_on_postgresql(on_postgres: Callable[[], Awaitable[Core]]) -> None:
    examples, steps = (20, 30) if LONG else (3, 30)
    done = run(on_postgres, examples, steps)
    require("M1-postgres", done, examples * steps * 0.5, dialogues=examples)


@pytest.fixture
def machine(on_sqlite: Callable[[], Awaitable[Core]]) -> type[LifeCycle]:
    """To be driven by hand: each control shows one order of acts that finds its defect."""
    return type("Machine", (LifeCycle,), {"make_core": staticmethod(on_sqlite)})


def test_a_bot_that_ignores_epochs_is_found_out(
    machine: type[LifeCycle], monkeypatch: pytest.MonkeyPatch
) -> None:
    def by_kind_only(conversation: Conversation, _turn: object) -> bool:
        return conversation.owner.kind is not OwnerKind.BOT

    def there_and_back() -> None:
        with driven(machine) as acts:
            acts.a_visitor_opens_a_dialogue()
            acts.the_bot_takes_a_turn()
            acts.an_agent_accepts(0, "anna")
            acts.it_is_returned_to_the_bot(0, "anna")
            acts.the_bot_answers(0)

    there_and_back()
    monkeypatch.setattr(bot_turns, "_taken_over", by_kind_only)
    with pytest.raises(AssertionError, match="epoch that is not its own"):
        there_and_back()


def test_a_client_that_ignores_prev_seq_is_found_out(machine: type[LifeCycle]) -> None:
    def lose_one() -> None:
        with driven(machine) as acts:
            acts.a_visitor_opens_a_dialogue()
            for reader in (*acts.readers, *acts.own.values()):
                reader.lossy = 1
            acts.the_visitor_writes(0)
            acts.everything_holds()
            acts.the_visitor_writes(0)
            acts.everything_holds()

    lose_one()
    machine.careful = False
    with pytest.raises(AssertionError, match="a view is a beginning of the truth"):
        lose_one()


def test_who_was_not_told_what_the_bot_understood_is_told_when_it_resumes(
    machine: type[LifeCycle],
) -> None:
    with driven(machine) as acts:
        acts.a_visitor_opens_a_dialogue()
        acts.everything_holds()
        acts.the_bot_takes_a_turn()
        acts.pushes_are_lost(0, 1)
        acts.the_bot_answers(0)
        acts.everything_holds()
        unaware, aware = acts.readers
        assert [_understood(reader) for reader in (unaware, aware)] == [0, 1]
        acts.a_reader_resumes(0)
        acts.a_reader_resumes(1)
        assert [_understood(reader) for reader in (unaware, aware)] == [1, 1]


def test_who_hears_of_a_later_change_knows_that_one_was_missed(machine: type[LifeCycle]) -> None:
    with driven(machine) as acts:
        acts.a_visitor_opens_a_dialogue()
        acts.everything_holds()
        acts.the_bot_takes_a_turn()
        acts.pushes_are_lost(0, 1)
        acts.the_bot_answers(0)
        acts.everything_holds()
        # The third message is one at which the bot fails.
        acts.an_agent_notes(0, "anna")
        acts.the_visitor_writes(0)
        acts.the_bot_takes_a_turn()
        acts.the_bot_answers(0)
        acts.everything_holds()
        unaware, aware = acts.readers
        assert [_understood(reader) for reader in (unaware, aware)] == [1, 2]
        assert (len(unaware.behind), len(aware.behind)) == (1, 0)
        acts.a_reader_resumes(0)
        assert _understood(unaware) == 2


def _understood(reader: Reader) -> int:
    return sum("understood" in one for held in reader.messages.values() for one in held)


def test_a_hub_that_forgets_client_ids_is_found_out(
    machine: type[LifeCycle], monkeypatch: pytest.MonkeyPatch
) -> None:
    send = VisitorMessages.send

    async def forgetful(
        self: VisitorMessages, caller: Any, conversation_id: Any, client_id: str, content: Any
    ) -> Any:
        given = f"{client_id[:20]}{uuid.uuid4().hex}"
        return await send(self, caller, conversation_id, given, content)

    def send_again() -> None:
        with driven(machine) as acts:
            acts.a_visitor_opens_a_dialogue()
            acts.the_visitor_writes(0)
            acts.a_message_is_sent_again(1)

    send_again()
    monkeypatch.setattr(VisitorMessages, "send", forgetful)
    with pytest.raises(AssertionError, match="a resend is the same message"):
        send_again()


@contextmanager
def driven(machine: type[LifeCycle]) -> Iterator[Any]:
    """One machine, from beginning to end."""
    acts = machine()
    try:
        yield acts
    finally:
        acts.teardown()
