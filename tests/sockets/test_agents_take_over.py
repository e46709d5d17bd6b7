"""Agents and the conversations they answer, as the contract's `/agent` says."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from tests.hub.clients import Clients, Refused, client_id
from tests.sockets.dialogues import answered_by, lists, waiting

if TYPE_CHECKING:
    from tests.hub.running import LocalHub


Json = dict[str, Any]


async def test_a_visitor_reaches_an_agent_and_the_bot_is_silent(
    hub: LocalHub, clients: Clients
) -> None:
    agent = await clients.agent("anna")
    await agent.do("subscribe", view="queue")
    visitor = await waiting(clients)
    queued = await agent.event("queue_changed", partial(lists, visitor.conversation_id))
    assert queued["conversations"][-1]["unread"] == 1
    place = await visitor.updated(lambda c: bool(c.get("queue")))
    assert place["queue"]["position"] >= 1
    conversation = await agent.accept(visitor.conversation_id)
    assert conversation["owner"] == {
        "kind": "agent",
        "agent_id": hub.notes.ids["anna"],
        "name": hub.notes.names["anna"],
        "epoch": 3,
    }
    await visitor.updated(lambda c: c["owner"].get("name") == hub.notes.names["anna"])
    asked = len(hub.bot.questions)
    await visitor.say("Are you a person?")
    await agent.text("Are you a person?")
    await agent.reply(conversation, "I am")
    came = await visitor.text("I am")
    assert came["author"] == {
        "kind": "agent",
        "id": hub.notes.ids["anna"],
        "name": hub.notes.names["anna"],
    }
    assert len(hub.bot.questions) == asked


async def test_of_two_agents_who_accept_at_once_one_is_told_of_a_conflict(
    clients: Clients,
) -> None:
    anna, bjorn = await clients.agent("anna"), await clients.agent("bjorn")
    for _ in range(5):
        visitor = await waiting(clients)
        acks = await asyncio.gather(
            *(a.ack("accept", {"conversation_id": visitor.conversation_id}) for a in (anna, bjorn))
        )
        assert sorted(ack["ok"] for ack in acks) == [False, True]
        refused = next(ack for ack in acks if not ack["ok"])
        assert refused["error"]["code"] == "conflict"


async def test_accepting_again_what_is_mine_changes_nothing(clients: Clients) -> None:
    anna = await clients.agent("anna")
    _, conversation = await answered_by(clients, anna)
    assert await anna.accept(conversation["id"]) == conversation


async def test_what_a_former_owner_sends_with_an_old_epoch_is_refused(
    hub: LocalHub, clients: Clients
) -> None:
    anna, bjorn = await clients.agent("anna"), await clients.agent("bjorn")
    visitor, conversation = await answered_by(clients, anna)
    await anna.do("assign", conversation_id=conversation["id"], agent_id=hub.notes.ids["bjorn"])
    given = await bjorn.event("conversation_assigned")
    assert given["reason"] == "transferred"
    with pytest.raises(Refused) as late:
        await anna.reply(conversation, "too late")
    assert late.value.code == "conflict"
    assert given["conversation"]["owner"]["epoch"] == conversation["owner"]["epoch"] + 1
    with pytest.raises(Refused) as not_hers:
        await anna.reply(given["conversation"], "with the new epoch")
    assert not_hers.value.code == "not_allowed"
    await bjorn.reply(given["conversation"], "Björn here")
    await visitor.text("Björn here")
    texts = [p["message"]["content"]["text"] for p in visitor.all("message_created")]
    assert "too late" not in texts
    assert "with the new epoch" not in texts


async def test_a_reply_sent_again_answers_the_same_even_after_a_transfer(
    hub: LocalHub, clients: Clients
) -> None:
    anna = await clients.agent("anna")
    visitor, conversation = await answered_by(clients, anna)
    command = {
        "client_id": client_id(),
        "conversation_id": conversation["id"],
        "epoch": conversation["owner"]["epoch"],
        "content": {"type": "text", "text": "said once"},
    }
    first = await anna.do("send_message", **command)
    await anna.do("assign", conversation_id=conversation["id"], agent_id=hub.notes.ids["bjorn"])
    assert await anna.do("send_message", **command) == first
    held = await visitor.do("resume", conversation_id=conversation["id"], after=0)
    assert [m["content"]["text"] for m in held["messages"]].count("said once") == 1


async def test_a_note_never_reaches_the_visitor_and_leaves_no_hole(clients: Clients) -> None:
    anna, bjorn = await clients.agent("anna"), await clients.agent("bjorn")
    visitor, conversation = await answered_by(clients, anna)
    await bjorn.do("resume", conversation_id=conversation["id"], after=0)
    await anna.do(
        "add_note",
        client_id=client_id(),
        conversation_id=conversation["id"],
        content={"type": "text", "text": "difficult customer"},
    )
    note = await bjorn.text("difficult customer")
    assert note["kind"] == "note"
    await anna.reply(conversation, "Happy to help")
    reply = await visitor.text("Happy to help")
    seen = [p["message"] for p in visitor.all("message_created")]
    assert all(m["kind"] != "note" for m in seen)
    assert reply["prev_seq"] == seen[-2]["seq"] == reply["seq"] - 2
    held = await visitor.do("resume", conversation_id=conversation["id"], after=0)
    assert "difficult customer" not in str(held)
    assert "difficult customer" not in str(visitor.events)
    again = await clients.visitor(token=(await visitor.welcome())["token"])
    assert "difficult customer" not in str(await again.welcome())
    inside = (await bjorn.text("Happy to help"))["prev_seq"]
    assert inside == reply["seq"] - 1, "an agent sees the note before the reply"


async def test_back_with_the_bot_it_answers_again_and_knows_the_note(
    hub: LocalHub, clients: Clients
) -> None:
    anna = await clients.agent("anna")
    visitor, conversation = await answered_by(clients, anna)
    returned = (
        await anna.do("return_to_bot", conversation_id=conversation["id"], note="Wants blue socks")
    )["conversation"]
    assert returned["owner"]["kind"] == "bot"
    await visitor.message(lambda m: m["content"].get("code") == "returned_to_bot")
    await visitor.answered("And in green?")
    context = hub.bot.questions[-1].context
    assert context["human_stretch"] == returned["owner"]["epoch"]
    assert context["note"] == "Wants blue socks"
    assert "Wants blue socks" not in str(visitor.events)
    with pytest.raises(Refused) as refused:
        await anna.reply(conversation, "one more thing")
    assert refused.value.code == "conflict"


async def test_resolved_rated_closed_for_more_and_then_a_new_conversation(
    clients: Clients,
) -> None:
    anna = await clients.agent("anna")
    visitor, conversation = await answered_by(clients, anna)
    await anna.do("resolve", conversation_id=conversation["id"])
    await visitor.updated(lambda c: c["status"] == "resolved")
    rated = await visitor.do(
        "rate_conversation", conversation_id=conversation["id"], score=5, comment="Thanks"
    )
    assert rated["conversation"]["rating"] == 5
    told = await anna.event("conversation_updated", lambda p: p["conversation"].get("rating") == 5)
    assert told["conversation"]["id"] == conversation["id"]
    text = {"type": "text", "text": "one more"}
    for command, payload in (
        ("send_message", {"client_id": client_id(), "content": text}),
        ("request_agent", {}),
    ):
        code = await visitor.refusal(command, conversation_id=conversation["id"], **payload)
        assert code == "conflict"
    with pytest.raises(Refused) as refused:
        await anna.reply(conversation, "after the end")
    assert refused.value.code == "conflict"
    visitor.conversation_id = None
    sent = await visitor.say("something else")
    assert sent["conversation_id"] != conversation["id"]
    assert sent["seq"] == 1
    await visitor.text("You said: something else")


async def test_reopened_it_takes_messages_again(clients: Clients) -> None:
    anna = await clients.agent("anna")
    visitor, conversation = await answered_by(clients, anna)
    await anna.do("resolve", conversation_id=conversation["id"], solved=False)
    opened = (await anna.do("reopen", conversation_id=conversation["id"]))["conversation"]
    assert opened["status"] == "open"
    assert opened["owner"] == conversation["owner"]
    await visitor.say("it broke again")
    await anna.text("it broke again")


async def test_snoozed_it_comes_back_when_the_visitor_writes(clients: Clients) -> None:
    anna = await clients.agent("anna")
    visitor, conversation = await answered_by(clients, anna)
    snoozed = (await anna.do("snooze", conversation_id=conversation["id"]))["conversation"]
    assert snoozed["status"] == "snoozed"
    mine = await anna.do("subscribe", view="mine")
    assert conversation["id"] in [c["id"] for c in mine["conversations"]]
    mark = anna.mark
    await visitor.say("back from lunch")
    woken = await anna.event("conversation_updated", lambda p: True, mark)
    assert woken["conversation"]["status"] == "open"


async def test_tags_are_replaced_once_each_and_stay_inside(clients: Clients) -> None:
    anna = await clients.agent("anna")
    visitor, conversation = await answered_by(clients, anna)
    tagged = await anna.do(
        "tag", conversation_id=conversation["id"], tags=["refund", "vip", "refund"]
    )
    assert tagged["conversation"]["tags"] == ["refund", "vip"]
    token = await clients.token("anna")
    listed = await clients.call("GET", "conversations?tag=vip", token)
    assert conversation["id"] in [row["conversation"]["id"] for row in listed.body["items"]]
    await anna.reply(tagged["conversation"], "there")
    await visitor.text("there")
    assert "vip" not in str(visitor.events)


async def test_given_back_to_the_queue_it_waits_for_the_next_one(clients: Clients) -> None:
    anna, bjorn = await clients.agent("anna"), await clients.agent("bjorn")
    visitor, conversation = await answered_by(clients, anna)
    back = (await anna.do("assign", conversation_id=conversation["id"]))["conversation"]
    assert back["owner"]["kind"] == "queue"
    assert back["handoff_reason"] == "transfer"
    taken = await bjorn.accept(conversation["id"])
    assert taken["owner"]["epoch"] == conversation["owner"]["epoch"] + 2
    await visitor.updated(lambda c: c["owner"].get("name") == "Björn Haraldsson")


async def test_only_people_who_answer_can_be_given_a_conversation(
    hub: LocalHub, clients: Clients
) -> None:
    anna = await clients.agent("anna")
    _, conversation = await answered_by(clients, anna)
    for nobody in (hub.notes.ids["katrin"], "made-up"):
        code = await anna.refusal("assign", conversation_id=conversation["id"], agent_id=nobody)
        assert code == "not_found"


async def test_only_the_one_who_answers_may_mark_as_read(clients: Clients) -> None:
    anna, bjorn = await clients.agent("anna"), await clients.agent("bjorn")
    _, conversation = await answered_by(clients, anna)
    code = await bjorn.refusal("mark_read", conversation_id=conversation["id"], seq=1)
    assert code == "not_allowed"
