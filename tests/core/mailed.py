"""Contacts with addresses who agreed to hear from the shop, and campaigns that write to them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from chat_server.domain.campaigns.plan import Cap, Plan, Wording
from chat_server.domain.consent import Purpose
from chat_server.services.campaigns import CampaignRuns, Campaigns, MailAnswers, Mailing
from chat_server.services.outbox import Outbox
from tests.core.core import MARKUS, signed

if TYPE_CHECKING:
    from chat_server.domain.ports import Mailer
    from chat_server.services.access import VisitorCaller
    from chat_server.services.campaigns import Progress
    from tests.core.core import Core

SITE, SECRET = "https://hub.test", "signs links"
EVERYBODY = {"field": "contact.known", "is": "is", "value": True}
PLAN = Plan(
    cap=Cap(1, 7),
    quiet=None,
    newsletter={
        "en": Wording("Autumn, {name}", "Dear {name},\n\nnew wool <3: {link}"),
        "is": Wording("Haust", "Kæra {name}, ný ull: {link}"),
    },
)


class Mailroom:
    """Everything a campaign's mail passes through, on the test's clock."""

    def __init__(self, core: Core, mailer: Mailer | None) -> None:
        self.core = core
        self.campaigns = Campaigns(core.store, core.clock, mail=mailer is not None)
        self.runs = CampaignRuns(core.store, core.clock)
        self.answers = MailAnswers(core.store, core.clock, SECRET)
        mailing = Mailing(SITE, SECRET)
        self.outbox = Outbox(core.store, core.clock, mailer, mailing=mailing)

    async def drafted(self, name: str = "Autumn", **changed: Any) -> str:
        """A campaign to all who are known, with a newsletter link."""
        core = self.core
        segments = await core.segments.all(MARKUS)
        segment = segments[0] if segments else await core.segments.add(MARKUS, "All", EVERYBODY)
        campaign = await core.elements.add_campaign(MARKUS, name)
        link = await core.elements.add_element(
            MARKUS,
            code=None,
            kind="newsletter",
            name=name,
            target_url="https://shop.test/wool",
            campaign_id=campaign.id,
            variant=None,
        )
        plan = replace(PLAN, segment_id=segment.id, element=link.element.code)
        await self.campaigns.change(MARKUS, campaign.id, replace(plan, **changed))
        return campaign.id

    async def sent(self, campaign_id: str) -> Progress:
        """Started, and as far as it goes now."""
        await self.campaigns.start(MARKUS, campaign_id)
        await self.work()
        return await self.campaigns.one(MARKUS, campaign_id)

    async def work(self) -> int:
        """What two hubs do, until nothing is due; how many deliveries were tried."""
        tried = 0
        while True:
            await self.runs.run()
            before = tried
            while await self.outbox.run_next():
                tried += 1
            if tried == before:
                return tried


async def customer(
    core: Core, name: str, *, email: str | None = "", agrees: bool = True, measured: bool = False
) -> VisitorCaller:
    """Signed in, so that the shop vouches for the address."""
    address = f"{name.lower()}@mail.test" if email == "" else email
    exp = int((core.clock() + timedelta(minutes=5)).timestamp())
    claims: dict[str, Any] = {"name": name, "exp": exp}
    if address:
        claims["email"] = address
    caller = (await core.visitor(identity=signed(name, **claims))).caller
    if agrees:
        await core.consents.set(caller, Purpose.MARKETING, granted=True)
    if measured:
        await core.consents.set(caller, Purpose.ANALYTICS, granted=True)
    return caller
