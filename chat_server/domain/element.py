"""Response elements: what a customer responded to, and the campaign behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from datetime import datetime


ElementKind: TypeAlias = Literal["link", "advert", "qr", "coupon", "newsletter", "hotline"]


@dataclass
class Campaign:
    """What a marketer paid for."""

    id: str
    name: str
    created_at: datetime


@dataclass
class Element:
    """A short code that leads to `target_url`."""

    code: str
    kind: ElementKind
    name: str
    target_url: str
    inbox_id: str
    created_at: datetime
    campaign_id: str | None = None
    variant: str | None = None
