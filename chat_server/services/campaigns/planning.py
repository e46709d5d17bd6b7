"""What marketers do with a campaign: plan it, try it dry, start, pause and end it, and see how far it is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from chat_server.domain.campaigns.campaign import Campaign
from chat_server.domain.campaigns.mail import MailState, Reason
from chat_server.domain.campaigns.plan import Plan
from chat_server.domain.campaigns.quiet import quiet_until
from chat_server.domain.errors import Invalid, NotFound, Unavailable
from chat_server.domain.live import DeliveryPromised
from chat_server.domain.ports import Clock, Store, Transaction
from chat_server.services.access import AgentCaller, Permission, require

from .audience import Judge, audience, people, pieces
from .changes import campaign_changed

_SAMPLE = 12


@dataclass(frozen=True)
class Verdict:
    """One of the audience by their id alone; no reason: they get it."""

    contact_id: str
    reason: Reason | None


@dataclass(frozen=True)
class DryRun:
    """Who would get it now; `later` of them because it is quiet there at this hour."""

    audience: int
    receivers: int
    later: int
    reasons: dict[str, int]
    sample: list[Verdict]


@dataclass(frozen=True)
class Progress:
    """A campaign and its mails by state, and by reason those that nobody gets."""

    campaign: Campaign
    mails: dict[str, int]
    reasons: dict[str, int]

    @property
    def planned(self) -> int:
        """How many were to be written to."""
        return sum(self.mails.values())


class Campaigns:
    """For marketers; `mail` says whether this hub can send e-mails at all."""

    def __init__(self, store: Store, clock: Clock, *, mail: bool) -> None:
        self._store = store
        self._clock = clock
        self._mail = mail

    async def one(self, caller: AgentCaller, campaign_id: str) -> Progress:
        """With what came of it so far."""
        require(caller, Permission.READ_REPORTS)
        async with self._store.read() as tx:
            campaign = _existing(await tx.elements.campaign(campaign_id))
            return (await progress(tx, [campaign]))[0]

    async def refused(self, caller: AgentCaller) -> dict[str, int]:
        """How many addresses get no mail, by why."""
        require(caller, Permission.READ_REPORTS)
        async with self._store.read() as tx:
            return await tx.campaigns.refused()

    async def change(self, caller: AgentCaller, campaign_id: str, plan: Plan) -> Progress:
        """Another plan, while it is a draft; what is missing may come later."""
        require(caller, Permission.MANAGE_CAMPAIGNS)
        plan.check()
        async with self._store.begin() as tx:
            campaign = _existing(await tx.campaigns.lock(campaign_id))
            await _known(tx, campaign, plan)
            campaign.change(plan)
            return (await progress(tx, [campaign]))[0]

    async def dry_run(self, caller: AgentCaller, campaign_id: str) -> DryRun:
        """Nobody is written to, and nothing is kept."""
        require(caller, Permission.READ_REPORTS)
        now = self._clock()
        async with self._store.read() as tx:
            plan = _existing(await tx.elements.campaign(campaign_id)).reading
            judge, seen, later = Judge(plan), 0, 0
            reasons: Counter[str] = Counter()
            sample: list[Verdict] = []
            zones = {one.id: one.timezone for one in await tx.inboxes.all()}
            quiet = {key: quiet_until(plan.quiet, zone, now) for key, zone in zones.items()}
            async for piece in pieces(tx, await audience(tx, plan, now)):
                for person in await people(tx, plan, piece, now):
                    seen += 1
                    reason = judge.why_not(person)
                    if reason is not None:
                        reasons[reason.value] += 1
                    elif quiet[person.inbox_id] is not None:
                        later += 1
                    if len(sample) < _SAMPLE:
                        sample.append(Verdict(person.contact_id, reason))
        return DryRun(seen, seen - reasons.total(), later, dict(reasons), sample)

    async def start(self, caller: AgentCaller, campaign_id: str) -> Progress:
        """At the hour of its plan, or now; Invalid with all that is missing."""
        require(caller, Permission.MANAGE_CAMPAIGNS)
        async with self._store.begin() as tx:
            campaign = _existing(await tx.campaigns.lock(campaign_id))
            if not self._mail:
                raise Unavailable("This hub cannot send e-mails: no mail server is set.")
            plan = campaign.reading
            if lacks := plan.missing():
                raise Invalid("This campaign cannot start yet.", lacks)
            await audience(tx, plan, self._clock())
            await _known(tx, campaign, plan)
            starts_at = plan.start(self._clock())
            campaign.begin(starts_at)
            await self._note(tx, campaign, caller)
            tx.tell(DeliveryPromised(starts_at))
            return (await progress(tx, [campaign]))[0]

    async def pause(self, caller: AgentCaller, campaign_id: str) -> Progress:
        """What is being sent at this moment still leaves."""
        require(caller, Permission.MANAGE_CAMPAIGNS)
        async with self._store.begin() as tx:
            campaign = _existing(await tx.campaigns.lock(campaign_id))
            campaign.pause()
            await tx.campaigns.take_back(campaign.id, MailState.PLANNED, self._clock())
            await self._note(tx, campaign, caller)
            return (await progress(tx, [campaign]))[0]

    async def resume(self, caller: AgentCaller, campaign_id: str) -> Progress:
        """On from where it was."""
        require(caller, Permission.MANAGE_CAMPAIGNS)
        async with self._store.begin() as tx:
            campaign = _existing(await tx.campaigns.lock(campaign_id))
            campaign.resume()
            await self._note(tx, campaign, caller)
            tx.tell(DeliveryPromised(self._clock()))
            return (await progress(tx, [campaign]))[0]

    async def cancel(self, caller: AgentCaller, campaign_id: str) -> Progress:
        """For good: who was not written to will not be."""
        require(caller, Permission.MANAGE_CAMPAIGNS)
        now = self._clock()
        async with self._store.begin() as tx:
            campaign = _existing(await tx.campaigns.lock(campaign_id))
            campaign.cancel(now)
            await tx.campaigns.take_back(campaign.id, MailState.CANCELLED, now)
            await tx.campaigns.drop_planned(campaign.id)
            await self._note(tx, campaign, caller)
            return (await progress(tx, [campaign]))[0]

    async def _note(self, tx: Transaction, campaign: Campaign, caller: AgentCaller) -> None:
        state = campaign.state.value
        await campaign_changed(tx, campaign.id, caller.agent_id, state, self._clock())


async def progress(tx: Transaction, campaigns: list[Campaign]) -> list[Progress]:
    """Of each."""
    counted = await tx.campaigns.counts([one.id for one in campaigns])
    made = []
    for campaign in campaigns:
        mails: Counter[str] = Counter()
        reasons = Counter(campaign.skipped)
        for state, reason, count in counted.get(campaign.id, []):
            mails[state.value] += count
            if state is MailState.SKIPPED and reason:
                reasons[reason] += count
        made.append(Progress(campaign, dict(mails), dict(reasons)))
    return made


async def _known(tx: Transaction, campaign: Campaign, plan: Plan) -> None:
    """What the plan names has to be there."""
    if plan.segment_id is not None and await tx.segments.get(plan.segment_id) is None:
        raise Invalid("There is no such segment.", {"segment_id": "audience_gone"})
    if plan.element is not None:
        element = await tx.elements.get(plan.element)
        ours = element is not None and element.campaign_id == campaign.id
        if element is None or not ours or element.kind != "newsletter":
            told = "This is no newsletter link of this campaign."
            raise Invalid(told, {"element": "no_element"})


def _existing(campaign: Campaign | None) -> Campaign:
    if campaign is None:
        raise NotFound("There is no such campaign.")
    return campaign
