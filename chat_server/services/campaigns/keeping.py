"""Names of campaigns, and campaigns that are put away or erased."""

from __future__ import annotations

from enum import StrEnum

from chat_server.domain.campaigns.campaign import Campaign, CampaignState
from chat_server.domain.errors import NotFound
from chat_server.domain.ports import Clock, Store, Transaction
from chat_server.services.access import AgentCaller, Permission, require

from .changes import campaign_changed
from .planning import Progress, progress


class Removal(StrEnum):
    """What became of a campaign that was to go."""

    ERASED = "erased"
    ARCHIVED = "archived"


class CampaignKeeping:
    """What has run stays: its lines in the log, its mails, its dialogues. Only its name and its place change."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def change(
        self, caller: AgentCaller, campaign_id: str, *, name: str | None, archived: bool | None
    ) -> Progress:
        """What is None stays."""
        require(caller, Permission.MANAGE_CAMPAIGNS)
        async with self._store.begin() as tx:
            campaign = await _locked(tx, campaign_id)
            if name is not None and name != campaign.name:
                campaign.name = name
                await self._note(tx, campaign, caller, "renamed")
            if archived is True and campaign.archived_at is None:
                campaign.archive(self._clock())
                await self._note(tx, campaign, caller, "archived")
            if archived is False and campaign.archived_at is not None:
                campaign.restore()
                await self._note(tx, campaign, caller, "restored")
            return (await progress(tx, [campaign]))[0]

    async def remove(self, caller: AgentCaller, campaign_id: str) -> Removal:
        """Erased where nothing hangs on it, else archived; Conflict while it writes to people."""
        require(caller, Permission.MANAGE_CAMPAIGNS)
        async with self._store.begin() as tx:
            campaign = await _locked(tx, campaign_id)
            was_archived = campaign.archived_at is not None
            campaign.archive(self._clock())
            has_run = campaign.state is not CampaignState.DRAFT
            if has_run or await tx.campaigns.is_used(campaign.id):
                if not was_archived:
                    await self._note(tx, campaign, caller, "archived")
                return Removal.ARCHIVED
            await self._note(tx, campaign, caller, "erased")
            await tx.campaigns.erase(campaign)
            return Removal.ERASED

    async def _note(
        self, tx: Transaction, campaign: Campaign, caller: AgentCaller, what: str
    ) -> None:
        await campaign_changed(tx, campaign.id, caller.agent_id, what, self._clock())


async def _locked(tx: Transaction, campaign_id: str) -> Campaign:
    campaign = await tx.campaigns.lock(campaign_id)
    if campaign is None:
        raise NotFound("There is no such campaign.")
    return campaign
