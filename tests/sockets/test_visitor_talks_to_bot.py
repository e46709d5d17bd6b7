"""A visitor and the bot, as the contract's `/visitor` says."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from chat_server.domain.bot_turn import Answer, BotState, Question, Reply
from chat_server.domain.handoff import HandoffReason
from chat_server.domain.message import Content
from chat_server.domain.ports import BotError
from chat_server.services import visitor_messages
from tests.hub.clients import Clients, Refused, client_id

if TYPE_CHECKING:
    from tests.hub.running import LocalHub


async def test_a_newcomer_is_welcomed_with_all_the_widget_needs(
    hub: LocalHub, clients: Clients
) -> None:
    visitor = await clients.visitor(locale="en-GB")
    welcome = await visitor.welcome()
    assert visitor.events[0][0] == "welcome"
    assert len(welcome["token"]) >= 43
    assert welcome["inbox"]["key"] == hub.notes.inbox
    assert welcome["inbox"]["bot_ready"] is True
    assert welcome["conversation"] is None
    assert welcome["messages"] == []
    assert welcome["contact"]["locale"] == "en-GB"
    assert welcome["consent"] == {"memory": True, "analytics": False, "marketing": False}
    assert welcome["greeting"]["text"]


async def test_the_first_message_opens_a_conversation_and_the_bot_answers(
    clients: Clients,
) -> None:
    visitor = await clients.visitor()
    sent = await visitor.say("Hello")
    own, reply = await visitor.text("Hello"), await visitor.text("You said: Hello")
    assert own["id"] == sent["message_id"]
    assert own["author"]["kind"] == "visitor"
    assert reply["author"]["kind"] == "bot"
    assert reply["author"]["name"] == "Sóley"
    assert (own["seq"], own["prev_seq"]) == (1, 0)
    assert (reply["seq"], reply["prev_seq"]) == (2, 1)
    assert "used_facts" not in reply
    assert "understood" not in own


async def test_seqs_have_no_holes_for_who_follows_prev_seq(clients: Clients) -> None:
    visitor = await clients.visitor()
    for number in range(5):
        await visitor.answered(f"number {number}")
    messages = [came["message"] for came in visitor.all("message_created")]
    assert [m["seq"] for m in messages] == list(range(1, 11))
    assert all(m["prev_seq"] == m["seq"] - 1 for m in messages)


async def test_a_client_id_sent_again_answers_the_same_and_adds_nothing(
    hub: LocalHub, clients: Clients
) -> None:
    visitor = await clients.visitor()
    once = client_id()
    first = await visitor.say("Only once", client_id=once)
    again = await visitor.say("Only once", client_id=once)
    without_id = await visitor.say("Only once", client_id=once, conversation_id=None)
    assert first == again == without_id
    await visitor.text("You said: Only once")
    await visitor.answered("the end")
    held = await visitor.do("resume", conversation_id=first["conversation_id"], after=0)
    assert [m["seq"] for m in held["messages"]] == [1, 2, 3, 4]
    assert [question.text for question in hub.bot.questions] == ["Only once", "the end"]


async def test_a_burst_of_messages_keeps_the_order_in_which_it_was_sent(
    clients: Clients,
) -> None:
    visitor = await clients.visitor()
    await visitor.say("0")
    sent = await asyncio.gather(*(visitor.say(str(n)) for n in range(1, 16)))
    own = await visitor.do("resume", conversation_id=visitor.conversation_id, after=0)
    said = [m["content"]["text"] for m in own["messages"] if m["author"]["kind"] == "visitor"]
    assert said == [str(n) for n in range(16)]
    assert [s["seq"] for s in sent] == sorted(s["seq"] for s in sent)
    await visitor.text("You said: 15")


async def test_the_bot_is_asked_one_question_at_a_time_and_in_order(
    hub: LocalHub, clients: Clients
) -> None:
    visitor = await clients.visitor()
    for number in range(6):
        await visitor.say(f"q{number}")
    await visitor.text("You said: q5")
    assert [question.text for question in hub.bot.questions] == [f"q{n}" for n in range(6)]


async def test_resume_gives_what_was_missed_in_pages(
    clients: Clients, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visitor_messages, "PAGE", 4)
    visitor = await clients.visitor()
    for number in range(5):
        await visitor.answered(str(number))
    seqs: list[int] = []
    pages, more = 0, True
    while more:
        page = await visitor.do(
            "resume", conversation_id=visitor.conversation_id, after=seqs[-1] if seqs else 0
        )
        seqs += [m["seq"] for m in page["messages"]]
        pages, more = pages + 1, page["more"]
        assert page["conversation"]["last_seq"] == 10
    assert seqs == list(range(1, 11))
    assert pages == 3
    past = await visitor.do("resume", conversation_id=visitor.conversation_id, after=2**53)
    assert (past["messages"], past["more"]) == ([], False)


async def test_a_second_tab_gets_everything_the_first_one_does(clients: Clients) -> None:
    first = await clients.visitor()
    await first.answered("from the first tab")
    token = (await first.welcome())["token"]
    second = await clients.visitor(token=token)
    welcome = await second.welcome()
    assert [m["content"]["text"] for m in welcome["messages"]] == [
        "from the first tab",
        "You said: from the first tab",
    ]
    assert welcome["token"] == token
    await first.say("heard in both?")
    await second.text("heard in both?")
    await second.say("and back")
    await first.text("and back")
    await first.text("You said: and back")
    await second.text("You said: and back")
    assert first.all("message_created")[-4:] == second.all("message_created")[-4:]


async def test_what_was_said_stands_after_a_reload(clients: Clients) -> None:
    before = await clients.visitor()
    await before.answered("remember me")
    token = (await before.welcome())["token"]
    await before.close()
    after = await clients.visitor(token=token)
    assert after.conversation_id == before.conversation_id
    welcome = await after.welcome()
    assert len(welcome["messages"]) == 2
    assert welcome["conversation"]["read_by_visitor"] >= 1


async def test_the_bot_is_seen_typing_before_it_answers(clients: Clients) -> None:
    visitor = await clients.visitor()
    await visitor.answered("are you there?")
    names = [
        (name, payload.get("on"))
        for name, payload in visitor.events
        if name == "typing" or payload.get("message", {}).get("author", {}).get("kind") == "bot"
    ]
    assert names == [("typing", True), ("typing", False), ("message_created", None)]


async def test_quick_replies_and_cards_arrive_and_a_pick_shows_its_label(
    hub: LocalHub, clients: Clients
) -> None:
    def offer(question: Question) -> Answer:
        if question.text == "/affirm":
            return Answer((Reply({"type": "text", "text": "Good."}),), "affirm", 0.9)
        choices: Content = {
            "type": "choices",
            "text": "All right?",
            "choices": [{"label": "Yes", "payload": "/affirm"}],
        }
        card: Content = {"type": "card", "cards": [{"title": "Katla", "url": "/product/KATLA-JKT"}]}
        return Answer((Reply(choices), Reply(card)), "offer", 0.9)

    hub.bot.script = offer
    visitor = await clients.visitor()
    await visitor.say("show me")
    offered = await visitor.message(lambda m: m["content"]["type"] == "choices")
    assert offered["content"]["choices"] == [{"label": "Yes", "payload": "/affirm"}]
    await visitor.message(lambda m: m["content"]["type"] == "card")
    await visitor.do(
        "send_message",
        client_id=client_id(),
        conversation_id=visitor.conversation_id,
        content={"type": "text", "text": "/affirm", "label": "Yes"},
    )
    picked = await visitor.text("Yes")
    assert picked["content"]["payload"] == "/affirm"
    await visitor.text("Good.")


async def test_nobody_may_speak_the_bots_own_language_unasked(
    hub: LocalHub, clients: Clients
) -> None:
    visitor = await clients.visitor()
    await visitor.say('/inform{"order_number":"10432"}')
    await visitor.message(lambda m: m["author"]["kind"] == "bot")
    assert hub.bot.questions[-1].text == 'inform{"order_number":"10432"}'


async def test_receipts_reach_the_other_side_and_never_go_back(clients: Clients) -> None:
    visitor, agent = await clients.visitor(), await clients.agent()
    await visitor.answered("hello")
    await visitor.do("request_agent", conversation_id=visitor.conversation_id)
    conversation = await agent.accept(visitor.conversation_id)
    await agent.do("mark_read", conversation_id=conversation["id"], seq=2**53)
    by_agent = await visitor.event("messages_read", lambda p: p["by"] == "agent")
    assert by_agent["seq"] == conversation["last_seq"]
    sent = await agent.reply(conversation, "Anna here")
    await visitor.text("Anna here")
    await visitor.do("mark_read", conversation_id=conversation["id"], seq=sent["seq"])
    read = await agent.event("messages_read", lambda p: p["by"] == "visitor")
    assert read["seq"] == sent["seq"]
    await visitor.do("mark_read", conversation_id=conversation["id"], seq=1)
    await visitor.do("mark_read", conversation_id=conversation["id"], seq=2**53)
    held = await visitor.do("resume", conversation_id=conversation["id"], after=0)
    assert held["conversation"]["read_by_visitor"] == held["conversation"]["last_seq"]


@pytest.mark.parametrize(
    "reason", [HandoffReason.BOT_TIMEOUT, HandoffReason.BOT_EMPTY, HandoffReason.BOT_FAILED]
)
async def test_a_turn_that_fails_ends_with_a_human_and_a_reason(
    hub: LocalHub, clients: Clients, reason: HandoffReason
) -> None:
    def fail(_: Question) -> Answer:
        raise BotError(reason, "for the test")

    hub.bot.script = fail
    visitor, agent = await clients.visitor(), await clients.agent()
    await agent.do("subscribe", view="queue")
    await visitor.say("anybody?")
    await visitor.updated(lambda c: c["owner"]["kind"] == "queue")
    waiting = await agent.event(
        "conversation_updated", lambda p: p["conversation"]["id"] == visitor.conversation_id
    )
    assert waiting["conversation"]["handoff_reason"] == reason.value
    assert (await visitor.message(lambda m: m["kind"] == "activity"))["content"][
        "code"
    ] == "handoff"


async def test_an_error_nobody_expected_of_the_bot_ends_with_a_human_too(
    hub: LocalHub, clients: Clients
) -> None:
    def crash(_: Question) -> Answer:
        raise RuntimeError("not in the contract")

    hub.bot.script = crash
    visitor = await clients.visitor()
    await visitor.say("anybody?")
    waiting = await visitor.updated(lambda c: c["owner"]["kind"] == "queue" and "queue" in c)
    assert waiting["queue"]["position"] >= 1


async def test_while_the_bot_loads_visitors_are_told_once_and_answered_when_it_is_there(
    hub: LocalHub, clients: Clients
) -> None:
    hub.bot.current_state = BotState.STARTING
    visitor = await clients.visitor()
    assert (await visitor.welcome())["inbox"]["bot_ready"] is False
    await visitor.say("early bird")
    told = await visitor.message(lambda m: m["content"].get("code") == "bot_starting")
    assert told["kind"] == "activity"
    await visitor.say("still there?")
    hub.bot.current_state = BotState.READY
    await visitor.text("You said: still there?")
    codes = [m["message"]["content"].get("code") for m in visitor.all("message_created")]
    assert codes.count("bot_starting") == 1


async def test_a_bot_that_answers_after_a_human_took_over_is_dropped(
    hub: LocalHub, clients: Clients
) -> None:
    entered, leave = asyncio.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()
    original = hub.bot.ask

    async def slow(question: Question) -> Answer:
        loop.call_soon_threadsafe(entered.set)
        while not leave.is_set():
            await asyncio.sleep(0.01)
        return await original(question)

    hub.bot.ask = slow  # type: ignore[method-assign]
    try:
        visitor, agent = await clients.visitor(), await clients.agent()
        await visitor.say("think about it")
        await entered.wait()
        conversation = await agent.accept(visitor.conversation_id)
        leave.set()
        await agent.reply(conversation, "I am faster")
        await visitor.text("I am faster")
    finally:
        del hub.bot.ask
    returned = (await agent.do("return_to_bot", conversation_id=conversation["id"]))["conversation"]
    assert returned["owner"]["kind"] == "bot"
    await visitor.answered("and now?")
    said = [m["message"]["content"]["text"] for m in visitor.all("message_created")]
    assert "You said: think about it" not in said


async def test_asking_for_a_person_without_a_conversation_opens_one(clients: Clients) -> None:
    visitor = await clients.visitor()
    asked = (await visitor.do("request_agent", reason="A damaged parcel"))["conversation"]
    assert asked["owner"]["kind"] == "queue"
    again = (await visitor.do("request_agent"))["conversation"]
    assert again["id"] == asked["id"], "asking twice is one wait, not two"
    assert again["owner"] == asked["owner"]


async def test_rating_is_a_whole_number_from_one_to_five(clients: Clients) -> None:
    visitor = await clients.visitor()
    await visitor.answered("hello")
    for score in (0, 6, -1, 3.5, "five", None):
        code = await visitor.refusal(
            "rate_conversation", conversation_id=visitor.conversation_id, score=score
        )
        assert code == "invalid"
    rated = await visitor.do(
        "rate_conversation", conversation_id=visitor.conversation_id, score=4, comment="Quick"
    )
    assert rated["conversation"]["rating"] == 4


async def test_an_unknown_inbox_a_bad_token_and_a_bad_handshake_are_refused_by_code(
    clients: Clients,
) -> None:
    for auth, code in (
        ({"inbox": "nowhere"}, "not_found"),
        ({"token": "made-up"}, "not_allowed"),
        ({"identity": "made.up.token"}, "not_allowed"),
        ({"inbox": None}, "invalid"),
        ({"inbox": ["hraun"]}, "invalid"),
        ({"page": "not an object"}, "invalid"),
        ({"locale": "<script>"}, "invalid"),
        ({"token": "x" * 100_000}, "too_large"),
    ):
        with pytest.raises(Refused) as refused:
            await clients.visitor(**auth)
        assert refused.value.code == code, auth
