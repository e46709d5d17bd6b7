"""Two who were taken for one and are parted again know what each of them said, as if they had never been one."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chat_server.domain.facts.fact import FactSource
from chat_server.domain.facts.statement import Statement
from chat_server.domain.message import Author, AuthorKind
from chat_server.services.memory import remember
from tests.core.core import ADA, ANNA, Core, signed

if TYPE_CHECKING:
    from chat_server.services.identity import Session

VALUES = {
    "name": ["Kim", "Lee"],
    "size": ["M", "L"],
    "product_owned": ["coat", "boots"],
    "product_liked": ["wool"],
    "product_disliked": ["wool"],
}


@dataclass(frozen=True)
class Line:
    """`by` is the known one or the one who came without a name; `ended`: that it is so no longer."""

    by: str
    key: str
    value: str
    ended: bool


@st.composite
def lines(draw: st.DrawFn) -> Line:
    key = draw(st.sampled_from(sorted(VALUES)))
    by, ended = draw(st.sampled_from(["known", "nameless"])), draw(st.integers(0, 3)) == 0
    return Line(by, key, draw(st.sampled_from(VALUES[key])), ended)


@st.composite
def lives(draw: st.DrawFn) -> tuple[list[Line], list[Line], list[Line]]:
    """Before they are taken for one, while they are, and after."""
    before, meanwhile = st.lists(lines(), max_size=4), st.lists(lines(), min_size=1, max_size=6)
    return draw(before), draw(meanwhile), draw(st.lists(lines(), max_size=2))


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
                    [Statement(line.key, line.value, 0.9, ended=line.ended)],
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


@settings(phases=[__import__("hypothesis").Phase.generate],
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(life=lives())
def test_who_is_parted_knows_what_they_said_themselves_and_nothing_else(
    core_template: Path, quick_folder: Path, life: tuple[list[Line], list[Line], list[Line]]
) -> None:
    asyncio.run(_two_worlds(core_template, quick_folder, life))


async def _two_worlds(
    template: Path, folder: Path, life: tuple[list[Line], list[Line], list[Line]]
) -> None:
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


async def _live(
    core: Core, life: tuple[list[Line], list[Line], list[Line]], *, merging: bool
) -> dict[str, object]:
    before, meanwhile, after = life
    world = await World.begin(core)
    await world.say(before)
    if merging:
        await world.be_taken_for_one()
    await world.say(meanwhile)
    if merging:
        await world.part()
    await world.say(after)
    return {name: (await world.known_of(name), await world.called(name)) for name in world.people}
