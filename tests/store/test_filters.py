"""What a figure counts, the list behind it shows; pages neither repeat nor skip."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from chat_server.domain.bot_turn import Answer, Question, Reply
from chat_server.domain.facts.statement import Statement
from chat_server.domain.ports import DialogueFilter, Slice
from chat_server.rest.answering import agents_view, bot_view
from tests.core.core import ANNA, MARKUS, signed, words

if TYPE_CHECKING:
    from datetime import datetime

    from chat_server.domain.response_event import ResponseEvent
    from tests.core.core import Core

ALL = DialogueFilter()


async def many_dialogues(core: Core) -> None:
    """Every outcome by itself and in company, one minute after another."""

    def script(question: Question) -> Answer:
        used = (
            tuple(str(fact["id"]) for fact in question.facts) if "remember" in question.text else ()
        )
        said = (Statement("size", "M", 0.9),) if "size" in question.text else ()
        wish = "complaint" if "torn" in question.text else None
        intent = "complain" if wish else "greet"
        return Answer((Reply(words("OK"), used),), intent, 0.9, (), said, handoff_reason=wish)

    core.bot.script = script
    katrin = (await core.visitor(identity=signed("katrin"))).caller
    for number, (text, fate) in enumerate(
        [
            ("hello", "open"),
            ("size M", "solved"),
            ("it is torn", "human"),
            ("remember my size?", "solved"),
            ("torn, remember?", "human"),
            ("hello again", "taken over"),
        ]
    ):
        core.clock.forward(minutes=1)
        caller = katrin if number in {1, 3, 4} else (await core.visitor()).caller
        conversation_id = await core.dialogue(caller, text)
        if fate in {"human", "taken over"}:
            await core.assignments.accept(ANNA, conversation_id)
            epoch = (await core.conversation(conversation_id)).owner.epoch
            await core.agents.send(ANNA, conversation_id, epoch, "a", words("Let me see"))
            await core.visitors.rate(caller, conversation_id, 2 + number % 3, None)
        if fate != "open":
            await core.assignments.resolve(ANNA, conversation_id, solved=fate == "solved")
        if fate == "solved":
            await core.assignments.tag(ANNA, conversation_id, ["sizes", 'odd "tag"'])


async def response_events(core: Core, wanted: DialogueFilter) -> list[ResponseEvent]:
    return (await core.transcripts.response_events(MARKUS, wanted, Slice(100))).items


async def found(core: Core, wanted: DialogueFilter) -> set[str]:
    """Ids by search, by response events and by export, which must be the same."""
    hits = (await core.transcripts.search(MARKUS, wanted, Slice(100))).items
    searched = {hit.snapshot.conversation.id for hit in hits}
    listed = {row.conversation_id for row in await response_events(core, wanted)}
    exported = {
        row.conversation_id async for row in core.transcripts.export_dialogues(MARKUS, wanted)
    }
    assert searched == listed == exported
    return searched


async def test_each_figure_of_the_overview_opens_what_it_counted(any_core: Core) -> None:
    await many_dialogues(any_core)
    since, until = any_core.clock() - timedelta(days=1), any_core.clock() + timedelta(days=1)
    tally = (await any_core.reports.overview(MARKUS, since, until)).tally
    period = DialogueFilter(since=since, until=until)
    for outcome in ("handed_off", "resolved", "bot_alone", "rated", "memory_used"):
        listed = await found(any_core, replace(period, outcome=outcome))
        if outcome == "rated":
            counted = sum(tally.total(f"rated_{score}") for score in range(1, 6))
        else:
            counted = tally.total(outcome)
        assert len(listed) == counted, outcome
        assert 0 < len(listed) < tally.total("dialogues"), outcome
    resolved = await found(any_core, replace(period, outcome="resolved"))
    unresolved = await found(any_core, replace(period, outcome="unresolved"))
    assert resolved.isdisjoint(unresolved)
    assert len(resolved | unresolved) == tally.total("dialogues") == 6
    returning = await response_events(any_core, replace(period, outcome="returning"))
    assert len({row.contact_id for row in returning}) == tally.returning == 1
    for score in range(1, 6):
        count = tally.total(f"rated_{score}")
        assert len(await found(any_core, replace(period, rating=score))) == count
    for reason, count in tally.shares("handoff_reason").items():
        assert len(await found(any_core, replace(period, handoff_reason=reason))) == count
    for intent, count in tally.shares("intent").items():
        assert len(await found(any_core, replace(period, intent=intent))) == count


async def test_each_figure_of_bot_and_people_opens_what_it_counted(any_core: Core) -> None:
    core = any_core
    await many_dialogues(core)
    since, until = core.clock() - timedelta(days=1), core.clock() + timedelta(days=1)
    period = DialogueFilter(since=since, until=until)
    bot = bot_view(await core.reports.bot(MARKUS, since, until))
    people = agents_view(await core.reports.agents(MARKUS, since, until))
    for outcome, count in {
        "bot_rated": bot.rated,
        "missed": bot.missed,
        "asked_again": bot.asked_again,
        "answered": bot.first_replies,
        "taken": people.taken,
        "waited": people.waits,
    }.items():
        assert len(await found(core, replace(period, outcome=outcome))) == count, outcome
    assert (people.taken, people.waits) == (3, 2)
    assert [(one.id, one.name, one.dialogues, one.waits) for one in people.agents] == [
        ("anna", "Anna", 3, 2)
    ]
    took = replace(period, took="anna")
    assert len(await found(core, took)) == people.agents[0].dialogues
    rated = await found(core, replace(took, outcome="rated"))
    assert len(rated) == people.agents[0].rated == 3
    waited = await found(core, replace(took, outcome="waited_alone"))
    assert len(waited) == people.agents[0].waits
    assert await found(core, replace(period, took="nobody")) == set()
    handed = {one.intent: one.handed_off for one in bot.intents}
    for intent, count in handed.items():
        wanted = replace(period, intent=intent, outcome="handed_off")
        assert len(await found(core, wanted)) == count
    assert handed["complain"] == 2


FILTERS = [
    (ALL, 6),
    (DialogueFilter(status="resolved"), 5),
    (DialogueFilter(status="open"), 1),
    (DialogueFilter(owner="agent"), 3),
    (DialogueFilter(owner="bot"), 3),
    (DialogueFilter(agent_id="anna"), 3),
    (DialogueFilter(agent_id="birna"), 0),
    (DialogueFilter(tag="sizes"), 2),
    (DialogueFilter(tag="size"), 0),
    (DialogueFilter(tag='odd "tag"'), 2),
    (DialogueFilter(tag="%"), 0),
    (DialogueFilter(intent="complain"), 2),
    (DialogueFilter(intent="compl"), 0),
    (DialogueFilter(intent="%"), 0),
    (DialogueFilter(handoff_reason="complaint"), 2),
    (DialogueFilter(handoff_reason="any"), 2),
    (DialogueFilter(handoff_reason="bot_timeout"), 0),
    (DialogueFilter(query="torn"), 2),
    (DialogueFilter(query="torn", outcome="memory_used"), 1),
    (DialogueFilter(inbox_id="inbox-hraun"), 6),
    (DialogueFilter(inbox_id="inbox-bakki"), 0),
    (DialogueFilter(channel="website"), 6),
    (DialogueFilter(channel="qr"), 0),
    (DialogueFilter(locale="en"), 6),
    (DialogueFilter(outcome="nonsense"), 0),
]


async def test_each_filter_keeps_what_it_says(any_core: Core) -> None:
    await many_dialogues(any_core)
    counted = [(wanted, len(await found(any_core, wanted))) for wanted, _ in FILTERS]
    assert counted == FILTERS


async def test_a_period_holds_its_beginning_and_not_its_end(any_core: Core) -> None:
    await many_dialogues(any_core)
    times = [row.opened_at for row in await response_events(any_core, ALL)]
    newest, oldest = times[0], times[-1]
    assert len(await found(any_core, DialogueFilter(since=oldest, until=newest))) == 5
    assert len(await found(any_core, DialogueFilter(since=newest))) == 1


@pytest.mark.parametrize("oldest_first", [True, False])
@pytest.mark.parametrize("limit", [1, 2, 3])
async def test_pages_neither_repeat_nor_skip(
    any_core: Core,
    limit: int,
    oldest_first: bool,  # noqa: FBT001
) -> None:
    """Also when several dialogues opened at the same moment."""
    for number in range(7):
        if number % 3 == 0:
            any_core.clock.forward(seconds=1)
        await any_core.say((await any_core.visitor()).caller, f"Hello {number}")
    seen: list[tuple[datetime, str]] = []
    piece = Slice(limit, oldest_first=oldest_first)
    while True:
        rows = (await any_core.transcripts.response_events(MARKUS, ALL, piece)).items
        searched = (await any_core.transcripts.search(MARKUS, ALL, piece)).items
        assert [hit.snapshot.conversation.id for hit in searched] == [
            row.conversation_id for row in rows
        ]
        seen += [(row.opened_at, row.conversation_id) for row in rows]
        if len(rows) < limit:
            break
        piece = replace(piece, before=seen[-1][0], before_id=seen[-1][1])
    assert len(seen) == len(set(seen)) == 7
    assert seen == sorted(seen, reverse=not oldest_first)


async def test_contacts_are_found_by_part_of_name_or_address_page_by_page(any_core: Core) -> None:
    for name in ("Katrín Jónsdóttir", "Jón Jónsson", "Guðrún"):
        any_core.clock.forward(seconds=1)
        await any_core.visitor(identity=signed(name, name=name, email=f"{len(name)}@Hraun.is"))

    async def names(query: str | None, piece: Slice) -> list[str | None]:
        return [contact.name for contact in await any_core.contacts.search(ANNA, query, piece)]

    assert await names("jón", Slice()) == ["Jón Jónsson", "Katrín Jónsdóttir"]
    assert await names("@hraun", Slice()) == ["Guðrún", "Jón Jónsson", "Katrín Jónsdóttir"]
    assert await names("100%", Slice()) == []
    first = (await any_core.contacts.search(ANNA, None, Slice(1)))[0]
    rest = await names(None, Slice(before=first.last_seen_at, before_id=first.id))
    assert rest == ["Jón Jónsson", "Katrín Jónsdóttir"]


async def test_the_messages_export_has_every_dialogue_in_order_without_notes(
    any_core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chat_server.store.transcripts._DIALOGUES", 4)
    await many_dialogues(any_core)
    one = (await response_events(any_core, ALL))[0].conversation_id
    await any_core.agents.note(ANNA, one, "n", words("a note"))
    messages = [m async for m in any_core.transcripts.export_messages(MARKUS, ALL)]
    assert "a note" not in {message.text for message in messages}
    dialogues = list(dict.fromkeys(message.conversation_id for message in messages))
    assert len(dialogues) == 6
    assert [m.seq for m in messages if m.conversation_id == dialogues[0]] == [1, 2]
    expected = sum([(await any_core.conversation(one)).last_seq for one in dialogues])
    assert len(messages) == expected - 1


async def test_the_log_can_be_read_on_from_any_place(any_core: Core) -> None:
    await many_dialogues(any_core)
    everything = await any_core.log()
    positions = [event.position or 0 for event in everything]
    assert positions == sorted(set(positions))
    middle = positions[len(positions) // 2]
    rest = await any_core.transcripts.log(MARKUS, middle, 1_000)
    assert [event.position for event in rest] == [p for p in positions if p > middle]
    exported = [event.id async for event in any_core.transcripts.export_events(MARKUS, ALL)]
    assert exported == [event.id for event in everything]
