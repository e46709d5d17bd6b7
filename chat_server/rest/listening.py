"""Listening, and agents' verdicts on dialogues."""

from __future__ import annotations

from datetime import UTC, date, datetime

from chat_server.domain.listening.rise import FEWEST_DAYS
from chat_server.domain.listening.themes import Theme
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


async def rate(call: Call) -> None:
    """How a dialogue went, as the agent sees it; the latest verdict counts."""
    body = call.body
    await call.services.verdicts.rate(call.agent, call.path("id"), body.score, body.comment)


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
