"""From the visitor's first word to the marketer's page, on real parts."""

from __future__ import annotations

import re

from playwright.async_api import expect

from tests.e2e.conftest import NewPage
from tests.e2e.people import REPLY_WITHIN, Agent, Marketer, Visitor
from tests.system.samtal import Samtal


async def test_a_dialogue_goes_from_bot_to_human_to_the_marketer(
    visitor: Visitor, agent: Agent, marketer: Marketer
) -> None:
    await visitor.arrive("/product/HEKLA-JKT")
    await visitor.told("Bot")

    await visitor.say("Hi, where is my order 10432?")
    await visitor.sees(re.compile("e-?mail", re.IGNORECASE))
    # Changes the subject in the middle of the form, and comes back.
    await visitor.say("How much is shipping?")
    await visitor.sees(re.compile("€|EUR|free", re.IGNORECASE))
    await visitor.say("emma.wilson@example.com")
    await visitor.sees(re.compile("on its way|shipped|Pósturinn", re.IGNORECASE))

    await visitor.say("I want to talk to a human about order ruby-otter")
    await visitor.hears_of_a_person()
    await agent.accept("ruby-otter")
    await expect(agent.panel).to_contain_text("10432")
    await expect(agent.messages).to_contain_text("emma.wilson@example.com")
    await agent.note("Internal word: velvet-heron")
    await agent.reply("Hello, this is Anna. I see your jacket ships today.")
    await visitor.sees("I see your jacket ships today")
    await visitor.told("Anna")

    # A question the bot knows well: it stays silent while a person answers.
    await visitor.say("How much is shipping?")
    await expect(agent.messages.get_by_text("How much is shipping?")).to_have_count(2)
    await agent.reply("Shipping is on us this time.")
    await visitor.sees("Shipping is on us this time")
    said = await visitor.log.inner_text()
    assert (
        re.search("free above|free over|6.90", said.partition("ships today")[2], re.IGNORECASE)
        is None
    )
    assert "velvet-heron" not in said

    await agent.resolve(solved=True)
    await visitor.told("ended")
    await visitor.rate("Very good")

    found = await marketer.find("ruby-otter")
    await found.get_by_role("link").filter(has_text="ruby-otter").first.click()
    page = marketer.page.get_by_role("main")
    await expect(page).to_contain_text("I see your jacket ships today")
    await expect(page).not_to_contain_text("velvet-heron")
    await expect(page).to_contain_text(re.compile("visitor asked", re.IGNORECASE))
    await expect(page).to_contain_text(re.compile("5 of 5|5"))


async def test_the_dialogue_goes_on_after_a_reload_and_in_a_second_tab(
    visitor: Visitor, new_page: NewPage, samtal: Samtal
) -> None:
    await visitor.arrive()
    await visitor.say("What payment methods do you take? amber-finch")
    await visitor.sees(re.compile("card|PayPal|Visa", re.IGNORECASE))

    await visitor.come_back()
    await visitor.sees("amber-finch")

    second = Visitor(await new_page(visitor.page.context), samtal.url)
    await second.come_back("/about")
    await second.sees("amber-finch")
    await second.say("And how long do returns take?")
    await visitor.sees("And how long do returns take?")


async def test_two_agents_cannot_answer_the_same_chat(
    visitor: Visitor,
    agent: Agent,
    new_page: NewPage,
    samtal: Samtal,
    accounts: dict[str, list[dict[str, str]]],
) -> None:
    second = Agent(await new_page(), samtal.url, accounts["agent"][1])
    await second.begin()
    await visitor.arrive()
    await visitor.say("copper-lynx: a person please")
    await visitor.hears_of_a_person()
    await agent.accept("copper-lynx")

    conversation = agent.page.url.rpartition("/")[2]
    await second.page.goto(f"{samtal.url}/console/c/{conversation}")
    await expect(second.page.get_by_role("main")).to_contain_text(
        re.compile("Anna.*is answering", re.DOTALL)
    )
    await agent.page.get_by_role("button", name="To the bot").click()
    dialog = agent.page.get_by_role("dialog")
    await dialog.get_by_label("What should the bot").fill("Customer knows the price.")
    await dialog.get_by_role("button", name="Add a fact").click()
    await dialog.get_by_label("What", exact=True).last.select_option("Size")
    await dialog.get_by_label("Size", exact=True).fill("M")
    await dialog.get_by_role("button", name="Give back to the bot").click()
    await visitor.sees("is answering again")
    await visitor.say("What payment methods do you take?")
    await visitor.sees(re.compile("card|PayPal|Visa", re.IGNORECASE))


async def test_a_response_element_stands_in_the_dialogues_event(
    visitor: Visitor, marketer: Marketer
) -> None:
    await visitor.arrive("/r/spring-flyer")
    assert "/shop/jackets" in visitor.page.url
    await visitor.say("silver-wren: do you have gift wrapping?")
    await expect(visitor.log).to_contain_text("Sóley", timeout=REPLY_WITHIN)

    found = await marketer.find("silver-wren")
    await found.get_by_role("link").filter(has_text="silver-wren").first.click()
    await expect(marketer.page.get_by_role("main")).to_contain_text("Flyer in mountain huts")
