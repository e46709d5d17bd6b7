"""Files that are pasted, dropped, fail, are tried again and taken back, in the widget and at the desk."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from playwright.async_api import Locator, Page, Route, expect

from tests.e2e.conftest import NewPage
from tests.e2e.people import Agent, Visitor
from tests.services.test_files import picture
from tests.system.samtal import Samtal

SCREENSHOTS = Path(__file__).parent / "screenshots"
ENGLISH, ARABIC = (
    "plain notes.txt",
    "\u0635\u0648\u0631\u0629 \u0627\u0644\u0645\u0639\u0637\u0641.png",
)
# As a screenshot tool leaves it, or with words: as a word processor does.
COPY = """async words => {
  const canvas = Object.assign(document.createElement("canvas"), { width: 60, height: 40 });
  canvas.getContext("2d").fillRect(0, 0, 60, 40);
  const image = await new Promise(done => canvas.toBlob(done));
  const as = type => new Blob([words], { type });
  const beside = words ? { "text/plain": as("text/plain"), "text/html": as("text/html") } : {};
  await navigator.clipboard.write([new ClipboardItem({ "image/png": image, ...beside })]);
}"""
# How far names are from where their lines begin.
STRAY = """names => names.map(name => {
  const [own, line] = [name, name.parentElement].map(one => one.getBoundingClientRect());
  const rightToLeft = getComputedStyle(name.parentElement).direction === "rtl";
  return Math.round(rightToLeft ? line.right - own.right : own.left - line.left);
})"""


async def _paste(page: Page, box: Locator, words: str = "") -> None:
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await page.evaluate(COPY, words)
    await box.focus()
    await page.keyboard.press("Control+V")


async def _drag(page: Page, over: Locator, paths: list[Path], *, drop: bool) -> None:
    """As the desktop does it, not as a script would."""
    place = await over.bounding_box()
    assert place is not None
    desktop = await page.context.new_cdp_session(page)
    data = {"items": [], "files": [str(one) for one in paths], "dragOperationsMask": 1}
    for kind in ("dragEnter", "dragOver", *(["drop"] if drop else [])):
        await desktop.send(
            "Input.dispatchDragEvent",
            {"type": kind, "x": place["x"] + 60, "y": place["y"] + 60, "data": data},
        )
    await desktop.detach()


def _files(folder: Path) -> list[Path]:
    (folder / ENGLISH).write_text("words enough")
    (folder / ARABIC).write_bytes(picture(60, 40))
    (folder / "holiday").mkdir()
    return [folder / ENGLISH, folder / ARABIC, folder / "holiday"]


async def test_a_visitor_pastes_drops_tries_again_and_takes_back(
    new_page: NewPage, samtal: Samtal, tmp_path: Path
) -> None:
    page, files = await new_page(), _files(tmp_path)
    visitor = Visitor(page, samtal.url)
    await visitor.arrive()
    await expect(visitor.chat.get_by_role("button", name="Attach a file")).to_be_visible()
    tray = visitor.chat.get_by_role("list", name="Files to send")
    row = tray.get_by_role("listitem")

    # Words stay words, a picture alone is a file, and a folder is told to be none.
    await _paste(page, visitor.box, "Words of a document")
    await expect(visitor.box).to_have_value("Words of a document")
    await visitor.box.fill("")
    await _paste(page, visitor.box)
    await expect(row).to_have_count(1)
    await _drag(page, visitor.log, files, drop=False)
    await expect(visitor.chat).to_have_attribute("data-dropping", "")
    await _drag(page, visitor.log, files, drop=True)
    await expect(visitor.chat).not_to_have_attribute("data-dropping", "")
    await expect(row).to_contain_text(["image.png", ENGLISH, ARABIC, "We cannot take this kind"])
    assert await tray.locator("bdi").evaluate_all(STRAY) == [0] * 4
    host = page.locator("samtal-chat")
    await host.evaluate("host => { host.dir = 'rtl'; }")
    assert await tray.locator("bdi").evaluate_all(STRAY) == [0] * 4
    SCREENSHOTS.mkdir(exist_ok=True)
    await page.screenshot(path=SCREENSHOTS / "files-given-rtl.png")
    await host.evaluate("host => { host.dir = 'ltr'; }")

    # Nothing is lost with the network, nor with the chat being closed meanwhile.
    await page.route("**/visitor/files*", lambda route: route.abort())
    await visitor.box.press("Enter")
    await expect(row).to_contain_text(["No connection."] * 3 + ["We cannot take"])
    await visitor.box.press("Escape")
    await visitor.open_chat()
    await expect(row).to_have_count(4)
    await page.unroute("**/visitor/files*")
    await row.nth(0).get_by_role("button", name="Try again").press("Enter")
    await expect(visitor.log.get_by_role("img", name="image.png")).to_be_visible()
    await expect(row).to_contain_text([ENGLISH, ARABIC, "We cannot take"])

    # Taken back on its way, it never arrives; the one behind it does.
    taken_back = asyncio.Event()

    async def under_way(route: Route) -> None:
        await taken_back.wait()
        await route.abort()

    await page.route("**/visitor/files*", under_way, times=1)
    await row.nth(0).get_by_role("button", name="Try again").press("Enter")
    await expect(tray.get_by_role("progressbar", name=f"Sending {ENGLISH}")).to_be_visible()
    await row.nth(1).get_by_role("button", name="Try again").press("Enter")
    await expect(row.nth(1)).to_contain_text("Waiting")
    await tray.get_by_role("button", name=f"Remove {ENGLISH}").press("Enter")
    taken_back.set()
    await expect(visitor.log.get_by_role("img", name=ARABIC)).to_be_visible()
    await expect(row).to_have_count(1)
    await expect(visitor.log).not_to_contain_text(ENGLISH)
    await expect(visitor.log.get_by_role("img")).to_have_count(2)


async def test_an_agent_drops_on_the_dialogue_and_beside_it(
    new_page: NewPage, samtal: Samtal, accounts: dict[str, list[dict[str, Any]]], tmp_path: Path
) -> None:
    files, visitor = _files(tmp_path), Visitor(await new_page(), samtal.url)
    await visitor.arrive()
    await visitor.chat.get_by_role("button", name="Talk to a person").click()
    await visitor.say("Where is the label for zzdrop?")
    desk = await new_page()
    agent = Agent(desk, samtal.url, accounts["agent"][0])
    await agent.begin()
    await agent.accept("zzdrop")
    tray = desk.get_by_role("list", name="Files to send")
    row = tray.get_by_role("listitem")

    await _paste(desk, agent.box, "Words of a document")
    await expect(agent.box).to_have_value("Words of a document")
    await agent.box.fill("")
    await _drag(desk, agent.messages, files, drop=False)
    await expect(desk.get_by_role("main")).to_have_attribute("data-dropping", "")
    await _drag(desk, agent.messages, files, drop=True)
    await expect(row).to_contain_text([ENGLISH, ARABIC, "Files of this kind are not sent."])
    # Beside the dialogue it is not taken, and the console does not go away for it.
    await _drag(desk, agent.panel, files, drop=True)
    await _paste(desk, agent.box)
    await expect(row).to_contain_text([ENGLISH, ARABIC, "holiday", "image.png"])
    assert await tray.locator("bdi").evaluate_all(STRAY) == [0] * 4
    await desk.evaluate("document.documentElement.dir = 'rtl'")
    assert await tray.locator("bdi").evaluate_all(STRAY) == [0] * 4
    SCREENSHOTS.mkdir(exist_ok=True)
    await desk.screenshot(path=SCREENSHOTS / "files-given-console-rtl.png")
    await desk.evaluate("document.documentElement.dir = 'ltr'")

    await tray.get_by_role("button", name="Remove image.png").press("Enter")
    await expect(agent.box).to_be_focused()
    await desk.route("**/files?*", lambda route: route.abort())
    await agent.box.press("Enter")
    await expect(row).to_contain_text(["The hub cannot be reached."] * 2 + ["holiday"])
    await desk.unroute("**/files?*")
    await row.nth(1).get_by_role("button", name="Try again").press("Enter")
    await expect(agent.messages.get_by_role("img", name=ARABIC)).to_be_visible()
    await expect(visitor.log.get_by_role("img", name=ARABIC)).to_be_visible()
    await expect(row).to_contain_text([ENGLISH, "holiday"])
