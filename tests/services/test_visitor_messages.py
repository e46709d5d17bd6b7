"""What a visitor sends is kept once, in its own dialogue only."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from chat_server.domain.conversation import Status
from chat_server.domain.errors import Conflict, Invalid, NotFound
from chat_server.domain.live import ConversationChanged, MessageCreated, MessagesRead, QueueMoved
from chat_server.domain.ownership import OwnerKind
from tests.core.core import ANNA, words

if TYPE_CHECKING:
    from tests.core.core import Core


async def test_the_first_message_opens_a_dialogue_with_the_bot(core: Core) -> None:
    visitor = (await core.visitor()).caller
    sent = await core.visitors.send(visitor, None, "k1", words("Hello"))
    conversation = await core.conversation(sent.conversation_id)
    assert conversation.owner.kind is OwnerKind.BOT
    assert await core.texts(sent.conversation_id) == ["Hello"]
    assert (await core.response_event(sent.conversation_id)).visitor_messages == 1
    assert core.woken == 1


async def test_opening_again_with_the_same_client_id_changes_nothing(core: Core) -> None:
    visitor = (await core.visitor()).caller
    first = await core.visitors.send(visitor, None, "k1", words("Hello"))
    told = len(core.live)
    assert await core.visitors.send(visitor, None, "k1", words("Hello")) == first
    assert await core.texts(first.conversation_id) == ["Hello"]
    assert len(await core.log()) == 2
    assert len(core.live) == told
    assert await core.answer_all() == 1


async def test_a_resend_answers_as_the_first_time(core: Core) -> None:
    visitor = (await core.visitor()).caller
    opened = await core.say(visitor, "Hello")
    first = await core.visitors.send(visitor, opened.conversation_id, "k2", words("Again"))
    await core.say(visitor, "More", opened.conversation_id)
    again = await core.visitors.send(visitor, opened.conversation_id, "k2", words("changed"))
    assert again == first
    assert await core.texts(opened.conversation_id) == ["Hello", "Again", "More"]


async def test_a_resend_after_the_end_still_answers_alike(core: Core) -> None:
    visitor = (await core.visitor()).caller
    first = await core.visitors.send(visitor, None, "k1", words("Hello"))
    await core.assignments.resolve(ANNA, first.conversation_id, solved=True)
    again = await core.visitors.send(visitor, first.conversation_id, "k1", words("Hello"))
    assert again == first


async def test_the_same_client_id_of_two_browsers_are_two_messages(core: Core) -> None:
    one, two = (await core.visitor()).caller, (await core.visitor()).caller
    first = await core.visitors.send(one, None, "k1", words("Hello"))
    second = await core.visitors.send(two, None, "k1", words("Hello"))
    assert first.conversation_id != second.conversation_id


async def test_many_resends_at_once_are_kept_once(core: Core) -> None:
    visitor = (await core.visitor()).caller
    sends = (core.visitors.send(visitor, None, "k1", words("Hello")) for _ in range(8))
    sent = await asyncio.gather(*sends)
    assert len(set(sent)) == 1
    assert await core.texts(sent[0].conversation_id) == ["Hello"]


@pytest.mark.parametrize("conversation_id", ["theirs", "no-such-id", "' OR 1=1 --"])
async def test_somebody_elses_dialogue_is_as_unknown_as_none(
    core: Core, conversation_id: str
) -> None:
    theirs = await core.say((await core.visitor()).caller, "my secret")
    target = theirs.conversation_id if conversation_id == "theirs" else conversation_id
    me = (await core.visitor()).caller
    for attempt in (
        core.visitors.send(me, target, "k", words("Hi")),
        core.visitors.resume(me, target, 0),
        core.visitors.typing(me, target, on=True, preview="x"),
        core.visitors.mark_read(me, target, 1),
        core.visitors.request_agent(me, target, "k", None),
        core.visitors.rate(me, target, 5, None),
    ):
        with pytest.raises(NotFound) as refused:
            await attempt
        assert refused.value.message == "There is no such conversation."
    assert await core.texts(theirs.conversation_id) == ["my secret"]


async def test_a_message_while_resolved_is_a_conflict_and_leaves_nothing(core: Core) -> None:
    visitor = (await core.visitor()).caller
    sent = await core.say(visitor, "Hello")
    await core.assignments.resolve(ANNA, sent.conversation_id, solved=True)
    before, logged, told = (
        await core.texts(sent.conversation_id),
        len(await core.log()),
        len(core.live),
    )
    with pytest.raises(Conflict):
        await core.say(visitor, "Wait!", sent.conversation_id)
    with pytest.raises(Conflict):
        await core.visitors.request_agent(visitor, sent.conversation_id, "k", None)
    assert await core.texts(sent.conversation_id) == before
    assert (len(await core.log()), len(core.live)) == (logged, told)


async def test_after_the_end_a_new_dialogue_begins(core: Core) -> None:
    visitor = (await core.visitor()).caller
    first = await core.say(visitor, "Hello")
    await core.assignments.resolve(ANNA, first.conversation_id, solved=True)
    second = await core.say(visitor, "Hello again")
    assert second.conversation_id != first.conversation_id


async def test_resume_gives_what_came_after_without_notes(core: Core) -> None:
    visitor = (await core.visitor()).caller
    sent = await core.say(visitor, "one")
    await core.agents.note(ANNA, sent.conversation_id, "n", words("a note"))
    await core.say(visitor, "three", sent.conversation_id)
    found = await core.visitors.resume(visitor, sent.conversation_id, 1)
    assert [(m.seq, m.public_prev_seq, m.text) for m in found.messages] == [(3, 1, "three")]
    assert not found.more


async def test_a_long_gap_is_resumed_page_by_page(core: Core) -> None:
    visitor = (await core.visitor()).caller
    sent = await core.say(visitor, "1")
    async with core.store.begin() as tx:
        conversation = await tx.conversations.lock(sent.conversation_id)
        assert conversation is not None
        author = (await tx.messages.after(sent.conversation_id, 0, 1, public=True))[0].author
        for number in range(2, 452):
            await tx.save(conversation.say(author, words(str(number)), f"k{number}", core.clock()))
    seen, after, more = [], 0, True
    while more:
        page = await core.visitors.resume(visitor, sent.conversation_id, after)
        seen += [message.text for message in page.messages]
        after, more = page.messages[-1].seq, page.more
    assert seen == [str(number) for number in range(1, 452)]


async def test_receipts_only_go_forward_and_not_past_the_end(core: Core) -> None:
    visitor = (await core.visitor()).caller
    conversation_id = await core.dialogue(visitor, "Hello")
    await core.visitors.mark_read(visitor, conversation_id, 999)
    await core.visitors.mark_read(visitor, conversation_id, 1)
    assert (await core.conversation(conversation_id)).visitor_read_seq == 2
    assert [event.seq for event in core.told(MessagesRead)] == [2]


async def test_asking_for_a_person_queues_once_and_says_why(core: Core) -> None:
    visitor = (await core.visitor()).caller
    conversation_id = await core.dialogue(visitor, "Hello")
    first = await core.visitors.request_agent(visitor, conversation_id, "k", "broken zip")
    again = await core.visitors.request_agent(visitor, conversation_id, "k2", None)
    assert first.position == again.position == 1
    assert first.conversation.owner.kind is OwnerKind.QUEUE
    row = await core.response_event(conversation_id)
    assert (row.handoffs, row.handoff_reason) == (1, "visitor_asked")
    assert (await core.conversation(conversation_id)).handoff_summary == "broken zip"


async def test_asking_for_a_person_before_any_word_opens_one_dialogue(core: Core) -> None:
    visitor = (await core.visitor()).caller
    first = await core.visitors.request_agent(visitor, None, "k", None)
    again = await core.visitors.request_agent(visitor, None, "k", None)
    assert first.conversation.id == again.conversation.id
    assert len(core.told(QueueMoved)) == 1


async def test_places_in_the_queue_follow_the_order_of_asking(core: Core) -> None:
    callers = [(await core.visitor()).caller for _ in range(3)]
    asked = []
    for caller in callers:
        core.clock.forward(seconds=1)
        asked.append(await core.queued(caller))
    await core.assignments.accept(ANNA, asked[0])
    places = {s.conversation.id: s.position for s in await core.lists.view(ANNA, "queue", None)}
    assert places == {asked[1]: 1, asked[2]: 2}


async def test_a_message_while_a_person_answers_makes_no_bot_turn(core: Core) -> None:
    visitor = (await core.visitor()).caller
    conversation_id = await core.queued(visitor)
    asked = len(core.bot.questions)
    await core.say(visitor, "Anybody?", conversation_id)
    await core.assignments.accept(ANNA, conversation_id)
    await core.say(visitor, "Hello Anna", conversation_id)
    assert await core.answer_all() == 0
    assert len(core.bot.questions) == asked


async def test_a_rating_off_the_scale_leaves_nothing(core: Core) -> None:
    visitor = (await core.visitor()).caller
    conversation_id = await core.dialogue(visitor, "Hello")
    with pytest.raises(Invalid):
        await core.visitors.rate(visitor, conversation_id, 9, "comment")
    conversation = await core.conversation(conversation_id)
    assert (conversation.rating, conversation.rating_comment) == (None, None)


async def test_the_rating_reaches_the_response_event(core: Core) -> None:
    visitor = (await core.visitor()).caller
    conversation_id = await core.dialogue(visitor, "Hello")
    await core.assignments.resolve(ANNA, conversation_id, solved=True)
    await core.visitors.rate(visitor, conversation_id, 2, None)
    await core.visitors.rate(visitor, conversation_id, 5, "thanks")
    assert (await core.response_event(conversation_id)).rating == 5


async def test_writing_wakes_a_snoozed_dialogue(core: Core) -> None:
    visitor = (await core.visitor()).caller
    conversation_id = await core.dialogue(visitor, "Hello")
    await core.assignments.snooze(ANNA, conversation_id)
    await core.say(visitor, "Hello?", conversation_id)
    assert (await core.conversation(conversation_id)).status is Status.OPEN


async def test_a_message_is_told_with_the_state_after_it(core: Core) -> None:
    visitor = (await core.visitor()).caller
    core.live.clear()
    sent = await core.say(visitor, "Hello")
    created, changed = core.live
    assert isinstance(created, MessageCreated)
    assert created.message.id == sent.message_id
    assert isinstance(changed, ConversationChanged)
    assert changed.snapshot.conversation.last_seq == 1
    assert changed.snapshot.unread == 1


async def test_heads_show_where_ones_own_dialogues_end(core: Core) -> None:
    visitor = (await core.visitor()).caller
    mine = (await core.say(visitor, "one")).conversation_id
    theirs = (await core.say((await core.visitor()).caller, "two")).conversation_id
    await core.agents.note(ANNA, mine, "n", words("a note"))
    (head,) = await core.visitors.heads(visitor, [mine, theirs, "no-such-id"])
    assert (head.id, head.last_public_seq, head.last_seq) == (mine, 1, 2)
    found = await core.agents.heads(ANNA, [mine, theirs, "no-such-id"])
    assert {head.id: head.last_seq for head in found} == {mine: 2, theirs: 1}
