"""Listening, and agents' verdicts on dialogues."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime

from chat_server.domain.listening.rise import FEWEST_DAYS
from chat_server.domain.listening.themes import Kind, Theme
from chat_server.wire import listening as w

from .call import Call
from .marketing import period


async def report(call: Call) -> w.ListeningReport:
    """What customers told and asked for, what rose, and wishes that nobody can fulfil yet."""
    made = await call.services.listening.report(call.agent, *period(call))

    def view(theme: Theme) -> w.ThemeView:
        return w.ThemeView(
            kind=theme.kind,
            key=theme.key,
            about=theme.about,
            about_name=made.names.get(theme.about or "", theme.about),
        )

    return w.ListeningReport(
        from_=_midnight(made.since),
        to=_midnight(made.until),
        dialogues=made.dialogues,
        told=made.told,
        themes=[
            w.ThemeCountView(
                theme=view(one.theme),
                dialogues=one.dialogues,
                previous=one.previous,
                days=one.days,
            )
            for one in made.themes
        ],
        alerts=[
            w.AlertView(
                theme=view(one.theme),
                day=one.day.isoformat(),
                days=one.rise.days,
                count=one.rise.count,
                expected=one.rise.expected,
                chance=one.rise.chance,
            )
            for one in made.alerts
        ],
        wishes=[w.WishView.model_validate(one) for one in made.wishes],
        by_visitors=w.RatedView.model_validate(made.by_visitors),
        by_agents=w.RatedView.model_validate(made.by_agents),
        fewest_days=FEWEST_DAYS,
        unheard=made.unheard,
    )


async def rises(call: Call) -> w.RecentRises:
    """What rose in the last week."""
    made = await call.services.rises.recent(call.agent)
    return w.RecentRises(
        since=made.since.isoformat(),
        items=[
            w.RiseView(
                theme=w.ThemeView(
                    kind=_KINDS[one.kind],
                    key=one.key,
                    about=one.about,
                    about_name=made.names.get(one.about or "", one.about),
                ),
                day=one.day,
                days=one.days,
                count=one.count,
                expected=one.expected,
            )
            for one in made.found
        ],
        mails=made.mails,
        can_mail=made.can_mail,
    )


async def rise_mails(call: Call) -> None:
    """Whether this account wants a mail of each rise to come."""
    await call.services.rises.want_mails(call.agent, wanted=call.body.wanted)


async def rate(call: Call) -> None:
    """How a dialogue went, as the agent sees it; the latest verdict counts."""
    body = call.body
    await call.services.verdicts.rate(call.agent, call.path("id"), body.score, body.comment)


_KINDS: Mapping[str, Kind] = {"told": "told", "intent": "intent", "handoff": "handoff"}


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
