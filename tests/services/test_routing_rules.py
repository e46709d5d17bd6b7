"""Teams, skills, languages, important people and supervisors in routing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from chat_server.domain.errors import Conflict
from chat_server.domain.inbox import RoutingMode
from chat_server.services.teams import AgentChange, TeamChange
from tests.core.core import ADA, ANNA, BIRNA
from tests.services.routed import HRAUN, online, owner, place, waiting

if TYPE_CHECKING:
    from chat_server.domain.conversation import Conversation
    from tests.core.core import Core


@pytest.fixture
async def shop(core: Core) -> Core:
    """Its first inbox routes by itself; nobody is online yet."""
    await core.inboxes.change(ADA, HRAUN, {"routing": RoutingMode.AUTOMATIC})
    return core


async def test_a_team_gets_only_its_own_and_its_members_only_theirs(shop: Core) -> None:
    sheet = await shop.teams.add(ADA, "Returns", TeamChange(members=["birna"]))
    await online(shop, "anna")
    _, conversation_id = await waiting(shop)
    await shop.routing.sweep()
    snapshot = await shop.assignments.assign(
        ANNA, conversation_id, None, team_id=sheet.team.id, note="wrong size twice"
    )
    assert (snapshot.position, snapshot.team) == (1, sheet.team)
    assert "wrong size twice" in await shop.texts(conversation_id)
    await shop.routing.sweep()
    assert await owner(shop, conversation_id) is None
    await online(shop, "birna")
    await shop.routing.sweep()
    assert await owner(shop, conversation_id) == "birna"


async def test_places_are_counted_by_team(shop: Core) -> None:
    sheet = await shop.teams.add(ADA, "Returns", TeamChange(members=["birna"]))
    waits = [(await waiting(shop))[1] for _ in range(3)]
    await shop.assignments.assign(ANNA, waits[1], None, team_id=sheet.team.id)
    assert [await place(shop, one) for one in waits] == [1, 1, 2]


async def test_a_rule_of_the_inbox_asks_for_a_skill(shop: Core) -> None:
    rules = [{"on": "tag", "value": "returns", "skills": ["returns"]}]
    await shop.inboxes.change(ADA, HRAUN, {"routing_rules": rules})
    await shop.teams.change_agent(ADA, "birna", AgentChange(skills=["returns"]))
    _, conversation_id = await waiting(shop)
    await shop.assignments.tag(ANNA, conversation_id, ["returns"])
    await online(shop, "anna")
    await shop.routing.sweep()
    assert await owner(shop, conversation_id) is None
    await online(shop, "birna")
    await shop.routing.sweep()
    assert await owner(shop, conversation_id) == "birna"


async def test_the_visitors_language_is_asked_for_until_it_costs_too_much_time(shop: Core) -> None:
    await shop.teams.change_agent(ADA, "anna", AgentChange(languages=["is"]))
    _, conversation_id = await waiting(shop)  # in English
    await online(shop, "anna")
    await shop.routing.sweep()
    assert await owner(shop, conversation_id) is None
    shop.clock.forward(seconds=300)
    await shop.routing.sweep()
    assert await owner(shop, conversation_id) == "anna"


async def test_a_very_important_person_is_served_sooner_but_not_before_everybody(
    shop: Core,
) -> None:
    _, old = await waiting(shop)
    shop.clock.forward(minutes=6)
    _, plain = await waiting(shop)
    shop.clock.forward(minutes=1)
    _, important = await waiting(shop)
    await shop.assignments.tag(ANNA, important, ["vip"])
    assert [await place(shop, one) for one in (old, important, plain)] == [1, 2, 3]


async def answered_by_anna(core: Core) -> Conversation:
    _, conversation_id = await waiting(core)
    return (await core.assignments.accept(ANNA, conversation_id)).conversation


async def test_a_supervisor_takes_over_what_they_saw(core: Core) -> None:
    conversation = await answered_by_anna(core)
    taken = await core.assignments.take_over(ADA, conversation.id, conversation.owner.epoch)
    assert taken.conversation.owner.agent_id == "ada"
    with pytest.raises(Conflict):
        await core.assignments.take_over(ADA, conversation.id, conversation.owner.epoch)


async def test_a_colleague_neither_accepts_nor_gives_away_what_somebody_answers(core: Core) -> None:
    conversation = await answered_by_anna(core)
    with pytest.raises(Conflict):
        await core.assignments.accept(BIRNA, conversation.id)
    with pytest.raises(Conflict):
        await core.assignments.assign(BIRNA, conversation.id, "birna")
    await core.assignments.assign(ADA, conversation.id, "birna")
    assert await owner(core, conversation.id) == "birna"
