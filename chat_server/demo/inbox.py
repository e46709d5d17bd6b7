"""Hraun's inbox. Its origins and secrets are the installation's, so they are left empty here."""

from __future__ import annotations

from dataclasses import replace
from uuid import NAMESPACE_URL, uuid5

from chat_server.domain.hours import WEEKDAYS
from chat_server.domain.inbox import Inbox

KEY = "hraun"
OUTLET = "hraun-outlet"
FJORD_GREEN = "#1c5f52"


def inbox() -> Inbox:
    """One website, in English, on Reykjavík time; people answer at any time, so that any try finds it open."""
    return Inbox(
        id=_id(KEY),
        key=KEY,
        name="Hraun",
        locale="en",
        timezone="Atlantic/Reykjavik",
        greeting="Hello, I am Sóley, Hraun's bot. Ask me about an order, a return, a size or anything in the shop.",
        accent=FJORD_GREEN,
        bot_name="Sóley",
        hours={"weekly": {day: [["00:00", "24:00"]] for day in WEEKDAYS}},
        # Dialogues that the demo tells of lie open for whoever comes to look.
        idle_agent_minutes=0,
    )


def outlet() -> Inbox:
    """Hraun's second website, where the running experiment is: whoever tries the demo's shop is in none."""
    return replace(
        inbox(),
        id=_id(OUTLET),
        key=OUTLET,
        name="Hraun outlet",
        greeting="Hello, I am Sóley. Last year's jackets and boots, while they last: what are you looking for?",
    )


def _id(key: str) -> str:
    return str(uuid5(NAMESPACE_URL, f"samtal:demo:inbox:{key}"))
