"""Response elements and campaigns: making them, opening them, counting them."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from chat_server.domain.element import Campaign, Element, ElementKind
from chat_server.domain.errors import Conflict, NotFound
from chat_server.domain.events import Event, EventType
from chat_server.domain.ids import event_id, new_id
from chat_server.domain.ports import Clock, Store

from .access import AgentCaller, Permission, require

_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
_CODE_LENGTH = 7


@dataclass(frozen=True)
class CountedElement:
    """With how often it was opened and how many dialogues it brought."""

    element: Element
    campaign: str | None
    opened: int
    dialogues: int


@dataclass(frozen=True)
class CountedCampaign:
    """With the sums of its elements."""

    campaign: Campaign
    opened: int
    dialogues: int


class Elements:
    """For marketers; opening is for everyone."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def open(self, code: str) -> str:
        """Records that it was opened; its target, told which element led there."""
        async with self._store.begin() as tx:
            element = await tx.elements.get(code)
            if element is None:
                raise NotFound("There is no such link.")
            event = Event(
                id=event_id("opened", new_id()),
                type=EventType.ELEMENT_OPENED,
                at=self._clock(),
                inbox_id=element.inbox_id,
                actor_kind="visitor",
                data={"element": code, "campaign": element.campaign_id},
            )
            await tx.record([event])
        return _with_code(element.target_url, code)

    async def all(self, caller: AgentCaller) -> list[CountedElement]:
        """Newest first."""
        require(caller, Permission.READ_REPORTS)
        async with self._store.read() as tx:
            names = {campaign.id: campaign.name for campaign in await tx.elements.campaigns()}
            counts = await tx.reports.element_counts()
            return [
                CountedElement(
                    element, names.get(element.campaign_id or ""), *counts.get(element.code, (0, 0))
                )
                for element in await tx.elements.all()
            ]

    async def campaigns(self, caller: AgentCaller) -> list[CountedCampaign]:
        """Newest first."""
        elements = await self.all(caller)
        async with self._store.read() as tx:
            found = await tx.elements.campaigns()
        return [
            CountedCampaign(
                campaign,
                sum(e.opened for e in elements if e.element.campaign_id == campaign.id),
                sum(e.dialogues for e in elements if e.element.campaign_id == campaign.id),
            )
            for campaign in found
        ]

    async def add_campaign(self, caller: AgentCaller, name: str) -> Campaign:
        """A new campaign."""
        require(caller, Permission.MANAGE_CAMPAIGNS)
        campaign = Campaign(new_id(), name, self._clock())
        async with self._store.begin() as tx:
            tx.add(campaign)
        return campaign

    async def add_element(
        self,
        caller: AgentCaller,
        *,
        code: str | None,
        kind: ElementKind,
        name: str,
        target_url: str,
        campaign_id: str | None,
        variant: str | None,
    ) -> CountedElement:
        """A code is given once; Conflict otherwise."""
        require(caller, Permission.MANAGE_CAMPAIGNS)
        code = code or "".join(secrets.choice(_LETTERS) for _ in range(_CODE_LENGTH))
        async with self._store.begin() as tx:
            if await tx.elements.get(code) is not None:
                raise Conflict("This code is taken.", {"code": code})
            campaign = await tx.elements.campaign(campaign_id) if campaign_id else None
            if campaign_id and campaign is None:
                raise NotFound("There is no such campaign.")
            inbox = (await tx.inboxes.all())[0]
            element = Element(
                code, kind, name, target_url, inbox.id, self._clock(), campaign_id, variant
            )
            tx.add(element)
        return CountedElement(element, campaign.name if campaign else None, 0, 0)


def _with_code(target: str, code: str) -> str:
    address, mark, fragment = target.partition("#")
    joint = "&" if "?" in address else "?"
    return f"{address}{joint}samtal={code}{mark}{fragment}"
