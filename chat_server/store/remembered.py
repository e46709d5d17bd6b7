"""What the last batches left, so that the next one need not read it; whether it is true still, the database says."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from .draft import Browser, Draft, Ground, Head

if TYPE_CHECKING:
    from chat_server.domain.journal import Entry

_MOST = 4_000


class Remembered:
    """Ends of dialogues, and browsers with the people behind them."""

    def __init__(self) -> None:
        self.heads: dict[str, Head] = {}
        self.browsers: dict[str, Browser] = {}

    def holds_all(self, entries: Iterable[Entry[Any]]) -> bool:
        """Whether the entries can be decided by it."""
        heads, browsers = self.heads, self.browsers
        return all(
            entry.conversation_id in heads
            and (entry.visitor_id is None or entry.visitor_id in browsers)
            for entry in entries
        )

    def ground(self) -> Ground:
        """To decide on; client ids are taken to be new, for the database knows better."""
        return Ground(self.heads, self.browsers)

    def learn(self, ground: Ground) -> None:
        """What was read."""
        self.heads.update(ground.heads)
        self.browsers.update(ground.browsers)

    def keep(self, draft: Draft) -> None:
        """What was written."""
        for conversation_id, (_, after) in draft.heads.items():
            self.heads[conversation_id] = after
        for visitor_id, (_, browser) in draft.browsers.items():
            self.browsers[visitor_id] = browser

    @property
    def is_full(self) -> bool:
        """Whether it is time to forget."""
        return len(self.heads) > _MOST or len(self.browsers) > _MOST

    def forget(self) -> None:
        """All of it."""
        self.heads.clear()
        self.browsers.clear()
