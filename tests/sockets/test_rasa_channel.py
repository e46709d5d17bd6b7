"""Rasa's own SocketIO channel: a widget made for Rasa talks to the hub and its people without a change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from chat_server.domain.bot_turn import Answer, Question, Reply
from tests.hub.clients import Clients, RasaSocket, Refused, client_id
from tests.hub.data import SHOP

if TYPE_CHECKING:
    from tests.hub.running import LocalHub


async def session(widget: RasaSocket, session_id: str | None = None) -> str:
    """Asks for a session; the one that is confirmed."""
    mark = widget.mark
    await widget.tell("session_request", {"session_id": session_id} if session_id else {})
    await widget.event("session_confirm", lambda _: True, mark)
    confirmed: str = next(p for n, p in widget.events[mark:] if n == "session_confirm")
    return confirmed


async def uttered(widget: RasaSocket, text: str) -> dict[str, Any]:
    """The reply with this text."""
    return await widget.event("bot_uttered", lambda p: p["text"] == text)


async def test_a_rasa_widget_gets_its_answers(clients: Clients) -> None:
    widget = await clients.rasa_widget(Origin=SHOP)
    session_id = await session(widget)
    await widget.tell("user_uttered", {"message": "Hi", "session_id": session_id, "customData": {}})
    assert await uttered(widget, "You said: Hi") == {"text": "You said: Hi"}


async def test_quick_replies_and_pictures_come_as_rasa_sends_them(
    hub: LocalHub, clients: Clients
) -> None:
    def offer(_: Question) -> Answer:
        return Answer(
            (
                Reply(
                    {
                        "type": "choices",
                        "text": "Which?",
                        "choices": [{"label": "Red", "payload": "/red"}],
                    }
                ),
                Reply({"type": "image", "url": "/demo/x.svg", "name": "x", "size": 0}),
            ),
            "offer",
            1.0,
        )

    hub.bot.script = offer
    widget = await clients.rasa_widget(Origin=SHOP)
    await widget.tell("user_uttered", {"message": "show", "session_id": await session(widget)})
    assert await uttered(widget, "Which?") == {
        "text": "Which?",
        "quick_replies": [{"content_type": "text", "title": "Red", "payload": "/red"}],
    }
    picture = await widget.event("bot_uttered", lambda p: "attachment" in p)
    assert picture["attachment"]["type"] == "image"
    # The widget stands on another site, where a path would be that site's.
    assert picture["attachment"]["payload"]["src"] == f"{hub.url}/demo/x.svg"


async def test_a_session_goes_on_after_a_reload_and_an_unknown_one_begins_anew(
    hub: LocalHub, clients: Clients
) -> None:
    before = await clients.rasa_widget(Origin=SHOP)
    session_id = await session(before)
    await before.tell("user_uttered", {"message": "one", "session_id": session_id})
    await uttered(before, "You said: one")
    await before.close()
    after = await clients.rasa_widget(Origin=SHOP)
    assert await session(after, session_id) == session_id
    await after.tell("user_uttered", {"message": "two", "session_id": session_id})
    await uttered(after, "You said: two")
    assert len({question.conversation_id for question in hub.bot.questions}) == 1
    other = await clients.rasa_widget(Origin=SHOP)
    assert await session(other, "chosen-by-the-client") != "chosen-by-the-client"


async def test_a_person_answers_behind_a_rasa_widget_too(clients: Clients) -> None:
    widget, agent = await clients.rasa_widget(Origin=SHOP), await clients.agent()
    await agent.do("subscribe", view="queue")
    await widget.tell(
        "user_uttered", {"message": "a human please", "session_id": await session(widget)}
    )
    await uttered(widget, "You said: a human please")
    queued = await agent.event(
        "queue_changed",
        lambda p: any(c["last_text"].endswith("a human please") for c in p["conversations"]),
    )
    waiting = next(c for c in queued["conversations"] if c["last_text"].endswith("a human please"))
    conversation = await agent.accept(waiting["id"])
    await agent.reply(conversation, "Anna here")
    assert await uttered(widget, "Anna here") == {"text": "Anna here"}
    await agent.do(
        "add_note",
        client_id=client_id(),
        conversation_id=conversation["id"],
        content={"type": "text", "text": "a note"},
    )
    await agent.reply(conversation, "last words")
    await uttered(widget, "last words")
    assert "a note" not in str(widget.events)


@pytest.mark.parametrize(
    "payload",
    [None, {}, [], "text", 7, {"message": None}, {"message": ["x"]}, {"message": "x" * 100_000}],
)
async def test_what_a_widget_sends_wrong_is_dropped_and_it_goes_on(
    clients: Clients, payload: object
) -> None:
    widget = await clients.rasa_widget(Origin=SHOP)
    session_id = await session(widget)
    for event in ("user_uttered", "session_request", "delete_everything"):
        await widget.tell(event, payload)
    await widget.tell("user_uttered", {"message": "still here", "session_id": session_id})
    await uttered(widget, "You said: still here")


async def test_a_foreign_website_gets_no_session(clients: Clients) -> None:
    with pytest.raises(Refused) as refused:
        await clients.rasa_widget(Origin="https://evil.example")
    assert refused.value.code == "not_allowed"
