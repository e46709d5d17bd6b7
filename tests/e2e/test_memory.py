"""What a customer said before shapes what they are told today."""

from __future__ import annotations

import re

from playwright.async_api import expect

from tests.e2e.conftest import NewPage
from tests.e2e.people import Agent, Visitor
from tests.system.samtal import Samtal


async def test_the_second_visit_shows_that_we_remember(
    visitor: Visitor, agent: Agent, new_page: NewPage, samtal: Samtal
) -> None:
    await visitor.arrive()
    await visitor.say("My name is Emma")
    await visitor.sees("Emma")
    await visitor.say("My order 10432 arrived damaged")
    await visitor.sees(re.compile("sorry", re.IGNORECASE))
    await visitor.say("let me talk to a human, jade-swift")
    await visitor.hears_of_a_person()
    await agent.accept("jade-swift")
    await expect(agent.panel).to_contain_text("Emma")
    await expect(agent.panel).to_contain_text("10432")
    await agent.resolve(solved=False)
    await visitor.told("ended")

    # The same browser, another day: a new tab without anything on screen.
    later = Visitor(await new_page(visitor.page.context), samtal.url)
    await later.come_back("/")
    await later.sees("Welcome back, Emma")
    await later.sees("a damaged item")
    await later.pick("Not yet")
    await later.sees("the damaged item is still open")
    await later.say("Where is my order?")
    # The number is known: it is confirmed, not asked for.
    await later.sees(re.compile("order 10432", re.IGNORECASE))

    await later.chat.get_by_role("button", name="What we remember about you").click()
    await expect(later.chat).to_contain_text("10432")
    await expect(later.chat).to_contain_text("Emma")


async def test_a_customer_the_shop_signed_in_is_known_by_name(visitor: Visitor) -> None:
    await visitor.page.goto(visitor.shop + "/account")
    await visitor.page.get_by_role("button", name=re.compile("Emma Wilson")).click()
    await expect(visitor.page.get_by_role("main")).to_contain_text("Emma")
    await visitor.open_chat()
    await visitor.sees("Emma")
    await visitor.say("Where is my order 10432?")
    # The shop vouches for the e-mail, so nobody asks for it.
    await visitor.sees(re.compile("on its way|shipped|Pósturinn", re.IGNORECASE))


async def test_forgetting_everything_leaves_a_stranger(visitor: Visitor) -> None:
    await visitor.arrive()
    await visitor.say("My name is Wilhelmina")
    await visitor.sees("Wilhelmina")
    await visitor.chat.get_by_role("button", name="What we remember about you").click()
    await expect(visitor.chat).to_contain_text("Wilhelmina")
    await visitor.chat.get_by_role("button", name="Forget everything about me").click()
    await visitor.chat.get_by_role("button", name="Yes, forget everything").click()
    await expect(visitor.chat).not_to_contain_text("Wilhelmina")
    await visitor.come_back()
    await expect(visitor.box).to_be_enabled()
    await expect(visitor.chat).not_to_contain_text("Wilhelmina")
