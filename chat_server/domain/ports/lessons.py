"""Reviewed lines, and what the bot is taught already."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from chat_server.domain.lessons.heard import Certainty, Heard, Tally
    from chat_server.domain.lessons.job import BotJob, OwnIntent, Trainer
    from chat_server.domain.lessons.lesson import Lesson


class Lessons(Protocol):
    """Lines that were reviewed, and those that may be."""

    async def tallies(
        self, since: datetime, until: datetime, looked_at: int
    ) -> tuple[list[Tally], int]:
        """Of lines of [since, until) that nobody reviewed and whose words are there still; `looked_at` newest ones at most, and how many there were."""

    async def lines(
        self,
        since: datetime,
        until: datetime,
        looked_at: int,
        language: str,
        certainty: Certainty,
        most: int | None,
    ) -> list[tuple[Heard, int, str]]:
        """Those of them, newest first, with place and words; `most`: no more."""

    async def words(self, message_ids: Sequence[str]) -> dict[str, tuple[int, str]]:
        """Place and words of those visitors' messages that still exist and are plain text."""

    async def of(self, message_ids: Sequence[str]) -> dict[str, Lesson]:
        """By message."""

    async def get(self, lesson_id: str) -> Lesson | None: ...
    async def all(self, limit: int) -> list[Lesson]:
        """Last reviewed first."""

    async def remove(self, lesson: Lesson) -> None: ...


class BotJobs(Protocol):
    """What the trainer is asked to do, who it is, and intents made here."""

    async def get(self, job_id: str) -> BotJob | None: ...
    async def open(self) -> BotJob | None:
        """The one that waits or runs; nobody else changes it until the transaction ends."""

    async def latest(self, limit: int) -> list[BotJob]:
        """Last asked first."""

    async def trainer(self) -> Trainer | None: ...
    async def intents(self) -> list[OwnIntent]:
        """By name."""

    async def remove(self, intent: OwnIntent) -> None: ...


class Taught(Protocol):
    """The bot's examples, read from the disk; callers leave the event loop to it."""

    def files(self) -> Mapping[tuple[str, str], str]:
        """By language and topic."""
