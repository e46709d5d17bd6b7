"""Response elements and campaigns: making them, opening them, counting them."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime

from chat_server.domain.campaigns.campaign import Campaign
from chat_server.domain.element import Element, ElementKind
from chat_server.domain.errors import Conflict, NotFound
from chat_server.domain.events import Event, EventType
from chat_server.domain.ids import event_id, new_id
from chat_server.domain.opener import Opener
from chat_server.domain.ports import Clock, Store
from chat_server.domain.touch import TouchStep, touch

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
class Cost:
    """What was paid for it in all; no currency where it cost nothing."""

    cents: int
    currency: str


@dataclass(frozen=True)
class ElementChange:
    """What is None stays."""

    name: str | None = None
    target_url: str | None = None
    cost: Cost | None = None
    utm: dict[str, str] | None = None


@dataclass(frozen=True)
class CountedCampaign:
    """With the sums of its elements."""

    campaign: Campaign
    opened: int
    dialogues: int


class Elements:
    """For marketers; opening is for everyone."""

    def __init__(self, store: Store, clock: Clock, secret: str = "") -> None:
        self._store = store
        self._clock = clock
        self._secret = secret

    async def link(self, code: str) -> Element:
        """For everyone, as its link and its QR code are."""
        async with self._store.read() as tx:
            return _existing(await tx.elements.get(code))

    async def open(self, code: str, opener: Opener | None = None) -> str:
        """Records that it was opened; its target, told which element led there.

        A robot is led there too, and counted as one. A person is counted once, by a digest that leads to nobody.
        """
        now = self._clock()
        async with self._store.begin() as tx:
            element = _existing(await tx.elements.get(code))
            who = opener.digest(self._secret) if opener else None
            robot = opener is not None and opener.is_robot
            step = TouchStep.ROBOT if robot else TouchStep.OPENED
            new = who is not None and await tx.touches.add(touch(code, step, now, person=who))
            if new or not robot:
                await tx.record([_opening(element, who, now, robot=robot)])
        return _with_code(element.target_url, code)

    async def all(self, caller: AgentCaller) -> list[CountedElement]:
        """Newest first."""
        require(caller, Permission.READ_REPORTS)
        async with self._store.read() as tx:
            names = {campaign.id: campaign.name for campaign in await tx.elements.campaigns()}
            counts = await tx.rollups.elements()
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

    async def add_element(  # noqa: PLR0913 - each goes by name
        self,
        caller: AgentCaller,
        *,
        code: str | None,
        kind: ElementKind,
        name: str,
        target_url: str,
        campaign_id: str | None,
        variant: str | None,
        cost: Cost | None = None,
        utm: dict[str, str] | None = None,
    ) -> CountedElement:
        """A code is given once; Conflict otherwise."""
        require(caller, Permission.MANAGE_CAMPAIGNS)
        code = code or "".join(secrets.choice(_LETTERS) for _ in range(_CODE_LENGTH))
        async with self._store.begin() as tx:
            if await tx.elements.get(code) is not None:
                raise Conflict("This code is taken.", {"code": code})
            campaign = await tx.campaigns.lock(campaign_id) if campaign_id else None
            if campaign_id and campaign is None:
                raise NotFound("There is no such campaign.")
            if campaign is not None:
                campaign.require_kept()
            inbox = (await tx.inboxes.all())[0]
            element = Element(
                code, kind, name, target_url, inbox.id, self._clock(), campaign_id, variant
            )
            _take(element, cost, utm)
            tx.add(element)
        return CountedElement(element, campaign.name if campaign else None, 0, 0)

    async def change(self, caller: AgentCaller, code: str, patch: ElementChange) -> CountedElement:
        """Its code and kind stay: they are on paper."""
        require(caller, Permission.MANAGE_CAMPAIGNS)
        async with self._store.begin() as tx:
            element = _existing(await tx.elements.get(code))
            element.name = patch.name or element.name
            element.target_url = patch.target_url or element.target_url
            _take(element, patch.cost, patch.utm)
            campaign = await tx.elements.campaign(element.campaign_id or "")
            counts = (await tx.rollups.elements()).get(code, (0, 0))
        return CountedElement(element, campaign.name if campaign else None, *counts)


def _opening(element: Element, who: str | None, now: datetime, *, robot: bool) -> Event:
    """By whom, as the digest that its touch has, so that people can be counted again from the log."""
    return Event(
        id=event_id("fetched" if robot else "opened", new_id()),
        type=EventType.ELEMENT_FETCHED if robot else EventType.ELEMENT_OPENED,
        at=now,
        inbox_id=element.inbox_id,
        actor_kind="robot" if robot else "visitor",
        actor_id=who,
        data={"element": element.code, "campaign": element.campaign_id},
    )


def _existing(element: Element | None) -> Element:
    if element is None:
        raise NotFound("There is no such link.")
    return element


def _take(element: Element, cost: Cost | None, utm: dict[str, str] | None) -> None:
    if cost is not None:
        element.cost_cents, element.currency = cost.cents, cost.currency
    if utm is not None:
        element.utm = utm


def _with_code(target: str, code: str) -> str:
    address, mark, fragment = target.partition("#")
    joint = "&" if "?" in address else "?"
    return f"{address}{joint}samtal={code}{mark}{fragment}"
