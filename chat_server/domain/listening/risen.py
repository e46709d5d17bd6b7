"""Rises that were found, and who wants to hear of new ones by mail."""

from __future__ import annotations

import html
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from chat_server.domain.ids import event_id
from chat_server.domain.mail import Mail, message_id

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .themes import Alert

# A theme that rose so many days ago, or fewer, rose once: what was heard late may move its day.
ONE_RISE = 3
_NAMES = {
    "complaint": "Complaint",
    "praise": "Praise",
    "suggestion": "Suggestion",
    "open_problem:damaged": "Problem: damaged item",
    "open_problem:wrong_item": "Problem: wrong item",
    "open_problem:late": "Problem: late delivery",
    "open_problem:missing": "Problem: missing parcel",
    "open_problem:refund": "Problem: refund",
    "open_problem:defect": "Problem: faulty item",
    "open_problem:other": "Problem: other",
}
_FILTERS = {"told": "told", "intent": "intent", "handoff": "handoff_reason"}
_LONGEST_SUBJECT = 120


@dataclass
class Risen:
    """A theme that rose up to `day`, over `days` days, as it was counted when it was found."""

    id: str
    kind: str
    key: str
    about: str | None
    day: str
    days: int
    count: int
    expected: float
    found_at: datetime

    @classmethod
    def of(cls, alert: Alert, now: datetime) -> Risen:
        """The same theme on the same day is the same rise."""
        theme, rise, day = alert.theme, alert.rise, alert.day.isoformat()
        made = event_id("rise", theme.kind, theme.key, theme.about or "", day)
        return cls(
            id=made,
            kind=theme.kind,
            key=theme.key,
            about=theme.about,
            day=day,
            days=rise.days,
            count=rise.count,
            expected=rise.expected,
            found_at=now,
        )


@dataclass
class RiseWatcher:
    """An account that wants mails."""

    agent_id: str
    since: datetime


def rise_mail(
    delivery_id: str,
    to: str,
    found: Sequence[Risen],
    names: Mapping[str, str],
    site: str,
    domain: str,
) -> Mail:
    """All that rose at once in one mail, each with the way to its dialogues; nothing in it is about anybody."""
    said = [(_sentence(one, names), _link(one, site)) for one in found]
    more = f" and {len(found) - 1} more" if len(found) > 1 else ""
    subject = f"A sudden rise: {_name(found[0], names)}{more}"
    why = "You get this because you asked for it on the overview; there you can end it"
    home = f"{site}/marketing"
    text = "\n\n".join([*(f"{words}\n{link}" for words, link in said), f"{why}: {home}"])
    items = "".join(
        f'<p><a href="{html.escape(link, quote=True)}">{html.escape(words)}</a></p>'
        for words, link in said
    )
    ending = f'<p>{html.escape(why)}: <a href="{html.escape(home, quote=True)}">Overview</a></p>'
    return Mail(
        message_id=message_id(delivery_id, domain),
        to=to,
        sender_name="Samtal",
        subject=" ".join(subject.split())[:_LONGEST_SUBJECT],
        text=text + "\n",
        html=f"<!doctype html><html><body>{items}{ending}</body></html>",
    )


def _name(one: Risen, names: Mapping[str, str]) -> str:
    told = _NAMES.get(one.key) or one.key.rpartition(":")[2].replace("_", " ").capitalize()
    return f"{told}, {names.get(one.about, one.about)}" if one.about else told


def _sentence(one: Risen, names: Mapping[str, str]) -> str:
    when = "in a day" if one.days == 1 else f"in {one.days} days"
    until = date.fromisoformat(one.day)
    return (
        f"{_name(one, names)}: {one.count} dialogues {when} up to {until.isoformat()} (UTC),"
        f" usually {one.expected:.1f}"
    )


def _link(one: Risen, site: str) -> str:
    until = date.fromisoformat(one.day)
    asked = {
        "from": (until - timedelta(days=one.days - 1)).isoformat(),
        "until": one.day,
        _FILTERS[one.kind]: one.key,
    }
    if one.about:
        asked["about"] = one.about
    return f"{site}/marketing/dialogues?{urlencode(asked)}"
