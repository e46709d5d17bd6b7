"""What a campaign brought in a period."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from chat_server.domain.element import Element
    from chat_server.domain.tally import Tally

    from .campaign import Campaign

_CAMPAIGN = 3


@dataclass(frozen=True)
class CampaignFigures:
    """Of its elements openings, of its dialogues what became of them; `costs` are in all, in cents by currency."""

    campaign: Campaign
    elements: int
    opened: int
    dialogues: int
    handed_off: int
    resolved: int
    bot_alone: int
    coupons: int
    redeemed: int
    ordered: int
    costs: dict[str, int] = field(default_factory=dict)


def by_campaign(tally: Tally) -> dict[str, Counter[str]]:
    """Sums of the dialogues of each."""
    sums: dict[str, Counter[str]] = {}
    for about, more in tally.counts.items():
        sums.setdefault(about[_CAMPAIGN], Counter()).update(more)
    return sums


def costs(elements: Iterable[Element]) -> dict[str, int]:
    """In cents by currency; money of two currencies is not added."""
    sums = Counter[str]()
    for one in elements:
        if one.cost_cents is not None and one.currency is not None:
            sums[one.currency] += one.cost_cents
    return dict(sums)
