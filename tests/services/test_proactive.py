"""Greetings that come up by themselves: for whom they are is decided by the hub, with consent."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from chat_server.domain.consent import Purpose
from chat_server.domain.errors import Invalid, NotAllowed, NotFound
from chat_server.domain.facts.fact import FactSource
from chat_server.domain.facts.statement import Statement
from chat_server.domain.message import Author, AuthorKind
from chat_server.domain.proactive import ProactiveGreeting, Said
from chat_server.services.memory import remember
from tests.core.core import ADA, ANNA, MARKUS

if TYPE_CHECKING:
    from chat_server.services.identity import Session
    from tests.core.core import Core

TEXT = "Your size is back in stock. Shall I look?"


async def greeting(core: Core, code: str = "sizes", **changes: Any) -> ProactiveGreeting:
    await core.elements.add_element(
        MARKUS,
        code=code,
        kind="greeting",
        name=code,
        target_url="/shop",
        campaign_id=None,
        variant=None,
    )
    made = ProactiveGreeting(code, TEXT, core.clock(), replies=["Yes, please"])
    return await core.greetings.put(MARKUS, replace(made, **changes))


async def told(core: Core, session: Session, *said: tuple[str, str]) -> None:
    async with core.store.begin() as tx:
        contact = await tx.contacts.get(session.contact.id)
        assert contact is not None
        statements = [Statement(key, value, 1.0) for key, value in said]
        by = Author(AuthorKind.VISITOR, session.caller.visitor_id)
        await remember(tx, contact, statements, source=FactSource.FORM, by=by, clock=core.clock)


async def codes_for(core: Core, session: Session) -> list[str]:
    return [one.code for one in await core.greetings.for_visitor(session.caller)]


async def agrees(core: Core, session: Session, *, granted: bool = True) -> None:
    await core.consents.set(session.caller, Purpose.MARKETING, granted=granted)


async def test_a_fact_decides_and_only_with_consent_to_marketing(any_core: Core) -> None:
    core = any_core
    await greeting(core, fact_key="size", fact_value="m")
    await greeting(core, "everybody")
    una, otto = await core.visitor(), await core.visitor()
    await told(core, una, ("size", "M"))
    assert await codes_for(core, una) == ["everybody"]
    await agrees(core, una)
    await agrees(core, otto)
    assert await codes_for(core, una) == ["sizes", "everybody"]
    assert await codes_for(core, otto) == ["everybody"]
    await agrees(core, una, granted=False)
    assert await codes_for(core, una) == ["everybody"]


async def test_a_segment_decides_as_it_is_now(any_core: Core) -> None:
    core = any_core
    rule = {"field": "dialogues.count", "is": "at_least", "value": 1}
    segment = await core.segments.add(MARKUS, "Talked", rule)
    await greeting(core, segment_id=segment.id)
    una, otto = await core.visitor(), await core.visitor()
    await agrees(core, una)
    await agrees(core, otto)
    begun = await core.dialogue(una.caller, "hello")
    assert await codes_for(core, una) == [], "not beside a dialogue that is open"
    await core.queued(otto.caller)
    await core.visitors.request_agent(una.caller, begun, "ask", None)
    await core.assignments.accept(ANNA, begun)
    await core.assignments.resolve(ANNA, begun, solved=True)
    assert await codes_for(core, una) == ["sizes"]
    await core.segments.remove(MARKUS, segment.id)
    assert await codes_for(core, una) == []


async def test_who_has_a_problem_or_is_held_out_is_left_alone(core: Core) -> None:
    await greeting(core, fact_key="size")
    una, otto = await core.visitor(), await core.visitor()
    for session in (una, otto):
        await told(core, session, ("size", "M"))
        await agrees(core, session)
    await told(core, una, ("open_problem", "damaged"))
    assert await codes_for(core, una) == []
    assert await codes_for(core, otto) == ["sizes"]
    await core.inboxes.change(ADA, "inbox-hraun", {"memory_holdout": 50})
    people = [await core.visitor() for _ in range(12)]
    found = []
    for session in people:
        await told(core, session, ("size", "M"))
        await agrees(core, session)
        found.append(await codes_for(core, session))
    assert [] in found
    assert ["sizes"] in found


async def test_who_takes_it_is_greeted_with_it_and_counts_for_it(any_core: Core) -> None:
    core = any_core
    await greeting(core, fact_key="size")
    una = await core.visitor()
    await told(core, una, ("size", "M"))
    before = (await core.visitor(token=una.token)).greeting
    assert (await core.visitor(token=una.token, element="sizes")).greeting == before, "no consent"
    await agrees(core, una)
    taken = (await core.visitor(token=una.token, element="sizes")).greeting
    assert (taken.text, taken.choices) == (TEXT, (("Yes, please", "Yes, please"),))
    assert len(taken.used_facts) == 1
    begun = await core.dialogue(una.caller, "Yes, please")
    event = await core.response_event(begun)
    assert (event.element, event.channel) == ("sizes", "greeting")
    stranger = await core.visitor(element="sizes")
    assert stranger.greeting.text != TEXT


async def test_each_reads_it_in_their_language_and_others_as_it_was_written_first(
    any_core: Core,
) -> None:
    core = any_core
    icelandic = Said("Stærðin þín er komin. Á ég að gá?", ("Já, takk",))
    await greeting(core, translations={"is": icelandic.written()})
    began = {
        locale: (await core.visitor(element="sizes", locale=locale)).greeting
        for locale in ("is-IS", "ru", "de")
    }
    assert (began["is-IS"].text, began["is-IS"].choices) == (
        icelandic.text,
        (("Já, takk", "Já, takk"),),
    )
    assert began["ru"].text == began["de"].text == TEXT
    await greeting(core, "english", translations={"en": Said("In English").written()})
    stranger = (await core.visitor(element="english", locale="de")).greeting
    assert stranger.text == "In English", "as the widget speaks to them"


async def test_one_that_is_off_comes_up_nowhere(core: Core) -> None:
    held = await greeting(core, page="/shop", leaving=True, inbox_id="inbox-hraun")
    assert [one.code for one in await core.greetings.here("hraun")] == ["sizes"]
    assert await core.greetings.here("bakki") == []
    await core.greetings.put(MARKUS, replace(held, active=False))
    assert await core.greetings.here("hraun") == []
    assert (await core.visitor(element="sizes")).greeting.text != TEXT
    with pytest.raises(Invalid):
        await core.greetings.put(MARKUS, held, "nowhere")
    await core.greetings.put(MARKUS, replace(held, inbox_id=None), "bakki")
    assert [len(await core.greetings.here(key)) for key in ("hraun", "bakki")] == [0, 1]
    assert (await core.greetings.one(MARKUS, "sizes"))[1] == "bakki"
    await core.greetings.remove(MARKUS, "sizes")
    with pytest.raises(NotFound):
        await core.greetings.one(MARKUS, "sizes")
    with pytest.raises(NotFound):
        await core.greetings.here("nowhere")


@pytest.mark.parametrize(
    ("changes", "problems"),
    [
        ({"segment_id": "gone"}, {"segment_id": "audience_gone"}),
        ({"fact_key": "shoe_moon"}, {"fact_key": "unknown_field"}),
        ({"fact_key": "name", "fact_value": "Una"}, {"fact_value": "unknown_test"}),
        ({"fact_value": "M"}, {"fact_value": "without_fact"}),
    ],
)
async def test_what_cannot_be_is_refused_by_a_code(
    core: Core, changes: dict[str, Any], problems: dict[str, str]
) -> None:
    with pytest.raises(Invalid) as refused:
        await greeting(core, **changes)
    assert refused.value.fields == problems
    with pytest.raises(NotFound):
        await core.greetings.one(MARKUS, "sizes")


async def test_only_greetings_come_up_and_only_marketers_say_when(core: Core) -> None:
    held = await greeting(core)
    await core.elements.add_element(
        MARKUS,
        code="flyer",
        kind="qr",
        name="flyer",
        target_url="/",
        campaign_id=None,
        variant=None,
    )
    with pytest.raises(Invalid):
        await core.greetings.put(MARKUS, replace(held, code="flyer"))
    with pytest.raises(NotFound):
        await core.greetings.put(MARKUS, replace(held, code="nothing"))
    with pytest.raises(NotAllowed):
        await core.greetings.put(ANNA, held)
