"""A marketer says when a greeting comes up; a stranger takes it, and a known contact gets their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.async_api import expect

from tests.e2e.accessibility import barriers, wider_than_the_screen
from tests.e2e.people import Marketer, Visitor
from tests.hub.fixtures import clients_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.conftest import NewPage
    from tests.hub.running import LocalHub

FOR_ALL, FOR_UNA = "Unsure about the size? Ask me.", "Your size M is back in stock."


async def test_a_greeting_comes_up_for_whom_it_is_and_begins_the_chat(
    make_hub: Callable[..., LocalHub], new_page: NewPage
) -> None:
    hub = make_hub("sqlite")
    # Our policy forbids scripts of others, and axe is one.
    page = await new_page(bypass_csp=True)
    account = {"email": hub.notes.emails["katrin"], "password": hub.notes.password}
    async with clients_of(hub) as clients:
        token = await clients.token("katrin")
        for code in ("sizes", "again"):
            link = {"kind": "greeting", "name": code, "target_url": "/shop", "code": code}
            assert (await clients.call("POST", "elements", token, json=link)).status == 201
        await Marketer(page, hub.url, account).sign_in("/marketing")
        await page.goto(f"{hub.url}/marketing/campaigns/sizes")
        main = page.get_by_role("main")
        await main.get_by_label("What it says").fill(FOR_ALL)
        await main.get_by_label("Replies under it").fill("Yes, please")
        await main.get_by_label("On pages whose address has").fill("/shop")
        await main.get_by_label("After so many seconds").fill("0")
        await main.get_by_role("button", name="Save").first.click()
        await expect(main).to_contain_text("Saved. Pages know it within a minute.")
        found = [await barriers(page), await wider_than_the_screen(page)]

        shop = await new_page(bypass_csp=True)
        visitor = Visitor(shop, hub.url)
        await shop.goto(f"{hub.url}/shop")
        bubble = shop.locator("samtal-greeting").get_by_role("button", name=FOR_ALL)
        await bubble.wait_for()
        found += [await barriers(shop), await wider_than_the_screen(shop)]
        assert found == [[], False, [], False]
        await bubble.click()
        await visitor.sees(FOR_ALL)
        await visitor.chat.get_by_role("button", name="Yes, please").wait_for()

        # Somebody we know, whose chat is connected already.
        own = await shop.evaluate(
            "localStorage.getItem(Object.keys(localStorage).find(k => k.endsWith(':token')))"
        )
        contact = (await clients.call("GET", "visitor/export", own)).body["contact"]["id"]
        for purpose in ("memory", "marketing"):
            yes = {"purpose": purpose, "granted": True}
            assert (await clients.call("POST", "visitor/consent", own, json=yes)).status == 200
        size = {"key": "size", "value": "M"}
        agent = await clients.token("anna")
        told = await clients.call("POST", f"contacts/{contact}/facts", agent, json=size)
        assert told.status < 300, told
        rule = {"text": FOR_UNA, "fact": {"key": "size", "value": "m"}}
        saved = await clients.call("PUT", "elements/again/greeting", token, json=rule)
        assert saved.status == 200, saved
    await visitor.chat.get_by_role("button", name="Close").click()
    back = await new_page(shop.context)
    await back.goto(f"{hub.url}/shop")
    await back.locator("samtal-greeting").get_by_role("button", name=FOR_UNA).click()
    again = Visitor(back, hub.url)
    await again.sees(FOR_UNA)
    await again.say("Yes")
    await page.goto(f"{hub.url}/marketing/campaigns/again")
    await expect(page.get_by_role("main")).to_contain_text("one person talked")
