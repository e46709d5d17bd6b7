"""axe-core on a page as it is now."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.async_api import Page

AXE = Path(__file__).parents[1] / "browser" / "node_modules" / "axe-core" / "axe.min.js"
GRAVE = {"serious", "critical"}
_SETTLED = """() => Promise.allSettled(
  document.getAnimations().filter((one) => one instanceof CSSTransition).map((one) => one.finished)
)"""

# Of what is right it would name every element too, which takes longer than to look.
_VIOLATIONS = "axe.run(document, {resultTypes: ['violations']}).then((found) => found.violations)"


async def barriers(page: Page) -> list[str]:
    """What axe calls serious or worse, with where. The page's context must bypass its policy: axe is put in."""
    if not await page.evaluate("'axe' in window"):
        await page.add_script_tag(path=AXE)
    # Half way from one colour to another a button has a contrast that nobody reads by.
    await page.evaluate(_SETTLED)
    violations: list[dict[str, Any]] = await page.evaluate(_VIOLATIONS)
    return [
        f"{violation['id']}: {node['target']}"
        for violation in violations
        if violation["impact"] in GRAVE
        for node in violation["nodes"]
    ]


async def wider_than_the_screen(page: Page) -> bool:
    """Whether one would have to scroll sideways."""
    wider: bool = await page.evaluate(
        "document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"
    )
    return wider
