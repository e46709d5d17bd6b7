"""As `tests/domain/test_parting.py`, through the services and a real database."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings

from chat_server.domain.facts.fact import FactSource
from chat_server.domain.message import Author, AuthorKind
from chat_server.services.memory import remember
from tests.core.core import ADA, ANNA, Core, signed
from tests.domain.lives import lives

if TYPE_CHECKING:
    from chat_server.services.identity import Session
    from tests.domain.lives import Life, Line


class World:
    """Two people with a dialogue each; what they say is entered as it is when it was heard."""

    def __init__(
        self, core: Core, known: Session, nameless: Session, dialogues: dict[str, str]
    ) -> None:
        self.core = core
        self.people = {"known": known, "nameless": nameless}
        self._dialogues = dialogues

    @classmethod
    async def begin(cls, core: Core) -> World:
        """Both have said hello."""
        known, nameless = await core.visitor(identity=signed("anna")), await core.visitor()
        dialogues = {
            name: (await core.say(session.caller, "Hello")).conversation_id
            for name, session in (("known", known), ("nameless", nameless))
        }
        return cls(core, known, nameless, dialogues)

    async def say(self, lines: list[Line]) -> None:
        for line in lines:
            self.core.clock.forward(seconds=1)
            async with self.core.store.begin() as tx:
                dialogue = await tx.conversations.get(self._dialogues[line.by])
                assert dialogue is not None
                contact = await tx.contacts.get(dialogue.contact_id)
                assert contact is not None
                await remember(
                    tx,
                    contact,
                    [line.statement],
                    source=FactSource.VISITOR,
                    by=Author(AuthorKind.VISITOR),
                    clock=self.core.clock,
                    conversation=dialogue,
                )

    async def be_taken_for_one(self) -> None:
        nameless = self.people["nameless"]
        one = await self.core.identity.identify(nameless.caller, signed("anna"))
        assert one.contact.id == self.people["known"].contact.id

    async def part(self) -> None:
        (record,) = await self.core.merges.of(ANNA, self.people["known"].contact.id)
        await self.core.merges.undo(ADA, record.id)

    async def known_of(self, name: str) -> list[tuple[object, ...]]:
        """What holds: its words, when it was said first and last, and where."""
        async with self.core.store.read() as tx:
            facts = await tx.facts.current(self.people[name].contact.id)
        mine = self._dialogues[name]
        return sorted(
            (fact.key, fact.value, fact.since.timestamp(), fact.conversation_id == mine)
            for fact in facts
        )

    async def called(self, name: str) -> str | None:
        async with self.core.store.read() as tx:
            contact = await tx.contacts.get(self.people[name].contact.id)
        return contact.name if contact else None


@settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(life=lives())
def test_who_is_parted_knows_what_they_said_themselves_and_nothing_else(
    core_template: Path, quick_folder: Path, life: Life
) -> None:
    asyncio.run(_two_worlds(core_template, quick_folder, life))


async def _two_worlds(template: Path, folder: Path, life: Life) -> None:
    """The same words, once with a merge and its end between them and once without."""
    found = []
    began = None
    for merging in (True, False):
        with tempfile.TemporaryDirectory(dir=folder) as home:
            shutil.copyfile(template, Path(home) / "samtal.db")
            core = Core(f"sqlite:///{home}/samtal.db")
            began = core.clock.now = began or core.clock.now
            try:
                found.append(await _live(core, life, merging=merging))
            finally:
                await core.close()
    assert found[0] == found[1]


async def _live(core: Core, life: Life, *, merging: bool) -> dict[str, object]:
    world = await World.begin(core)
    await world.say(life.before)
    if merging:
        await world.be_taken_for_one()
    await world.say(life.meanwhile)
    if merging:
        await world.part()
    await world.say(life.after)
    return {name: (await world.known_of(name), await world.called(name)) for name in world.people}
