"""Takes running campaigns on: reads the audience once, then promises mails a few at a time.

Few at a time, so that an answer to a customer never waits behind a newsletter, and a pause is one at once.
"""

from __future__ import annotations

from datetime import datetime

import structlog

from chat_server.domain.campaigns.campaign import Campaign, CampaignState
from chat_server.domain.campaigns.mail import CampaignMail, MailState, mail_id
from chat_server.domain.campaigns.quiet import quiet_until
from chat_server.domain.errors import SamtalError
from chat_server.domain.live import DeliveryPromised
from chat_server.domain.outbox import Delivery, DeliveryKind
from chat_server.domain.ports import Clock, Store, Transaction

from .audience import PIECE, Judge, audience, people

_log = structlog.get_logger(__name__)
# How many may lie in the outbox at once: some seconds' work.
WINDOW = 100
# Looked at again so soon while the outbox is busy with what was promised.
_AGAIN = 0.5


class CampaignRuns:
    """Any number of hubs may: each step holds its campaign's row."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def run(self) -> float | None:
        """Takes all of them on as far as they may go; seconds until there is more to do."""
        async with self._store.read() as tx:
            running = await tx.campaigns.running()
        for campaign_id in running:
            while await self._plan(campaign_id):
                pass
            await self._promise(campaign_id)
        async with self._store.read() as tx:
            due, still = await tx.campaigns.next_due(), await tx.campaigns.running()
        if due is None:
            return _AGAIN if still else None
        return max((due - self._clock()).total_seconds(), _AGAIN)

    async def _plan(self, campaign_id: str) -> bool:
        """One piece of the audience; whether there may be another."""
        now = self._clock()
        async with self._store.begin() as tx:
            campaign = await tx.campaigns.lock(campaign_id)
            if campaign is None or not _is_to_be_planned(campaign, now):
                return False
            plan, started = campaign.reading, campaign.starts_at or now
            try:
                belonging = await audience(tx, plan, started)
            except SamtalError as error:
                _log.warning("campaign_paused", campaign=campaign.id, why=error.message)
                campaign.pause(next(iter((error.fields or {}).values()), error.code))
                return False
            found = await tx.campaigns.members(belonging, campaign.planned_to or "", PIECE)
            if not found:
                campaign.planned_at = now
                return False
            await self._add(tx, campaign, found, now)
            campaign.planned_to = found[-1]
        return True

    async def _add(
        self, tx: Transaction, campaign: Campaign, contact_ids: list[str], now: datetime
    ) -> None:
        plan = campaign.reading
        counted = (await tx.campaigns.counts([campaign.id])).get(campaign.id, [])
        judge = Judge(plan, spent=sum(count for _, _, count in counted))
        asked = await people(tx, plan, contact_ids, now)
        digests = {one.digest for one in asked if one.digest}
        judge.knows(await tx.campaigns.mailed(campaign.id, digests))
        for person in asked:
            reason = judge.why_not(person)
            if reason is not None:
                campaign.skip(reason.value)
                continue
            tx.add(
                CampaignMail(
                    id=mail_id(campaign.id, person.contact_id),
                    campaign_id=campaign.id,
                    contact_id=person.contact_id,
                    address_digest=person.digest,
                    state=MailState.PLANNED,
                    due_at=now,
                )
            )

    async def _promise(self, campaign_id: str) -> None:
        """Fills the window; a campaign without any mail left is done."""
        now = self._clock()
        async with self._store.begin() as tx:
            campaign = await tx.campaigns.lock(campaign_id)
            if campaign is None or campaign.state is not CampaignState.RUNNING:
                return
            room = WINDOW - await tx.campaigns.waiting(now)
            mails = await tx.campaigns.due(campaign_id, now, room) if room > 0 else []
            quiet, plan = await self._zones(tx, mails), campaign.reading
            promised = False
            for mail in mails:
                until = quiet_until(plan.quiet, quiet.get(mail.contact_id, "UTC"), now)
                if until is not None:
                    mail.due_at = until
                    continue
                mail.state, promised = MailState.PROMISED, True
                tx.add(_promise_of(mail, now))
            if promised:
                tx.tell(DeliveryPromised(now))
            elif campaign.planned_at and not mails:
                await tx.flush()
                if not await tx.campaigns.is_under_way(campaign_id):
                    campaign.finish(now)

    @staticmethod
    async def _zones(tx: Transaction, mails: list[CampaignMail]) -> dict[str, str]:
        """By whose clock it is quiet: that of the inbox they wrote to."""
        found = await tx.contacts.many([mail.contact_id for mail in mails])
        inboxes = await tx.inboxes.many({one.inbox_id for one in found.values()})
        return {one.id: inboxes[one.inbox_id].timezone for one in found.values()}


def _is_to_be_planned(campaign: Campaign, now: datetime) -> bool:
    begun = campaign.starts_at is not None and campaign.starts_at <= now
    return campaign.state is CampaignState.RUNNING and begun and campaign.planned_at is None


def _promise_of(mail: CampaignMail, now: datetime) -> Delivery:
    """No address in it: that is looked up when it is sent."""
    return Delivery(
        id=mail.id,
        kind=DeliveryKind.CAMPAIGN_MAIL,
        source=f"campaign:{mail.id}",
        conversation_id=None,
        created_at=now,
        due_at=now,
    )
