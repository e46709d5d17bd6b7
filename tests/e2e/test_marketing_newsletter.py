"""A newsletter is planned, tried dry, sent through a real mail server, and left by its own link."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.async_api import Page, expect

from tests.e2e.accessibility import barriers, wider_than_the_screen
from tests.e2e.people import Marketer
from tests.hub.fixtures import clients_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.conftest import NewPage
    from tests.hub.clients import Clients
    from tests.hub.running import LocalHub
    from tests.services.smtp_sink import SmtpSink

UNA = "una@mail.test"
EVERYBODY = {"field": "contact.known", "is": "is", "value": True}


async def test_a_newsletter_is_planned_sent_and_left(
    make_hub: Callable[..., LocalHub], new_page: NewPage, smtp_sink: SmtpSink
) -> None:
    hub = make_hub("sqlite", SMTP_URL=smtp_sink.url, MAIL_FROM="news@hub.test")
    async with clients_of(hub) as clients:
        await _customer(clients, "una", agrees=True)
        await _customer(clients, "bjarni", agrees=False)
        token = await clients.token("katrin")
        body = {"name": "Who is known", "rule": EVERYBODY}
        assert (await clients.call("POST", "segments", token, json=body)).status == 201
        made = await clients.call("POST", "campaigns", token, json={"name": "Autumn wool"})
        link = {
            "kind": "newsletter",
            "name": "Wool",
            "target_url": f"{hub.url}/healthz",
            "campaign_id": made.body["id"],
        }
        assert (await clients.call("POST", "elements", token, json=link)).status == 201
    # Our policy forbids scripts of others, and axe is one.
    page = await new_page(bypass_csp=True)
    account = {"email": hub.notes.emails["katrin"], "password": hub.notes.password}
    await Marketer(page, hub.url, account).sign_in("/marketing")
    await page.get_by_role("link", name="Campaigns", exact=True).click()
    await page.get_by_role("link", name="Autumn wool").click()
    main = page.get_by_role("main")
    await expect(main).to_contain_text("Choose whom the newsletter goes to.")
    await expect(main.get_by_role("button", name="Start", exact=True)).to_be_disabled()
    await main.get_by_label("Audience").select_option(label="Who is known")
    await main.get_by_label("Link in the newsletter").select_option(label="Wool")
    await main.get_by_label("Subject").fill("New wool")
    await main.get_by_label("Text", exact=True).fill("Dear {name},\n\nit is here: {link}")
    await main.get_by_label("Quiet from").fill("")
    await main.get_by_label("until", exact=True).fill("")
    await main.get_by_role("button", name="Save plan").click()
    await expect(main).to_contain_text("Saved.")
    await main.get_by_role("button", name="Who would get it?").click()
    await expect(main).to_contain_text("1 of 2 would get it now.")
    await expect(main).to_contain_text("No consent to marketing")
    found = [await barriers(page), await wider_than_the_screen(page)]
    await page.set_viewport_size({"width": 360, "height": 780})
    found += [await barriers(page), await wider_than_the_screen(page)]
    assert found == [[], False, [], False]
    await main.get_by_role("button", name="Start", exact=True).click()
    await page.get_by_role("dialog").get_by_role("button", name="Start").click()
    await expect(main).to_contain_text("1 of 1 sent", timeout=20_000)
    await expect(main).to_contain_text("Done")
    mail = await smtp_sink.mail(UNA)
    assert "Dear una" in mail.body("plain")
    way_out = re.search(rf"{re.escape(hub.url)}/u/\S+", mail.body("plain"))
    assert way_out is not None
    await page.goto(way_out[0])
    assert await barriers(page) == []
    await page.get_by_role("button", name="Unsubscribe").click()
    await expect(page.get_by_role("status")).to_contain_text("will write to you no more")
    await page.goto(f"{hub.url}/marketing/campaigns/{made.body['id']}/newsletter")
    await expect(main).to_contain_text("1 unsubscribed")
    assert [mail.to for mail in smtp_sink.mails()] == [UNA]
    await _it_goes_to_the_archive(page)


async def _it_goes_to_the_archive(page: Page) -> None:
    """What has run is found there, under its new name."""
    main = page.get_by_role("main")
    await main.get_by_label("Name", exact=True).fill("Wool of the year")
    await main.get_by_role("button", name="Save name").click()
    await expect(page.get_by_role("heading", name="Wool of the year", level=1)).to_be_visible()
    await main.get_by_role("button", name="Delete", exact=True).click()
    await page.get_by_role("dialog").get_by_role("button", name="Delete it").click()
    await expect(main.get_by_role("button", name="Take out of the archive")).to_be_visible()
    assert [await barriers(page), await wider_than_the_screen(page)] == [[], False]
    await main.get_by_role("link", name="All campaigns").click()
    await main.get_by_label("Show the archive too (1)").check()
    await expect(main.get_by_role("link", name="Wool of the year")).to_be_visible()


async def _customer(clients: Clients, name: str, *, agrees: bool) -> None:
    identity = clients.identity(name, name=name, email=f"{name}@mail.test")
    body = {"inbox": clients.hub.notes.inbox, "identity": identity}
    session = await clients.call("POST", "visitor/session", json=body)
    assert session.status == 200, session
    if agrees:
        yes = {"purpose": "marketing", "granted": True}
        answer = await clients.call("POST", "visitor/consent", session.body["token"], json=yes)
        assert answer.status == 200, answer
