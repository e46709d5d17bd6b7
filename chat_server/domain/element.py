"""Response elements: what a customer responded to, and the campaign behind it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias
from urllib.parse import parse_qsl, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime


ElementKind: TypeAlias = Literal[
    "link", "advert", "qr", "coupon", "newsletter", "hotline", "greeting"
]
UTM = ("source", "medium", "campaign", "term", "content")


@dataclass
class Element:
    """A short code that leads to `target_url`; `utm` is how the address of a page names it, where no code does."""

    code: str
    kind: ElementKind
    name: str
    target_url: str
    inbox_id: str
    created_at: datetime
    campaign_id: str | None = None
    variant: str | None = None
    cost_cents: int | None = None
    currency: str | None = None
    utm: dict[str, str] = field(default_factory=dict)


def utm_of(url: str | None) -> dict[str, str]:
    """What advertisers write into addresses: `utm_source=letter` is {"source": "letter"}."""
    if not url or "utm_" not in url.lower():
        return {}
    try:
        given = parse_qsl(urlsplit(url).query)
    except ValueError:
        return {}
    named = {name.lower().removeprefix("utm_"): value.strip()[:200] for name, value in given}
    return {name: named[name] for name in UTM if named.get(name)}


def named_by(utm: dict[str, str], elements: Iterable[Element]) -> Element | None:
    """The one all of whose words are there; of several the one that asks for most, then the newest."""
    given = {name: value.casefold() for name, value in utm.items()}
    fitting = [
        one
        for one in elements
        if one.utm and all(given.get(name) == value.casefold() for name, value in one.utm.items())
    ]
    return max(fitting, key=lambda one: (len(one.utm), one.created_at, one.code), default=None)
