"""What pages show, as trees of figures with a name for each."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from chat_server.rest.answering import agents_view, bot_view
from chat_server.rest.marketing import help_view, memory_view, overview_view, retention_view

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from chat_server.domain.cohorts import Cohort, Unit
    from chat_server.domain.credit import Credit, Which
    from chat_server.services.elements import CountedCampaign, CountedElement
    from chat_server.services.help_report import HelpReport
    from chat_server.services.reports import Counts, MemoryReport, Overview
    from chat_server.wire.marketing import Share

Figures = dict[str, object]
_SHARES = ("handoff_reasons", "intents", "elements", "campaigns", "channels", "languages")


def overview(report: Overview) -> Figures:
    """`/reports/overview`."""
    view = overview_view(report)
    plain = view.model_dump(exclude={"from_", "to", "days", "ratings", *_SHARES})
    days = {day.day: day.model_dump(exclude={"day"}) for day in view.days}
    shares = {name: _by_key(getattr(view, name)) for name in (*_SHARES, "ratings")}
    return {**plain, "days": days, **shares}


def bot(counts: Counts) -> Figures:
    """`/reports/bot`."""
    view = bot_view(counts)
    return {
        **view.model_dump(
            exclude={"from_", "to", "ratings", "languages", "intents", "handoff_reasons"}
        ),
        "ratings": _by_key(view.ratings),
        "handoff_reasons": _by_key(view.handoff_reasons),
        "languages": {one.language: one.model_dump(exclude={"language"}) for one in view.languages},
        "intents": {one.intent: one.model_dump(exclude={"intent"}) for one in view.intents},
    }


def agents(counts: Counts) -> Figures:
    """`/reports/agents`."""
    view = agents_view(counts)
    people = {
        one.id: {
            **one.model_dump(exclude={"id", "name", "ratings"}),
            "ratings": _by_key(one.ratings),
        }
        for one in view.agents
    }
    return {
        **view.model_dump(exclude={"from_", "to", "agents", "handoff_reasons"}),
        "agents": people,
        "handoff_reasons": _by_key(view.handoff_reasons),
    }


def memory(report: MemoryReport) -> Figures:
    """`/reports/memory`."""
    measures = [measure.model_dump() for measure in memory_view(report).measures]
    return {"measures": {str(measure["key"]): measure for measure in measures}}


def retention(unit: Unit, found: list[Cohort]) -> Figures:
    """`/reports/retention`."""
    view = retention_view(unit, found)
    return {one.from_: {at.from_: at.contacts for at in one.came} for one in view.cohorts}


def help_pages(report: HelpReport) -> Figures:
    """`/reports/help`."""
    view = help_view(report)
    passages = {
        f"{one.language}/{one.article}/{one.passage}": {
            "shown": one.shown,
            "helpful": one.helpful,
            "not_helpful": one.not_helpful,
            "handed_off": one.handed_off,
        }
        for one in view.passages
    }
    return {"passages": passages, "missed": view.missed}


def credit(found: Mapping[Which, Credit]) -> Figures:
    """`/elements/{code}/orders`."""
    return {which: asdict(one) for which, one in found.items()}


def orders(found: Mapping[str, Mapping[Which, tuple[int, int]]]) -> Figures:
    """`/reports/elements`."""
    return {
        code: {
            which: {"orders": count, "people": people} for which, (count, people) in touches.items()
        }
        for code, touches in found.items()
    }


def elements(found: Sequence[CountedElement]) -> Figures:
    """`/elements`."""
    return {one.element.code: {"opened": one.opened, "dialogues": one.dialogues} for one in found}


def campaigns(found: Sequence[CountedCampaign]) -> Figures:
    """`/campaigns`."""
    return {one.campaign.id: {"opened": one.opened, "dialogues": one.dialogues} for one in found}


def _by_key(shares: Iterable[Share]) -> dict[str, int]:
    return {share.key: share.count for share in shares}
