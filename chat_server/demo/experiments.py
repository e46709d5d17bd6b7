"""An experiment that has been: two greetings, who saw which, and what came of it."""

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
# Two of three who talked had been greeted warmly: what the page is to find.
_WARM_SHARE = 0.68
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
    made = _experiment(inbox, now)
    begin, length = now - _BEGAN, _BEGAN - _ENDED
    talked = {
        contact_id: at - _BEFORE
        for contact_id, at in _first(dialogues, inbox.locale).items()
        if begin < at - _BEFORE < begin + length
    }
    silent = [(begin + length * random.random(), new_id()) for _ in range(_SILENT)]
    seen = sorted([*silent, *((at, contact_id) for contact_id, at in talked.items())])
    exposures: list[Exposure] = []
    counts = [0, 0]
    for at, contact_id in seen:
        variant = counts[1] < counts[0] or (counts[1] == counts[0] and random.random() < 1 / 2)
        if contact_id in talked:
            variant = random.random() < _WARM_SHARE
        counts[variant] += 1
        exposures.append(made.expose(new_id(), contact_id, int(variant), at))
    return Past(made, exposures, [exposed(made, one) for one in exposures])


def _experiment(inbox: Inbox, now: datetime) -> Experiment:
    variants = Variant("A", 0.5, inbox.greeting), Variant("B", 0.5, _WARM)
    return Experiment(
        id=new_id(),
        inbox_id=inbox.id,
        name="A warmer greeting",
        design=Design.AB,
        variants=plain(variants),
        goal=OutcomeKey.DIALOGUE,
        effect=0.05,
        baseline=0.1,
        window_hours=_HOURS,
        created_at=now - _BEGAN - timedelta(days=1),
        started_at=now - _BEGAN,
        ended_at=now - _ENDED,
    )


def _first(dialogues: Sequence[ResponseEvent], locale: str) -> dict[str, datetime]:
    """When whoever reads the inbox's language talked first; `dialogues` are oldest first."""
    found: dict[str, datetime] = {}
    for one in dialogues:
        if one.language == locale:
            found.setdefault(one.contact_id, one.opened_at)
    return found
