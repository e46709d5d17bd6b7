"""`verify-events`: pages as they are beside pages as the log says they should be."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import sqlalchemy as sa

from chat_server.clock import utc_now
from chat_server.domain.agent import Role
from chat_server.domain.cohorts import Unit
from chat_server.domain.credit import DAYS
from chat_server.domain.masking import Pseudonyms
from chat_server.domain.ports import Clock, Slice
from chat_server.domain.segments.reading import read
from chat_server.help.folder import HelpFolder
from chat_server.masking.finder import RuleFinder
from chat_server.services.access import AgentCaller
from chat_server.services.campaigns import Campaigns
from chat_server.services.customers import Customers
from chat_server.services.element_report import ElementReports
from chat_server.services.elements import Elements
from chat_server.services.experiments import Experiments
from chat_server.services.help_report import HelpReports
from chat_server.services.incentives import Incentives
from chat_server.services.listening import Listening
from chat_server.services.masking import Masking
from chat_server.services.offer_report import OfferReports
from chat_server.services.reports import Reports
from chat_server.services.segments import Segments
from chat_server.store import tables as t
from chat_server.store.database import Engines
from chat_server.store.sql_store import SqlStore

from . import (
    customers,
    experiments,
    incentives,
    listening,
    newsletters,
    offers,
    shown,
    who_answered,
)
from .brought import shown_campaigns, shown_steps
from .comparing import Difference, compare
from .dialogues import Reading, as_row
from .known import read_known
from .lines import lines
from .owed import without_dialogues
from .pages import Pages, Period
from .rows import Rows, read_rows
from .segments import Town

_WHO = AgentCaller("verify-events", "verify-events", Role.ADMIN)
# An administrator reads without masks, so nobody sees their codes.
_MASKING = Masking(RuleFinder(), Pseudonyms(""))
_LENGTHS = (7, 30, 90, 1100)
_AT_ONCE = 5_000
_EVERY = Slice(limit=100_000)
# Rises are looked for on every day, which takes its time; longer ones are sums of the same.
_LISTENED = timedelta(days=100)
Tell = Callable[[str], None]


@dataclass
class Verified:
    """What was compared, page by page, and what is not equal."""

    pages: dict[str, int] = field(default_factory=dict)
    differing: list[Difference] = field(default_factory=list)
    lines: int = 0
    dialogues: int = 0
    unnamed: int = 0
    astray: int = 0

    def add(self, page: str, place: str, is_shown: object, counted: object) -> None:
        """One more part of a page."""
        figures, differing = compare(place, is_shown, counted)
        self.pages[page] = self.pages.get(page, 0) + figures
        self.differing += differing


class Verification:
    """Of one database; nothing is written to it."""

    def __init__(
        self,
        engines: Engines,
        help_folder: Path,
        tell: Tell = lambda _: None,
        clock: Clock = utc_now,
    ) -> None:
        self._engines = engines
        self._clock = clock
        self._store = SqlStore(engines, lambda _: None)
        self._help = HelpFolder(help_folder)
        self._tell = tell

    async def verify(self, periods: list[Period] | None = None) -> Verified:
        """Every figure of every page; without `periods` those that end today, short and long."""
        made = Verified()
        reading = Reading()
        async for piece in lines(self._engines.reader):
            reading.take(piece)
            self._tell(f"{reading.lines:,} lines of the log, {len(reading.dialogues):,} dialogues")
        made.lines, made.dialogues = reading.lines, len(reading.dialogues)
        made.astray = reading.astray
        await self._rows(reading, made)
        self._tell("every dialogue compared")
        async with self._engines.reader.connect() as connection:
            known, rows = await read_known(connection), await read_rows(connection)
        pages = Pages(reading, known)
        for period in periods or _usual(reading, self._clock()):
            await self._reports(pages, period, made)
        elements = Elements(self._store, self._clock)
        made.add(
            "elements",
            "elements",
            shown.elements(await elements.all(_WHO)),
            pages.elements(),
        )
        made.add(
            "campaigns",
            "campaigns",
            shown.campaigns(await elements.campaigns(_WHO)),
            pages.campaigns(),
        )
        await self._retention(pages, made)
        await self._experiments(pages, made)
        await self._newsletters(reading, made)
        await self._customers(rows, made)
        for since, until in periods or _usual(reading, self._clock()):
            promised = await Incentives(self._store, self._clock).report(_WHO, since, until)
            names = [one.id for one, _ in promised.counted]
            made.add(
                "incentives",
                f"incentives, {since.date()} to {until.date()}",
                incentives.shown(promised),
                incentives.counted(reading.given, names, reading.dialogues, since, until),
            )
            made.add(
                "offers",
                f"offers, {since.date()} to {until.date()}",
                offers.shown(await OfferReports(self._store).report(_WHO, since, until)),
                offers.counted(reading.offers, reading.dialogues, rows, since, until),
            )
        await self._segments(Town(rows, reading.dialogues.values()), rows, made)
        for since, until in periods or _usual(reading, self._clock()):
            if until - since > _LISTENED:
                continue
            report = await Listening(self._store, self._clock, _MASKING).report(_WHO, since, until)
            counted = listening.counted(report, reading.dialogues, rows)
            place = f"listening, {since.date()} to {until.date()}"
            made.add("listening", place, listening.shown(report), counted)
        return made

    async def length(self) -> int:
        """Lines of the log by now."""
        async with self._engines.reader.connect() as connection:
            return await connection.scalar(sa.select(sa.func.count()).select_from(t.events)) or 0

    async def _reports(self, pages: Pages, period: Period, made: Verified) -> None:
        name = f"{period[0].date()} to {period[1].date()}"
        self._tell(f"pages of {name}")
        reports = Reports(self._store)
        overview = shown.overview(await reports.overview(_WHO, *period))
        made.add("overview", f"overview, {name}", overview, pages.overview(period))
        bot = shown.bot(await reports.bot(_WHO, *period))
        made.add("bot", f"bot, {name}", bot, who_answered.bot(pages.within(period)))
        people = shown.agents(await reports.agents(_WHO, *period))
        made.add("agents", f"agents, {name}", people, who_answered.agents(pages.within(period)))
        memory = shown.memory(await reports.memory(_WHO, *period))
        made.add("memory", f"memory, {name}", memory, pages.memory(period))
        told = await HelpReports(self._store, self._help, _MASKING).report(_WHO, *period)
        made.add("help", f"help, {name}", shown.help_pages(told), pages.help(period))
        elements = ElementReports(self._store)
        counted = pages.credit(period, DAYS)
        credited = {
            code: shown.credit(await elements.credit(_WHO, code, *period)) for code in counted
        }
        made.add("orders by element", f"orders by element, {name}", credited, counted)

        owed = shown.orders(await elements.orders(_WHO, *period))
        made.add(
            "orders of all elements", f"orders of all, {name}", owed, without_dialogues(counted)
        )
        for code in counted:
            found = shown_steps(await elements.one(_WHO, code, *period))
            made.add("steps", f"steps of {code}, {name}", found, pages.element(code, period))
        told_of = await reports.campaigns(_WHO, *period, _EVERY)
        brought = shown_campaigns(told_of), pages.brought(period)
        made.add("campaigns' reports", f"campaigns, {name}", *brought)

    async def _customers(self, rows: Rows, made: Verified) -> None:
        report = await Customers(self._store, self._clock).report(_WHO)
        found = await asyncio.to_thread(customers.counted, rows, report.at)
        made.add("customers", "customers", customers.shown(report), found)

    async def _retention(self, pages: Pages, made: Verified) -> None:
        today = self._clock().astimezone(UTC).date()
        for unit in Unit:
            found = await Reports(self._store).retention(_WHO, unit, today)
            counted = pages.retention(unit.value, today)
            made.add("retention", f"retention by {unit}", shown.retention(unit, found), counted)

    async def _experiments(self, pages: Pages, made: Verified) -> None:
        service = Experiments(self._store, self._clock)
        for one in await service.all(_WHO, None):
            report = await service.report(_WHO, one.experiment.id)
            place = f"experiment {one.experiment.name}"
            made.add("experiments", place, experiments.shown(report), pages.experiment(report))
        for report in await service.reports(_WHO, None, _EVERY):
            place = f"report of experiment {report.experiment.name}"
            counted = pages.experiment(report)
            made.add("experiments' reports", place, experiments.shown(report), counted)

    async def _newsletters(self, reading: Reading, made: Verified) -> None:
        told = newsletters.mails(reading.mails)
        service = Campaigns(self._store, self._clock, mail=False)
        async with self._store.read() as tx:
            names = {one.id: one.name for one in await tx.elements.campaigns()}
        for campaign_id, name in names.items():
            found = await service.one(_WHO, campaign_id)
            counted = newsletters.counted(told.get(campaign_id, newsletters.Mails()))
            made.add("newsletters", f"newsletter {name}", newsletters.shown(found), counted)

    async def _segments(self, town: Town, rows: Rows, made: Verified) -> None:
        """Of one moment: "in the last 30 days" ends there for both."""
        at = self._clock()
        service = Segments(self._store, lambda: at)
        for name, rule in rows.segments:
            shown_size = (await service.preview(_WHO, rule)).count
            counted = await asyncio.to_thread(town.count, read(rule), at)
            made.add("segments", f"segment {name}", {"size": shown_size}, {"size": counted})

    async def _rows(self, reading: Reading, made: Verified) -> None:
        """Every response event, field by field; and whose those dialogues are that the log names nobody for."""
        seen: set[str] = set()
        async for row in self._response_events():
            name = str(row["conversation_id"])
            told = reading.dialogues.get(name)
            seen.add(name)
            of = f"response event {name}"
            contact = str(row.pop("contact_id"))
            counted = as_row(told) if told else {}
            if told is not None and told.contact_id is None:
                told.contact_id = contact
                made.unnamed += 1
            elif told is not None:
                row["contact_id"], counted["contact_id"] = contact, told.contact_id
            if row == counted:
                made.pages["response events"] = made.pages.get("response events", 0) + len(row)
            else:
                made.add("response events", of, row, counted)
        for name in reading.dialogues.keys() - seen:
            made.add("response events", f"response event {name}", {"there": 0}, {"there": 1})

    async def _response_events(self) -> AsyncIterator[dict[str, object]]:
        c = t.response_events.c
        asked = sa.select(t.response_events).order_by(c.conversation_id).limit(_AT_ONCE)
        last = ""
        async with self._engines.reader.connect() as connection:
            while True:
                found = (await connection.execute(asked.where(c.conversation_id > last))).all()
                if not found:
                    return
                for one in found:
                    yield dict(one._mapping)  # noqa: SLF001 - SQLAlchemy's name for a public thing
                last = found[-1].conversation_id


def _usual(reading: Reading, now: datetime) -> list[Period]:
    """Whole UTC days, as the pages ask for them, up to the day after the last dialogue."""
    newest = max((told.opened_at for told in reading.dialogues.values()), default=None)
    last = max(newest, now) if newest else now
    end = last.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    return [(end - timedelta(days=days), end) for days in _LENGTHS]
