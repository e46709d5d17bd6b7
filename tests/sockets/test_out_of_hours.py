"""Closed: word to the visitor, an address left, the answer by e-mail; on a hub as it runs, with a real mail server."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from chat_server.domain import absence
from tests.hub.clients import Refused, client_id
from tests.hub.fixtures import clients_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from tests.hub.clients import AgentSocket, Clients, VisitorSocket
    from tests.hub.running import LocalHub
    from tests.services.smtp_sink import SmtpSink

GUEST = "gudrun@guest.test"
CLOSED: dict[str, Any] = {"weekly": {}, "exceptions": {}}


@pytest.fixture
async def mailing(
    make_hub: Callable[..., LocalHub],
    database: str,
    smtp_sink: SmtpSink,
    monkeypatch: pytest.MonkeyPatch,
) -> AsyncIterator[Clients]:
    """Clients of a hub that mails answers without waiting for more of them."""
    monkeypatch.setattr(absence, "REPLY_WINDOW", timedelta(0))
    hub = make_hub(database, SMTP_URL=smtp_sink.url, MAIL_FROM="chat@hub.test")
    async with clients_of(hub) as made:
        yield made
    # Each test has its own: they need not all run on until the last has ended.
    await asyncio.to_thread(hub.stop)


async def set_inbox(clients: Clients, **changed: Any) -> Any:
    """As an administrator."""
    found = await clients.get("inboxes")
    inbox_id = next(i["id"] for i in found["items"] if i["key"] == clients.hub.notes.inbox)
    token = await clients.token("api key")
    answer = await clients.call("PATCH", f"inboxes/{inbox_id}", token, json=changed)
    assert answer.status == 200, answer
    return answer.body


async def activity(visitor: VisitorSocket, code: str) -> Any:
    came = await visitor.event(
        "message_created", lambda p: p["message"]["content"].get("code") == code
    )
    return came["message"]["content"]


async def note(agent: AgentSocket, code: str) -> Any:
    came = await agent.event(
        "message_created", lambda p: p["message"]["content"].get("code") == code
    )
    assert came["message"]["kind"] == "note"
    return came["message"]


async def test_closed_then_answered_by_mail(mailing: Clients, smtp_sink: SmtpSink) -> None:
    await set_inbox(mailing, hours=CLOSED, offline_message="We are out at sea.")
    visitor = await mailing.visitor()
    welcome = (await visitor.welcome())["inbox"]
    assert (welcome["open"], welcome["mail"]) == (False, True)
    assert {each["mail"] for each in (await mailing.get("inboxes"))["items"]} == {True}
    await visitor.answered("Hello")
    asked = await visitor.do("request_agent", conversation_id=visitor.conversation_id)
    assert asked["conversation"]["offline"] is True
    told = await activity(visitor, "handoff")
    assert told["asks_email"] is True
    assert told["text"] == (
        "We are closed. We are out at sea. Leave your e-mail and we will answer there."
    )
    left = await visitor.do("leave_email", conversation_id=visitor.conversation_id, email=GUEST)
    assert left["conversation"]["reply_to"] == GUEST
    noted = await visitor.updated(lambda c: c.get("reply_to") == GUEST)
    assert noted["queue"]["position"] >= 1
    await visitor.close()
    agent = await mailing.agent()
    waiting = (await agent.do("subscribe", view="queue"))["conversations"]
    (mine,) = [c for c in waiting if c["id"] == visitor.conversation_id]
    assert (mine["offline"], mine["reply_to"]) == (True, GUEST)
    await agent.reply(await agent.accept(visitor.conversation_id), "Here is your answer.")
    mail = await smtp_sink.mail(GUEST)
    assert "Here is your answer." in mail.body("plain")
    await note(agent, "emailed")
    back = await mailing.visitor(token=(await visitor.welcome())["token"])
    seen = (await back.welcome())["messages"]
    assert "Here is your answer." in [message["content"].get("text") for message in seen]
    assert {message["kind"] for message in seen} <= {"message", "activity"}


async def test_agents_are_told_when_there_is_nowhere_to_write_to(mailing: Clients) -> None:
    await set_inbox(mailing, hours=CLOSED)
    visitor = await mailing.visitor()
    await visitor.answered("Hello")
    await visitor.do("request_agent", conversation_id=visitor.conversation_id)
    agent = await mailing.agent()
    await agent.reply(await agent.accept(visitor.conversation_id), "Anybody there?")
    assert "no e-mail address" in (await note(agent, "unreachable"))["content"]["text"]


async def test_a_transcript_comes_by_mail(mailing: Clients, smtp_sink: SmtpSink) -> None:
    visitor = await mailing.visitor()
    await visitor.answered("Where is my parcel?")
    wanted = {"conversation_id": visitor.conversation_id, "email": GUEST}
    assert await visitor.do("email_transcript", **wanted) == {"email": GUEST}
    mail = await smtp_sink.mail(GUEST)
    assert "Where is my parcel?" in mail.body("plain")


async def test_what_is_no_address_is_refused_by_name(mailing: Clients) -> None:
    visitor = await mailing.visitor()
    await visitor.answered("Hello")
    for command in ("leave_email", "email_transcript"):
        with pytest.raises(Refused) as refused:
            await visitor.do(command, conversation_id=visitor.conversation_id, email="no address")
        assert (refused.value.code, list(refused.value.fields)) == ("invalid", ["email"])


async def test_a_snooze_has_an_end(mailing: Clients) -> None:
    await set_inbox(mailing, hours=None)
    visitor = await mailing.visitor()
    await visitor.answered("Hello")
    agent = await mailing.agent()
    await agent.accept(visitor.conversation_id)
    until = datetime.now(UTC) + timedelta(hours=1)
    done = await agent.do(
        "snooze", conversation_id=visitor.conversation_id, until=until.isoformat()
    )
    assert done["conversation"]["status"] == "snoozed"
    assert datetime.fromisoformat(done["conversation"]["snoozed_until"]) - until < timedelta(
        milliseconds=1
    )
    past = {"conversation_id": visitor.conversation_id, "until": "2020-01-01T00:00:00Z"}
    assert await agent.refusal("snooze", **past) == "invalid"
    await visitor.say("Me again", client_id=client_id())
    found = await agent.event(
        "conversation_updated", lambda p: p["conversation"]["status"] == "open"
    )
    assert found["conversation"].get("snoozed_until") is None
