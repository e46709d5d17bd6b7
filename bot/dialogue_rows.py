"""Where several bot processes share their dialogues: a file of one machine, or Redis for several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

# Nobody goes on after so long; who does is met anew, with the facts that the hub still holds.
KEPT_FOR = 30 * 86_400.0


@dataclass(frozen=True)
class DialogueRow:
    """A dialogue after a whole turn: its events, and the answer that was given, as JSON. ``saved_at`` is its version."""

    events: str
    turn_id: str | None
    answer: str | None
    saved_at: float


class DialogueRows(Protocol):
    """One row a conversation, and a lease on it for whoever works at a turn of it."""

    async def version(self, conversation_id: str) -> float | None:
        """``saved_at`` of the row, None when there is none."""

    async def read(self, conversation_id: str) -> DialogueRow | None:
        """The row."""

    async def write(self, conversation_id: str, row: DialogueRow, before: float | None) -> bool:
        """Put the row in the place of the version ``before``; False when that is not there any more."""

    async def answered(self, conversation_id: str, turn_id: str) -> str | None:
        """The answer to this turn, if it was the conversation's last."""

    async def forget(self, conversation_ids: Sequence[str]) -> int:
        """Delete rows for good; how many there were."""

    async def forget_old(self, now: float) -> int:
        """Delete some of the rows that nobody has written for ``KEPT_FOR``; how many, none when there are no more."""

    async def keys(self) -> Iterable[str]:
        """The conversations kept."""

    async def take(self, conversation_id: str, holder: str, seconds: float) -> bool:
        """Take or prolong the lease; False while another holder has it."""

    async def let_go(self, conversation_id: str, holder: str) -> None:
        """Give the lease back, if it is still this holder's."""

    async def close(self) -> None:
        """Nothing is pending: every write is whole."""


def rows_at(url: str, folder: Path) -> DialogueRows:
    """As ``BOT_STATE_URL`` says; empty: a file in ``folder``. Raises ``ValueError`` with a sentence."""
    if not url:
        from rows_in_file import RowsInFile  # noqa: PLC0415 - one of the two is never needed

        return RowsInFile(folder / "trackers.db")
    if not url.startswith(("redis://", "rediss://", "unix://")):
        raise ValueError("BOT_STATE_URL is empty, or the address of a Redis: redis://host:6379/0.")
    from rows_in_redis import RowsInRedis  # noqa: PLC0415

    return RowsInRedis(url)
