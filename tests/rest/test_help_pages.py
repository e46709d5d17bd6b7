"""The shop's help pages: for everybody, in every language, and words only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import aiohttp
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.hub.running import LocalHub


async def _get(hub: LocalHub, path: str, **headers: str) -> tuple[int, str, dict[str, str]]:
    async with (
        aiohttp.ClientSession() as session,
        session.get(hub.url + path, headers=headers, allow_redirects=False) as answer,
    ):
        return answer.status, await answer.text(), dict(answer.headers)


async def test_an_article_has_an_anchor_for_every_passage(sqlite_hub: LocalHub) -> None:
    status, html, headers = await _get(sqlite_hub, "/help/en/returns")
    assert status == 200
    assert '<html lang="en" dir="ltr">' in html
    assert '<section id="refund"' in html
    assert 'href="/help/en/returns#refund"' in html
    assert 'href="/help/th/returns"' in html
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "<script" not in html


async def test_help_begins_in_the_readers_language(sqlite_hub: LocalHub) -> None:
    status, _, headers = await _get(sqlite_hub, "/help", **{"Accept-Language": "ru-RU,ru;q=0.9"})
    assert (status, headers["Location"]) == (302, "/help/ru")
    _, _, headers = await _get(sqlite_hub, "/help", **{"Accept-Language": "fr"})
    assert headers["Location"] == "/help/en"


async def test_the_list_searches(sqlite_hub: LocalHub) -> None:
    _, everything, _ = await _get(sqlite_hub, "/help/zh-TW")
    assert everything.count("<li><a") >= 10
    _, found, _ = await _get(sqlite_hub, "/help/zh-TW?q=停車")
    assert 'href="/help/zh-TW/visit#parking"' in found
    _, nothing, _ = await _get(sqlite_hub, "/help/en?q=xylophone")
    assert "Nothing found" in nothing
    assert "xylophone" in nothing
    _, found, _ = await _get(sqlite_hub, "/help/en?q=lopapeysa")
    assert "may go in the\u2026</p>" in found


@pytest.mark.parametrize(
    "path", ["/help/xx", "/help/en/nothing", "/help/en/..%2F..%2FREADME", "/help/..%2Fdocs/help"]
)
async def test_what_is_not_there_is_said_so(sqlite_hub: LocalHub, path: str) -> None:
    status, html, _ = await _get(sqlite_hub, path)
    assert status == 404
    assert "All help pages" in html or html.startswith("404")


async def test_what_is_not_there_is_said_in_the_readers_language(
    sqlite_hub: LocalHub, make_hub: Callable[..., LocalHub], tmp_path: Path
) -> None:
    _, html, _ = await _get(sqlite_hub, "/help/ru/nothing")
    assert '<html lang="ru"' in html
    assert "Такой страницы справки нет." in html
    assert 'action="/help/ru"' in html
    _, html, _ = await _get(sqlite_hub, "/help/xx")
    assert '<html lang="en"' in html
    without = make_hub(HELP_DIR=str(tmp_path))
    status, html, _ = await _get(without, "/help", **{"Accept-Language": "is"})
    assert status == 404
    assert "Þessi hjálparsíða er ekki til." in html


async def test_words_looked_for_are_words(sqlite_hub: LocalHub) -> None:
    _, html, _ = await _get(sqlite_hub, "/help/en?q=%3Cscript%3Ealert(1)%3C/script%3E{x}")
    assert "<script" not in html
    assert "&lt;script&gt;" in html


async def test_a_shop_has_its_own_articles_in_any_language_and_direction(
    make_hub: Callable[..., LocalHub], tmp_path: Path
) -> None:
    (tmp_path / "ar").mkdir()
    (tmp_path / "ar" / "returns.md").write_text(
        "# مرتجعات\n\n## كيف {#how}\n\n<b>شكر</b> [هنا](javascript:alert(1)).",
        "utf-8",
    )
    hub = make_hub(HELP_DIR=str(tmp_path))
    _, html, _ = await _get(hub, "/help/ar/returns")
    assert '<html lang="ar" dir="rtl">' in html
    assert "&lt;b&gt;" in html
    assert "javascript" not in html
    assert (await _get(hub, "/help/en"))[0] == 404
