"""A model looks at what the rules heard already, and adds what they did not hear."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from chat_server.domain.consent import Purpose
from chat_server.domain.facts.fact import FactReason, FactSource, FactState
from chat_server.hearing.ears import RuleEars
from chat_server.services.memory import CatchingUp, Looked, SecondHearing
from tests.core.core import ADA, ANNA, Core, words
from tests.recall.pointing import Pointing

if TYPE_CHECKING:
    from chat_server.domain.facts.fact import Fact
    from chat_server.services.identity import Session


async def look(core: Core, marker: Pointing) -> None:
    catching_up = CatchingUp(core.store, RuleEars(), core.clock)
    while await catching_up.listen_on():
        pass
    second = SecondHearing(core.store, RuleEars(), marker, core.clock)
    while await second.look_on() is Looked.AT_A_PART:
        pass


@dataclass
class Guest:
    """Somebody whom Anna answers."""

    core: Core
    session: Session
    conversation_id: str

    @property
    def id(self) -> str:
        return self.session.contact.id

    async def says(self, text: str) -> str:
        """The message's id."""
        sent = await self.core.say(self.session.caller, text, self.conversation_id)
        return sent.message_id

    async def known(self) -> dict[str, str]:
        return await self.core.facts(self.id)

    async def of_kind(self, key: str) -> list[Fact]:
        async with self.core.store.read() as tx:
            return await tx.facts.of_kind(self.id, key)


async def guest(core: Core) -> Guest:
    session = await core.visitor()
    conversation_id = await core.queued(session.caller)
    await core.assignments.accept(ANNA, conversation_id)
    return Guest(core, session, conversation_id)


async def test_it_adds_what_the_rules_did_not_hear(any_core: Core) -> None:
    core = any_core
    kim = await guest(core)
    text = "Kim here, one of those teal windcheaters would make my day"
    message_id = await kim.says(text)
    await look(core, Pointing([("teal windcheaters", "product_interest")]))
    (fact,) = await kim.of_kind("product_interest")
    assert (fact.value, fact.state) == ("teal windcheaters", FactState.CURRENT)
    assert (fact.source, fact.message_id) == (FactSource.VISITOR, message_id)
    assert text[fact.start : fact.end] == "teal windcheaters"
    assert fact.confidence == pytest.approx(0.85)


async def test_of_a_kind_that_the_rules_heard_it_is_not_believed(core: Core) -> None:
    kim = await guest(core)
    await kim.says("I live in Oslo, near Bergen street.")
    await look(core, Pointing([("Bergen", "home")]))
    assert await kim.known() == {"home": "Oslo"}


async def test_what_was_said_since_goes_before_it(core: Core) -> None:
    kim = await guest(core)
    marker = Pointing([("Odda", "home")])
    await kim.says("Odda it is, nothing but rain here")
    core.clock.forward(seconds=5)
    await kim.says("I live in Oslo.")
    await look(core, marker)
    assert await kim.known() == {"home": "Oslo"}
    older, _ = sorted(await kim.of_kind("home"), key=lambda fact: fact.observed_at)
    assert (older.value, older.reason) == ("Odda", FactReason.NEWER)


async def test_what_it_is_unsure_of_waits_to_be_confirmed(core: Core) -> None:
    kim = await guest(core)
    await kim.says("the windcheaters, hm")
    await look(core, Pointing([("windcheaters", "product_interest")], confidence=0.6))
    (fact,) = await kim.of_kind("product_interest")
    assert fact.state is FactState.UNCONFIRMED


async def test_what_the_rules_heard_may_be_doubted_and_then_waits(any_core: Core) -> None:
    core = any_core
    kim = await guest(core)
    marker = Pointing(doubted=["home", "size"])
    await kim.says("I live in Oslo. I wear size M.")
    core.clock.forward(seconds=5)
    await kim.says("I wear size M.")
    await look(core, marker)
    (home,) = await kim.of_kind("home")
    assert home.state is FactState.UNCONFIRMED
    assert home.confidence == pytest.approx(0.5)
    assert [one[0] for one in marker.asked[-2][2]] == ["home", "size"]
    assert await kim.known() == {"size": "M"}, "said twice it is not in doubt"


async def test_the_answer_to_a_question_is_not_doubted(core: Core) -> None:
    kim = await guest(core)
    epoch = (await core.conversation(kim.conversation_id)).owner.epoch
    await core.agents.send(ANNA, kim.conversation_id, epoch, "k", words("What is your name?"))
    core.clock.forward(seconds=5)
    await kim.says("Kim")
    await look(core, Pointing(doubted=["name"]))
    assert await kim.known() == {"name": "Kim"}


async def test_what_gave_way_to_a_doubted_one_holds_again(any_core: Core) -> None:
    core = any_core
    kim = await guest(core)
    await kim.says("I live in Oslo.")
    await look(core, Pointing())
    core.clock.forward(seconds=5)
    await kim.says("I live in Berlin.")
    await look(core, Pointing(doubted=["home"]))
    assert await kim.known() == {"home": "Oslo"}
    states = {fact.value: fact.state for fact in await kim.of_kind("home")}
    assert states == {"Oslo": FactState.CURRENT, "Berlin": FactState.UNCONFIRMED}


