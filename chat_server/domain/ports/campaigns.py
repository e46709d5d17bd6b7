"""Campaigns that write to people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime

    from chat_server.domain.campaigns.campaign import Campaign
    from chat_server.domain.campaigns.mail import CampaignMail, MailAddress, MailState
    from chat_server.domain.facts.fact import Fact
    from chat_server.domain.segments.rule import Belonging


class Campaigns(Protocol):
    """Campaigns, their mails, and what is known of addresses."""

    async def lock(self, campaign_id: str) -> Campaign | None:
        """One writer until the commit."""

    async def is_used(self, campaign_id: str) -> bool:
        """Whether elements, incentives or mails name it."""

    async def erase(self, campaign: Campaign) -> None:
        """One that is not used."""

    async def running(self) -> list[str]:
        """Ids, oldest start first."""

    async def next_due(self) -> datetime | None:
        """When a running one is to begin, or one of its mails may be promised."""

    async def members(self, belonging: Belonging, after: str, limit: int) -> list[str]:
        """Ids of contacts that belong, in their own order, behind `after`."""

    async def said_addresses(self, contact_ids: Collection[str]) -> dict[str, list[Fact]]:
        """Facts that are e-mail addresses."""

    async def had(self, people: Mapping[str, str | None], since: datetime) -> dict[str, int]:
        """How many mails of all campaigns each contact got, under this id or at this address's digest."""

    async def addresses(self, digests: Collection[str]) -> dict[str, MailAddress]:
        """What is known of them."""

    async def address(self, digest: str) -> MailAddress:
        """To be changed: one writer until the commit; made where there was none."""

    async def refused(self) -> dict[str, int]:
        """How many addresses get no mail, by why."""

    async def refusing(self, digest: str | None, limit: int) -> list[MailAddress]:
        """Addresses that get no mail, newest first, or this one if it is among them."""

    async def mailed(self, campaign_id: str, digests: Collection[str]) -> set[str]:
        """Which of them this campaign has planned a mail to."""

    async def mail(self, mail_id: str) -> CampaignMail | None:
        """One writer until the commit."""

    async def mail_of(self, mail_id: str) -> CampaignMail | None:
        """To be read."""

    async def due(self, campaign_id: str, now: datetime, limit: int) -> list[CampaignMail]:
        """Planned for now or earlier, nobody else's until the commit."""

    async def waiting(self, now: datetime) -> int:
        """How many mails are promised and due."""

    async def take_back(self, campaign_id: str, state: MailState, now: datetime) -> int:
        """Mails that are promised and that nobody is sending become `state`; how many."""

    async def drop_planned(self, campaign_id: str) -> None:
        """They are cancelled."""

    async def is_under_way(self, campaign_id: str) -> bool:
        """Whether any of its mails has not come to its end."""

    async def counts(
        self, campaign_ids: Collection[str]
    ) -> dict[str, list[tuple[MailState, str | None, int]]]:
        """Mails by campaign: state, reason, how many."""

    async def happened(self, event_id: str) -> bool:
        """Whether the log has this line."""
