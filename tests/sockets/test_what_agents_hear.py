"""Agents hear of queues, views, colleagues and typing, each of what concerns them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from tests.hub.clients import Clients
from tests.hub.data import OTHER_INBOX, OTHER_SHOP
from tests.sockets.dialogues import answered_by, lists, waiting

if TYPE_CHECKING:
    from tests.hub.running import LocalHub


Json = dict[str, Any]


async def test_an_agents_other_console_sees_all_that_the_first_one_does(
    clients: Clients,
) -> None:
    desk, phone = await clients.agent("anna"), await clients.agent("anna")
    visitor, conversation = await answered_by(clients, desk)
    assigned = await phone.event("conversation_assigned")
    assert assigned["conversation"]["id"] == conversation["id"]
    await desk.reply(conversation, "from the desk")
    await phone.text("from the desk")
    await visitor.say("who is it?")
    await phone.text("who is it?")
    await phone.reply(conversation, "from the phone")
    await desk.text("from the phone")


@pytest.mark.parametrize("transport", ["websocket", "polling"])
async def test_a_push_of_what_the_bot_understood_that_was_lost_is_had_by_resume(
    clients: Clients, transport: str
) -> None:
    agent = await clients.agent("anna", transport=transport)
    visitor, conversation = await answered_by(clients, agent)
    dialogue = {"conversation_id": conversation["id"], "after": conversation["last_seq"]}
    (head,) = (await agent.do("heads", conversation_ids=[conversation["id"]]))["heads"]
    missed = await agent.do("resume", **dialogue, revision=0)
    assert (missed["messages"], missed["revision"]) == ([], head["revision"])
    (asked,) = missed["revised"]
    assert asked["content"]["text"] == "Hello"
    assert asked["understood"]["intent"]
    assert asked["revision"] == 1
    told_of_all = await agent.do("resume", **dialogue, revision=missed["revision"])
    assert told_of_all["revised"] == []
    seen = await visitor.do("resume", **dialogue)
    assert not {"revised", "revision"} & set(seen)
    assert await agent.refusal("resume", **dialogue, revision=-1) == "invalid"


async def test_each_view_of_an_inbox_hears_of_that_inbox_only(
    clients: Clients,
) -> None:
    here, there = await clients.agent("anna"), await clients.agent("bjorn")
    for view in ("queue", "all"):
        await here.do("subscribe", view=view, inbox=clients.hub.notes.inbox)
        await there.do("subscribe", view=view, inbox=OTHER_INBOX)
    marks = here.mark, there.mark
    visitor = await waiting(clients)
    stranger = await waiting(clients, inbox=OTHER_INBOX, origin=OTHER_SHOP)
    for agent, own, other in ((here, visitor, stranger), (there, stranger, visitor)):
        await agent.event("queue_changed", partial(lists, own.conversation_id))
        text = f"anybody in {own.conversation_id}?"
        await own.say(text)
        await agent.text(text)
        assert str(other.conversation_id) not in str(agent.events[marks[agent is there] :])


async def test_a_queue_that_became_empty_is_told_to_who_watches_one_inbox(
    clients: Clients,
) -> None:
    watching, accepting = await clients.agent("anna"), await clients.agent("bjorn")
    listed = await accepting.do("subscribe", view="queue", inbox=OTHER_INBOX)
    for left_over in listed["conversations"]:
        await accepting.accept(left_over["id"])
    await watching.do("subscribe", view="queue", inbox=OTHER_INBOX)
    stranger = await waiting(clients, inbox=OTHER_INBOX, origin=OTHER_SHOP)
    await watching.event("queue_changed", lambda p: len(p["conversations"]) == 1)
    mark = watching.mark
    await accepting.accept(stranger.conversation_id)
    emptied = await watching.event("queue_changed", lambda p: True, mark)
    assert emptied["conversations"] == []


async def test_places_in_the_queue_move_up_for_those_who_wait(clients: Clients) -> None:
    anna = await clients.agent("anna")
    for left_over in (await anna.do("subscribe", view="queue"))["conversations"]:
        await anna.accept(left_over["id"])
    first, second = await waiting(clients), await waiting(clients)
    await second.updated(lambda c: c.get("queue", {}).get("position") == 2)
    await anna.accept(first.conversation_id)
    await second.updated(lambda c: c.get("queue", {}).get("position") == 1)


async def test_an_unknown_inbox_or_view_is_refused(clients: Clients) -> None:
    anna = await clients.agent("anna")
    assert await anna.refusal("subscribe", view="queue", inbox="nowhere") == "not_found"
    assert await anna.refusal("subscribe", view="everything") == "invalid"


async def test_colleagues_hear_of_availability(hub: LocalHub, clients: Clients) -> None:
    anna, bjorn = await clients.agent("anna"), await clients.agent("bjorn")
    for state in ("online", "away"):
        told = await anna.do("set_availability", state=state)
        heard = await bjorn.event("presence", told.__eq__)
        assert heard["agent_id"] == hub.notes.ids["anna"]
    assert await anna.refusal("set_availability", state="busy") == "invalid"


async def test_visitors_see_whether_somebody_is_online(clients: Clients) -> None:
    anna = await clients.agent("anna")
    await anna.do("set_availability", state="online")
    visitor = await clients.visitor()
    assert (await visitor.welcome())["inbox"]["agents_online"] is True
    await anna.do("set_availability", state="offline")
    later = await clients.visitor()
    assert (await later.welcome())["inbox"]["agents_online"] is False


async def test_typing_is_seen_on_the_other_side_and_a_preview_by_agents_only(
    clients: Clients,
) -> None:
    anna = await clients.agent("anna")
    visitor, conversation = await answered_by(clients, anna)
    second_tab = await clients.visitor(token=(await visitor.welcome())["token"])
    await visitor.do("typing", conversation_id=conversation["id"], on=True, preview="I wa")
    shown = await anna.event("visitor_typing_preview")
    assert shown == {"conversation_id": conversation["id"], "text": "I wa"}
    typing = await anna.event("typing", lambda p: p["author"]["kind"] == "visitor")
    assert typing["on"] is True
    await anna.do("typing", conversation_id=conversation["id"], on=True)
    for tab in (visitor, second_tab):
        seen = await tab.event("typing", lambda p: p["author"]["kind"] == "agent")
        assert seen["on"] is True
    assert "I wa" not in str(second_tab.events)


async def test_what_the_bot_understood_is_for_agents_only(clients: Clients) -> None:
    visitor, anna = await clients.visitor(), await clients.agent("anna")
    await visitor.answered("where is my parcel")
    held = await anna.do("resume", conversation_id=visitor.conversation_id, after=0)
    assert held["messages"][0]["understood"]["intent"] == "echo"
    mine = await visitor.do("resume", conversation_id=visitor.conversation_id, after=0)
    assert all("understood" not in m and "used_facts" not in m for m in mine["messages"])
