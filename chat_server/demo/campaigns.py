"""What Hraun's marketer paid for: three campaigns with six response elements."""

from __future__ import annotations

from datetime import datetime, timedelta

from chat_server.domain.campaigns.campaign import Campaign
from chat_server.domain.element import Element, ElementKind

from .catalogue import CURRENCY

# Ids that can be read, because they stand in exports too.
_SPRING, _WOOL, _WELCOME = "spring-in-the-hills", "wool-weeks", "welcome-to-hraun"
_CAMPAIGNS = {_SPRING: "Spring in the hills", _WOOL: "Wool weeks", _WELCOME: "Welcome to Hraun"}
_ELEMENTS: tuple[tuple[str, ElementKind, str, str, str, str | None], ...] = (
    ("spring-flyer", "qr", "Flyer in mountain huts", "/shop/jackets", _SPRING, "A"),
    (
        "spring-advert",
        "advert",
        "Advert in the hiking magazine",
        "/product/HEKLA-JKT",
        _SPRING,
        "B",
    ),
    ("wool-letter", "newsletter", "Newsletter about wool", "/shop/sweaters", _WOOL, None),
    ("wool-hotline", "hotline", "Chat with us, said on the hotline", "/", _WOOL, None),
    ("welcome-coupon", "coupon", "WELCOME10 card in the parcel", "/shop/all", _WELCOME, None),
    ("insta-link", "link", "Link in the Instagram profile", "/about", _WELCOME, None),
)
_COSTS = {
    "spring-flyer": 32_000,
    "spring-advert": 59_000,
    "wool-letter": 9_500,
    "wool-hotline": 12_000,
    "welcome-coupon": 18_000,
}
_UTM = {"spring-advert": {"source": "hiking-magazine", "medium": "print"}}
_AGE = timedelta(days=75)


def campaigns(now: datetime) -> list[Campaign]:
    """Begun before the oldest dialogue."""
    return [Campaign(campaign_id, name, now - _AGE) for campaign_id, name in _CAMPAIGNS.items()]


def elements(inbox_id: str, now: datetime) -> list[Element]:
    """One of every kind, each leading to a page of the demo shop."""
    return [
        Element(
            code,
            kind,
            name,
            target,
            inbox_id,
            now - _AGE,
            campaign,
            variant,
            cost_cents=_COSTS.get(code),
            currency=CURRENCY if code in _COSTS else None,
            utm=_UTM.get(code, {}),
        )
        for code, kind, name, target, campaign, variant in _ELEMENTS
    ]
