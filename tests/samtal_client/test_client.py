"""What the client does when its hub misbehaves, against a hub that misbehaves as it is told."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest

from launcher.ports import free_port
from samtal_client import AgentClient, Pace, Refused, VisitorClient
from samtal_client.connection import Connection, Door
from tests.samtal_client.scripted import CONVERSATION, ScriptedHub, refused, scripted_hub

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

_QUICK = Pace(
    resend=0.15, heads=0.1, answer=0.5, silence=1.5, connect=2, first_pause=0.02, longest_pause=0.1
)


@pytest.fixture
async def hub() -> AsyncIterator[ScriptedHub]:
    async with scripted_hub() as served:
        yield served


def visitor_of(*urls: str, **more: Any) -> VisitorClient:
    return VisitorClient(list(urls), "shop", pace=more.pop("pace", _QUICK), **more)


def held(visitor: VisitorClient) -> list[str]:
    return [message.text for message in visitor.transcripts[CONVERSATION].messages]


async def test_without_an_ack_the_same_client_id_is_sent_again(hub: ScriptedHub) -> None:
    silent = iter([True, True, False])
    hub.answer = lambda name, _: None if name == "send_message" and next(silent) else {}
    async with visitor_of(hub.url) as visitor:
        await visitor.say("Hello").acked
    tries = [body["client_id"] for name, body in hub.came if name == "send_message"]
    assert len(tries) == 3
    assert len(set(tries)) == 1
    assert len(hub.stored) == 1


@pytest.mark.parametrize("code", ["unavailable", "internal", "rate_limited"])
async def test_what_may_pass_is_tried_again_after_a_pause(hub: ScriptedHub, code: str) -> None:
    answers = iter([refused(code), refused(code), {}])
    hub.answer = lambda name, _: next(answers) if name == "send_message" else {}
    async with visitor_of(hub.url) as visitor:
        assert (await visitor.say("Hello").acked).seq == 1


@pytest.mark.parametrize("code", ["invalid", "not_allowed", "conflict", "too_large", "not_found"])
async def test_what_is_refused_for_good_leaves_the_outbox(hub: ScriptedHub, code: str) -> None:
    hub.answer = lambda name, _: refused(code) if name == "send_message" else {}
    async with visitor_of(hub.url) as visitor:
        sending = visitor.say("Hello")
        with pytest.raises(Refused, match=code):
            await sending.acked
        assert visitor.pending == []
        await asyncio.sleep(0.4)
    assert len(hub.sent()) == 1


async def test_one_message_at_a_time_keeps_the_order_through_resends(hub: ScriptedHub) -> None:
    tries: dict[str, int] = {}

    def every_second(name: str, body: Any) -> dict[str, Any] | None:
        if name != "send_message":
            return {}
        tries[body["client_id"]] = tries.get(body["client_id"], 0) + 1
        return None if tries[body["client_id"]] == 1 and len(tries) % 2 else {}

    hub.answer = every_second
    async with visitor_of(hub.url) as visitor:
        words = [str(number) for number in range(6)]
        await asyncio.gather(*(visitor.say(text).acked for text in words))
    assert [m["content"]["text"] for m in hub.stored] == words


async def test_a_gap_is_filled_before_what_comes_after_it_is_shown(hub: ScriptedHub) -> None:
    shown: list[str] = []
    pace = Pace(heads=60)
    async with visitor_of(hub.url, pace=pace, on_message=lambda m: shown.append(m.text)) as visitor:
        await visitor.say("first").acked
        for text in ("lost 1", "lost 2", "lost 3", "lost 4"):
            hub.store(text)
        await hub.push(hub.store("pushed"))
        await visitor.heard(lambda m: m.text == "pushed")
    assert shown == ["first", "lost 1", "lost 2", "lost 3", "lost 4", "pushed"]


async def test_what_was_never_pushed_is_found_by_the_heads(hub: ScriptedHub) -> None:
    async with visitor_of(hub.url) as visitor:
        await visitor.say("first").acked
        hub.store("silent")
        await visitor.heard(lambda m: m.text == "silent")


async def test_a_push_that_comes_twice_or_late_changes_nothing(hub: ScriptedHub) -> None:
    async with visitor_of(hub.url) as visitor:
        await visitor.say("first").acked
        second = hub.store("second")
        await hub.push(second)
        await hub.push(hub.store("third"))
        await hub.push(second)
        await hub.push(hub.stored[0])
        await visitor.heard(lambda m: m.text == "third")
        await hub.push(hub.store("last"))
        await visitor.heard(lambda m: m.text == "last")
        assert held(visitor) == ["first", "second", "third", "last"]


async def test_after_a_cut_it_resumes_and_then_sends(hub: ScriptedHub) -> None:
    async with visitor_of(hub.url) as visitor:
        await visitor.say("first").acked
        hub.pushing = False
        await hub.cut()
        hub.store("missed")
        await visitor.say("second").acked
        await visitor.heard(lambda m: m.text == "second")
        assert held(visitor) == ["first", "missed", "second"]
        assert visitor.connected_times == 2
    names = [name for name, _ in hub.came]
    assert "resume" in names[: len(names) - names[::-1].index("send_message")]


async def test_it_goes_to_the_other_hub_when_one_is_gone(hub: ScriptedHub) -> None:
    nobody = f"http://127.0.0.1:{free_port()}"
    async with visitor_of(nobody, hub.url) as visitor:
        assert (await visitor.say("Hello").acked).seq == 1


async def test_a_goodbye_is_honoured_and_costs_no_message(hub: ScriptedHub) -> None:
    async with scripted_hub() as other, visitor_of(hub.url, other.url) as visitor:
        await visitor.ready()
        began = time.monotonic()
        await hub.say_goodbye(400)
        while other.welcomes == 0:
            await asyncio.sleep(0.01)
        assert 0.3 < time.monotonic() - began < 20
        await visitor.say("Hello").acked
        assert other.sent() == ["Hello"]
        assert hub.sent() == []


async def test_after_a_goodbye_it_goes_on_talking_until_it_moves(hub: ScriptedHub) -> None:
    async with scripted_hub() as other, visitor_of(hub.url, other.url) as visitor:
        await visitor.ready()
        await hub.say_goodbye(500)
        await visitor.say("Still here").acked
        assert hub.sent() == ["Still here"]
        while other.welcomes == 0:
            await asyncio.sleep(0.01)
        assert visitor.lost_times == 0


async def test_being_cut_off_is_counted(hub: ScriptedHub) -> None:
    async with visitor_of(hub.url) as visitor:
        await visitor.ready()
        await hub.cut()
        await visitor.say("Hello").acked
        assert visitor.lost_times == 1


async def test_a_hub_that_hangs_is_left(hub: ScriptedHub) -> None:
    hub.answer = lambda _, __: None
    async with scripted_hub() as other, visitor_of(hub.url, other.url) as visitor:
        assert (await asyncio.wait_for(visitor.say("Hello").acked, 60)).seq == 1
        assert other.sent() == ["Hello"]


async def test_an_agent_who_is_not_let_into_a_view_in_time_begins_anew(hub: ScriptedHub) -> None:
    silent = iter([True, False])
    hub.answer = lambda name, _: None if name == "subscribe" and next(silent, False) else {}
    async with AgentClient(hub.url, token="t", pace=_QUICK) as agent:
        await agent.ready(5)
        assert agent.lost_times >= 1
    assert hub.count("subscribe") >= 2


async def test_it_leaves_even_when_it_is_not_heard_at_first(hub: ScriptedHub) -> None:
    class HardOfHearing(VisitorClient):
        async def _auth(self, url: str) -> dict[str, Any]:
            with suppress(asyncio.CancelledError):
                await asyncio.sleep(60)
            return await super()._auth(url)

    async with asyncio.timeout(60), HardOfHearing(hub.url, "shop", pace=_QUICK):
        await asyncio.sleep(0.05)


async def test_a_hub_that_went_back_to_a_backup_gets_what_it_lacks_first(hub: ScriptedHub) -> None:
    async with visitor_of(hub.url) as visitor:
        for text in ("one", "two", "three"):
            await visitor.say(text).acked
        await visitor.heard(lambda m: m.text == "three")
        del hub.stored[1:]
        hub.store("of somebody else")
        await hub.cut()
        await visitor.say("four").acked
        await visitor.heard(lambda m: m.text == "four")
        assert held(visitor) == ["one", "of somebody else", "two", "three", "four"]
    assert [m["content"]["text"] for m in hub.stored] == held(visitor)


async def test_nobody_there_costs_few_tries_and_leaves_the_loop_to_others() -> None:
    async with visitor_of(f"http://127.0.0.1:{free_port()}") as visitor:
        visitor.say("Hello")
        began, used = time.monotonic(), time.process_time()
        await asyncio.sleep(0.5)
        # Not counted in turns of the loop: others take the processor too.
        busy = (time.process_time() - used) / (time.monotonic() - began)
    assert busy < 0.5
    assert [entry.payload["content"]["text"] for entry in visitor.pending] == ["Hello"]


async def test_a_push_on_top_of_another_history_does_not_hide_it(hub: ScriptedHub) -> None:
    async with visitor_of(hub.url) as visitor:
        for text in ("one", "two"):
            await visitor.say(text).acked
        await visitor.heard(lambda m: m.text == "two")
        del hub.stored[1:]
        hub.store("of somebody else")
        slow, pushes = asyncio.Event(), set[asyncio.Task[None]]()

        def answer(name: str, _: Any) -> dict[str, Any]:
            if name == "resume" and not slow.is_set():
                slow.set()
                pushed = hub.store("pushed before it could compare")
                pushes.add(asyncio.ensure_future(hub.push(pushed)))
            return {}

        hub.answer = answer
        await hub.cut()
        await visitor.heard(lambda m: m.text == "of somebody else")
        await visitor.flushed(5)
        await visitor.heard(lambda m: m.seq == 4)
        texts = ["one", "of somebody else", "pushed before it could compare", "two"]
        assert held(visitor) == texts
        assert [m["content"]["text"] for m in hub.stored] == texts


async def test_what_was_acknowledged_but_never_shown_is_brought_back_too(hub: ScriptedHub) -> None:
    hub.pushing = False
    async with visitor_of(hub.url, pace=Pace(heads=1, first_pause=0.02)) as visitor:
        await visitor.say("one").acked
        await visitor.heard(lambda m: m.text == "one")
        await visitor.say("two").acked
        assert held(visitor) == ["one"]
        del hub.stored[1:]
        await hub.cut()
        await visitor.heard(lambda m: m.text == "two")
    assert [m["content"]["text"] for m in hub.stored] == ["one", "two"]


async def test_a_push_that_comes_before_the_welcome_hides_no_other_history(
    hub: ScriptedHub,
) -> None:
    async with visitor_of(hub.url) as visitor:
        for text in ("one", "two"):
            await visitor.say(text).acked
        await visitor.heard(lambda m: m.text == "two")
        del hub.stored[1:]
        hub.store("of somebody else")
        hub.pushed_before_welcome = [hub.store("pushed early")]
        await hub.cut()
        await visitor.heard(lambda m: m.text == "of somebody else")
        await visitor.heard(lambda m: m.seq == 4)
        assert held(visitor) == ["one", "of somebody else", "pushed early", "two"]


async def test_whoever_is_hurried_while_leaving_leaves_no_session_open(hub: ScriptedHub) -> None:
    door = Door(hub.url, VisitorClient.path, VisitorClient.namespace, {"inbox": "shop"})
    connection = Connection(door, lambda *_: None)
    await connection.open(2)
    forever = asyncio.Event()
    leave, connection._io.shutdown = connection._io.shutdown, forever.wait
    closing = asyncio.create_task(connection.close(within=20))
    await asyncio.sleep(0.01)
    closing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await closing
    assert connection._http.closed
    await leave()
