"""Webhooks are administrators' to make, and what they are sent is promised until it is taken."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from chat_server.domain.errors import Conflict, Invalid, NotAllowed, NotFound
from chat_server.domain.ids import new_id
from chat_server.domain.ports import Slice
from chat_server.domain.webhooks.delivery import Answer, HookState
from chat_server.domain.webhooks.webhook import MOST_WEBHOOKS, Texts
from chat_server.services.webhook_deliveries import KEPT
from chat_server.wire.webhooks import WebhookEventBody
from tests.core.core import ADA, ANNA, MARKUS, words
from tests.core.hooked import URL, Hooked

if TYPE_CHECKING:
    from tests.core.core import Core

DOWN = Answer(503, None, 4)


@pytest.fixture
def hooked(core: Core) -> Hooked:
    return Hooked(core)


@pytest.fixture
def any_hooked(any_core: Core) -> Hooked:
    """On either database."""
    return Hooked(any_core)


async def _states(hooked: Hooked, webhook_id: str) -> list[tuple[str, int]]:
    found = await hooked.admin.deliveries(ADA, webhook_id, None, Slice())
    return [(one.state.value, one.attempts) for one in reversed(found)]


async def test_what_is_said_is_sent_once_in_order_and_signed(any_hooked: Hooked) -> None:
    hooked, core = any_hooked, any_hooked.core
    caller = (await core.visitor()).caller
    await core.dialogue(caller, "Before there was a webhook")
    core.clock.forward(seconds=1)
    webhook_id, secret = await hooked.add()
    conversation_id = await core.dialogue(caller, "Hello", "And again")
    said = [one for one in await core.messages(conversation_id) if one.kind == "message"]
    said = [one for one in said if one.created_at >= core.clock()]
    assert await hooked.run() == len(said) == 4
    assert hooked.receiver.ids() == [one.id for one in said]
    places = [one["sequence"] for one in hooked.receiver.bodies()]
    assert places == sorted(places)
    assert await hooked.run(days=1) == 0
    for url, body, headers in hooked.receiver.got:
        stamp, _, proof = headers["X-Samtal-Signature"].removeprefix("t=").partition(",v1=")
        signed = f"{stamp}.".encode() + body
        assert proof == hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
        assert url == URL
    assert await _states(hooked, webhook_id) == [("delivered", 1)] * 4


async def test_what_is_not_taken_is_sent_again_under_the_same_id(any_hooked: Hooked) -> None:
    hooked, core = any_hooked, any_hooked.core
    webhook_id, _ = await hooked.add()
    hooked.receiver.answer = DOWN
    await core.say((await core.visitor()).caller, "Hello")
    assert await hooked.run() == 1
    assert await hooked.run(seconds=1) == 0
    assert await hooked.run(seconds=11) == 1
    assert await _states(hooked, webhook_id) == [("waiting", 2)]
    sheet = await hooked.admin.one(ADA, webhook_id)
    assert (sheet.waiting, sheet.webhook.failures) == (1, 2)
    assert await hooked.deliveries.next_due() is not None
    hooked.receiver.answer = Answer(204, None, 4)
    assert await hooked.run(hours=1) == 1
    assert len(set(hooked.receiver.ids())) == 1
    assert await _states(hooked, webhook_id) == [("delivered", 3)]
    assert (await hooked.admin.one(ADA, webhook_id)).webhook.failing_since is None
    assert await hooked.deliveries.next_due() is None


async def test_a_body_that_cannot_be_made_is_a_failed_try_and_stops_nothing(
    hooked: Hooked, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: object) -> None:
        raise ValueError("a rule is wrong")

    webhook_id, _ = await hooked.add(texts=Texts.MASKED)
    await hooked.core.say((await hooked.core.visitor()).caller, "Hello")
    with monkeypatch.context() as patch:
        patch.setattr(hooked.core.masking, "of", broken)
        assert await hooked.run() == 0
    assert await _states(hooked, webhook_id) == [("waiting", 1)]
    assert await hooked.run(hours=1) == 1
    assert await _states(hooked, webhook_id) == [("delivered", 2)]


async def test_a_hub_killed_between_delivery_and_record_delivers_again(
    any_hooked: Hooked,
) -> None:
    hooked, core = any_hooked, any_hooked.core
    webhook_id, _ = await hooked.add()
    await core.say((await core.visitor()).caller, "Hello")
    hooked.receiver.dies = True
    with pytest.raises(asyncio.CancelledError):
        await hooked.run()
    hooked.receiver.dies = False
    assert await hooked.run(seconds=10) == 0, "whoever had it may still be at it"
    assert await hooked.run(seconds=51) == 1
    first, second = hooked.receiver.ids()
    assert first == second
    assert await _states(hooked, webhook_id) == [("delivered", 1)]


async def test_a_hub_that_works_alone_does_not_wait_for_its_predecessor(hooked: Hooked) -> None:
    await hooked.add()
    await hooked.core.say((await hooked.core.visitor()).caller, "Hello")
    hooked.receiver.dies = True
    with suppress(asyncio.CancelledError):
        await hooked.run()
    hooked.receiver.dies = False
    hooked.deliveries = hooked.hub()
    hooked.deliveries._alone = True
    await hooked.deliveries.begin()
    assert await hooked.run() == 1


async def test_several_hubs_promise_and_send_each_event_once(any_hooked: Hooked) -> None:
    hooked, core = any_hooked, any_hooked.core
    for _ in range(2):
        await hooked.add()
    for _ in range(4):
        await core.say((await core.visitor()).caller, "Hello")
    hubs = [hooked.hub() for _ in range(3)]

    async def work(hub: object) -> None:
        assert isinstance(hub, type(hooked.deliveries))
        while await hub.promise():
            pass
        while await hub.send_some():
            pass

    await asyncio.gather(*(work(hub) for hub in hubs))
    await hooked.run()
    assert len(hooked.receiver.ids()) == 8
    assert len(set(hooked.receiver.ids())) == 4


async def test_a_server_that_is_down_is_asked_once_a_rest_not_once_an_event(
    hooked: Hooked,
) -> None:
    await hooked.add()
    hooked.receiver.answer = DOWN
    caller = (await hooked.core.visitor()).caller
    await hooked.core.dialogue(caller, *(f"Line {n}" for n in range(5)))
    assert await hooked.run() == 1
    assert await hooked.run(seconds=2) == 0
    hooked.receiver.answer = Answer(200, None, 1)
    assert await hooked.run(minutes=10) == 10


async def test_who_takes_nothing_for_days_is_paused_with_the_reason_and_goes_on_later(
    hooked: Hooked,
) -> None:
    webhook_id, _ = await hooked.add()
    hooked.receiver.answer = Answer(None, "no answer within 10 s", 10_000)
    await hooked.core.say((await hooked.core.visitor()).caller, "Hello")
    tries = 0
    while (await hooked.admin.one(ADA, webhook_id)).webhook.paused_at is None:
        tries += await hooked.run(hours=2)
        assert tries < 50
    assert tries > 30
    paused = (await hooked.admin.one(ADA, webhook_id)).webhook
    assert "no answer within 10 s" in str(paused.pause_reason)
    assert await hooked.run(days=1) == 0
    assert (await hooked.core.reveals.audit(ADA))[0].action == "webhook_paused"
    hooked.receiver.answer = Answer(200, None, 1)
    await hooked.admin.change(ADA, webhook_id, {"paused": False})
    assert await hooked.run(hours=1) == 1
    assert await _states(hooked, webhook_id) == [("delivered", tries + 1)]


async def test_what_happens_while_it_is_paused_waits(hooked: Hooked) -> None:
    webhook_id, _ = await hooked.add()
    await hooked.admin.change(ADA, webhook_id, {"paused": True})
    await hooked.core.say((await hooked.core.visitor()).caller, "Hello")
    assert await hooked.run() == 0
    await hooked.admin.change(ADA, webhook_id, {"paused": False})
    assert await hooked.run() == 1


async def test_words_leave_only_where_they_are_wanted(core: Core) -> None:
    hooked = Hooked(core)
    for texts in Texts:
        await hooked.add(texts=texts, url=f"https://receiver.test/{texts.value}")
    text = "Write to gudrun@guest.test please"
    await core.say((await core.visitor()).caller, text)
    await hooked.run()
    got = {
        url.rpartition("/")[2]: body["data"]["message"]["content"]
        for (url, _, _), body in zip(hooked.receiver.got, hooked.receiver.bodies(), strict=True)
    }
    assert got["none"] == {"type": "text"}
    assert got["full"] == words(text)
    assert "gudrun" not in got["masked"]["text"]
    assert got["masked"]["text"].startswith("Write to ")


async def test_each_kind_of_event_has_the_documented_shape(hooked: Hooked) -> None:
    from chat_server.domain.webhooks.events import CHOOSABLE  # noqa: PLC0415 - of this test only

    await hooked.add(*CHOOSABLE, texts=Texts.FULL)
    core = hooked.core
    caller = (await core.visitor()).caller
    conversation_id = await core.queued(caller)
    await core.assignments.accept(ANNA, conversation_id)
    epoch = (await core.conversation(conversation_id)).owner.epoch
    await core.agents.note(ANNA, conversation_id, new_id(), words("For our eyes only"))
    await core.agents.send(ANNA, conversation_id, epoch, new_id(), words("Hello, it is Anna"))
    await core.assignments.resolve(ANNA, conversation_id, solved=True)
    await core.visitors.rate(caller, conversation_id, 5, "A comment that stays here")
    await hooked.run()
    seen = [one["type"] for one in hooked.receiver.bodies()]
    assert seen == [
        "conversation_opened",
        "message_created",
        "message_created",
        "conversation_handed_off",
        "conversation_assigned",
        "message_created",
        "conversation_resolved",
        "conversation_rated",
    ]
    for body in hooked.receiver.bodies():
        WebhookEventBody.model_validate(body)
        assert body["conversation_id"] == conversation_id
        assert body["inbox"] == "hraun"
    everything = str(hooked.receiver.bodies())
    assert "For our eyes only" not in everything
    assert "stays here" not in everything
    assert hooked.receiver.bodies("conversation_rated")[0]["data"] == {"score": 5}


async def test_who_is_forgotten_is_not_told_of_any_more(any_hooked: Hooked) -> None:
    hooked, core = any_hooked, any_hooked.core
    webhook_id, _ = await hooked.add(texts=Texts.FULL)
    hooked.receiver.answer = DOWN
    session = await core.visitor()
    await core.say(session.caller, "My secret wish")
    await hooked.run()
    await core.say(session.caller, "Another one")
    await core.consents.erase_contact(ADA, session.contact.id)
    hooked.receiver.answer = Answer(200, None, 1)
    sent = len(hooked.receiver.got)
    assert await hooked.run(hours=2) == 0
    assert len(hooked.receiver.got) == sent
    assert await _states(hooked, webhook_id) == []


async def test_a_test_is_sent_at_once_and_only_once(hooked: Hooked) -> None:
    webhook_id, _ = await hooked.add()
    good = await hooked.admin.ping(ADA, webhook_id)
    assert (good.state, good.status, good.type) == (HookState.DELIVERED, 200, "ping")
    hooked.receiver.answer = DOWN
    bad = await hooked.admin.ping(ADA, webhook_id)
    assert (bad.state, bad.outcome) == (HookState.FAILED, "answered 503")
    assert await hooked.run(days=1) == 0
    for body in hooked.receiver.bodies():
        WebhookEventBody.model_validate(body)
    with pytest.raises(Conflict):
        await hooked.admin.redeliver(ADA, webhook_id, bad.id)
    assert (await hooked.admin.one(ADA, webhook_id)).webhook.failures == 0


async def test_a_delivery_can_be_sent_again_under_its_event(hooked: Hooked) -> None:
    webhook_id, _ = await hooked.add()
    await hooked.core.say((await hooked.core.visitor()).caller, "Hello")
    await hooked.run()
    (sent,) = await hooked.admin.deliveries(ADA, webhook_id, HookState.DELIVERED, Slice())
    again = await hooked.admin.redeliver(ADA, webhook_id, sent.id)
    assert again.state is HookState.WAITING
    assert await hooked.run() == 1
    assert len(set(hooked.receiver.ids())) == 1
    other, _ = await hooked.add()
    with pytest.raises(NotFound):
        await hooked.admin.redeliver(ADA, other, sent.id)


async def test_deliveries_are_found_by_words_of_what_was_sent(any_hooked: Hooked) -> None:
    hooked = any_hooked
    webhook_id, _ = await hooked.add()
    dialogue = await hooked.core.dialogue((await hooked.core.visitor()).caller, "Hello")
    await hooked.run()

    async def found(q: str) -> set[str]:
        sent = await hooked.admin.deliveries(ADA, webhook_id, None, Slice(), q)
        return {one.type for one in sent}

    every = await found("")
    assert "message_created" in every
    assert await found("Created message") == {"message_created"}
    assert await found(dialogue[:20]) == every
    assert await found("200") == every
    assert await found("100%") == await found("message 404") == set()


async def test_a_new_secret_signs_what_is_tried_from_then_on(hooked: Hooked) -> None:
    webhook_id, old = await hooked.add()
    hooked.receiver.answer = DOWN
    await hooked.core.say((await hooked.core.visitor()).caller, "Hello")
    await hooked.run()
    _, new = await hooked.admin.rotate(ADA, webhook_id)
    assert new != old
    await hooked.run(hours=1)
    for secret, (_, body, headers) in zip((old, new), hooked.receiver.got, strict=True):
        stamp, _, proof = headers["X-Samtal-Signature"].removeprefix("t=").partition(",v1=")
        signed = f"{stamp}.".encode() + body
        assert proof == hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
    kept = (await hooked.admin.one(ADA, webhook_id)).webhook
    assert new not in str(vars(kept))


async def test_what_is_removed_is_told_nothing_more(hooked: Hooked) -> None:
    webhook_id, _ = await hooked.add()
    await hooked.core.say((await hooked.core.visitor()).caller, "Hello")
    await hooked.deliveries.promise()
    await hooked.admin.remove(ADA, webhook_id)
    assert await hooked.run() == 0
    with pytest.raises(NotFound):
        await hooked.admin.one(ADA, webhook_id)
    # Who comes later hears of nothing earlier.
    await hooked.core.say((await hooked.core.visitor()).caller, "In between")
    hooked.core.clock.forward(seconds=1)
    await hooked.add()
    assert await hooked.run() == 0


async def test_old_deliveries_are_forgotten(hooked: Hooked) -> None:
    webhook_id, _ = await hooked.add()
    await hooked.core.say((await hooked.core.visitor()).caller, "Hello")
    await hooked.run()
    assert await hooked.deliveries.sweep() == 0
    hooked.core.clock.forward(days=KEPT.days, seconds=1)
    assert await hooked.deliveries.sweep() == 1
    assert await _states(hooked, webhook_id) == []


async def test_only_administrators_have_to_do_with_webhooks(hooked: Hooked) -> None:
    webhook_id, _ = await hooked.add()
    admin = hooked.admin
    for caller in (ANNA, MARKUS):
        for attempt in (
            admin.all(caller),
            admin.one(caller, webhook_id),
            admin.add(caller, "x", URL, ["fact_learned"], Texts.NONE),
            admin.change(caller, webhook_id, {"paused": True}),
            admin.rotate(caller, webhook_id),
            admin.ping(caller, webhook_id),
            admin.deliveries(caller, webhook_id, None, Slice()),
            admin.redeliver(caller, webhook_id, "x"),
            admin.remove(caller, webhook_id),
        ):
            with pytest.raises(NotAllowed):
                await attempt
    assert [one.action for one in await hooked.core.reveals.audit(ADA)] == ["webhook_made"]


async def test_what_cannot_be_is_refused_and_nothing_is_kept(hooked: Hooked) -> None:
    for url, events in (
        ("http://receiver.test/", ["message_created"]),
        ("https://10.0.0.1/", ["message_created"]),
        (URL, []),
        (URL, ["ping"]),
        (URL, ["made_up"]),
    ):
        with pytest.raises(Invalid):
            await hooked.admin.add(ADA, "x", url, events, Texts.NONE)
    assert await hooked.admin.all(ADA) == []
    for _ in range(MOST_WEBHOOKS):
        await hooked.add()
    with pytest.raises(Conflict):
        await hooked.add()
