"""What jobs keep in one step on SQLite: as a transaction would, and undone where something changed meanwhile."""

from __future__ import annotations

from contextlib import asynccontextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, Any, cast

import pytest
import sqlalchemy as sa

from chat_server.domain.consent import Purpose
from chat_server.domain.facts.fact import FactReason, FactState
from chat_server.hearing.ears import RuleEars
from chat_server.services.memory import CatchingUp, Looked, Recall, SecondHearing
from tests.core.core import ANNA, Core, signed
from tests.recall.pointing import Pointing

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Sequence

    from chat_server.domain.facts.fact import Fact
    from chat_server.domain.ports import Store, Transaction
    from chat_server.services.identity import Session


class Meanwhile:
    """A store in which something happens between what is seen and the first step; notes how the steps went."""

    def __init__(self, core: Core, happens: Callable[[], Awaitable[object]] | None = None) -> None:
        self._store = core.store
        self._happens = happens
        self.read = core.store.read
        self.done: list[str] = []

    @property
    def shortcuts(self) -> Meanwhile:
        return self

    def __getattr__(self, name: str) -> Callable[..., Awaitable[bool]]:
        async def step(*given: Any) -> bool:
            if self._happens is not None:
                happens, self._happens = self._happens, None
                await happens()
            is_done: bool = await getattr(self._store.shortcuts, name)(*given)
            self.done.append(name if is_done else f"not {name}")
            return is_done

        return step

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[Transaction]:
        self.done.append("begin")
        async with self._store.begin() as tx:
            yield tx


class Understands:
    """Whatever it is."""

    async def vectors(self, texts: Sequence[str], *, asked: bool) -> list[bytes]:
        del asked
        return [bytes([127, 1])] * len(texts)


async def talker(core: Core, *lines: str) -> Session:
    """Whom Anna answers."""
    session = await core.visitor()
    conversation_id = await core.queued(session.caller)
    await core.assignments.accept(ANNA, conversation_id)
    for text in lines:
        core.clock.forward(minutes=1)
        await core.say(session.caller, text, conversation_id)
    return session


async def read_while(
    core: Core, happens: Callable[[], Awaitable[object]] | None = None
) -> list[str]:
    store = Meanwhile(core, happens)
    recall = Recall(cast("Store", store), Understands())
    while await recall.read_on():
        pass
    return store.done


async def listen_while(
    core: Core, happens: Callable[[], Awaitable[object]] | None = None
) -> list[str]:
    store = Meanwhile(core, happens)
    catching_up = CatchingUp(cast("Store", store), RuleEars(), core.clock)
    while await catching_up.listen_on():
        pass
    return store.done


async def found(core: Core, contact_id: str, query: str) -> list[str]:
    said = (await core.recall.search(ANNA, contact_id, query, 10)).said
    return [one.message.text for one in said]


async def sizes(core: Core, contact_id: str) -> list[Fact]:
    async with core.store.read() as tx:
        return await tx.facts.of_kind(contact_id, "size")


async def known_size(core: Core) -> Session:
    """Said and heard, and said again."""
    session = await talker(core, "My size is M.")
    await listen_while(core)
    core.clock.forward(minutes=2)
    await core.say(session.caller, "My size is M.", await dialogue(core, session))
    return session


async def dialogue(core: Core, session: Session) -> str:
    async with core.store.read() as tx:
        found = await tx.conversations.latest_open(session.contact.id)
    assert found is not None
    return found.id


async def test_what_was_said_is_found_without_a_transaction(core: Core) -> None:
    one = await talker(core, "a red jacket", "ok", "it is torn")
    other = await talker(core, "a red scarf")
    assert await read_while(core) == ["make_findable"]
    assert await found(core, one.contact.id, "red") == ["a red jacket"]
    assert await found(core, one.contact.id, "torn") == ["it is torn"]
    assert await found(core, other.contact.id, "red") == ["a red scarf"]
    assert await read_while(core) == []


async def test_who_says_no_meanwhile_is_not_found(core: Core) -> None:
    no, yes = await talker(core, "a red jacket"), await talker(core, "a red scarf")

    async def say_no() -> None:
        await core.consents.set(no.caller, Purpose.MEMORY, granted=False)

    assert await read_while(core, say_no) == ["not make_findable", "begin"]
    async with core.engines.reader.connect() as connection:
        kept = await connection.scalars(sa.text("SELECT contact_id FROM recall_statements"))
        assert set(kept) == {yes.contact.id}
    assert await found(core, yes.contact.id, "red") == ["a red scarf"]


async def test_who_said_no_before_needs_no_transaction_either(core: Core) -> None:
    no = await talker(core, "a red jacket")
    await core.consents.set(no.caller, Purpose.MEMORY, granted=False)
    assert await read_while(core) == ["make_findable"]
    await core.consents.set(no.caller, Purpose.MEMORY, granted=True)
    core.clock.forward(minutes=1)
    await core.say(no.caller, "a blue jacket", await dialogue(core, no))
    assert await read_while(core) == ["make_findable"]
    assert "a blue jacket" in await found(core, no.contact.id, "jacket")


