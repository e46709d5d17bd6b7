"""Who answers a conversation now; the epoch counts every change of owner."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class OwnerKind(StrEnum):
    """The bot, the queue of waiting conversations, or one agent."""

    BOT = "bot"
    QUEUE = "queue"
    AGENT = "agent"


@dataclass(frozen=True)
class Owner:
    """What a former owner sends carries an older epoch and is refused."""

    kind: OwnerKind
    agent_id: str | None
    name: str | None
    epoch: int

    def to_queue(self) -> Owner:
        """The conversation waits for whoever accepts it."""
        return Owner(OwnerKind.QUEUE, None, None, self.epoch + 1)

    def to_agent(self, agent_id: str, name: str) -> Owner:
        """One agent answers from here on."""
        return Owner(OwnerKind.AGENT, agent_id, name, self.epoch + 1)

    def to_bot(self, name: str) -> Owner:
        """The bot answers again."""
        return Owner(OwnerKind.BOT, None, name, self.epoch + 1)


def first_owner(bot_name: str) -> Owner:
    """Every conversation begins with the bot at epoch 1."""
    return Owner(OwnerKind.BOT, None, bot_name, 1)
