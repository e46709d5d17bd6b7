"""What the last batches left, so that the next one need not read it; whether it is true still, the database says."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from .draft import Browser, Draft, Ground, Head

if TYPE_CHECKING:
    from chat_server.domain.journal import Entry

_MOST = 4_000


class Remembered:
    """Ends of dialogues, and browsers with the people behind them.

    Once somebody else has written, all of it is in doubt: not to be used, yet worth reading again.
    """

    def __init__(self) -> None:
        self.heads: dict[str, Head] = {}
        self.browsers: dict[str, Browser] = {}
        self._doubtful_heads: set[str] = set()
        self._doubtful_browsers: set[str] = set()

    def holds_all(self, entries: Iterable[Entry[Any]]) -> bool:
        """Whether the entries can be decided by it, once what is in doubt was read again."""
        heads, browsers = self.heads, self.browsers
        return all(
            entry.conversation_id in heads
            and (entry.visitor_id is None or entry.visitor_id in browsers)
            for entry in entries
        )

    def ground(self) -> Ground:
        """To decide on; client ids are taken to be new, for the database knows better."""
        return Ground(self.heads, self.browsers)

    def doubt(self) -> None:
        """Somebody else wrote, and what they changed is not known."""
        self._doubtful_heads.update(self.heads)
        self._doubtful_browsers.update(self.browsers)

    def doubtful(self, entries: Sequence[Entry[Any]]) -> tuple[list[str], list[str]]:
        """Dialogues and browsers to be read again before the entries are decided."""
        heads, browsers = self._doubtful_heads, self._doubtful_browsers
        if not heads and not browsers:
            return [], []
        dialogues = dict.fromkeys(
            one.conversation_id for one in entries if one.conversation_id in heads
        )
        visitors = dict.fromkeys(
            one.visitor_id
            for one in entries
            if one.visitor_id is not None and one.visitor_id in browsers
        )
        return list(dialogues), list(visitors)

    def learn(self, ground: Ground) -> None:
        """What was read."""
        self.heads.update(ground.heads)
        self.browsers.update(ground.browsers)
        self._doubtful_heads.difference_update(ground.heads)
        self._doubtful_browsers.difference_update(ground.browsers)

    def learn_again(
        self, dialogues: Collection[str], visitors: Collection[str], ground: Ground
    ) -> None:
        """What was in doubt; what is not there any more is remembered no longer."""
        for one in dialogues:
            del self.heads[one]
        for one in visitors:
            del self.browsers[one]
        self._doubtful_heads.difference_update(dialogues)
        self._doubtful_browsers.difference_update(visitors)
        self.learn(ground)

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
        self._doubtful_heads.clear()
        self._doubtful_browsers.clear()
