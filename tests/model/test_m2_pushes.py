"""M2, Zulip's rule: an old look plus the pushes since is a fresh look, for every kind of live event."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, get_args

import pytest

from chat_server.broadcast import rooms
from chat_server.domain.agent import Agent, Availability, Role
from chat_server.domain.facts.statement import Statement
from chat_server.domain.ids import new_id
from chat_server.domain.live import (
    ConversationAssigned,
    ConversationChanged,
    DeliveryPromised,
    ErasureBegun,
    FactsChanged,
    LiveEvent,
    MessageCreated,
    MessagesRead,
    MessageUnderstood,
    PresenceChanged,
    QueueChanged,
    QueueMoved,
    SessionEnded,
    TypingChanged,
    VisitorsParted,
)
from chat_server.services.snapshots import QueueBoard
from tests.core.core import ADA, ANNA, BIRNA, Core, signed, words
from tests.model.reader import Reader, View, agent_reader, conversation_json, visitor_reader

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from chat_server.services.access import VisitorCaller


@dataclass
class Scene:
    """A dialogue that a visitor and an agent have looked at."""

    core: Core
    caller: VisitorCaller
    conversation_id: str
    visitor: Reader
    agent: Reader
    extra: list[LiveEvent] = field(default_factory=list)

    async def queue(self) -> None:
        await self.core.visitors.request_agent(self.caller, self.conversation_id, new_id(), None)

    async def answered_by_anna(self) -> int:
        await self.queue()
        await self.core.assignments.accept(ANNA, self.conversation_id)
        return (await self.core.conversation(self.conversation_id)).owner.epoch


async def _speak(scene: Scene) -> None:
    epoch = await scene.answered_by_anna()
    await scene.core.visitors.send(scene.caller, scene.conversation_id, new_id(), words("Hello?"))
    await scene.core.agents.send(ANNA, scene.conversation_id, epoch, new_id(), words("Hi"))
    await scene.core.agents.note(ANNA, scene.conversation_id, new_id(), words("A note"))
    await scene.core.visitors.send(scene.caller, scene.conversation_id, new_id(), words("Ah"))


async def _be_answered(scene: Scene) -> None:
    await scene.core.visitors.send(scene.caller, scene.conversation_id, new_id(), words("Where?"))
    await scene.core.answer_all()


async def _change_all(scene: Scene) -> None:
    await scene.answered_by_anna()
    core, key = scene.core, scene.conversation_id
    await core.assignments.tag(ANNA, key, ["vip"])
    await core.visitors.rate(scene.caller, key, 4, "fine")
    await core.assignments.return_to_bot(ANNA, key, "Done")
    await core.assignments.snooze(ANNA, key)
    await core.assignments.reopen(ANNA, key)
    await core.assignments.resolve(ANNA, key, solved=True)
    await core.assignments.reopen(ANNA, key)
    await core.assignments.resolve(ANNA, key, solved=False)


async def _move_up(scene: Scene) -> None:
    other = (await scene.core.visitor()).caller
    await scene.core.queued(other)
    await scene.queue()
    async with scene.core.store.read() as tx:
        first = (await tx.conversations.waiting())[0]
    await scene.core.assignments.accept(BIRNA, first.id)


async def _assign(scene: Scene) -> None:
    await scene.queue()
    await scene.core.assignments.assign(BIRNA, scene.conversation_id, "anna")
    await scene.core.assignments.assign(ANNA, scene.conversation_id, None)
    await scene.core.assignments.accept(ANNA, scene.conversation_id)


async def _type(scene: Scene) -> None:
    typed = await scene.core.visitors.typing(
        scene.caller, scene.conversation_id, on=True, preview="Hel"
    )
    scene.extra.append(typed)


async def _read(scene: Scene) -> None:
    epoch = await scene.answered_by_anna()
    core, key = scene.core, scene.conversation_id
    await core.visitors.send(scene.caller, key, new_id(), words("Hello?"))
    await core.agents.mark_read(ANNA, key, (await core.conversation(key)).last_seq)
    await core.agents.send(ANNA, key, epoch, new_id(), words("Hi"))
    await core.visitors.mark_read(scene.caller, key, (await core.conversation(key)).last_seq)


async def _learn(scene: Scene) -> None:
    contact_id = (await scene.core.conversation(scene.conversation_id)).contact_id
    await scene.core.memory.add(
        ANNA, contact_id, Statement("size", "M", 1.0), scene.conversation_id
    )


async def _forget(scene: Scene) -> None:
    await _learn(scene)
    known, _ = await scene.core.memory.own_facts(scene.caller)
    await scene.core.memory.forget(scene.caller, known[0].fact.id)


async def _part(scene: Scene) -> None:
    """Somebody else's browser is taken for a customer's, and is not after all."""
    core = scene.core
    customer = await core.visitor(identity=signed("katrin"))
    other = (await core.visitor()).caller
    await core.identity.identify(other, signed("katrin"))
    (merge,) = await core.merges.of(ANNA, customer.contact.id)
    await core.merges.undo(ADA, merge.id)


async def _come_online(scene: Scene) -> None:
    now = scene.core.clock()
    agent = Agent("anna", "a@h.is", "Anna", Role.AGENT, "-", now, Availability.ONLINE)
    scene.extra.append(PresenceChanged(agent))


async def _sign_out(scene: Scene) -> None:
    scene.extra.append(SessionEnded("digest"))


# What brings each kind of event forth; a kind without a scene fails.
SCENES: dict[type[object], Callable[[Scene], Awaitable[None]]] = {
    MessageCreated: _speak,
    MessageUnderstood: _be_answered,
    ConversationChanged: _change_all,
    QueueChanged: _move_up,
    QueueMoved: _move_up,
    ConversationAssigned: _assign,
    TypingChanged: _type,
    MessagesRead: _read,
    FactsChanged: _learn,
    PresenceChanged: _come_online,
    DeliveryPromised: _speak,
    ErasureBegun: _forget,
    VisitorsParted: _part,
    SessionEnded: _sign_out,
}
KINDS = get_args(LiveEvent)


def test_every_kind_of_live_event_has_a_scene() -> None:
    assert set(SCENES) == set(KINDS)


@pytest.fixture
async def scene(core: Core) -> Scene:
    session = await core.visitor()
    conversation_id = await core.dialogue(session.caller, "Hello")
    made = Scene(
        core,
        session.caller,
        conversation_id,
        visitor_reader(session.contact.id),
        agent_reader("anna"),
    )
    made.agent.joined.add(rooms.conversation(conversation_id))
    for reader in (made.visitor, made.agent):
        await _look(made, reader)
    core.live.clear()
    return made


@pytest.mark.parametrize("kind", KINDS)
async def test_an_old_look_and_the_pushes_since_are_a_fresh_look(
    scene: Scene, kind: type[object]
) -> None:
    await SCENES[kind](scene)
    await _push(scene)
    assert any(isinstance(event, kind) for event in scene.core.live)
    for reader in (scene.visitor, scene.agent):
        assert not reader.behind, "nothing was lost, so nothing may be missed"
        assert held(reader) == await fresh(scene, reader)


@pytest.mark.parametrize("lost", ["message_created", "conversation_updated", "messages_read"])
async def test_a_hub_that_forgets_a_push_is_found_out(scene: Scene, lost: str) -> None:
    await _read(scene)
    await _push(scene, lost)
    agreed = [held(reader) == await fresh(scene, reader) for reader in (scene.visitor, scene.agent)]
    assert not all(agreed)


@pytest.mark.parametrize("act", [_speak, _be_answered, _change_all, _read])
async def test_who_lost_every_push_has_all_of_it_back_by_one_resume(
    scene: Scene, act: Callable[[Scene], Awaitable[None]]
) -> None:
    await act(scene)
    for reader in (scene.visitor, scene.agent):
        await _look(scene, reader)
        assert held(reader) == await fresh(scene, reader)


async def test_what_the_bot_understood_is_had_back_without_the_rest(scene: Scene) -> None:
    """Of a long dialogue only what was changed comes again, and a second time nothing."""
    known = scene.agent.messages[scene.conversation_id][-1]["seq"]
    found = await scene.core.agents.resume(ANNA, scene.conversation_id, known, 0)
    assert (found.messages, [one.seq for one in found.revised]) == ([], [1])
    again = await scene.core.agents.resume(ANNA, scene.conversation_id, known, found.revision)
    assert again.revised == []
    assert again.revision == found.revision == 1


def held(reader: Reader) -> tuple[dict[str, View], dict[str, list[View]]]:
    return reader.rows, reader.messages


async def fresh(scene: Scene, like: Reader) -> tuple[dict[str, View], dict[str, list[View]]]:
    """What somebody sees who looks for the first time."""
    reader = Reader(like.surface, ())
    await _look(scene, reader)
    return held(reader)


async def _look(scene: Scene, reader: Reader) -> None:
    key = scene.conversation_id
    after = (reader.messages.get(key) or [{"seq": 0}])[-1]["seq"]
    if reader.surface is scene.visitor.surface:
        found = await scene.core.visitors.resume(scene.caller, key, after)
    else:
        found = await scene.core.agents.resume(ANNA, key, after, reader.revisions.get(key))
    assert not found.more
    reader.look(found.snapshot, found.messages, found.revised, found.revision)
    assert conversation_json(found.snapshot, reader.sees)["id"] == scene.conversation_id


async def _push(scene: Scene, lost: str = "") -> None:
    """As the emitter and the queue board do; pushes named `lost` do not arrive."""
    core = scene.core
    core.live += scene.extra
    if any(isinstance(event, QueueMoved) for event in core.live):
        await QueueBoard(core.store).show()
    for reader in (scene.visitor, scene.agent):
        for event in core.live:
            reader.hear(event, without=lost)
