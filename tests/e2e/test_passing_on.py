"""What an agent reads before typing, and a chat on its way through a team and a supervisor's hands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from playwright.async_api import expect

from tests.e2e.accessibility import barriers
from tests.e2e.people import Agent, Staff, Visitor

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.conftest import NewPage
    from tests.hub.running import LocalHub


def _account(hub: LocalHub, who: str) -> dict[str, Any]:
    return {"email": hub.notes.emails[who], "password": hub.notes.password}


async def _make_team(admin: Staff, name: str, member: str) -> None:
    page = admin.page
    await admin.sign_in("/console/settings")
    await page.get_by_role("button", name="New team").click()
    form = page.get_by_role("form", name="New team")
    await form.get_by_label("Name").fill(name)
    await form.get_by_label("Languages").fill("English")
    await form.get_by_role("checkbox", name=member).check()
    await form.get_by_role("button", name="Save").click()
    # What was written stays, with what is wrong beside it.
    await expect(form).to_contain_text("Write languages as codes")
    await expect(form.get_by_label("Name")).to_have_value(name)
    await form.get_by_label("Languages").fill("en, is")
    await form.get_by_role("button", name="Save").click()
    await expect(page.get_by_role("list").filter(has_text=name)).to_contain_text("1 member")
    assert await barriers(page) == []


async def test_an_administrator_sets_the_rules_of_an_inbox(
    make_hub: Callable[..., LocalHub], new_page: NewPage
) -> None:
    hub = make_hub()
    admin = Staff(await new_page(bypass_csp=True), hub.url, _account(hub, "einar"))
    await _make_team(admin, "Returns", "Björn")
    page = admin.page
    await page.get_by_role("link", name="Inbox").click()
    rules = page.get_by_role("group", name="Rules")
    await expect(rules).to_contain_text("No rules yet")
    await rules.get_by_role("button", name="Add rule").click()
    await rules.get_by_label("is", exact=True).fill("vip")
    await rules.get_by_label("Head start").fill("300")
    await rules.get_by_role("button", name="Add rule").click()
    await rules.get_by_label("When").select_option("Reason")
    await rules.get_by_label("is", exact=True).select_option("complaint")
    await rules.get_by_label("Send to team").select_option("Returns")
    await rules.get_by_label("Needs skills").fill("***")
    await page.get_by_role("button", name="Save").click()
    await expect(rules).to_contain_text("A skill is a word")
    assert await barriers(page) == []
    await rules.get_by_label("Needs skills").fill("calm")
    await rules.get_by_role("button", name="Move up: Reason").click()
    await page.get_by_role("button", name="Save").click()
    await expect(page.get_by_role("status").filter(has_text="Saved")).to_be_visible()
    await page.reload()
    await expect(rules.get_by_role("listitem").first).to_contain_text("to Returns · needs calm")
    await expect(rules.get_by_role("listitem").last).to_contain_text("5 min ahead in line")
    await page.get_by_role("link", name="Teams").click()
    await page.get_by_text("1 member").click()
    await expect(page.get_by_role("form", name="Returns")).to_contain_text("Reason is complaint")


async def test_a_chat_with_its_card_goes_to_a_team_and_to_the_supervisor(
    make_hub: Callable[..., LocalHub], new_page: NewPage
) -> None:
    hub = make_hub()
    supervisor = Agent(await new_page(bypass_csp=True), hub.url, _account(hub, "einar"))
    await _make_team(supervisor, "Returns", "Björn")

    visitor = Visitor(await new_page(), hub.url)
    await visitor.arrive("/product/HEKLA-JKT")
    await visitor.say("My jacket is late, a human please. green-puffin")

    anna = Agent(await new_page(bypass_csp=True), hub.url, _account(hub, "anna"))
    await anna.begin()
    await anna.accept("green-puffin")
    card = anna.page.get_by_role("region", name="Why a person is wanted")
    await expect(card).to_contain_text("Asked for a person")
    await expect(card.get_by_role("link")).to_have_attribute("href", re.compile("HEKLA-JKT"))
    await card.get_by_text("What the bot tried").click()
    await expect(card).to_contain_text("understood as echo")
    assert await barriers(anna.page) == []

    await anna.page.keyboard.press("t")
    await anna.page.get_by_label("Note for who comes next").fill("Wants the same in blue.")
    await anna.page.get_by_role("button", name=re.compile("Returns")).click()
    await expect(anna.page.get_by_role("status").filter(has_text="Passed on")).to_be_visible()

    bjorn = Agent(await new_page(), hub.url, _account(hub, "bjorn"))
    await bjorn.begin()
    await bjorn.page.get_by_role("link", name=re.compile("^Waiting")).click()
    await expect(bjorn.page.get_by_role("list", name="Waiting")).to_contain_text("for Returns")
    await bjorn.accept("Wants the same in blue.")
    await bjorn.reply("Hello, this is Björn.")
    await visitor.sees("Hello, this is Björn.")

    await supervisor.page.goto(bjorn.page.url)
    await supervisor.page.get_by_role("button", name="Take over").click()
    await expect(supervisor.box).to_be_editable()
    await expect(bjorn.box).not_to_be_editable()