async def test_who_turns_out_to_be_somebody_else_said_it(core: Core) -> None:
    known = (await core.visitor(identity=signed("kim@shop"))).contact.id
    session = await talker(core, "a red jacket")

    async def sign_in() -> None:
        await core.identity.identify(session.caller, signed("kim@shop"))

    assert await read_while(core, sign_in) == ["not make_findable", "begin"]
    assert await found(core, known, "jacket") == ["a red jacket"]


async def test_what_is_forgotten_meanwhile_is_not_found(core: Core) -> None:
    session = await talker(core, "a red jacket")
    done = await read_while(core, lambda: core.consents.forget_me(session.caller))
    assert done == ["not make_findable", "begin"]
    async with core.engines.reader.connect() as connection:
        assert await connection.scalar(sa.text("SELECT count(*) FROM recall_statements")) == 0


async def test_two_that_read_the_same_keep_it_once(core: Core) -> None:
    session = await talker(core, "a red jacket")
    done = await read_while(core, lambda: read_while(core))
    assert done == ["not make_findable", "begin"]
    assert await found(core, session.contact.id, "jacket") == ["a red jacket"]


async def test_vectors_are_kept_in_one_step_once(core: Core) -> None:
    session = await talker(core, "my anorak is torn", "where is my parcel today")
    await read_while(core)
    store = Meanwhile(core)
    assert await Recall(cast("Store", store), Understands()).understand_some() == 2
    assert store.done == ["keep_vectors"]
    assert await Recall(core.store, Understands()).understand_some() == 0
    search = Recall(core.store, Understands())
    assert (await search.search(ANNA, session.contact.id, "coat", 5)).by_meaning


async def test_vectors_of_who_is_forgotten_meanwhile_are_not_kept(core: Core) -> None:
    gone, stays = await talker(core, "my anorak is torn"), await talker(core, "my coat is torn")
    await read_while(core)
    store = Meanwhile(core, lambda: core.consents.forget_me(gone.caller))
    await Recall(cast("Store", store), Understands()).understand_some()
    assert store.done == ["not keep_vectors", "begin"]
    async with core.engines.reader.connect() as connection:
        kept = await connection.scalars(sa.text("SELECT contact_id FROM recall_vectors"))
        assert set(kept) == {stays.contact.id}


async def test_what_is_said_again_needs_no_transaction(core: Core) -> None:
    session = await known_size(core)
    assert await listen_while(core) == ["say_again"]
    (fact,) = await sizes(core, session.contact.id)
    assert fact.confirmed_at == core.clock()
    assert await listen_while(core) == []


async def test_what_says_nothing_needs_no_transaction(core: Core) -> None:
    session = await talker(core, "Hello there, how are you?")
    assert await listen_while(core) == ["say_again"]
    assert await core.facts(session.contact.id) == {}
    assert await listen_while(core) == []


async def test_a_second_look_that_finds_nothing_needs_no_transaction(core: Core) -> None:
    await talker(core, "Hello there, how are you?")
    await listen_while(core)
    store = Meanwhile(core)
    second = SecondHearing(cast("Store", store), RuleEars(), Pointing(), core.clock)
    assert await second.look_on() is Looked.AT_A_PART
    assert await second.look_on() is Looked.AT_ALL
    assert store.done == ["mark_until"]


async def test_what_ended_meanwhile_is_said_anew(core: Core) -> None:
    session = await known_size(core)
    (fact,) = await sizes(core, session.contact.id)

    async def correct() -> None:
        """Of before the line that is being heard."""
        async with core.store.begin() as tx:
            held = await tx.facts.get(fact.id)
            assert held is not None
            at = core.clock() - timedelta(minutes=1)
            held.close(FactState.ENDED, FactReason.WITHDRAWN, at)

    assert await listen_while(core, correct) == ["not say_again", "begin"]
    first, second = await sizes(core, session.contact.id)
    assert (first.state, second.state) == (FactState.ENDED, FactState.CURRENT)


async def test_messages_need_not_read_anew_after_a_step(
    core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = await known_size(core)
    conversation_id = await dialogue(core, session)
    await core.say(session.caller, "Where is my anorak?", conversation_id)
    # From here on the journal has to know all that it needs.
    monkeypatch.setattr(core.store.journal.ledger, "_carefully", None)
    assert await listen_while(core) == ["say_again"]
    assert await read_while(core) == ["make_findable"]
    await Recall(core.store, Understands()).understand_some()
    await core.say(session.caller, "And my size?", conversation_id)
    assert (await core.texts(conversation_id))[-1] == "And my size?"


async def test_a_step_that_fails_leaves_nothing_behind(core: Core) -> None:
    session = await known_size(core)
    short = core.store.shortcuts
    assert short is not None
    (fact,) = await sizes(core, session.contact.id)
    later = core.clock() + timedelta(days=1)
    assert not await short.say_again({fact.id: later, "no-such-fact": later}, None)
    (same,) = await sizes(core, session.contact.id)
    assert same.confirmed_at == fact.confirmed_at
    # And the connection is free for whoever comes next.
    assert await listen_while(core) == ["say_again"]


async def test_postgresql_has_no_need_of_it(postgres_core: Core) -> None:
    assert postgres_core.store.shortcuts is None
