"""A link is counted, brings its campaign into one dialogue, and keeps its address."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from chat_server.domain.errors import Conflict, NotFound
from chat_server.domain.events import EventType
from tests.core.core import ANNA, MARKUS

if TYPE_CHECKING:
    from tests.core.core import Core


async def make(
    core: Core,
    code: str | None,
    target: str = "https://shop.test/jackets",
    campaign: str | None = None,
) -> str:
    made = await core.elements.add_element(
        MARKUS,
        code=code,
        kind="qr",
        name="Flyer",
        target_url=target,
        campaign_id=campaign,
        variant="A",
    )
    return made.element.code


@pytest.mark.parametrize(
    ("target", "led_to"),
    [
        ("https://shop.test/jackets", "https://shop.test/jackets?samtal=flyer"),
        ("https://shop.test/?a=1", "https://shop.test/?a=1&samtal=flyer"),
        ("https://shop.test/#sizes", "https://shop.test/?samtal=flyer#sizes"),
        ("/shop?a=1#b", "/shop?a=1&samtal=flyer#b"),
    ],
)
async def test_opening_leads_to_the_target_and_says_which_element_led_there(
    core: Core, target: str, led_to: str
) -> None:
    await make(core, "flyer", target)
    assert await core.elements.open("flyer") == led_to


async def test_each_opening_is_counted(core: Core) -> None:
    campaign = await core.elements.add_campaign(MARKUS, "Spring")
    await make(core, "flyer", campaign=campaign.id)
    await make(core, "unseen", campaign=campaign.id)
    for _ in range(3):
        await core.elements.open("flyer")
    session = await core.visitor(element="flyer")
    await core.dialogue(session.caller, "Hello")
    counts = {
        item.element.code: (item.campaign, item.opened, item.dialogues)
        for item in await core.elements.all(MARKUS)
    }
    assert counts == {"flyer": ("Spring", 3, 1), "unseen": ("Spring", 0, 0)}
    sums = [(c.campaign.name, c.opened, c.dialogues) for c in await core.elements.campaigns(MARKUS)]
    assert sums == [("Spring", 3, 1)]
    opened = [event for event in await core.log() if event.type is EventType.ELEMENT_OPENED]
    assert {event.data["element"] for event in opened} == {"flyer"}
    assert len({event.id for event in opened}) == 3


async def test_an_unknown_link_is_not_found_and_not_counted(core: Core) -> None:
    with pytest.raises(NotFound):
        await core.elements.open("nothing")
    assert await core.log() == []


async def test_an_element_brings_its_campaign_into_one_dialogue(core: Core) -> None:
    campaign = await core.elements.add_campaign(MARKUS, "Spring")
    await make(core, "flyer", campaign=campaign.id)
    session = await core.visitor(element="flyer")
    first = await core.dialogue(session.caller, "Hello")
    row = await core.response_event(first)
    assert (row.element, row.campaign, row.variant, row.channel) == (
        "flyer",
        campaign.id,
        "A",
        "qr",
    )
    await core.assignments.resolve(ANNA, first, solved=True)
    second = await core.response_event(await core.dialogue(session.caller, "Hello again"))
    assert (second.element, second.campaign, second.channel) == (None, None, "website")


async def test_an_unknown_element_is_no_reason_to_turn_a_visitor_away(core: Core) -> None:
    session = await core.visitor(element="made-up")
    row = await core.response_event(await core.dialogue(session.caller, "Hello"))
    assert (row.element, row.channel) == (None, "website")


async def test_a_code_is_given_once(core: Core) -> None:
    await make(core, "flyer")
    with pytest.raises(Conflict):
        await make(core, "flyer", "https://elsewhere.test")
    assert await core.elements.open("flyer") == "https://shop.test/jackets?samtal=flyer"


async def test_without_a_code_one_is_made_up(core: Core) -> None:
    one, two = await make(core, None), await make(core, None)
    assert one != two
    assert await core.elements.open(one)


async def test_an_element_of_an_unknown_campaign_is_refused(core: Core) -> None:
    with pytest.raises(NotFound):
        await make(core, "flyer", campaign="nothing")
    assert await core.elements.all(MARKUS) == []
