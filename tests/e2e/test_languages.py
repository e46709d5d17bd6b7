"""The widget in other languages than English, on pages that are written in them."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from playwright.async_api import Page, Route, expect

from tests.e2e.accessibility import barriers, wider_than_the_screen
from tests.e2e.conftest import NewPage
from tests.e2e.people import REPLY_WITHIN
from tests.system.samtal import Samtal


async def _page_in(tag: str, new_page: NewPage, shop: str) -> Page:
    """The shop as if it were written in that language, in a browser that asks for English."""
    page = await new_page(viewport={"width": 360, "height": 740}, bypass_csp=True)

    async def translated(route: Route) -> None:
        response = await route.fetch()
        body = (await response.text()).replace('lang="en"', f'lang="{tag}"')
        await route.fulfill(response=response, body=body)

    await page.route(f"{shop}/about", translated)
    await page.goto(f"{shop}/about")
    return page


@dataclass(frozen=True)
class Seen:
    """What somebody finds who reads one language; `hello` is their own word."""

    tag: str
    direction: str
    launcher: str
    write: str
    hello: str
    person: str
    remembered: str
    switch: str


ARABIC = Seen(
    "ar", "rtl", "الدردشة", "اكتبوا رسالة…", "مرحبا", "التحدث إلى شخص",
    "ما نتذكره عنكم", "تذكّر ما أقوله للمرة القادمة",
)  # fmt: skip
THAI = Seen(
    "th", "ltr", "แชท", "พิมพ์ข้อความ…", "สวัสดีค่ะ", "คุยกับเจ้าหน้าที่",
    "สิ่งที่เราจำเกี่ยวกับคุณ", "จำสิ่งที่ฉันบอกไว้ใช้ครั้งต่อไป",
)  # fmt: skip


@pytest.mark.parametrize("seen", [ARABIC, THAI], ids=["arabic", "thai"])
async def test_the_whole_chat_speaks_the_language_of_the_page(
    new_page: NewPage, samtal: Samtal, seen: Seen
) -> None:
    page = await _page_in(seen.tag, new_page, samtal.url)
    chat = page.locator("samtal-chat")
    await chat.get_by_role("button", name=seen.launcher).click()
    box = chat.get_by_role("textbox", name=seen.write)
    await box.fill(seen.hello)
    await box.press("Enter")
    await expect(chat.get_by_role("log")).to_contain_text(seen.hello, timeout=REPLY_WITHIN)
    await chat.get_by_role("button", name=seen.person).click()
    await expect(chat.get_by_role("button", name=seen.person)).to_have_count(0)
    # Names, times and what others wrote may be Latin; of the widget's own words none is English.
    told = " ".join(await chat.locator(".activity, .header, .waiting, .foot").all_inner_texts())
    assert re.findall(r"\b(?:You|We|Person|Bot|Waiting|Today|Sent|Leave|Write)\b", told) == []

    await chat.get_by_role("button", name=seen.remembered).click()
    await expect(chat.get_by_role("switch", name=seen.switch)).to_be_visible()
    assert await barriers(page) == []
    assert not await wider_than_the_screen(page)
    direction = await chat.evaluate("host => getComputedStyle(host).direction")
    assert direction == seen.direction
