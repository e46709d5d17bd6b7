"""What a search has found so far, walking from the newest message on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from heapq import nlargest
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass
class Found:
    """Conversations with their openings, and the newest message of each that has every word, where it was met.

    None that was opened before `since` is looked for.
    """

    since: datetime | None = None
    opened: dict[str, datetime] = field(default_factory=dict)
    said: dict[str, int] = field(default_factory=dict)

    def add(self, rows: Iterable[Sequence[Any]]) -> None:
        """Conversation, opening and message, of messages that are older than those there are."""
        for conversation_id, opened_at, position, *_ in rows:
            self.opened[conversation_id] = opened_at
            self.said.setdefault(conversation_id, position)

    def are_newest(self, most: int, reached: datetime) -> bool:
        """So many were opened after that moment, that none of what was said before can be among them."""
        if self.since is not None and reached < self.since:
            return True
        best = nlargest(most, self.opened.values())
        return len(best) == most and best[-1] > reached

    def best(self, most: int) -> list[str]:
        """So many of the newest, and those that were opened with the last of them."""
        last = min(nlargest(most, self.opened.values()), default=NEVER)
        return [one for one, opened_at in self.opened.items() if opened_at >= last]
