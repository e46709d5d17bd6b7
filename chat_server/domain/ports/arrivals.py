"""Where visitors arrive, and what led them there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime

    from chat_server.domain.campaigns.campaign import Campaign
    from chat_server.domain.credit import Crediting
    from chat_server.domain.element import Element
    from chat_server.domain.funnel import Reached, StepName
    from chat_server.domain.inbox import Inbox
    from chat_server.domain.touch import Touch

    from .lists import Slice


class Inboxes(Protocol):
    """Inboxes are few; they are read by key on every connection."""

    async def get(self, inbox_id: str) -> Inbox | None: ...
    async def lock(self, inbox_id: str) -> Inbox | None: ...
    async def by_key(self, key: str) -> Inbox | None: ...
    async def all(self) -> list[Inbox]: ...
    async def many(self, inbox_ids: Iterable[str]) -> dict[str, Inbox]:
        """By id; those that do not exist are absent."""


class Touches(Protocol):
    """Who met which response element."""

    async def add(self, touch: Touch) -> bool:
        """False when it is known already."""

    async def reached(self, code: str, since: datetime, until: datetime) -> dict[StepName, Reached]:
        """People by step in [since, until); who came further was at the steps before."""

    async def dialogues_before(self, by: Crediting, since: datetime, until: datetime) -> int:
        """Dialogues of [since, until) that people had in the window before such orders of then."""

    async def robots(self, code: str, since: datetime, until: datetime) -> int:
        """Who only said to be one."""


@dataclass(frozen=True)
class Followed:
    """Dialogues in which a coupon was given, whose coupon was used, and after which something was ordered."""

    coupons: int = 0
    redeemed: int = 0
    ordered: int = 0


class Elements(Protocol):
    """Campaigns and their response elements."""

    async def get(self, code: str) -> Element | None: ...
    async def all(self) -> list[Element]: ...
    async def spoken(self, codes: Collection[str]) -> list[Element]:
        """In any case of letters."""

    async def campaigns(self) -> list[Campaign]: ...
    async def campaigns_of(self, piece: Slice) -> list[Campaign]:
        """A piece of them, newest first."""

    async def in_campaigns(self, campaign_ids: Collection[str]) -> list[Element]: ...
    async def campaign(self, campaign_id: str) -> Campaign | None: ...
