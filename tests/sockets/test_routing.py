"""Who waits is given to an agent, through real sockets."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest

from tests.hub.clients import AgentSocket, Clients, Refused, VisitorSocket, client_id
from tests.hub.fixtures import clients_of
from tests.hub.running import LocalHub

Json = dict[str, Any]


@pytest.fixture(scope="module")
def automatic_hub(make_hub: Callable[..., LocalHub], database: str) -> LocalHub:
    """A hub of these tests alone: they set how it routes."""
    return make_hub(database)


@pytest.fixture
async def people(automatic_hub: LocalHub) -> AsyncIterator[Clients]:
    """Its clients, with its shop routing by itself and everybody as at first."""
    async with clients_of(automatic_hub) as made:
        await admin(made, "PATCH", await inbox_path(made), routing="automatic", answer_seconds=60)
        for who in ("anna", "bjorn"):
            path = f"agents/{made.hub.notes.ids[who]}"
            await admin(made, "PATCH", path, capacity=5, skills=[], languages=[], teams=[])
        yield made
        for who in ("anna", "bjorn"):
            console = await made.agent(who)
            await console.do("set_availability", state="offline")
            for one in (await console.do("subscribe", view="mine"))["conversations"]:
                await console.do("resolve", conversation_id=one["id"])


async def admin(clients: Clients, method: str, path: str, **body: Any) -> Json:
    """What an administrator sets."""
    answer = await clients.call(method, path, await clients.token("einar"), json=body)
    assert answer.status < 300, answer
    changed: Json = answer.body
    return changed


async def inbox_path(clients: Clients) -> str:
    """Of the shop's inbox."""
    inboxes = (await clients.get("inboxes"))["items"]
    return f"inboxes/{next(i['id'] for i in inboxes if i['key'] == clients.hub.notes.inbox)}"


async def online(clients: Clients, who: str) -> AgentSocket:
    """An agent who takes conversations."""
    console = await clients.agent(who)
    await console.do("set_availability", state="online")
    return console


async def asking(clients: Clients, **auth: Any) -> VisitorSocket:
    """A visitor who asks for a person."""
    visitor = await clients.visitor(**auth)
    await visitor.answered("Hello")
    await visitor.do("request_agent", conversation_id=visitor.conversation_id)
    return visitor


async def given(console: AgentSocket, visitor: VisitorSocket) -> Json:
    """The conversation once it is routed to this agent."""

    def is_theirs(payload: Json) -> bool:
        theirs: bool = payload["conversation"]["id"] == visitor.conversation_id
        return theirs

    came = await console.event("conversation_assigned", is_theirs)
    assert came["reason"] == "routed"
    conversation: Json = came["conversation"]
    return conversation


async def test_a_visitor_is_given_to_the_agent_who_is_online_and_told_who_it_is(
    people: Clients,
) -> None:
    anna = await online(people, "anna")
    visitor = await asking(people)
    conversation = await given(anna, visitor)
    assert conversation["answer_by"] is not None
    assert conversation["reply_seconds"] == 180
    joined = await visitor.updated(lambda c: c["owner"]["kind"] == "agent")
    assert joined["owner"]["name"] == people.hub.notes.names["anna"]
    await anna.reply(conversation, "Anna here")
    await visitor.text("Anna here")


async def test_the_least_busy_is_asked_and_nobody_beyond_their_capacity(people: Clients) -> None:
    for who in ("anna", "bjorn"):
        await admin(people, "PATCH", f"agents/{people.hub.notes.ids[who]}", capacity=1)
    anna, bjorn = await online(people, "anna"), await online(people, "bjorn")
    first, second, third = [await asking(people) for _ in range(3)]
    await given(anna, first)
    await given(bjorn, second)
    # Told when it came, perhaps as the last of several, and when those before it were given.
    await third.updated(lambda c: (c.get("queue") or {}).get("position") == 1)
    await anna.do("resolve", conversation_id=first.conversation_id)
    await given(anna, third)


async def test_one_who_comes_online_is_given_those_who_wait(people: Clients) -> None:
    visitor = await asking(people)
    await visitor.updated(lambda c: c["owner"]["kind"] == "queue")
    await given(await online(people, "bjorn"), visitor)


async def test_who_does_not_answer_in_time_loses_it_to_a_colleague_and_may_not_send_late(
    people: Clients,
) -> None:
    await admin(people, "PATCH", await inbox_path(people), answer_seconds=5)
    anna = await online(people, "anna")
    visitor = await asking(people)
    missed = await given(anna, visitor)
    bjorn = await online(people, "bjorn")
    answered = await given(bjorn, visitor)
    away = await anna.event("presence", lambda p: p["state"] == "away")
    assert away["agent_id"] == people.hub.notes.ids["anna"]
    with pytest.raises(Refused) as late:
        await anna.reply(missed, "Sorry, I was at lunch")
    assert late.value.code == "conflict"
    await bjorn.reply(answered, "Björn here")
    await visitor.text("Björn here")
    codes = [p["message"]["content"].get("code") for p in visitor.all("message_created")]
    assert codes.count("queued") == 1


async def test_a_team_is_sent_what_is_for_it_and_whoever_watches_the_queue_sees_it_there(
    people: Clients,
) -> None:
    bjorn_id = people.hub.notes.ids["bjorn"]
    body = {"name": f"Returns {client_id()[:8]}", "members": [bjorn_id]}
    team = await admin(people, "POST", "teams", **body)
    anna = await online(people, "anna")
    visitor = await asking(people)
    conversation = await given(anna, visitor)
    await anna.do("subscribe", view="queue")
    sent = await anna.do(
        "assign", conversation_id=conversation["id"], team=team["id"], note="wants her money back"
    )
    assert sent["conversation"]["team"] == {"id": team["id"], "name": team["name"]}
    assert sent["conversation"]["queue"]["position"] == 1

    def shows_it(changed: Json) -> bool:
        return any(
            one["id"] == conversation["id"] and one["team"]["id"] == team["id"]
            for one in changed["conversations"]
        )

    await anna.event("queue_changed", shows_it)
    bjorn = await online(people, "bjorn")
    theirs = await given(bjorn, visitor)
    history = await bjorn.do("resume", conversation_id=theirs["id"], after=0)
    notes = [m["content"]["text"] for m in history["messages"] if m["kind"] == "note"]
    assert notes == ["wants her money back"]


async def test_a_supervisor_takes_over_and_an_agent_may_not(people: Clients) -> None:
    anna = await online(people, "anna")
    visitor = await asking(people)
    conversation = await given(anna, visitor)
    target = {"conversation_id": conversation["id"], "epoch": conversation["owner"]["epoch"]}
    bjorn, einar = await people.agent("bjorn"), await people.agent("einar")
    assert await bjorn.refusal("take_over", **target) == "not_allowed"
    taken = (await einar.do("take_over", **target))["conversation"]
    assert taken["owner"]["agent_id"] == people.hub.notes.ids["einar"]
    assert await einar.refusal("take_over", **target) == "conflict"
    told = await einar.event("conversation_assigned")
    assert told["reason"] == "taken_over"
    await einar.do("resolve", conversation_id=conversation["id"])
