"""The journal: one commit for many, one answer for each, and no answer before the commit."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
import sqlalchemy as sa

from chat_server.domain.errors import Conflict, NotFound, SamtalError, Unavailable
from chat_server.domain.journal import Entry, Outcome, Scene
from chat_server.domain.live import MessageCreated
from chat_server.domain.message import Author, AuthorKind
from chat_server.store.database import Engines
from chat_server.store.journal import PATIENCE, Journal
from chat_server.store.sql_store import SqlStore
from tests.core.core import ANNA, Core, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chat_server.services.access import VisitorCaller

VISITOR = Author(AuthorKind.VISITOR, "v")


@dataclass
class Says(Entry[int]):
    """Says `text`; a text of "no" is refused after it was half done, "oops" is a mistake of ours."""

    conversation: str
    client_id: str
    core: Core
    text: str = "Hello"

    @property
    def conversation_id(self) -> str:
        return self.conversation

    @property
    def key(self) -> tuple[str, str]:
        return VISITOR.sender, self.client_id

    def decide(self, scene: Scene) -> Outcome[int]:
        if scene.conversation is None:
            raise NotFound("There is no such conversation.")
        if scene.known is not None:
            return Outcome(scene.known.seq)
        now = self.core.clock()
        step = scene.conversation.say(VISITOR, words(self.text), self.client_id, now)
        if self.text == "no":
            raise Conflict("Not this one.")
        if self.text == "oops":
            raise ZeroDivisionError
        live = [MessageCreated(message, scene.conversation) for message in step.messages]
        return Outcome(step.messages[0].seq, step, live=live)


async def dialogue(core: Core) -> tuple[VisitorCaller, str]:
    caller = (await core.visitor()).caller
    return caller, (await core.say(caller, "first")).conversation_id


async def seqs(core: Core, conversation_id: str) -> list[int]:
    return [message.seq for message in await core.messages(conversation_id)]


async def outcomes(core: Core, *entries: Entry[Any]) -> Sequence[Any]:
    return await asyncio.gather(*map(core.store.write, entries), return_exceptions=True)


async def test_what_arrives_together_is_committed_together(
    any_core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, conversation_id = await dialogue(any_core)
    ledger = any_core.store.journal.ledger
    batches: list[int] = []
    commit = ledger.commit

    async def counted(entries: Sequence[Entry[Any]]) -> Any:
        batches.append(len(entries))
        return await commit(entries)

    monkeypatch.setattr(ledger, "commit", counted)
    said = [Says(conversation_id, f"k{number}", any_core) for number in range(20)]
    assert await outcomes(any_core, *said) == list(range(2, 22))
    assert batches == [20]
    assert await seqs(any_core, conversation_id) == list(range(1, 22))
    assert [event.message.seq for event in any_core.told(MessageCreated)] == list(range(1, 22))


async def test_a_refusal_is_the_entrys_own(any_core: Core) -> None:
    _, conversation_id = await dialogue(any_core)
    found = await outcomes(
        any_core,
        Says(conversation_id, "a", any_core),
        Says(conversation_id, "b", any_core, "no"),
        Says("no-such-id", "c", any_core),
        Says(conversation_id, "d", any_core, "oops"),
        Says(conversation_id, "e", any_core),
    )
    assert [type(one) for one in found] == [int, Conflict, NotFound, SamtalError, int]
    assert (found[0], found[4]) == (2, 3)
    assert await any_core.texts(conversation_id) == ["first", "Hello", "Hello"]
    assert (await any_core.response_event(conversation_id)).visitor_messages == 3


async def test_a_client_id_counts_once_in_a_batch_and_over_batches(any_core: Core) -> None:
    _, conversation_id = await dialogue(any_core)
    twice = [Says(conversation_id, "same", any_core) for _ in range(2)]
    assert await outcomes(any_core, *twice) == [2, 2]
    again = [Says(conversation_id, key, any_core) for key in ("new", "same", "newer")]
    assert await outcomes(any_core, *again) == [3, 2, 4]
    assert await seqs(any_core, conversation_id) == [1, 2, 3, 4]


async def test_a_known_one_is_answered_although_it_would_be_refused_now(any_core: Core) -> None:
    _, conversation_id = await dialogue(any_core)
    await outcomes(any_core, Says(conversation_id, "a", any_core))
    await any_core.assignments.resolve(ANNA, conversation_id, solved=True)
    again, new = await outcomes(
        any_core, Says(conversation_id, "a", any_core), Says(conversation_id, "b", any_core)
    )
    assert again == 2
    assert isinstance(new, Conflict)


async def test_journal_and_transactions_share_one_order(any_core: Core) -> None:
    caller, conversation_id = await dialogue(any_core)

    async def moves() -> None:
        for _ in range(5):
            await any_core.assignments.accept(ANNA, conversation_id)
            await any_core.assignments.return_to_bot(ANNA, conversation_id, None)

    says = (any_core.say(caller, f"t{number}", conversation_id) for number in range(30))
    await asyncio.gather(moves(), *says)
    conversation = await any_core.conversation(conversation_id)
    assert await seqs(any_core, conversation_id) == list(range(1, 42))
    assert (conversation.last_seq, conversation.owner.epoch) == (41, 11)


async def test_two_stores_write_one_dialogue_without_holes(any_core: Core) -> None:
    caller, conversation_id = await dialogue(any_core)
    other = Core(any_core.url)
    try:
        async with asyncio.TaskGroup() as tasks:
            for number in range(10):
                for core in (any_core, other):
                    tasks.create_task(core.say(caller, f"t{number}", conversation_id))
                    entry = Says(conversation_id, f"shared{number}", core)
                    tasks.create_task(_written(core, entry))
    finally:
        await other.close()
    messages = await any_core.messages(conversation_id)
    assert [message.seq for message in messages] == list(range(1, 32))
    assert len({message.client_id for message in messages}) == 31
    assert (await any_core.response_event(conversation_id)).visitor_messages == 31


async def _written(core: Core, entry: Says) -> None:
    await core.store.write(entry)


async def test_beyond_the_queue_nothing_is_done(any_core: Core) -> None:
    _, conversation_id = await dialogue(any_core)
    ledger = any_core.store.journal.ledger
    journal = Journal(ledger, any_core.live.extend, most_waiting=2)
    answers = [journal.write(Says(conversation_id, f"k{n}", any_core)) for n in range(3)]
    found = await asyncio.gather(*answers, return_exceptions=True)
    assert found[:2] == [2, 3]
    assert isinstance(found[2], Unavailable)
    assert await seqs(any_core, conversation_id) == [1, 2, 3]


async def test_nobody_waits_longer_than_our_patience(core: Core) -> None:
    _, conversation_id = await dialogue(core)
    journal = Journal(core.store.journal.ledger, core.live.extend, patience=0.5)
    await core.engines.writing.acquire()
    began = asyncio.get_running_loop().time()
    with pytest.raises(Unavailable):
        await journal.write(Says(conversation_id, "k", core))
    assert asyncio.get_running_loop().time() - began < PATIENCE / 2
    core.engines.writing.release()
    # It was only late: the same client id finds what was kept.
    assert await core.store.write(Says(conversation_id, "k", core)) == 2
    assert await seqs(core, conversation_id) == [1, 2]


async def test_a_locked_database_is_unavailable_and_then_writes_again(core: Core) -> None:
    caller, conversation_id = await dialogue(core)
    await core.say(caller, "warm", conversation_id)
    with closing(sqlite3.connect(core.url.removeprefix("sqlite:///"))) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Unavailable):
            await core.visitors.send(caller, conversation_id, "k", words("locked"))
        other.rollback()
    sent = await core.visitors.send(caller, conversation_id, "k", words("locked"))
    assert (sent.seq, await seqs(core, conversation_id)) == (3, [1, 2, 3])


async def elsewhere(core: Core, statement: str) -> None:
    """By another program on the same database, as chores and other hubs are."""
    engines = Engines(core.url)
    async with engines.writer.begin() as connection:
        await connection.execute(sa.text(statement))
    await engines.dispose()


async def test_who_waits_for_another_process_does_not_hold_the_loop(core: Core) -> None:
    _, conversation_id = await dialogue(core)
    await outcomes(core, Says(conversation_id, "c1", core))
    with closing(sqlite3.connect(core.store._engines.url.database or "")) as other:
        other.execute("BEGIN IMMEDIATE")
        waiting = asyncio.ensure_future(outcomes(core, Says(conversation_id, "c2", core)))
        turns = 0
        async with asyncio.timeout(4):
            while turns < 100:  # far fewer would pass if each had to wait for the lock
                await asyncio.sleep(0.001)
                turns += 1
        assert not waiting.done()
        other.rollback()
    assert await waiting == [3]


async def test_others_changes_are_seen_at_once(any_core: Core) -> None:
    caller, conversation_id = await dialogue(any_core)
    for word in ("cold", "warm"):
        await any_core.say(caller, word, conversation_id)
    await elsewhere(any_core, "UPDATE response_events SET visitor_messages = 40")
    await any_core.say(caller, "counted", conversation_id)
    assert (await any_core.response_event(conversation_id)).visitor_messages == 41
    await any_core.say(caller, "warm again", conversation_id)
    await elsewhere(any_core, "UPDATE contacts SET name = 'Katrín'")
    await any_core.say(caller, "named", conversation_id)
    assert (await any_core.messages(conversation_id))[-1].author.name == "Katrín"
    await any_core.say(caller, "warm again", conversation_id)
    await elsewhere(any_core, "UPDATE conversations SET status = 'resolved'")
    with pytest.raises(Conflict):
        await any_core.say(caller, "too late", conversation_id)


async def test_what_is_remembered_is_not_read_again(
    any_core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    caller, conversation_id = await dialogue(any_core)
    await any_core.say(caller, "cold", conversation_id)
    ledger = any_core.store.journal.ledger
    monkeypatch.setattr(ledger, "_carefully", None)
    for word in ("warm", "warmer"):
        await any_core.say(caller, word, conversation_id)
    assert await seqs(any_core, conversation_id) == [1, 2, 3, 4]


async def test_what_others_may_have_changed_is_read_again_where_it_is_decided(
    core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    caller, conversation_id = await dialogue(core)
    other_caller, other_id = await dialogue(core)
    for one, where in ((caller, conversation_id), (other_caller, other_id)):
        await core.say(one, "warm", where)
    monkeypatch.setattr(core.store.journal.ledger, "_carefully", None)
    await elsewhere(core, "UPDATE response_events SET visitor_messages = 40")
    await core.say(caller, "read again", conversation_id)
    await core.say(caller, "remembered", conversation_id)
    # What this batch did not need is in doubt still.
    await core.say(other_caller, "read again", other_id)
    for dialogue_id, counted in ((conversation_id, 42), (other_id, 41)):
        assert (await core.response_event(dialogue_id)).visitor_messages == counted


async def test_who_is_gone_is_not_remembered(core: Core) -> None:
    caller, conversation_id = await dialogue(core)
    await core.say(caller, "warm", conversation_id)
    await elsewhere(core, f"DELETE FROM conversations WHERE id = '{conversation_id}'")  # noqa: S608
    with pytest.raises(NotFound):
        await core.say(caller, "too late", conversation_id)
    await elsewhere(core, "DELETE FROM visitors")
    with pytest.raises(SamtalError):
        await core.say(caller, "too late", conversation_id)


async def test_two_stores_that_write_by_turns_lose_nothing(any_core: Core) -> None:
    _, conversation_id = await dialogue(any_core)
    other = Core(any_core.url)
    for number in range(40):
        core = (any_core, any_core, other)[number % 3]
        assert await core.store.write(Says(conversation_id, f"k{number}", core)) == number + 2
    await other.close()
    assert (await any_core.response_event(conversation_id)).visitor_messages == 41


async def test_who_stops_waiting_in_the_queue_writes_nothing(any_core: Core) -> None:
    _, conversation_id = await dialogue(any_core)
    answer = any_core.store.journal.write(Says(conversation_id, "k", any_core))
    answer.cancel()
    with suppress(asyncio.CancelledError):
        await answer
    assert await any_core.store.write(Says(conversation_id, "l", any_core)) == 2
    assert await seqs(any_core, conversation_id) == [1, 2]


async def test_closing_writes_what_waits_and_takes_no_more(any_core: Core) -> None:
    _, conversation_id = await dialogue(any_core)
    store = SqlStore(any_core.engines, any_core.live.extend)
    waiting = [store.journal.write(Says(conversation_id, f"k{n}", any_core)) for n in range(5)]
    await store.close()
    assert await asyncio.gather(*waiting) == [2, 3, 4, 5, 6]
    with pytest.raises(Unavailable):
        await store.write(Says(conversation_id, "late", any_core))
    assert await seqs(any_core, conversation_id) == [1, 2, 3, 4, 5, 6]


async def test_words_of_who_was_erased_before_they_were_indexed_leave_the_index_whole(
    core: Core,
) -> None:
    caller, conversation_id = await dialogue(core)
    await core.store.catch_up()
    await core.say(caller, "unindexed", conversation_id)
    await core.consents.forget_me(caller)
    await core.store.catch_up()
    with closing(sqlite3.connect(core.url.removeprefix("sqlite:///"))) as other:
        other.execute("INSERT INTO message_search(message_search) VALUES ('integrity-check')")
        found = other.execute(
            "SELECT count(*) FROM message_search WHERE message_search MATCH ?", ["unindexed"]
        )
        assert found.fetchone() == (0,)


async def test_words_are_indexed_some_at_a_time(
    core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chat_server.store.journal_sqlite._WORDS_AT_ONCE", 2)
    caller, conversation_id = await dialogue(core)
    for text in ("Hvar er pöntunin mín?", "我的訂單", "third"):
        await core.say(caller, text, conversation_id)
    assert [await core.store.catch_up_some() for _ in range(3)] == [True, False, False]
    with closing(sqlite3.connect(core.url.removeprefix("sqlite:///"))) as other:
        found = "SELECT count(*) FROM message_search WHERE message_search MATCH ?"
        counts = [
            other.execute(found, [f'"{word}"']).fetchone()[0]
            for word in ("pontunin", "訂單", "third", "first")
        ]
    assert counts == [1, 1, 1, 1]


async def test_who_no_longer_waits_for_the_index_leaves_it_whole(core: Core) -> None:
    caller, conversation_id = await dialogue(core)
    await core.say(caller, "words", conversation_id)
    catching_up = asyncio.ensure_future(core.store.catch_up())
    await asyncio.sleep(0)
    catching_up.cancel()
    with suppress(asyncio.CancelledError):
        await catching_up
    await core.say(caller, "goes on", conversation_id)
    await core.store.catch_up()
    assert await seqs(core, conversation_id) == [1, 2, 3]
