"""Whoever answers first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chat_server.domain.bot_turn import Answer, BotProcess, BotState, Question
    from chat_server.domain.handoff import HandoffReason


class BotError(Exception):
    """The bot gave no usable answer; `reason` is why a human takes over."""

    def __init__(self, reason: HandoffReason, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason


class Bot(Protocol):
    """Whoever answers first."""

    async def ask(self, question: Question) -> Answer:
        """One turn; raises `BotError` within its own deadline, never anything else."""

    def state(self) -> BotState:
        """As of its last health check."""

    def processes(self) -> list[BotProcess]:
        """Those that answer, well or not; none where nobody else has to run."""

    async def recall(self, question: Question) -> Answer:
        """The answer given to this turn before; raises `BotError` when none is known, and never asks."""

    def has_room(self) -> bool:
        """False while a question would only wait for others to be answered."""

    async def forget(self, conversation_ids: Sequence[str]) -> None:
        """Drops all it keeps of these dialogues; raises `BotError` when it could not."""
