"""Reports on those who answer: the bot, and people."""

from __future__ import annotations

from collections import Counter

from chat_server.domain.tally import (
    AGENT,
    AGENT_RATED,
    AGENT_REPLY,
    AGENT_RESOLVED,
    ASKED_AGAIN,
    BOT_RATED,
    BY_ANYONE,
    FIRST_REPLY,
    HANDOFF_REASON,
    INTENT,
    INTENT_HANDED,
    MISSED,
    Tally,
    median,
)
from chat_server.services.reports import Counts
from chat_server.wire import answering as w
from chat_server.wire.marketing import Share

from .call import Call
from .marketing import period

_LANGUAGE = 1
_MOST_INTENTS = 200


async def bot(call: Call) -> w.BotReport:
    """What the bot understood, answered alone and handed over."""
    return bot_view(await call.services.reports.bot(call.agent, *period(call)))


async def agents(call: Call) -> w.AgentsReport:
    """What people took, how fast and how it was rated."""
    return agents_view(await call.services.reports.agents(call.agent, *period(call)))


def bot_view(counts: Counts) -> w.BotReport:
    """Every figure with its base."""
    tally = counts.tally
    scores = Counter({n: tally.shares(BOT_RATED)[str(n)] for n in range(1, 6)})
    return w.BotReport(
        from_=counts.since,
        to=counts.until,
        dialogues=tally.total("dialogues"),
        resolved=tally.total("resolved"),
        bot_alone=tally.total("bot_alone"),
        handed_off=tally.total("handed_off"),
        missed=tally.waits(MISSED),
        asked_again=tally.waits(ASKED_AGAIN),
        rated=scores.total(),
        rating_mean=_mean(scores),
        ratings=_ratings(scores),
        first_replies=tally.waits(FIRST_REPLY),
        first_reply_median_seconds=tally.median(FIRST_REPLY),
        languages=_languages(tally),
        intents=[
            w.IntentCount(intent=key, dialogues=n, handed_off=tally.shares(INTENT_HANDED)[key])
            for key, n in _most_first(tally.shares(INTENT))[:_MOST_INTENTS]
        ],
        handoff_reasons=_shares(tally.shares(HANDOFF_REASON)),
    )


def agents_view(counts: Counts) -> w.AgentsReport:
    """Whoever took something, who took most first."""
    tally = counts.tally
    return w.AgentsReport(
        from_=counts.since,
        to=counts.until,
        handed_off=tally.total("handed_off"),
        taken=tally.waits(BY_ANYONE),
        waits=tally.waits(AGENT_REPLY),
        wait_median_seconds=tally.median(AGENT_REPLY),
        agents=[
            _agent(tally, agent_id, counts.names.get(agent_id, ""), n)
            for agent_id, n in _most_first(tally.shares(AGENT))
        ],
        handoff_reasons=_shares(tally.shares(HANDOFF_REASON)),
    )


def _agent(tally: Tally, agent_id: str, name: str, dialogues: int) -> w.AgentCount:
    scores = Counter({n: tally.shares(kind)[agent_id] for n, kind in enumerate(AGENT_RATED, 1)})
    waits = tally.by_agent(agent_id)
    return w.AgentCount(
        id=agent_id,
        name=name,
        dialogues=dialogues,
        resolved=tally.shares(AGENT_RESOLVED)[agent_id],
        rated=scores.total(),
        rating_mean=_mean(scores),
        ratings=_ratings(scores),
        waits=waits.total(),
        wait_median_seconds=median(waits),
    )


def _languages(tally: Tally) -> list[w.LanguageCount]:
    sums: dict[str, Counter[str]] = {}
    for about, more in tally.counts.items():
        sums.setdefault(about[_LANGUAGE], Counter()).update(more)
    return [
        w.LanguageCount(
            language=language,
            missed=tally.shares(MISSED)[language],
            **{name: sums[language][name] for name in ("resolved", "bot_alone", "handed_off")},
            dialogues=n,
        )
        for language, n in _most_first(Counter({k: one["dialogues"] for k, one in sums.items()}))
    ]


def _mean(scores: Counter[int]) -> float | None:
    total = scores.total()
    return round(sum(score * n for score, n in scores.items()) / total, 2) if total else None


def _ratings(scores: Counter[int]) -> list[Share]:
    return [Share(key=str(score), count=scores[score]) for score in range(1, 6)]


def _shares(counted: Counter[str]) -> list[Share]:
    return [Share(key=key, count=n) for key, n in _most_first(counted)]


def _most_first(counted: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counted.items(), key=lambda one: (-one[1], one[0]))
