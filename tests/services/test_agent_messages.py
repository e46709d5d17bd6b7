"""Only who answers may speak, and only under the present epoch."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from chat_server.domain.agent import Availability
from chat_server.domain.errors import Conflict, NotAllowed, NotFound
from chat_server.domain.live import ConversationAssigned, MessagesRead
from chat_server.domain.ownership import OwnerKind
from chat_server.services import agent_messages
from chat_server.services.access import present
from tests.core.core import ANNA, BIRNA, MARKUS, words

if TYPE_CHECKING:
    from tests.core.core import Core


async def accepted(core: Core) -> tuple[str, int]:
    """A conversation that Anna answers, and its epoch."""
    conversation_id = await core.queued((await core.visitor()).caller)
    snapshot = await core.assignments.accept(ANNA, conversation_id)
    return conversation_id, snapshot.conversation.owner.epoch


async def test_the_owner_speaks_and_a_resend_is_kept_once(core: Core) -> None:
    conversation_id, epoch = await accepted(core)
    first = await core.agents.send(ANNA, conversation_id, epoch, "k", words("Hello"))
    again = await core.agents.send(ANNA, conversation_id, epoch, "k", words("Hello"))
    assert first == again
    assert (await core.texts(conversation_id)).count("Hello") == 2, "the visitor's and Anna's"
    row = await core.response_event(conversation_id)
    assert (row.agent_messages, row.agents) == (1, ["anna"])


async def test_an_old_epoch_is_refused_and_leaves_nothing(core: Core) -> None:
    conversation_id, epoch = await accepted(core)
    await core.assignments.assign(ANNA, conversation_id, "birna")
    before = await core.texts(conversation_id)
    with pytest.raises(Conflict):
        await core.agents.send(ANNA, conversation_id, epoch, "k", words("Hello"))
    assert await core.texts(conversation_id) == before


async def test_a_colleague_cannot_speak_in_anothers_place(core: Core) -> None:
    conversation_id, epoch = await accepted(core)
    with pytest.raises(NotAllowed):
        await core.agents.send(BIRNA, conversation_id, epoch, "k", words("Hello"))


async def test_who_has_not_accepted_cannot_speak(core: Core) -> None:
    conversation_id = await core.queued((await core.visitor()).caller)
    with pytest.raises(NotAllowed):
        await core.agents.send(ANNA, conversation_id, 2, "k", words("Hello"))


async def test_late_changes_are_resumed_page_by_page_each_once(
    any_core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    core = any_core
    monkeypatch.setattr(agent_messages, "PAGE", 3)
    caller = (await core.visitor()).caller
    conversation_id = await core.dialogue(caller, "Hello")
    for number in range(6):
        await core.visitors.send(caller, conversation_id, f"k{number}", words(f"and {number}"))
    async with core.store.begin() as tx:
        conversation = present(await tx.conversations.lock(conversation_id))
        for seq in (5, 2, 4, 2, 1, 6):
            message = present(await tx.messages.at(conversation_id, seq))
            conversation.amend(message, understood={"intent": f"at {seq}", "confidence": 1.0})
    # The first was understood before.
    revision, pages = 1, []
    while True:
        found = await core.agents.resume(ANNA, conversation_id, 5, revision)
        pages.append([message.seq for message in found.revised])
        assert [message.seq for message in found.messages] == [6, 7, 8]
        revision = present(found.revision)
        if not found.more:
            break
    assert pages == [[5, 4, 2], [1]], "the second change of one counts, and the sixth comes as new"
    assert revision == 7
    assert (await core.agents.resume(ANNA, conversation_id, 5)).revised == []
    visitors = await core.visitors.resume(caller, conversation_id, 0)
    assert (visitors.revised, visitors.revision) == ([], None)


async def test_notes_are_for_colleagues_and_never_for_visitors_or_marketers(core: Core) -> None:
    session = await core.visitor()
    conversation_id = await core.dialogue(session.caller, "Hello")
    await core.agents.note(BIRNA, conversation_id, "n", words("careful"))
    await core.agents.note(BIRNA, conversation_id, "n", words("careful"))
    seen = {
        "agent": (await core.agents.resume(ANNA, conversation_id, 0)).messages,
        "marketer": (await core.agents.resume(MARKUS, conversation_id, 0)).messages,
        "visitor": (await core.visitors.resume(session.caller, conversation_id, 0)).messages,
    }
    counts = {
        who: [message.text for message in messages].count("careful")
        for who, messages in seen.items()
    }
    assert counts == {"agent": 1, "marketer": 0, "visitor": 0}


@pytest.mark.parametrize("note_first", [True, False])
async def test_a_client_id_is_never_both_a_note_and_a_reply(core: Core, note_first: bool) -> None:  # noqa: FBT001
    """Told that a note was kept, an agent must not find it was said aloud, nor the other way."""
    conversation_id, epoch = await accepted(core)

    async def note() -> object:
        return await core.agents.note(ANNA, conversation_id, "k", words("secret"))

    async def send() -> object:
        return await core.agents.send(ANNA, conversation_id, epoch, "k", words("aloud"))

    first, second = (note, send) if note_first else (send, note)
    await first()
    with pytest.raises(Conflict):
        await second()


async def test_only_one_of_two_agents_gets_it(core: Core) -> None:
    conversation_id = await core.queued((await core.visitor()).caller)
    results = await asyncio.gather(
        core.assignments.accept(ANNA, conversation_id),
        core.assignments.accept(BIRNA, conversation_id),
        return_exceptions=True,
    )
    assert sum(isinstance(result, Conflict) for result in results) == 1
    joined = [m for m in await core.messages(conversation_id) if "joined" in m.text]
    assert len(joined) == 1


async def test_a_transfer_tells_the_new_owner_why(core: Core) -> None:
    conversation_id, _ = await accepted(core)
    await core.accounts.set_availability(BIRNA, Availability.ONLINE)
    await core.assignments.assign(ANNA, conversation_id, "birna")
    told = core.told(ConversationAssigned)[-1]
    assert (told.snapshot.conversation.owner.agent_id, told.reason) == ("birna", "transferred")


@pytest.mark.parametrize("agent_id", ["nobody", "markus"])
async def test_it_cannot_be_given_to_who_may_not_answer(core: Core, agent_id: str) -> None:
    conversation_id, epoch = await accepted(core)
    with pytest.raises(NotFound):
        await core.assignments.assign(ANNA, conversation_id, agent_id)
    assert (await core.conversation(conversation_id)).owner.epoch == epoch


async def test_given_to_nobody_it_waits_again(core: Core) -> None:
    conversation_id, _ = await accepted(core)
    snapshot = await core.assignments.assign(ANNA, conversation_id, None)
    assert snapshot.conversation.owner.kind is OwnerKind.QUEUE
    assert snapshot.position == 1
    assert [s.conversation.id for s in await core.lists.view(BIRNA, "queue", None)] == [
        conversation_id
    ]


async def test_only_the_owners_reading_is_told(core: Core) -> None:
    conversation_id, _ = await accepted(core)
    with pytest.raises(NotAllowed):
        await core.agents.mark_read(BIRNA, conversation_id, 1)
    await core.agents.mark_read(ANNA, conversation_id, 999)
    last = (await core.conversation(conversation_id)).last_seq
    assert [(event.by, event.seq) for event in core.told(MessagesRead)] == [("agent", last)]


async def test_who_replied_and_then_says_what_they_read_is_heard(core: Core) -> None:
    conversation_id, epoch = await accepted(core)
    sent = await core.agents.send(ANNA, conversation_id, epoch, "k", words("Hello"))
    await core.agents.mark_read(ANNA, conversation_id, sent.seq - 1)
    assert [(event.by, event.seq) for event in core.told(MessagesRead)] == [("agent", sent.seq)]


async def test_unread_counts_what_the_visitor_said_since(core: Core) -> None:
    visitor = (await core.visitor()).caller
    conversation_id = await core.queued(visitor)
    await core.assignments.accept(ANNA, conversation_id)
    last = (await core.conversation(conversation_id)).last_seq
    await core.agents.mark_read(ANNA, conversation_id, last)
    for text in ("one", "two"):
        await core.say(visitor, text, conversation_id)
    mine = await core.lists.view(ANNA, "mine", None)
    assert [(s.conversation.id, s.unread) for s in mine] == [(conversation_id, 2)]


async def test_tags_are_replaced_and_each_stands_once(core: Core) -> None:
    conversation_id, _ = await accepted(core)
    await core.assignments.tag(ANNA, conversation_id, ["vip", "size", "vip"])
    assert (await core.conversation(conversation_id)).tags == ["vip", "size"]
    await core.assignments.tag(ANNA, conversation_id, [])
    assert (await core.conversation(conversation_id)).tags == []


async def test_reopening_brings_it_back_to_its_owner(core: Core) -> None:
    conversation_id, _ = await accepted(core)
    await core.assignments.resolve(ANNA, conversation_id, solved=True)
    assert await core.lists.view(ANNA, "mine", None) == []
    await core.assignments.reopen(ANNA, conversation_id)
    assert [s.conversation.id for s in await core.lists.view(ANNA, "mine", None)] == [
        conversation_id
    ]
    assert (await core.response_event(conversation_id)).resolved_at is None


async def test_lists_of_an_inbox_hold_that_inbox_only(core: Core) -> None:
    here = await core.queued((await core.visitor()).caller)
    there = await core.queued((await core.visitor(inbox="bakki")).caller)
    views = {
        (view, key): {
            s.conversation.id
            for s in await core.lists.view(ANNA, view, await core.inboxes.id_of(key))
        }
        for view in ("queue", "all")
        for key in ("hraun", "bakki", None)
    }
    assert views == {
        (view, key): found
        for view in ("queue", "all")
        for key, found in (("hraun", {here}), ("bakki", {there}), (None, {here, there}))
    }
    with pytest.raises(NotFound):
        await core.inboxes.id_of("nowhere")
