"""Every command and every live event of the contract, in one dialogue, as the published schema says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from chat_server.domain.bot_turn import Answer, Question, Reply
from chat_server.domain.facts.statement import Statement
from tests.hub import schema
from tests.hub.clients import Clients, VisitorSocket, client_id

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.hub.running import LocalHub


def remembering(question: Question) -> Answer:
    """Hears a size in everything."""
    reply = Reply({"type": "text", "text": f"You said: {question.text}"})
    return Answer((reply,), "size", 0.9, statements=(Statement("size", "XL", 0.9, 0, 2),))


@pytest.fixture(scope="module")
def module_hub(make_hub: Callable[..., LocalHub], database: str) -> LocalHub:
    """One that may promise e-mails, and finds nobody who carries them."""
    return make_hub(database, SMTP_URL="smtp://127.0.0.1:9", MAIL_FROM="chat@hub.test")


async def _minds_what_is_remembered(visitor: VisitorSocket) -> None:
    await visitor.answered("XL please")
    await visitor.event("facts_changed")
    fact = (await visitor.do("list_facts"))["facts"][0]
    assert (fact["key"], fact["value"], fact["quote"]) == ("size", "XL", "XL please")
    corrected = await visitor.do("correct_fact", fact_id=fact["id"], value="L")
    await visitor.do("confirm_fact", fact_id=corrected["fact"]["id"], right=True)
    await visitor.do("forget_fact", fact_id=corrected["fact"]["id"])
    await visitor.do("set_consent", purpose="analytics", granted=True)


async def test_every_command_and_every_event_is_as_the_schema_says(
    hub: LocalHub, clients: Clients
) -> None:
    schema.SEEN.clear()
    hub.bot.script = remembering
    visitor, anna, bjorn = (
        await clients.visitor(),
        await clients.agent("anna"),
        await clients.agent("bjorn"),
    )
    for view in ("mine", "queue", "all"):
        await anna.do("subscribe", view=view)
    await bjorn.do("set_availability", state="online")
    await _minds_what_is_remembered(visitor)
    await visitor.do("greeting_seen", shown="no-experiment/0")
    await visitor.do("identify", identity=clients.identity(f"cus-{client_id()}", name="Jón"))
    target = {"conversation_id": visitor.conversation_id}
    await visitor.do("request_agent", **target)
    conversation = await anna.accept(visitor.conversation_id)
    await visitor.do("typing", **target, on=True, preview="hm")
    await anna.do("typing", **target, on=True)
    sent = await anna.reply(conversation, "Hello Jón")
    await visitor.do("mark_read", **target, seq=sent["seq"])
    await anna.event("messages_read")
    for person in (visitor, anna):
        heads = (await person.do("heads", conversation_ids=[*target.values(), "no-such-id"]))[
            "heads"
        ]
        assert [(head["last_seq"], head["status"]) for head in heads] == [(sent["seq"], "open")]
    await visitor.do("leave_email", **target, email="jon@guest.test")
    await visitor.do("email_transcript", **target)
    await visitor.say("thanks")
    await anna.text("thanks")
    await anna.do("mark_read", **target, seq=2**31)
    await visitor.event("messages_read", lambda p: p["by"] == "agent")
    note = {"type": "text", "text": "for us"}
    await anna.do("add_note", client_id=client_id(), **target, content=note)
    await anna.do("tag", **target, tags=["size"])
    await anna.do("assign", **target, agent_id=hub.notes.ids["bjorn"])
    given = (await bjorn.event("conversation_assigned"))["conversation"]
    supervisor = await clients.agent("einar")
    await supervisor.do("take_over", **target, epoch=given["owner"]["epoch"])
    await supervisor.do("assign", **target, agent_id=hub.notes.ids["bjorn"])
    await bjorn.do("snooze", **target)
    await bjorn.do("reopen", **target)
    await bjorn.do("return_to_bot", **target)
    await bjorn.do("resolve", **target)
    await bjorn.do("resume", **target, after=0)
    await visitor.do("resume", **target, after=0)
    await visitor.do("rate_conversation", **target, score=5)
    await visitor.do("forget_me")
    await anna.event("visitor_typing_preview")
    for socket in (visitor, anna, bjorn):
        assert not socket.all("invalid")
    wanted = {
        *(
            (namespace, "event", name)
            for namespace in (schema.VISITOR, schema.AGENT)
            for name in schema.events_of(namespace)
            # Said by a hub that stops: `test_drain.py`.
            if name != "reconnect"
        ),
        *(
            (namespace, "data", name)
            for namespace in (schema.VISITOR, schema.AGENT)
            for name in schema.commands_of(namespace)
        ),
    }
    assert wanted - set(schema.SEEN) == set()
