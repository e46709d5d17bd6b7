"""Two experiments: one that has been, with a verdict, and one that runs where nobody who tries the demo comes by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from chat_server.domain.experiments.design import Design, Variant
from chat_server.domain.experiments.experiment import Experiment, Exposure, exposed, plain
from chat_server.domain.experiments.outcomes import OutcomeKey
from chat_server.domain.ids import new_id

if TYPE_CHECKING:
    from random import Random

    from chat_server.domain.events import Event
    from chat_server.domain.inbox import Inbox
    from chat_server.domain.response_event import ResponseEvent

_WARM = "Lovely to see you! Tell me what you are out for, and I will find it."
_BEGAN, _ENDED = timedelta(days=55), timedelta(days=4)
_SILENT = 780
_BEGAN_THERE, _SILENT_THERE = timedelta(days=30), 480
# Two of three who talked had been greeted warmly: what the page is to find.
_WARM_SHARE = 0.72
_BEFORE = timedelta(seconds=40)
_HOURS = 24


@dataclass(frozen=True)
class Past:
    """The experiment, who saw what, and the log's lines about it."""

    experiment: Experiment
    exposures: list[Exposure]
    events: list[Event]


def past(inbox: Inbox, dialogues: Sequence[ResponseEvent], random: Random, now: datetime) -> Past:
    """It has ended, so that everybody who tries the demo is greeted by the inbox's own greeting."""
    variants = Variant("A", 0.5, inbox.greeting), Variant("B", 0.5, _WARM)
    made = _experiment(
        inbox, "A warmer greeting", variants, (now - _BEGAN, now - _ENDED), (0.1, 0.05)
    )
    return _seen(made, dialogues, random, (now - _ENDED, _SILENT, _WARM_SHARE), inbox.locale)


def running(
    inbox: Inbox, dialogues: Sequence[ResponseEvent], random: Random, now: datetime
) -> Past:
    """It goes on, is dealt evenly, and nothing is clear yet."""
    variants = (
        Variant("A", 0.5, inbox.greeting),
        Variant("B", 0.5, inbox.greeting, ("Jackets", "Boots", "Wool")),
    )
    made = _experiment(
        inbox, "Replies to pick from", variants, (now - _BEGAN_THERE, None), (0.03, 0.03)
    )
    return _seen(made, dialogues, random, (now, _SILENT_THERE, 1 / 2), inbox.locale)


def _seen(
    made: Experiment,
    dialogues: Sequence[ResponseEvent],
    random: Random,
    shape: tuple[datetime, int, float],
    locale: str,
) -> Past:
    """Until when, how many said nothing, and how many of those who talked had seen the second."""
    end, silence, share = shape
    begin = made.started_at or made.created_at
    talked = {
        contact_id: at - _BEFORE
        for contact_id, at in _first(dialogues, made.inbox_id, locale).items()
        if begin < at - _BEFORE < end
    }
    silent = [(begin + (end - begin) * random.random(), new_id()) for _ in range(silence)]
    seen = sorted([*silent, *((at, contact_id) for contact_id, at in talked.items())])
    exposures: list[Exposure] = []
    counts = [0, 0]
    for at, contact_id in seen:
        variant = counts[1] < counts[0] or (counts[1] == counts[0] and random.random() < 1 / 2)
        if contact_id in talked:
            variant = random.random() < share
        counts[variant] += 1
        exposures.append(made.expose(new_id(), contact_id, int(variant), at))
    return Past(made, exposures, [exposed(made, one) for one in exposures])


def _experiment(
    inbox: Inbox,
    name: str,
    variants: tuple[Variant, Variant],
    lasted: tuple[datetime, datetime | None],
    expected: tuple[float, float],
) -> Experiment:
    """When it began and ended; which share was expected, and which difference matters."""
    (began, ended), (baseline, effect) = lasted, expected
    return Experiment(
        id=new_id(),
        inbox_id=inbox.id,
        name=name,
        design=Design.AB,
        variants=plain(variants),
        goal=OutcomeKey.DIALOGUE,
        effect=effect,
        baseline=baseline,
        window_hours=_HOURS,
        created_at=began - timedelta(days=1),
        started_at=began,
        ended_at=ended,
    )


def _first(dialogues: Sequence[ResponseEvent], inbox_id: str, locale: str) -> dict[str, datetime]:
    """When whoever reads the inbox's language talked first; `dialogues` are oldest first."""
    found: dict[str, datetime] = {}
    for one in dialogues:
        if one.inbox_id == inbox_id and one.language == locale:
            found.setdefault(one.contact_id, one.opened_at)
    return found
