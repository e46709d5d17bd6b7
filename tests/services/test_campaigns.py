"""Campaigns: who is written to, once, and how they leave."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest

from chat_server.domain.campaigns.plan import Cap, Plan, Quiet
from chat_server.domain.consent import Purpose
from chat_server.domain.errors import Conflict, Invalid, NotAllowed, NotFound
from chat_server.domain.events import EventType
from chat_server.mail.memory import MemoryMailer
from chat_server.mail.smtp import SmtpMailer
from chat_server.services.access import contact_of
from chat_server.services.campaigns import MailAddresses
from tests.core.core import ADA, ANNA, MARKUS
from tests.core.mailed import PLAN, SITE, Mailroom, customer
from tests.domain.test_bounce import report

if TYPE_CHECKING:
    from chat_server.domain.mail import Mail
    from tests.core.core import Core
    from tests.services.smtp_sink import SmtpSink

_LINK = re.compile(r"https://hub\.test/[a-z]/\S+")


def mark_in(mail: Mail, path: str) -> str:
    """What stands behind the path in one of its links."""
    found = re.search(rf"{re.escape(SITE + path)}([\w.-]+?)(?:\.gif)?[\"\s]", mail.html + " ")
    assert found is not None, mail.html
    return found[1]


async def test_a_newsletter_arrives_once_at_a_real_mail_server_and_has_its_way_out(
    core: Core, smtp_sink: SmtpSink
) -> None:
    await customer(core, "Una")
    await customer(core, "Bjarni", agrees=False)
    room = Mailroom(core, SmtpMailer(smtp_sink.url, "news@hub.test"))
    done = await room.sent(await room.drafted())
    await room.work()
    assert [mail.to for mail in smtp_sink.mails()] == ["una@mail.test"]
    (mail,) = smtp_sink.mails()
    assert mail.message["Subject"] == "Autumn, Una"
    assert mail.message["From"] == "Hraun <news@hub.test>"
    assert mail.message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    way_out = str(mail.message["List-Unsubscribe"]).strip("<>")
    assert way_out.startswith(f"{SITE}/u/")
    assert way_out in mail.body("plain")
    assert way_out in mail.body("html")
    assert "new wool &lt;3" in mail.body("html")
    assert (done.campaign.state.value, done.mails, done.reasons) == (
        "done",
        {"sent": 1},
        {"no_consent": 1},
    )
    await room.answers.unsubscribe(way_out.removeprefix(f"{SITE}/u/"))
    again = await room.sent(await room.drafted("Winter", cap=None))
    assert (again.mails, again.reasons) == ({}, {"no_consent": 2})
    assert len(smtp_sink.mails()) == 1


async def test_a_dry_run_says_who_gets_it_and_why_others_do_not_and_the_same_happens(
    any_core: Core,
) -> None:
    core, mailer = any_core, MemoryMailer()
    room = Mailroom(core, mailer)
    await customer(core, "Una")
    await customer(core, "Twin", email="UNA@mail.test")
    await customer(core, "Silent", agrees=False)
    await customer(core, "Nowhere", email=None)
    await customer(core, "Left")
    await customer(core, "Heard")
    before = await room.drafted("Before")
    (left,) = [mail for mail in await _sent_to(room, mailer, before) if mail.to == "left@mail.test"]
    await room.answers.unsubscribe(mark_in(left, "/u/"))
    core.clock.forward(days=8)
    await customer(core, "Dear")
    campaign_id = await room.drafted()
    dry = await room.campaigns.dry_run(MARKUS, campaign_id)
    reasons = {"same_address": 1, "no_consent": 2, "no_address": 1}
    assert (dry.audience, dry.receivers, dry.later, dry.reasons) == (7, 3, 0, reasons)
    mailer.sent.clear()
    done = await room.sent(campaign_id)
    assert {mail.to.lower() for mail in mailer.sent} == {
        "una@mail.test",
        "heard@mail.test",
        "dear@mail.test",
    }
    assert (done.mails, done.reasons) == ({"sent": 3}, reasons)
    # Everybody has heard of us this week.
    capped = await room.campaigns.dry_run(MARKUS, await room.drafted("Once more"))
    assert (capped.receivers, capped.reasons) == (
        0,
        {"capped": 4, "no_consent": 2, "no_address": 1},
    )


async def _sent_to(room: Mailroom, mailer: MemoryMailer, campaign_id: str) -> list[Mail]:
    await room.sent(campaign_id)
    return list(mailer.sent)


async def test_two_campaigns_at_once_stay_under_the_cap(any_core: Core) -> None:
    mailer = MemoryMailer()
    room = Mailroom(any_core, mailer)
    await customer(any_core, "Una")
    both = [await room.drafted(name) for name in ("One", "Two")]
    for campaign_id in both:
        await room.campaigns.start(MARKUS, campaign_id)
    await room.work()
    found = [await room.campaigns.one(MARKUS, one) for one in both]
    assert len(mailer.sent) == 1
    told = sorted((str(one.mails), one.reasons.get("capped", 0)) for one in found)
    assert told == [("{'sent': 1}", 0), ("{'skipped': 1}", 1)]


async def test_a_campaign_without_audience_or_words_says_so_and_nothing_happens(
    core: Core,
) -> None:
    room = Mailroom(core, MemoryMailer())
    campaign_id = await room.drafted()
    await room.campaigns.change(MARKUS, campaign_id, replace(PLAN, segment_id=None))
    with pytest.raises(Invalid) as refused:
        await room.campaigns.start(MARKUS, campaign_id)
    assert refused.value.fields == {"segment_id": "no_audience", "element": "no_element"}
    with pytest.raises(Invalid) as dry:
        await room.campaigns.dry_run(MARKUS, campaign_id)
    assert dry.value.fields == {"segment_id": "no_audience"}
    for wrong in (
        Plan(segment_id="nobody"),
        Plan(element="nothing"),
        Plan(zone="Mars/Base"),
        Plan(zone="Europe/Berlin", starts_at="2027-03-28T02:30"),
        Plan(budget_cents=100),
        Plan(quiet=Quiet(60, 60)),
    ):
        with pytest.raises(Invalid):
            await room.campaigns.change(MARKUS, campaign_id, wrong)
    assert (await room.campaigns.one(MARKUS, campaign_id)).campaign.state.value == "draft"


async def test_quiet_hours_by_the_inboxs_clock_are_waited_for(any_core: Core) -> None:
    core, mailer = any_core, MemoryMailer()
    room = Mailroom(core, mailer)
    await customer(core, "Una")
    local = core.clock().astimezone(await _zone(core))
    minute = local.hour * 60 + local.minute
    # Quiet for the two hours around now.
    quiet = Quiet((minute - 60) % 1440, (minute + 60) % 1440)
    campaign_id = await room.drafted(quiet=quiet)
    dry = await room.campaigns.dry_run(MARKUS, campaign_id)
    assert (dry.receivers, dry.later) == (1, 1)
    waiting = await room.sent(campaign_id)
    assert (waiting.mails, mailer.sent) == ({"planned": 1}, [])
    core.clock.forward(minutes=61)
    await room.work()
    assert [mail.to for mail in mailer.sent] == ["una@mail.test"]


async def _zone(core: Core) -> ZoneInfo:
    async with core.store.read() as tx:
        return ZoneInfo((await tx.inboxes.all())[0].timezone)


async def test_paused_goes_on_and_cancelled_does_not(any_core: Core) -> None:
    core, mailer = any_core, MemoryMailer()
    room = Mailroom(core, mailer)
    for name in ("Una", "Bjarni"):
        await customer(core, name)
    campaign_id = await room.drafted()
    await room.campaigns.start(MARKUS, campaign_id)
    await room.runs.run()
    paused = await room.campaigns.pause(MARKUS, campaign_id)
    assert paused.mails == {"planned": 2}
    await room.work()
    assert mailer.sent == []
    await room.campaigns.resume(MARKUS, campaign_id)
    await room.runs.run()
    assert await room.outbox.run_next()
    cancelled = await room.campaigns.cancel(MARKUS, campaign_id)
    await room.work()
    assert cancelled.mails == {"sent": 1, "cancelled": 1}
    assert len(mailer.sent) == 1
    with pytest.raises(Conflict):
        await room.campaigns.resume(MARKUS, campaign_id)
    with pytest.raises(Conflict):
        await room.campaigns.change(MARKUS, campaign_id, PLAN)


async def test_a_start_in_the_future_waits_and_the_budget_bounds_it(any_core: Core) -> None:
    core, mailer = any_core, MemoryMailer()
    room = Mailroom(core, mailer)
    for name in ("Una", "Bjarni", "Freyja"):
        await customer(core, name)
    starts = (core.clock() + timedelta(hours=3)).strftime("%Y-%m-%dT%H:%M")
    budget: dict[str, Any] = {"budget_cents": 20, "currency": "EUR", "cents_per_thousand": 10_000}
    campaign_id = await room.drafted(starts_at=starts, **budget)
    assert (await room.campaigns.dry_run(MARKUS, campaign_id)).reasons == {"budget": 1}
    early = await room.sent(campaign_id)
    assert (early.mails, mailer.sent) == ({}, [])
    core.clock.forward(hours=3)
    await room.work()
    done = await room.campaigns.one(MARKUS, campaign_id)
    assert (done.mails, done.reasons) == ({"sent": 2}, {"budget": 1})


async def test_an_address_that_refuses_twice_is_written_to_no_more(any_core: Core) -> None:
    core, mailer = any_core, MemoryMailer(refused={"una@mail.test"})
    room = Mailroom(core, mailer)
    await customer(core, "Una")
    for name in ("One", "Two"):
        bounced = await room.sent(await room.drafted(name))
        assert (bounced.mails, bounced.campaign.state.value) == ({"bounced": 1}, "done")
    third = await room.campaigns.dry_run(MARKUS, await room.drafted("Three"))
    assert third.reasons == {"do_not_contact": 1}
    assert await room.campaigns.refused(MARKUS) == {"bounced": 1}


async def test_openings_and_clicks_count_once_and_only_with_consent(any_core: Core) -> None:
    core, mailer = any_core, MemoryMailer()
    room = Mailroom(core, mailer)
    una = await customer(core, "Una", measured=True)
    await customer(core, "Bjarni")
    campaign_id = await room.drafted()
    await room.sent(campaign_id)
    mails = {mail.to: mail for mail in mailer.sent}
    plain = mails["bjarni@mail.test"]
    assert f"{SITE}/m/" not in plain.html
    assert "?m=" not in plain.html + plain.text
    measured = mails["una@mail.test"]
    pixel = mark_in(measured, "/m/")
    click = re.search(r"\?m=([\w.-]+)", measured.text)
    assert click is not None
    for _ in range(2):
        await room.answers.opened(pixel)
        await room.answers.clicked(click[1])
    with pytest.raises(NotFound):
        await room.answers.unsubscribe(pixel)
    found = (await room.campaigns.one(MARKUS, campaign_id)).campaign
    assert (found.mail_opened, found.mail_clicked) == (1, 1)
    await core.consents.set(una, Purpose.ANALYTICS, granted=False)
    second = await room.drafted("Two", cap=None)
    await room.sent(second)
    assert all("/m/" not in mail.html for mail in mailer.sent[2:])
    events = [event for event in await core.log() if event.type in _MAIL]
    assert [event.contact_id for event in events if event.type is not EventType.MAIL_SENT] == [
        None,
        None,
    ]


_MAIL = {EventType.MAIL_SENT, EventType.MAIL_OPENED, EventType.MAIL_CLICKED}


async def test_a_yes_taken_back_between_planning_and_sending_counts(any_core: Core) -> None:
    core, mailer = any_core, MemoryMailer()
    room = Mailroom(core, mailer)
    una = await customer(core, "Una")
    campaign_id = await room.drafted()
    await room.campaigns.start(MARKUS, campaign_id)
    await room.runs.run()
    await core.consents.set(una, Purpose.MARKETING, granted=False)
    await room.work()
    done = await room.campaigns.one(MARKUS, campaign_id)
    assert (mailer.sent, done.reasons) == ([], {"no_consent": 1})


async def test_who_unsubscribed_hears_from_us_again_after_a_new_yes_only(any_core: Core) -> None:
    core, mailer = any_core, MemoryMailer()
    room = Mailroom(core, mailer)
    una = await customer(core, "Una")
    await room.sent(await room.drafted())
    await room.answers.unsubscribe(mark_in(mailer.sent[0], "/u/"))
    core.clock.forward(days=30)
    assert (await room.sent(await room.drafted("Two"))).reasons == {"no_consent": 1}
    await core.consents.set(una, Purpose.MARKETING, granted=True)
    assert (await room.sent(await room.drafted("Three"))).mails == {"sent": 1}


async def test_who_is_forgotten_leaves_a_count_and_no_address(any_core: Core) -> None:
    core, mailer = any_core, MemoryMailer()
    room = Mailroom(core, mailer)
    una = await customer(core, "Una")
    campaign_id = await room.drafted()
    await room.sent(campaign_id)
    async with core.store.read() as tx:
        contact_id = (await contact_of(tx, una)).id
    await core.consents.forget_me(una)
    assert (await room.campaigns.one(MARKUS, campaign_id)).mails == {"sent": 1}
    async with core.store.read() as tx:
        assert await tx.campaigns.had({contact_id: None}, core.clock() - timedelta(days=1)) == {}
    await room.answers.unsubscribe(mark_in(mailer.sent[0], "/u/"))


async def test_a_mail_that_may_have_left_is_not_sent_again(any_core: Core) -> None:
    core, mailer = any_core, MemoryMailer()
    room = Mailroom(core, mailer)
    await customer(core, "Una")
    campaign_id = await room.drafted(cap=Cap(1, 7))
    await room.campaigns.start(MARKUS, campaign_id)
    await room.runs.run()
    # A hub that dies with the mail in its hands: claimed, and never recorded.
    assert await room.outbox._claim() is not None
    core.clock.forward(minutes=5)
    await room.work()
    done = await room.campaigns.one(MARKUS, campaign_id)
    assert (mailer.sent, done.mails) == ([], {"unknown": 1})
    assert done.campaign.state.value == "done"


async def test_a_report_of_a_hard_bounce_ends_mails_to_an_address_at_once(any_core: Core) -> None:
    core = any_core
    await customer(core, "Una")
    mailer = MemoryMailer()
    room = Mailroom(core, mailer)
    reports = MailAddresses(core.store, core.clock)
    await room.sent(first := await room.drafted("One"))
    ours = mailer.sent[0].message_id
    for _ in range(2):
        (soft,) = await reports.reported(MARKUS, report("delayed", "4.2.0", ours))
        assert soft.kind.value == "soft"
    assert await reports.refusing(MARKUS) == []
    for _ in range(2):
        await reports.reported(MARKUS, report("failed", "5.1.1", ours))
    (held,) = await reports.refusing(MARKUS, "UNA@mail.test ")
    assert (held.refusal, held.bounces, held.soft_bounces) == ("bounced", 1, 1)
    assert (await room.campaigns.one(MARKUS, first)).mails == {"bounced": 1}
    core.clock.forward(days=30)
    second = await room.campaigns.dry_run(MARKUS, await room.drafted("Two"))
    assert second.reasons == {"do_not_contact": 1}
    with pytest.raises(Invalid):
        await reports.reported(MARKUS, b"Subject: hello\n\nme again")
    with pytest.raises(NotAllowed):
        await reports.reported(ANNA, report("failed", "5.1.1", ours))
    lines = [line.type.value for line in await core.log()]
    assert [lines.count(kind) for kind in ("mail_sent", "mail_delayed", "mail_bounced")] == [
        1,
        1,
        1,
    ]


async def test_an_address_is_put_on_the_list_by_hand_and_lifted_with_a_reason(
    any_core: Core,
) -> None:
    core = any_core
    await customer(core, "Una")
    room = Mailroom(core, MemoryMailer())
    listed = MailAddresses(core.store, core.clock)
    held = await listed.add(MARKUS, " Una@mail.test", "Asked by telephone")
    with pytest.raises(Conflict):
        await listed.add(MARKUS, "una@mail.test", "Asked again")
    for email, reason in (("no address", "why not"), ("otto@mail.test", " ")):
        with pytest.raises(Invalid):
            await listed.add(MARKUS, email, reason)
    with pytest.raises(NotAllowed):
        await listed.add(ANNA, "otto@mail.test", "Asked")
    assert [one.digest for one in await listed.refusing(MARKUS)] == [held.digest]
    assert await listed.refusing(MARKUS, "otto@mail.test") == []
    drafted = await room.drafted()
    assert (await room.campaigns.dry_run(MARKUS, drafted)).reasons == {"do_not_contact": 1}
    with pytest.raises(NotFound):
        await listed.lift(MARKUS, "somebody", "Asked for it")
    await listed.lift(MARKUS, held.digest, "Wants the news again")
    assert (await room.campaigns.dry_run(MARKUS, drafted)).receivers == 1
    told = [(line.action, line.reason.partition(": ")[2]) for line in await core.reveals.audit(ADA)]
    assert told == [
        ("do_not_contact_lifted", "Wants the news again"),
        ("do_not_contact_added", "Asked by telephone"),
    ]
