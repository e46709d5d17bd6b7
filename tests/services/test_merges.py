"""Contacts become one on signed proof, can be seen before and are two again after: exactly, whatever was said since."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest
import sqlalchemy as sa

from chat_server.domain.consent import Purpose
from chat_server.domain.errors import Conflict
from chat_server.store.tables import (
    consents,
    conversations,
    facts,
    forgotten_facts,
    response_events,
)
from tests.core.core import ADA, ANNA, heard, signed

if TYPE_CHECKING:
    from tests.core.core import Core

KEYS = ("name", "size", "colour", "product_owned")


async def held(core: Core, contact_id: str) -> dict[str, list[Any]]:
    """All rows of a contact."""
    found: dict[str, list[Any]] = {}
    async with core.engines.reader.connect() as connection:
        for table in (conversations, facts, forgotten_facts, consents, response_events):
            rows = sa.select(table).where(table.c.contact_id == contact_id)
            found[table.name] = sorted(map(str, await connection.execute(rows)))
    return found


async def live(core: Core, luck: random.Random, caller: Any, rounds: int) -> None:
    """Somebody says things, answers about consent and forgets."""
    for _ in range(rounds):
        core.clock.forward(seconds=1)
        key, value = luck.choice(KEYS), luck.choice(["Red", "Blue", "Anna", "Kim"])
        core.bot.script = lambda _, key=key, value=value: heard((key, value))  # type: ignore[misc]
        await core.dialogue(caller, f"{key} {value}")
        if luck.random() < 0.2:
            await core.consents.set(caller, Purpose.MARKETING, granted=luck.random() < 0.5)
        known = (await core.memory.own_facts(caller))[0]
        if known and luck.random() < 0.15:
            await core.memory.forget(caller, luck.choice(known).fact.id)


@pytest.mark.parametrize("seed", range(8))
async def test_a_merge_undone_was_never(core: Core, seed: int) -> None:
    luck = random.Random(seed)
    known = await core.visitor(identity=signed("anna"))
    await live(core, luck, known.caller, luck.randint(0, 6))
    anonymous = await core.visitor()
    await live(core, luck, anonymous.caller, luck.randint(1, 6))
    before = [await held(core, one.contact.id) for one in (known, anonymous)]
    merged = await core.identity.identify(anonymous.caller, signed("anna"))
    assert merged.contact.id == known.contact.id
    (record,) = await core.merges.of(ANNA, known.contact.id)
    await core.merges.undo(ADA, record.id)
    assert [await held(core, one.contact.id) for one in (known, anonymous)] == before


async def test_what_was_said_since_goes_where_it_was_said(core: Core) -> None:
    known = await core.visitor(identity=signed("anna"))
    core.bot.script = lambda _: heard(("size", "M"))
    await core.dialogue(known.caller, "M")
    anonymous = await core.visitor()
    core.clock.forward(seconds=1)
    core.bot.script = lambda _: heard(("size", "L"))
    theirs = await core.dialogue(anonymous.caller, "L")
    await core.identity.identify(anonymous.caller, signed("anna"))
    core.clock.forward(seconds=1)
    core.bot.script = lambda _: heard(("colour", "red"))
    await core.say(anonymous.caller, "red", theirs)
    await core.answer_all()
    (record,) = await core.merges.of(ANNA, known.contact.id)
    await core.merges.undo(ADA, record.id)
    assert (await core.facts(known.contact.id))["size"] == "M"
    assert "colour" not in await core.facts(known.contact.id)
    assert await core.facts(anonymous.contact.id) == {"size": "L", "colour": "red"}
    with pytest.raises(Conflict):
        await core.merges.undo(ADA, record.id)


async def test_a_dialogue_begun_since_is_the_customers_whatever_becomes_of_the_other(
    any_core: Core,
) -> None:
    core = any_core
    known = await core.visitor(identity=signed("anna"))
    anonymous = await core.visitor()
    core.bot.script = lambda _: heard(("size", "L"))
    before = await core.dialogue(anonymous.caller, "L")
    await core.assignments.accept(ANNA, before)
    await core.assignments.resolve(ANNA, before, solved=True)
    await core.identity.identify(anonymous.caller, signed("anna"))
    core.clock.forward(seconds=1)
    core.bot.script = lambda _: heard(("colour", "red"))
    since = await core.dialogue(anonymous.caller, "red")
    (record,) = await core.merges.of(ANNA, known.contact.id)
    await core.merges.undo(ADA, record.id)
    await core.erasures.settle()
    assert set(core.bot.forgotten) == {before, since}, (
        "it may know in one what was said in the other"
    )
    await core.consents.erase_contact(ADA, anonymous.contact.id)
    assert (await core.conversation(since)).contact_id == known.contact.id
    assert await core.facts(known.contact.id) == {"colour": "red"}
    assert (await core.visitor(identity=signed("anna"))).conversation is not None


async def test_what_both_said_is_known_of_both_and_ends_with_who_ends_it(core: Core) -> None:
    known, nameless = await core.visitor(identity=signed("anna")), await core.visitor()
    core.bot.script = lambda _: heard(("product_owned", "coat"), ("size", "L"))
    theirs = await core.dialogue(nameless.caller, "a coat, L")
    own = (await core.say(known.caller, "Hello")).conversation_id
    await core.answer_all()
    await core.identity.identify(nameless.caller, signed("anna"))
    core.clock.forward(seconds=1)
    core.bot.script = lambda _: heard(("size", "L"))
    await core.say(known.caller, "L", own)
    await core.answer_all()
    core.clock.forward(seconds=1)
    core.bot.script = lambda _: heard(("product_owned", None))
    await core.say(known.caller, "no coat any more", own)
    await core.answer_all()
    (record,) = await core.merges.of(ANNA, known.contact.id)
    await core.merges.undo(ADA, record.id)
    assert await core.facts(known.contact.id) == {"size": "L"}
    assert await core.facts(nameless.contact.id) == {"product_owned": "coat", "size": "L"}
    assert (await core.conversation(theirs)).contact_id == nameless.contact.id


async def test_two_who_were_parted_are_not_merged_by_the_next_sign_in(core: Core) -> None:
    known = await core.visitor(identity=signed("anna"))
    anonymous = await core.visitor()
    core.bot.script = lambda _: heard(("size", "L"))
    await core.dialogue(anonymous.caller, "L")
    await core.identity.identify(anonymous.caller, signed("anna"))
    (record,) = await core.merges.of(ANNA, known.contact.id)
    await core.merges.undo(ADA, record.id)
    again = await core.identity.identify(anonymous.caller, signed("anna"))
    assert again.contact.id == known.contact.id
    assert again.caller != anonymous.caller
    assert "size" not in await core.facts(known.contact.id)


async def test_who_signs_in_first_can_be_parted_from_what_was_said_before(core: Core) -> None:
    shared = await core.visitor()
    core.bot.script = lambda _: heard(("name", "Kim"), ("size", "L"))
    await core.dialogue(shared.caller, "I am Kim")
    core.clock.forward(seconds=1)
    signed_in = await core.identity.identify(shared.caller, signed("anna", name="Anna"))
    (record,) = await core.merges.of(ANNA, signed_in.contact.id)
    await core.merges.undo(ADA, record.id)
    assert await core.facts(signed_in.contact.id) == {"name": "Anna"}
    assert await core.facts(record.source_id) == {"name": "Kim", "size": "L"}


async def test_a_preview_changes_nothing_and_names_the_obstacle(core: Core) -> None:
    known = await core.visitor(identity=signed("anna"))
    core.bot.script = lambda _: heard(("size", "M"))
    await core.dialogue(known.caller, "M")
    other = await core.visitor()
    core.clock.forward(seconds=1)
    core.bot.script = lambda _: heard(("size", "L"))
    await core.dialogue(other.caller, "L")
    before = await held(core, known.contact.id)
    preview = await core.merges.preview(ANNA, known.contact.id, other.contact.id)
    assert [one.fact.value for one in preview.facts] == ["L"]
    assert [one.fact.value for one in preview.gives_way] == ["M"]
    assert (preview.conversations, preview.obstacle) == (1, None)
    assert await held(core, known.contact.id) == before
    twisted = await core.merges.preview(ANNA, other.contact.id, known.contact.id)
    assert twisted.obstacle is not None


@pytest.mark.parametrize("seed", range(6))
async def test_facts_never_reach_another_person(core: Core, seed: int) -> None:
    """Devices and people at random: each says only their own words, and is told only their own."""
    luck = random.Random(seed)
    people = ["anna", "birna", "carl"]
    devices: dict[str, tuple[str, Any]] = {}
    for _ in range(25):
        core.clock.forward(seconds=1)
        who, device = luck.choice(people), luck.choice(["laptop", "phone", "tablet"])
        name, session = devices.get(device, ("", None))
        if session is None or name != who:
            # Somebody else has the device: they sign in, on the browser as it was left.
            token = session.token if session is not None else None
            session = await core.visitor(token=token, identity=signed(who))
            devices[device] = (who, session)
        core.bot.script = lambda _, who=who: heard(("product_owned", f"{who}s coat"))  # type: ignore[misc]
        await core.dialogue(session.caller, f"{who} has a coat")
        for owner, one in devices.values():
            told = str((await core.memory.own_facts(one.caller))[0])
            assert [other for other in people if f"{other}s coat" in told and other != owner] == []
        if luck.random() < 0.2:
            contact = await core.identity.contact(session.caller)
            for record in await core.merges.of(ANNA, contact.id):
                if record.undone_at is None:
                    await core.merges.undo(ADA, record.id)
                    devices.clear()
                    break
