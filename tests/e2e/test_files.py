"""A visitor sends a picture, an agent looks at it and sends a file back."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from playwright.async_api import expect

from tests.e2e.accessibility import barriers, wider_than_the_screen
from tests.e2e.conftest import NewPage
from tests.e2e.people import REPLY_WITHIN, Agent, Visitor
from tests.services.test_files import picture
from tests.system.samtal import Samtal

SCREENSHOTS = Path(__file__).parent / "screenshots"
SHOWN = "img => img.complete && img.naturalWidth === 60"


async def test_a_picture_and_a_file_go_both_ways(  # noqa: PLR0915 - one dialogue, told in order
    new_page: NewPage, samtal: Samtal, accounts: dict[str, list[dict[str, Any]]], tmp_path: Path
) -> None:
    torn, page_of_another = tmp_path / "torn zip.png", tmp_path / "photo.png"
    torn.write_bytes(picture(60, 40))
    page_of_another.write_text("<html><script>alert(1)</script></html>")
    # Our policy forbids scripts of others, and axe is one.
    phone = await new_page(bypass_csp=True, viewport={"width": 360, "height": 780})
    visitor = Visitor(phone, samtal.url)
    await visitor.arrive()
    chooser = visitor.chat.locator("input[type=file]")
    tray = visitor.chat.get_by_role("list", name="Files to send")
    await expect(visitor.chat.get_by_role("button", name="Attach a file")).to_be_visible()

    # Taken back, refused, sent.
    await chooser.set_input_files([torn, page_of_another])
    await expect(tray.get_by_role("listitem")).to_have_count(2)
    SCREENSHOTS.mkdir(exist_ok=True)
    await phone.screenshot(path=SCREENSHOTS / "files-tray.png")
    found = [await barriers(phone), await wider_than_the_screen(phone)]
    await visitor.box.press("Enter")
    await expect(tray).to_contain_text("We cannot take this kind of file.", timeout=REPLY_WITHIN)
    await tray.get_by_role("button", name="Remove photo.png").click()
    await expect(tray).to_be_hidden()
    image = visitor.log.get_by_role("img", name="torn zip.png")
    await expect(image).to_be_visible()
    await phone.wait_for_function(
        "log => [...log.querySelectorAll('img')].some(" + SHOWN + ")",
        arg=await visitor.log.element_handle(),
    )
    await visitor.sees("I cannot look into pictures and files myself")
    await phone.screenshot(path=SCREENSHOTS / "files-sent.png")
    found += [await barriers(phone), await wider_than_the_screen(phone)]
    await visitor.pick("Let a person look")
    await visitor.hears_of_a_person()

    desk = await new_page(bypass_csp=True)
    agent = Agent(desk, samtal.url, accounts["agent"][0])
    await agent.begin()
    await agent.accept("I cannot look into pictures and files myself")
    small = agent.messages.get_by_role("button", name="Enlarge torn zip.png")
    await expect(small).to_be_visible()
    await desk.screenshot(path=SCREENSHOTS / "files-console.png")
    found += [await barriers(desk), await wider_than_the_screen(desk)]
    await small.press("Enter")
    large = desk.get_by_role("dialog", name="torn zip.png")
    await expect(large.get_by_role("img")).to_be_visible()
    await desk.screenshot(path=SCREENSHOTS / "files-enlarged.png")
    await desk.keyboard.press("Escape")
    await expect(large).to_have_count(0)
    await desk.locator("input[type=file]").set_input_files(
        {"name": "label.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 a label"}
    )
    await expect(desk.get_by_role("list", name="Files to send")).to_contain_text("label.pdf")
    await agent.box.fill("Print this, please")
    await agent.box.press("Enter")
    await expect(agent.messages).to_contain_text("label.pdf")

    opens = visitor.log.get_by_role("button", name="Open label.pdf")
    await expect(opens).to_be_visible()
    async with phone.expect_download() as saved:
        await opens.click()
    assert (await saved.value).suggested_filename == "label.pdf"
    assert re.search(r"Print this.*label\.pdf", await visitor.log.inner_text(), re.DOTALL)
    await phone.screenshot(path=SCREENSHOTS / "files-both.png")
    assert found == [[], False] * 3