async def test_one_who_is_called_by_a_doubted_name_is_called_so_no_more(core: Core) -> None:
    kim = await guest(core)
    await kim.says("My name is Kim.")
    await look(core, Pointing())
    async with core.store.begin() as tx:
        await tx.hearing.mark_until(0)
    await look(core, Pointing(doubted=["name"]))
    assert await kim.known() == {}
    async with core.store.read() as tx:
        (contact,) = (await tx.contacts.many([kim.id])).values()
    assert contact.name is None


async def test_what_is_said_to_be_over_ends(any_core: Core) -> None:
    core = any_core
    kim = await guest(core)
    await kim.says("I am looking for a tent.")
    await look(core, Pointing())
    core.clock.forward(seconds=5)
    await kim.says("that tent, well, we went off the idea")
    await look(core, Pointing(over=[("tent", "product_interest")]))
    (fact,) = await kim.of_kind("product_interest")
    assert fact.state is FactState.ENDED


async def test_of_what_is_not_held_nothing_ends(core: Core) -> None:
    kim = await guest(core)
    await kim.says("I am looking for a tent.")
    core.clock.forward(seconds=5)
    await kim.says("that kayak, well, we went off the idea")
    await look(core, Pointing(over=[("kayak", "product_interest")]))
    assert await kim.known() == {"product_interest": "tent"}


async def test_words_that_are_no_value_of_their_kind_say_nothing(core: Core) -> None:
    kim = await guest(core)
    await kim.says("whatever fits, really")
    await look(core, Pointing([("whatever fits", "size"), ("really", "occasion_date")]))
    assert await kim.known() == {}


async def test_values_are_read_as_the_rules_read_them(core: Core) -> None:
    kim = await guest(core)
    await kim.says("make that an extra large, somewhere round 80 quid")
    await look(core, Pointing([("extra large", "size"), ("80 quid", "budget")]))
    assert await kim.known() == {"size": "XL", "budget": "80 GBP"}


async def test_looking_again_adds_nothing(any_core: Core) -> None:
    core = any_core
    kim = await guest(core)
    marker = Pointing([("windcheaters", "product_interest")])
    await kim.says("the windcheaters, hm")
    await look(core, marker)
    async with core.store.begin() as tx:
        await tx.hearing.mark_until(0)
    await look(core, marker)
    assert len(await kim.of_kind("product_interest")) == 1


async def test_what_was_forgotten_stays_forgotten(core: Core) -> None:
    kim = await guest(core)
    marker = Pointing([("windcheaters", "product_interest")])
    await kim.says("the windcheaters, hm")
    await look(core, marker)
    (fact,) = await kim.of_kind("product_interest")
    await core.memory.forget(kim.session.caller, fact.id)
    async with core.store.begin() as tx:
        await tx.hearing.mark_until(0)
    await look(core, marker)
    assert await kim.known() == {}


async def test_what_was_said_without_leave_is_not_kept_though_leave_came_later(core: Core) -> None:
    kim = await guest(core)
    await core.consents.set(kim.session.caller, Purpose.MEMORY, granted=False)
    core.clock.forward(seconds=5)
    await kim.says("the windcheaters, hm")
    core.clock.forward(seconds=5)
    await core.consents.set(kim.session.caller, Purpose.MEMORY, granted=True)
    await look(core, Pointing([("windcheaters", "product_interest")]))
    assert await kim.known() == {}


async def test_where_a_yes_is_awaited_nothing_is_kept_after_the_dialogue(core: Core) -> None:
    await core.inboxes.change(ADA, "inbox-hraun", {"consent": {"memory": "opt_in"}})
    kim = await guest(core)
    await kim.says("the windcheaters, hm")
    await core.assignments.resolve(ANNA, kim.conversation_id, solved=True)
    await look(core, Pointing([("windcheaters", "product_interest")]))
    assert await kim.known() == {}


async def test_while_the_model_is_away_it_comes_no_further(core: Core) -> None:
    kim = await guest(core)
    marker = Pointing([("windcheaters", "product_interest")])
    await kim.says("the windcheaters, hm")
    marker.away = True
    await look(core, marker)
    second = SecondHearing(core.store, RuleEars(), marker, core.clock)
    assert await second.look_on() is Looked.NOT_YET
    assert await kim.known() == {}
    marker.away = False
    await look(core, marker)
    assert await kim.known() == {"product_interest": "windcheaters"}


async def test_it_never_looks_at_what_the_rules_did_not_hear_yet(core: Core) -> None:
    kim = await guest(core)
    marker = Pointing()
    await look(core, marker)
    marker.asked.clear()
    await kim.says("the windcheaters, hm")
    second = SecondHearing(core.store, RuleEars(), marker, core.clock)
    assert await second.look_on() is Looked.NOT_YET
    assert marker.asked == []
