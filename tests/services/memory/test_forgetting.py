"""What is forgotten is gone, stays gone, and nothing else goes with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.facts.fact import FactSource, FactState
from chat_server.domain.facts.statement import Statement
from chat_server.domain.ports import Slice
from chat_server.services.memory import remember
from tests.core.core import ANNA, by_text, heard, signed

if TYPE_CHECKING:
    from chat_server.domain.facts.fact import Fact
    from chat_server.services.identity import Session
    from tests.core.core import Core


async def held(core: Core, session: Session) -> dict[str, Fact]:
    facts, _ = await core.memory.own_facts(session.caller)
    return {one.fact.value: one.fact for one in facts}


async def hear_first_message_again(core: Core, session: Session, said: Statement) -> None:
    async with core.store.begin() as tx:
        contact = await tx.contacts.get(session.contact.id)
        assert contact is not None
        conversation = (await tx.conversations.of_contact(contact.id, 1))[0]
        message = (await tx.messages.after(conversation.id, 0, 1, public=True))[0]
        await remember(
            tx,
            contact,
            [said],
            source=FactSource.VISITOR,
            by=message.author,
            clock=core.clock,
            conversation=conversation,
            message=message,
        )


async def test_a_forgotten_fact_is_not_heard_again_from_its_message(any_core: Core) -> None:
    core = any_core
    core.bot.script = lambda _: heard(("size", "M"))
    session = await core.visitor()
    await core.dialogue(session.caller, "M")
    core.clock.forward(seconds=1)
    await core.memory.forget(session.caller, (await held(core, session))["M"].id)
    await hear_first_message_again(core, session, Statement("size", "M", 1.0))
    assert await core.memory.history(ANNA, session.contact.id, Slice()) == []


async def test_said_again_later_it_is_known_again(any_core: Core) -> None:
    core = any_core
    core.bot.script = lambda _: heard(("size", "M"))
    session = await core.visitor()
    await core.dialogue(session.caller, "M")
    core.clock.forward(seconds=1)
    await core.memory.forget(session.caller, (await held(core, session))["M"].id)
    core.clock.forward(seconds=1)
    await core.dialogue(session.caller, "M")
    assert await core.facts(session.contact.id) == {"size": "M"}


async def test_a_signed_identity_does_not_bring_it_back(any_core: Core) -> None:
    core = any_core
    session = await core.visitor(identity=signed("anna", name="Anna Jansen"))
    fact = (await held(core, session))["Anna Jansen"]
    await core.memory.forget(session.caller, fact.id)
    core.clock.forward(seconds=5)
    await core.identity.identify(session.caller, signed("anna", name="Anna Jansen"))
    assert await core.facts(session.contact.id) == {}


async def test_only_what_was_asked_for_is_forgotten(any_core: Core) -> None:
    core = any_core
    core.bot.script = lambda _: heard(
        ("product_owned", "boots"), ("product_owned", "red jacket"), ("size", "M")
    )
    session = await core.visitor()
    await core.dialogue(session.caller, "boots, red jacket, M")
    await core.memory.forget(session.caller, (await held(core, session))["red jacket"].id)
    assert set(await held(core, session)) == {"boots", "M"}


async def test_what_gave_way_to_it_ends_instead_of_pointing_nowhere(any_core: Core) -> None:
    core = any_core
    core.bot.script = by_text(
        {
            "like": heard(("product_liked", "wool")),
            "dislike": heard(("product_disliked", "wool")),
        }
    )
    session = await core.visitor()
    await core.dialogue(session.caller, "like")
    core.clock.forward(seconds=1)
    await core.dialogue(session.caller, "dislike")
    await core.memory.forget(session.caller, (await held(core, session))["wool"].id)
    (left,) = await core.memory.history(ANNA, session.contact.id, Slice())
    assert (left.fact.key, left.fact.state, left.fact.superseded_by) == (
        "product_liked",
        FactState.ENDED,
        None,
    )


async def test_no_value_is_left_in_what_keeps_it_from_being_heard(any_core: Core) -> None:
    core = any_core
    core.bot.script = lambda _: heard(("name", "Plantedmark"))
    session = await core.visitor()
    await core.dialogue(session.caller, "Plantedmark")
    await core.memory.forget(session.caller, (await held(core, session))["Plantedmark"].id)
    async with core.engines.reader.connect() as connection:
        rows = (await connection.execute(sa.text("SELECT * FROM forgotten_facts"))).all()
        facts = (await connection.execute(sa.text("SELECT * FROM facts"))).all()
    assert len(rows) == 1
    assert facts == []
    assert "plantedmark" not in str(rows).lower()


async def test_erasing_a_person_takes_the_marks_too(any_core: Core) -> None:
    core = any_core
    core.bot.script = lambda _: heard(("name", "Plantedmark"))
    session = await core.visitor()
    await core.dialogue(session.caller, "Plantedmark")
    await core.memory.forget(session.caller, (await held(core, session))["Plantedmark"].id)
    await core.consents.forget_me(session.caller)
    async with core.engines.reader.connect() as connection:
        assert (await connection.execute(sa.text("SELECT * FROM forgotten_facts"))).all() == []
