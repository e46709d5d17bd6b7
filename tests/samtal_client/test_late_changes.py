"""What is changed after it was said reaches an agent's client, whichever pushes are lost, late or told twice."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

from hypothesis import given, settings
from hypothesis import strategies as st

from samtal_client import Pace
from samtal_client.nouns import Message
from samtal_client.reading import Reading

if TYPE_CHECKING:
    from samtal_client.connection import Connection

Json = dict[str, Any]
_SAID = 4
# Which message is changed, and what becomes of the push: it comes, is lost, or comes when all is over.
changes = st.lists(
    st.tuples(st.integers(1, _SAID), st.sampled_from(["comes", "lost", "late"])), max_size=12
)


def said(seq: int, revision: int = 0) -> Json:
    return {
        "id": f"m{seq}",
        "conversation_id": "c1",
        "seq": seq,
        "prev_seq": seq - 1,
        "client_id": f"k{seq}",
        "author": {"kind": "visitor"},
        "kind": "message",
        "content": {"type": "text", "text": f"word {seq}"},
        "created_at": "2026-01-01T00:00:00.000Z",
        "revision": revision,
        **({"understood": {"intent": f"change_{revision}"}} if revision else {}),
    }


@dataclass
class Hub:
    """Answers `resume` as the hub does, two late changes at a time."""

    messages: list[Json]
    revision: int = 0
    asked: int = 0

    async def _answer(self, after: int, revision: int | None) -> Json:
        self.asked += 1
        since = self.revision if revision is None else revision
        late = [m for m in self.messages if m["seq"] <= after and m["revision"] > since]
        late.sort(key=lambda m: cast("int", m["revision"]))
        owner = {"kind": "bot", "epoch": 1}
        data = {
            "messages": [m for m in self.messages if m["seq"] > after],
            "conversation": {"id": "c1", "status": "open", "owner": owner},
            "more": len(late) > 2,
            "revised": late[:2],
            "revision": late[1]["revision"] if len(late) > 2 else self.revision,
        }
        return {"ok": True, "data": data}

    async def ask(self, command: str, payload: Json) -> asyncio.Future[Json]:
        assert command == "resume"
        return asyncio.ensure_future(self._answer(payload["after"], payload.get("revision")))

    def change(self, seq: int) -> Json:
        self.revision += 1
        self.messages[seq - 1] = said(seq, self.revision)
        return self.messages[seq - 1]


async def _caught_up(reading: Reading, hub: Hub) -> None:
    done = asyncio.Event()
    task = asyncio.create_task(reading.catch_up(cast("Connection", hub), done))
    async with asyncio.timeout(10):
        await done.wait()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


@given(made=changes)
@settings(max_examples=60, deadline=None)
def test_whatever_becomes_of_the_pushes_one_resume_brings_what_was_changed(
    made: list[tuple[int, str]],
) -> None:
    async def play() -> None:
        hub = Hub([said(seq) for seq in range(1, _SAID + 1)])
        reading = Reading(Pace(), None, lambda *_: None)
        transcript = reading.follow("c1")
        await _caught_up(reading, hub)
        late = []
        for seq, fate in made:
            pushed = Message.of(hub.change(seq))
            if fate == "comes":
                reading.take(pushed)
            elif fate == "late":
                late.append(pushed)
        assert transcript.revision is not None
        lost = any(fate != "comes" for _, fate in made)
        assert transcript.lacks(hub.revision) == lost
        # As the next look at the heads does.
        if transcript.lacks(hub.revision):
            reading.fall_behind("c1")
        await _caught_up(reading, hub)
        for pushed in late:
            reading.take(pushed)
        assert transcript.messages == [Message.of(view) for view in hub.messages]
        assert not transcript.lacks(hub.revision)

    asyncio.run(play())


async def test_a_hub_that_counts_less_than_is_held_came_from_a_backup() -> None:
    hub = Hub([said(seq) for seq in range(1, _SAID + 1)])
    reading = Reading(Pace(), None, lambda *_: None)
    transcript = reading.follow("c1")
    await _caught_up(reading, hub)
    reading.take(Message.of(hub.change(1)))
    assert transcript.messages[0].understood is not None
    hub.messages[0], hub.revision = said(1), 0
    reading.fall_behind("c1")
    await _caught_up(reading, hub)
    assert transcript.messages[0] == replace(Message.of(said(1)), understood=None)
    assert transcript.revision == 0
