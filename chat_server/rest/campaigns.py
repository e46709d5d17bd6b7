"""Campaigns that write to people."""

from __future__ import annotations

from aiohttp import web

from chat_server.domain.campaigns.figures import CampaignFigures
from chat_server.domain.campaigns.mail import MailAddress, Refusal
from chat_server.domain.campaigns.plan import Cap, Plan, Quiet, Wording
from chat_server.domain.errors import TooLarge
from chat_server.services.campaigns import Progress
from chat_server.wire import campaigns as w
from chat_server.wire.rest import PageOf

from .call import Call
from .marketing import period
from .paging import next_cursor


async def one(call: Call) -> w.CampaignDetail:
    """A campaign, its plan and how far it is."""
    return _view(await call.services.campaigns.one(call.agent, call.path("id")))


async def report(call: Call) -> PageOf[w.CampaignFiguresView]:
    """What each campaign brought in a period, newest campaign first."""
    query = call.query
    found = await call.services.reports.campaigns(call.agent, *period(call), query.piece())
    last = found[-1].campaign if found else None
    cursor = next_cursor(query.limit, len(found), last.created_at, last.id) if last else None
    return PageOf[w.CampaignFiguresView](items=[_figures(one) for one in found], next=cursor)


async def change(call: Call) -> w.CampaignDetail:
    """Another plan, while it is a draft."""
    plan = _plan(call.body)
    return _view(await call.services.campaigns.change(call.agent, call.path("id"), plan))


async def patch(call: Call) -> w.CampaignDetail:
    """Another name, or into the archive or out of it."""
    body = call.body
    found = await call.services.campaign_keeping.change(
        call.agent, call.path("id"), name=body.name, archived=body.archived
    )
    return _view(found)


async def remove(call: Call) -> w.CampaignRemoved:
    """Erase a campaign that nothing hangs on; any other is archived."""
    outcome = await call.services.campaign_keeping.remove(call.agent, call.path("id"))
    return w.CampaignRemoved(outcome=outcome.value)


async def dry_run(call: Call) -> w.DryRunView:
    """Who would get it now, and who would not and why; nobody is written to."""
    found = await call.services.campaigns.dry_run(call.agent, call.path("id"))
    return w.DryRunView.model_validate(found)


async def start(call: Call) -> w.CampaignDetail:
    """Start a campaign at the hour of its plan, or now."""
    return _view(await call.services.campaigns.start(call.agent, call.path("id")))


async def pause(call: Call) -> w.CampaignDetail:
    """Send nothing until it goes on."""
    return _view(await call.services.campaigns.pause(call.agent, call.path("id")))


async def resume(call: Call) -> w.CampaignDetail:
    """Go on from where it was."""
    return _view(await call.services.campaigns.resume(call.agent, call.path("id")))


async def cancel(call: Call) -> w.CampaignDetail:
    """End it for good; what was sent was sent."""
    return _view(await call.services.campaigns.cancel(call.agent, call.path("id")))


async def refused(call: Call) -> w.RefusedView:
    """How many addresses get no mail, by why."""
    return w.RefusedView.model_validate(await call.services.campaigns.refused(call.agent))


async def do_not_contact(call: Call) -> PageOf[w.AddressView]:
    """Addresses that no campaign writes to, newest first; `q` is a whole address."""
    found = await call.services.mail_addresses.refusing(call.agent, call.query.q)
    return PageOf[w.AddressView](items=[_address(one) for one in found], next=None)


async def keep_away(call: Call) -> w.AddressView:
    """Write to an address no more."""
    body = call.body
    return _address(await call.services.mail_addresses.add(call.agent, body.email, body.reason))


async def lift(call: Call) -> None:
    """An address may be written to again, where its people agreed."""
    await call.services.mail_addresses.lift(call.agent, call.path("digest"), call.body.reason)


async def bounces(call: Call) -> w.BouncesView:
    """A delivery report (RFC 3464) as the mail server sent it, raw."""
    try:
        raw = await call.request.read()
    except web.HTTPRequestEntityTooLarge as error:
        raise TooLarge("The report is larger than allowed.") from error
    found = await call.services.mail_addresses.reported(call.agent, raw)
    return w.BouncesView(
        items=[w.BounceView(kind=one.kind.value, status=one.status) for one in found]
    )


def _address(found: MailAddress) -> w.AddressView:
    return w.AddressView(
        digest=found.digest,
        why=(found.refusal or Refusal.ASKED).value,
        since=found.refused_at,
        bounces=found.bounces,
        soft_bounces=found.soft_bounces,
    )


def _figures(found: CampaignFigures) -> w.CampaignFiguresView:
    campaign = found.campaign
    return w.CampaignFiguresView(
        id=campaign.id,
        name=campaign.name,
        state=campaign.state.value,
        created_at=campaign.created_at,
        elements=found.elements,
        opened=found.opened,
        dialogues=found.dialogues,
        handed_off=found.handed_off,
        resolved=found.resolved,
        resolved_without_human=found.bot_alone,
        coupons=found.coupons,
        redeemed=found.redeemed,
        ordered=found.ordered,
        costs=[
            w.CostView(cents=cents, currency=currency) for currency, cents in found.costs.items()
        ],
    )


def _plan(body: w.CampaignPlanBody) -> Plan:
    return Plan(
        segment_id=body.segment_id,
        element=body.element,
        starts_at=body.starts_at,
        zone=body.zone,
        budget_cents=body.budget_cents,
        currency=body.currency,
        cents_per_thousand=body.cents_per_thousand,
        cap=Cap(body.cap.count, body.cap.days) if body.cap else None,
        quiet=Quiet(body.quiet.start, body.quiet.end) if body.quiet else None,
        newsletter={
            language: Wording(words.subject, words.text)
            for language, words in body.newsletter.items()
        },
    )


def _view(found: Progress) -> w.CampaignDetail:
    campaign = found.campaign
    plan = campaign.reading
    return w.CampaignDetail(
        id=campaign.id,
        name=campaign.name,
        created_at=campaign.created_at,
        state=campaign.state.value,
        plan=w.CampaignPlanView.model_validate(plan),
        missing=plan.missing(),
        starts_at=campaign.starts_at,
        planned_at=campaign.planned_at,
        ended_at=campaign.ended_at,
        archived_at=campaign.archived_at,
        problem=campaign.problem,
        mails=found.mails,
        reasons=found.reasons,
        opened=campaign.mail_opened,
        clicked=campaign.mail_clicked,
        unsubscribed=campaign.unsubscribed,
    )
