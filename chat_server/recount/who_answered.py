"""What the pages of bot and people ought to show, from dialogues read out of the log."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from .dialogues import Told, by_bot_alone, handed_off_at, handoff_reason, said
from .pages import Figures, median, shares, wait


def bot(found: Sequence[Told]) -> Figures:
    """`/reports/bot`."""
    first = [wait(told.opened_at, told.first_reply_at) for told in found]
    by_language: dict[str, list[Told]] = defaultdict(list)
    by_intent: dict[str, list[Told]] = defaultdict(list)
    for told in found:
        by_language[said(told, "language") or "en"].append(told)
        for intent in told.intents:
            by_intent[intent].append(told)
    return {
        **_fates(found),
        "asked_again": _many(found, lambda told: told.asked_again > 0),
        **_rated(told for told in found if by_bot_alone(told)),
        "first_replies": sum(one is not None for one in first),
        "first_reply_median_seconds": median(first),
        "languages": {language: _fates(theirs) for language, theirs in by_language.items()},
        "intents": {
            intent: {
                "dialogues": len(theirs),
                "handed_off": _many(theirs, lambda told: bool(told.handoffs)),
            }
            for intent, theirs in by_intent.items()
        },
        "handoff_reasons": shares(map(handoff_reason, found)),
    }


def agents(found: Sequence[Told]) -> Figures:
    """`/reports/agents`."""
    waits = [wait(handed_off_at(told), told.first_agent_reply_at) for told in found]
    taken: dict[str, list[Told]] = defaultdict(list)
    for told in found:
        for agent in told.agents:
            taken[agent].append(told)
    return {
        "handed_off": _many(found, lambda told: bool(told.handoffs)),
        "taken": _many(found, lambda told: bool(told.agents)),
        "waits": sum(one is not None for one in waits),
        "wait_median_seconds": median(waits),
        "agents": {agent: _person(theirs) for agent, theirs in taken.items()},
        "handoff_reasons": shares(map(handoff_reason, found)),
    }


def _person(theirs: Sequence[Told]) -> Figures:
    alone = [told for told in theirs if len(told.agents) == 1]
    waits = [wait(handed_off_at(told), told.first_agent_reply_at) for told in alone]
    return {
        "dialogues": len(theirs),
        "resolved": _many(theirs, lambda told: told.resolved is not None),
        **_rated(theirs),
        "waits": sum(one is not None for one in waits),
        "wait_median_seconds": median(waits),
    }


def _fates(found: Sequence[Told]) -> Figures:
    return {
        "dialogues": len(found),
        "resolved": _many(found, lambda told: told.resolved is not None),
        "bot_alone": _many(found, by_bot_alone),
        "handed_off": _many(found, lambda told: bool(told.handoffs)),
        "missed": _many(found, lambda told: told.misses > 0),
    }


def _rated(found: Iterable[Told]) -> Figures:
    scores = Counter(told.rating for told in found if told.rating is not None)
    rated = scores.total()
    total = sum(score * n for score, n in scores.items())
    return {
        "rated": rated,
        "rating_mean": round(total / rated, 2) if rated else None,
        "ratings": {str(score): scores[score] for score in range(1, 6)},
    }


def _many(found: Iterable[Told], holds: Callable[[Told], bool]) -> int:
    return sum(map(holds, found))
