"""A first message opens one dialogue, however often and beside how many others it is sent."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from chat_server.domain.errors import NotAllowed
from chat_server.domain.live import ConversationChanged, MessageCreated
from chat_server.services.openings import opening_of
from chat_server.services.talk import VisitorOpens
from tests.core.core import ANNA, MARKUS, Core, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chat_server.domain.journal import Entry
    from chat_server.services.access import VisitorCaller


async def opens(core: Core, caller: VisitorCaller, client_id: str) -> VisitorOpens:
    """As the service asks the journal."""
    async with core.store.read() as tx:
        opening = await opening_of(tx, caller, client_id)
    return VisitorOpens(caller, opening, words("Hello"), core.clock, lambda: None)


async def flyer(core: Core) -> None:
    await core.elements.add_element(
        MARKUS,
        code="flyer",
        kind="qr",
        name="Flyer",
        target_url="https://shop.test/jackets",
        campaign_id=None,
        variant="A",
    )


async def test_dialogues_that_begin_at_once_share_a_commit_and_are_each_complete(
    any_core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    core = any_core
    ledger = core.store.journal.ledger
    batches: list[int] = []
    commit = ledger.commit

    async def counted(entries: Sequence[Entry[Any]]) -> Any:
        batches.append(len(entries))
        return await commit(entries)

    monkeypatch.setattr(ledger, "commit", counted)
    callers = [(await core.visitor()).caller for _ in range(12)]
    entries = [await opens(core, caller, "k") for caller in callers]
    sent = await asyncio.gather(*map(core.store.write, entries))
    assert batches == [12]
    for caller, one in zip(callers, sent, strict=True):
        conversation = await core.conversation(one.conversation_id)
        assert (conversation.visitor_id, conversation.last_seq) == (caller.visitor_id, one.seq)
        assert await core.texts(one.conversation_id) == ["Hello"]
        assert (await core.response_event(one.conversation_id)).visitor_messages == 1
    assert await core.answer_all() == 12
    assert {question.conversation_id for question in core.bot.questions} == {
        one.conversation_id for one in sent
    }


async def test_what_is_told_of_a_new_dialogue_is_what_a_look_at_it_shows(any_core: Core) -> None:
    caller = (await any_core.visitor()).caller
    sent = await any_core.say(caller, "Hello")
    created, changed = any_core.live
    assert isinstance(created, MessageCreated)
    assert created.message.id == sent.message_id
    assert isinstance(changed, ConversationChanged)
    seen = await any_core.lists.one(ANNA, sent.conversation_id)
    told = changed.snapshot
    assert (told.inbox_key, told.unread, told.position) == (seen.inbox_key, 1, None)
    assert (told.contact.id, told.answer_by, told.team) == (seen.contact.id, seen.answer_by, None)
    assert vars(told.conversation) == {
        name: getattr(seen.conversation, name) for name in vars(told.conversation)
    }
    assert seen.unread == 1


async def test_the_same_first_message_at_once_opens_one_dialogue(any_core: Core) -> None:
    caller, other = [(await any_core.visitor()).caller for _ in range(2)]
    sends = [any_core.visitors.send(caller, None, "k", words("Hello")) for _ in range(8)]
    beside = any_core.visitors.send(other, None, "k", words("Hello"))
    *sent, theirs = await asyncio.gather(*sends, beside)
    assert len(set(sent)) == 1
    assert theirs.conversation_id != sent[0].conversation_id
    for one in (sent[0], theirs):
        assert await any_core.texts(one.conversation_id) == ["Hello"]
    assert len(any_core.told(ConversationChanged)) == 2


async def test_an_element_begins_one_of_two_dialogues_that_begin_at_once(any_core: Core) -> None:
    await flyer(any_core)
    caller = (await any_core.visitor(element="flyer")).caller
    entries = [await opens(any_core, caller, client_id) for client_id in ("a", "b")]
    sent = await asyncio.gather(*map(any_core.store.write, entries))
    elements = [(await any_core.conversation(one.conversation_id)).element for one in sent]
    assert sorted(elements, key=str) == [None, "flyer"]
    assert (
        await any_core.conversation((await any_core.say(caller, "c")).conversation_id)
    ).element is None


async def test_an_element_that_came_meanwhile_waits_for_the_next_dialogue(any_core: Core) -> None:
    await flyer(any_core)
    session = await any_core.visitor()
    entry = await opens(any_core, session.caller, "a")
    await any_core.visitor(token=session.token, element="flyer")
    first = await any_core.store.write(entry)
    second = await any_core.say(session.caller, "b")
    assert (await any_core.conversation(first.conversation_id)).element is None
    assert (await any_core.conversation(second.conversation_id)).element == "flyer"


async def test_who_was_forgotten_meanwhile_opens_nothing(any_core: Core) -> None:
    caller = (await any_core.visitor()).caller
    entry = await opens(any_core, caller, "a")
    await any_core.consents.forget_me(caller)
    with pytest.raises(NotAllowed):
        await any_core.store.write(entry)
    with pytest.raises(NotAllowed):
        await any_core.say(caller, "Hello")


async def test_a_new_dialogue_goes_on_without_being_read_again(
    any_core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    await flyer(any_core)
    caller = (await any_core.visitor(element="flyer")).caller
    sent = await any_core.say(caller, "Hello")
    monkeypatch.setattr(any_core.store.journal.ledger, "_carefully", None)
    for word in ("more", "and more"):
        await any_core.say(caller, word, sent.conversation_id)
    assert await any_core.texts(sent.conversation_id) == ["Hello", "more", "and more"]
    assert (await any_core.response_event(sent.conversation_id)).visitor_messages == 3
