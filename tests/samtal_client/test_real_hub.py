"""Both clients against a real hub, on either database."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from samtal_client import AgentClient, FileOutbox, MemoryOutbox, Pace, Refused, VisitorClient

if TYPE_CHECKING:
    from pathlib import Path

    from tests.hub.running import HubProcess, LocalHub


# Other tests take the processor, and the first English line loads what hears it.
_PATIENT = Pace(answer=30)


def visitor_of(hub: LocalHub | HubProcess, **more: Any) -> VisitorClient:
    return VisitorClient(hub.url, hub.notes.inbox, pace=_PATIENT, **more)


def agent_of(hub: LocalHub | HubProcess, who: str = "anna") -> AgentClient:
    return AgentClient(
        hub.url, email=hub.notes.emails[who], password=hub.notes.password, pace=_PATIENT
    )


async def test_a_visitor_talks_to_the_bot(hub: LocalHub) -> None:
    async with visitor_of(hub) as visitor:
        sent = await visitor.say("Hello").acked
        answer = await visitor.heard(lambda m: m.author == "bot")
        assert answer.text == "You said: Hello"
        assert answer.conversation_id == sent.conversation_id == visitor.conversation_id
        assert visitor.pending == []


async def test_what_is_said_at_once_arrives_in_order(hub: LocalHub) -> None:
    async with visitor_of(hub) as visitor:
        words = [f"word {number}" for number in range(20)]
        sent = await asyncio.gather(*(visitor.say(text).acked for text in words))
        assert len({item.conversation_id for item in sent}) == 1
        await visitor.heard(lambda m: m.text == words[-1])
        held = visitor.transcripts[sent[0].conversation_id].messages
        assert [m.text for m in held if m.author == "visitor"] == words


async def test_an_agent_takes_a_dialogue_and_answers(hub: LocalHub) -> None:
    async with visitor_of(hub) as visitor, agent_of(hub) as agent:
        sent = await visitor.say("I need a person").acked
        await visitor.ask_for_a_person()
        await agent.ready()
        taken = await agent.accept(sent.conversation_id)
        assert taken.owner == "agent"
        await agent.reply(sent.conversation_id, "Here I am").acked
        await agent.note(sent.conversation_id, "A nice one").acked
        await visitor.heard(lambda m: m.text == "Here I am")
        note = await agent.heard(lambda m: m.kind == "note")
        assert note.text == "A nice one"
        seqs = [m.seq for m in agent.transcripts[sent.conversation_id].messages]
        assert seqs == list(range(1, len(seqs) + 1))
        public = visitor.transcripts[sent.conversation_id].messages
        assert all(m.kind != "note" for m in public)


async def test_a_reply_under_an_old_epoch_is_refused_and_leaves_the_outbox(hub: LocalHub) -> None:
    async with visitor_of(hub) as visitor, agent_of(hub) as agent:
        sent = await visitor.say("Hello").acked
        await visitor.ask_for_a_person()
        await agent.ready()
        taken = await agent.accept(sent.conversation_id)
        await agent.command("return_to_bot", conversation_id=taken.id)
        agent.conversations[taken.id] = taken
        with pytest.raises(Refused, match=r"conflict|not_allowed"):
            await agent.reply(taken.id, "too late").acked
        assert agent.pending == []


async def test_an_unknown_inbox_is_said_at_once(hub: LocalHub) -> None:
    with pytest.raises(Refused, match="not_found"):
        async with VisitorClient(hub.url, "nobody") as visitor:
            await visitor.ready()


async def test_a_program_started_anew_brings_out_what_its_former_run_wrote(
    hub: LocalHub, tmp_path: Path
) -> None:
    path = tmp_path / "outbox.jsonl"
    async with visitor_of(hub, outbox=FileOutbox(path)) as visitor:
        sent = await visitor.say("before").acked
    offline = FileOutbox(path)
    VisitorClient(hub.url, hub.notes.inbox, outbox=offline).say("while it was away")
    async with visitor_of(hub, outbox=FileOutbox(path)) as visitor:
        await visitor.flushed(5)
        await visitor.heard(lambda m: m.text == "while it was away")
        texts = [m.text for m in visitor.transcripts[sent.conversation_id].messages]
    assert [text for text in texts if not text.startswith("You said")] == [
        "before",
        "while it was away",
    ]


async def test_a_visitor_whose_token_is_gone_begins_anew(hub: LocalHub) -> None:
    outbox = MemoryOutbox()
    outbox.keep_token("of another life")
    async with visitor_of(hub, outbox=outbox) as visitor:
        await visitor.say("Hello").acked
    assert outbox.token not in {None, "of another life"}


async def test_polling_has_the_same_guarantees(hub: LocalHub) -> None:
    async with visitor_of(hub, transports=("polling",)) as visitor:
        await asyncio.gather(*(visitor.say(f"{number}").acked for number in range(5)))
        await visitor.heard(lambda m: m.text == "You said: 4")


async def test_a_killed_hub_is_found_again_and_gets_what_was_written_meanwhile(
    hub_process: HubProcess,
) -> None:
    await asyncio.to_thread(hub_process.start)
    async with visitor_of(hub_process) as visitor:
        await visitor.say("before").acked
        hub_process.kill9()
        meanwhile = [visitor.say(f"meanwhile {number}") for number in range(3)]
        await asyncio.to_thread(hub_process.start)
        sent = [await item.acked for item in meanwhile]
        assert [item.seq for item in sent] == sorted(item.seq for item in sent)
        await visitor.heard(lambda m: m.text == "meanwhile 2")
        assert visitor.connected_times == 2
