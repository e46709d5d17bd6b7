"""What the page of listening ought to show: facts as they lie there, dialogues and ratings out of the log."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, date
from typing import TYPE_CHECKING

from .dialogues import Told, handoff_reason

if TYPE_CHECKING:
    from chat_server.domain.listening.themes import Theme
    from chat_server.services.listening import ListeningReport

    from .rows import Rows

# As the page's own list has it; what is said in passing is no reason to come.
_TOLD = ("complaint", "praise", "suggestion", "open_problem")
# The page shows no more; who is left out of a longer list cannot be told here.
_MOST = 200
_PASSING = "greet goodbye thanks affirm deny give_name inform stop bot_challenge"


def counted(
    report: ListeningReport,
    dialogues: Mapping[str, Told],
    rows: Rows,
) -> dict[str, object]:
    """Of the report's days."""
    since, until = report.since, report.until
    earlier = since - (until - since)
    days = {name: told.opened_at.astimezone(UTC).date() for name, told in dialogues.items()}
    told_in, wished = _told(rows, days.keys())
    telling: set[str] = set().union(*told_in.values())
    for name, told in dialogues.items():
        for intent in set(told.intents) - set(_PASSING.split()):
            told_in[f"intent {intent}"].add(name)
        if reason := handoff_reason(told):
            told_in[f"handoff {reason}"].add(name)

    def within(names: Iterable[str], first: date, last: date) -> int:
        return sum(first <= days[name] < last for name in names)

    begun = [told for name, told in dialogues.items() if since <= days[name] < until]
    wanted = {_name(one.theme) for one in report.themes}
    if len(report.themes) < _MOST:
        wanted |= {theme for theme, names in told_in.items() if within(names, since, until)}
    return {
        "dialogues": within(days, since, until),
        "told": within(telling, since, until),
        "themes": {
            theme: {
                "dialogues": within(told_in[theme], since, until),
                "previous": within(told_in[theme], earlier, since),
            }
            for theme in wanted
        },
        "wishes": {one.words: within(wished[one.words], since, until) for one in report.wishes},
        "by_visitors": _rated(told.rating for told in begun),
        "by_agents": _rated(told.agent_rating for told in begun),
    }


def _told(
    rows: Rows, dialogues: Collection[str]
) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Dialogues by what was told in them, also by product, and by what was wished for."""
    told_in: dict[str, set[str]] = defaultdict(set)
    wished: dict[str, set[str]] = defaultdict(set)
    for fact in rows.facts:
        where = fact.conversation_id
        if where is None or where not in dialogues or not _counts(fact.state, fact.reason):
            continue
        if fact.key in _TOLD:
            name = f"{fact.key}:{fact.value}" if fact.key == "open_problem" else fact.key
            told_in[f"told {name}"].add(where)
            for about in _about(fact.subject, rows):
                told_in[f"told {name} of {about}"].add(where)
        elif fact.key == "product_interest":
            wished[fact.value].add(where)
    return told_in, wished


def shown(report: ListeningReport) -> dict[str, object]:
    """`/reports/listening`."""
    return {
        "dialogues": report.dialogues,
        "told": report.told,
        "themes": {
            _name(one.theme): {"dialogues": one.dialogues, "previous": one.previous}
            for one in report.themes
        },
        "wishes": {one.words: one.dialogues for one in report.wishes},
        "by_visitors": {"dialogues": report.by_visitors.dialogues, "mean": report.by_visitors.mean},
        "by_agents": {"dialogues": report.by_agents.dialogues, "mean": report.by_agents.mean},
    }


def _name(theme: Theme) -> str:
    name = f"{theme.kind} {theme.key}"
    return f"{name} of {theme.about}" if theme.about else name


def _about(subject: str | None, rows: Rows) -> frozenset[str]:
    """An order stands for what is in it; a number of no order leads to nothing."""
    if subject is None:
        return frozenset()
    if subject in rows.carts:
        return rows.carts[subject]
    return frozenset() if subject.isdecimal() else frozenset({rows.skus.get(subject, subject)})


def _counts(state: str, reason: str | None) -> bool:
    return state != "unconfirmed" and reason != "corrected"


def _rated(scores: Iterable[int | None]) -> dict[str, object]:
    given = [score for score in scores if score is not None]
    return {"dialogues": len(given), "mean": sum(given) / len(given) if given else None}
