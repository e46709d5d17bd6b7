"""Response events, the log, campaigns, elements and reports."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from chat_server.domain.cohorts import Cohort, Unit
from chat_server.domain.errors import Invalid
from chat_server.domain.events import Event
from chat_server.domain.lift.comparison import ENOUGH
from chat_server.domain.response_event import ResponseEvent
from chat_server.domain.tally import AGENT_REPLY, FIRST_REPLY, HANDOFF_REASON, INTENT, Tally
from chat_server.services.elements import Cost, CountedElement
from chat_server.services.help_report import HelpReport
from chat_server.services.reports import ORDER_WITHIN, MemoryReport, Overview
from chat_server.wire import marketing as w
from chat_server.wire.rest import PageOf

from .call import Call
from .paging import cursor_of

_PERIOD = timedelta(days=30)
_LONGEST = timedelta(days=1100)
# The period before is counted too, and has to be in the calendar.
_BEGINNING = datetime.min.replace(tzinfo=UTC)
_MOST_SHARES = 40


async def response_events(call: Call) -> PageOf[w.ResponseEventView]:
    """One row per dialogue."""
    inbox_id = await call.services.inboxes.id_of(call.query.inbox)
    segment = await call.services.segments.belonging(call.agent, call.query.segment)
    found = await call.services.transcripts.response_events(
        call.agent,
        call.query.wanted(call.agent.agent_id, inbox_id, segment),
        call.query.piece(oldest_first=call.query.order == "oldest"),
    )
    cursor = cursor_of(found.last.at, found.last.id) if found.last else None
    keys = {inbox.id: inbox.key for inbox in await call.services.inboxes.all(call.agent)}
    views = [response_event_view(row, keys.get(row.inbox_id, "")) for row in found.items]
    return PageOf[w.ResponseEventView](items=views, next=cursor)


async def response_event(call: Call) -> w.ResponseEventView:
    """Of one dialogue."""
    row = await call.services.transcripts.response_event(call.agent, call.path("id"))
    keys = {inbox.id: inbox.key for inbox in await call.services.inboxes.all(call.agent)}
    return response_event_view(row, keys.get(row.inbox_id, ""))


async def events(call: Call) -> PageOf[w.EventView]:
    """The append-only log after a position; `next` is the position to go on from."""
    found = await call.services.transcripts.log(call.agent, call.query.last, call.query.limit)
    full = len(found) == call.query.limit
    views = [event_view(event) for event in found]
    return PageOf[w.EventView](items=views, next=str(views[-1].position) if full else None)


async def memory(call: Call) -> w.MemoryReport:
    """What remembering is worth, by those who are held out of it."""
    return memory_view(await call.services.reports.memory(call.agent, *period(call)))


async def retention(call: Call) -> w.RetentionReport:
    """Who came back after their first dialogue, by when that was."""
    unit = Unit(call.query.unit)
    last = call.query.until or datetime.now(UTC)
    if last - _BEGINNING < _LONGEST:
        raise Invalid("There is no calendar so early.", {"to": "too early"})
    found = await call.services.reports.retention(call.agent, unit, last.date())
    return retention_view(unit, found)


async def help_pages(call: Call) -> w.HelpReport:
    """What the bot answered from help pages, and what found none."""
    return help_view(await call.services.help_reports.report(call.agent, *period(call)))


async def overview(call: Call) -> w.Overview:
    """Counts of a period beside the one before it."""
    return overview_view(await call.services.reports.overview(call.agent, *period(call)))


def period(call: Call) -> tuple[datetime, datetime]:
    """What is asked for, or the last month; Invalid where it is none."""
    """The one asked for, or the last thirty days."""
    until = call.query.until or datetime.now(UTC)
    since = call.query.since or until - _PERIOD
    length = until - since
    if not timedelta(0) < length <= _LONGEST or since - _BEGINNING < length:
        raise Invalid("The period must begin before it ends, and last three years at most.")
    return since, until


async def campaigns(call: Call) -> PageOf[w.CampaignView]:
    """With how often their elements were opened and the dialogues they brought."""
    found = await call.services.elements.campaigns(call.agent)
    views = [
        w.CampaignView(
            id=item.campaign.id,
            name=item.campaign.name,
            created_at=item.campaign.created_at,
            archived_at=item.campaign.archived_at,
            opened=item.opened,
            dialogues=item.dialogues,
        )
        for item in found
    ]
    return PageOf[w.CampaignView](items=views, next=None)


async def add_campaign(call: Call) -> w.CampaignView:
    """A new campaign."""
    made = await call.services.elements.add_campaign(call.agent, call.body.name)
    return w.CampaignView(
        id=made.id, name=made.name, created_at=made.created_at, opened=0, dialogues=0
    )


async def elements(call: Call) -> PageOf[w.ElementView]:
    """Response elements with their counts, newest first."""
    found = await call.services.elements.all(call.agent)
    return PageOf[w.ElementView](items=[element_view(item) for item in found], next=None)


async def add_element(call: Call) -> w.ElementView:
    """A new response element."""
    body = call.body
    made = await call.services.elements.add_element(
        call.agent,
        code=body.code,
        kind=body.kind,
        name=body.name,
        target_url=body.target_url,
        campaign_id=body.campaign_id,
        variant=body.variant,
        cost=cost_of(body.cost),
        utm=body.utm,
    )
    return element_view(made)


def response_event_view(row: ResponseEvent, inbox_key: str) -> w.ResponseEventView:
    """Facts of one dialogue."""
    fields = {
        name: getattr(row, name) for name in w.ResponseEventView.model_fields if name != "inbox"
    }
    return w.ResponseEventView(inbox=inbox_key, **fields)


def event_view(event: Event) -> w.EventView:
    """A line of the log."""
    return w.EventView.model_validate(event)


def element_view(item: CountedElement) -> w.ElementView:
    """With its counts."""
    element = item.element
    return w.ElementView(
        code=element.code,
        kind=element.kind,
        name=element.name,
        target_url=element.target_url,
        campaign_id=element.campaign_id,
        campaign=item.campaign,
        variant=element.variant,
        created_at=element.created_at,
        opened=item.opened,
        dialogues=item.dialogues,
        cost_cents=element.cost_cents,
        currency=element.currency,
        utm=element.utm,
    )


def cost_of(body: w.CostBody | None) -> Cost | None:
    """As services take it."""
    return Cost(body.cents, body.currency) if body else None


def memory_view(report: MemoryReport) -> w.MemoryReport:
    """Both arms of every measure."""
    return w.MemoryReport(
        from_=report.since,
        to=report.until,
        shares=[w.InboxShare(inbox=name, percent=n) for name, n in report.shares.items()],
        enough=ENOUGH,
        order_days=ORDER_WITHIN.days,
        measures=[w.MemoryMeasure.model_validate(measure) for measure in report.compared],
    )


def retention_view(unit: Unit, found: list[Cohort]) -> w.RetentionReport:
    """With the first day of each, and the day after the last."""

    def days(begin: date, n: int) -> dict[str, str]:
        return {
            "from_": unit.step(begin, n).isoformat(),
            "to": unit.step(begin, n + 1).isoformat(),
        }

    views = [
        w.CohortView(
            **days(one.begin, 0),
            size=one.size,
            came=[w.CameView(**days(one.begin, n), contacts=m) for n, m in enumerate(one.came)],
        )
        for one in found
    ]
    return w.RetentionReport(unit=unit.value, cohorts=views)


def help_view(report: HelpReport) -> w.HelpReport:
    """With the address of each passage."""
    passages = [
        w.HelpPassageView(
            language=one.counted.place.language,
            article=one.counted.place.article,
            passage=one.counted.place.passage,
            path=one.counted.place.path,
            title=one.title,
            heading=one.heading,
            shown=one.counted.shown,
            helpful=one.counted.helpful,
            not_helpful=one.counted.not_helpful,
            handed_off=one.counted.handed_off,
        )
        for one in report.passages
    ]
    questions = [
        w.MissedQuestionView(
            conversation_id=one.missed.conversation_id,
            seq=one.missed.seq,
            language=one.missed.language,
            at=one.missed.at,
            text=one.text,
        )
        for one in report.questions
    ]
    return w.HelpReport(
        from_=report.since,
        to=report.until,
        passages=passages,
        missed=report.missed,
        questions=questions,
    )


def overview_view(report: Overview) -> w.Overview:
    """Every figure with its base."""
    tally = report.tally
    ratings = {score: tally.total(f"rated_{score}") for score in range(1, 6)}
    total = sum(ratings.values())
    mean = sum(score * n for score, n in ratings.items()) / total if total else None
    return w.Overview(
        from_=report.since,
        to=report.until,
        dialogues=tally.total("dialogues"),
        previous_dialogues=report.previous_dialogues,
        handed_off=tally.total("handed_off"),
        resolved=tally.total("resolved"),
        resolved_without_human=tally.total("bot_alone"),
        rated=total,
        rating_mean=round(mean, 2) if mean is not None else None,
        ratings=[w.Share(key=str(score), count=n) for score, n in ratings.items()],
        first_replies=tally.waits(FIRST_REPLY),
        first_reply_median_seconds=tally.median(FIRST_REPLY),
        agent_replies=tally.waits(AGENT_REPLY),
        agent_reply_median_seconds=tally.median(AGENT_REPLY),
        contacts=tally.contacts,
        returning_contacts=tally.returning,
        bot_messages=tally.total("bot_messages"),
        facts_used=tally.total("facts_used"),
        memory_used=tally.total("memory_used"),
        days=[
            w.DayCount(
                day=day.day.isoformat(),
                dialogues=day.dialogues,
                handed_off=day.handed_off,
                resolved=day.resolved,
            )
            for day in report.days()
        ],
        handoff_reasons=_shares(tally, HANDOFF_REASON),
        intents=_shares(tally, INTENT),
        elements=_shares(tally, "element"),
        campaigns=_shares(tally, "campaign"),
        channels=_shares(tally, "channel"),
        languages=_shares(tally, "language"),
    )


def _shares(tally: Tally, name: str) -> list[w.Share]:
    """The most frequent first, and by name where they are equally many."""
    counted = sorted(tally.shares(name).items(), key=lambda one: (-one[1], one[0]))
    return [w.Share(key=key, count=count) for key, count in counted[:_MOST_SHARES]]
