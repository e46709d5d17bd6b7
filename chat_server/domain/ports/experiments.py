"""Experiments, and who saw what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from chat_server.domain.experiments.experiment import Experiment, Exposure
    from chat_server.domain.experiments.outcomes import OutcomeKey
    from chat_server.domain.experiments.sequences import Tally

    from .lists import Slice


@dataclass(frozen=True)
class Usual:
    """People who came to an inbox for the first time in a period, and how many of them did what."""

    people: int
    reached: Mapping[OutcomeKey, int]


class Experiments(Protocol):
    """What they are about, exposures, and outcomes of those."""

    async def get(self, experiment_id: str) -> Experiment | None: ...
    async def lock(self, experiment_id: str) -> Experiment | None:
        """One writer until the commit."""

    async def search(self, query: str | None, piece: Slice | None = None) -> list[Experiment]:
        """By part of the name, newest first; all of them, or a piece."""

    async def remove(self, experiment: Experiment) -> None: ...
    async def running(self, inbox_id: str) -> Experiment | None:
        """An inbox has one at a time."""

    async def first_exposure(self, experiment_id: str, contact_id: str) -> Exposure | None: ...
    async def people(self) -> dict[str, int]:
        """Who saw something, by experiment."""

    async def deal(self, experiment_id: str, as_of: datetime) -> Sequence[int]:
        """The variant of everybody who had seen theirs at `as_of`, in that order."""

    async def tallies(
        self, experiment: Experiment, as_of: datetime
    ) -> list[dict[OutcomeKey, Tally]]:
        """By variant, of those whose time to respond was over at `as_of`."""

    async def usual(self, inbox_id: str, since: datetime, until: datetime) -> Usual: ...
