"""What is forgotten in the database is forgotten everywhere.

The bot is told until it heard, the bytes they sent are deleted, and the database's own files are written over.
"""

from __future__ import annotations

from dataclasses import dataclass

import structlog

from chat_server.domain.erasure import TELL_AGAIN_AFTER, Erasure, subject_of
from chat_server.domain.errors import NotFound, Unavailable
from chat_server.domain.ports import Bot, BotError, Clock, FileStorage, Store

from .access import AgentCaller, Permission, require

_log = structlog.get_logger(__name__)
_AT_ONCE = 100
_AGAIN = 5.0


@dataclass(frozen=True)
class Proof:
    """Receipts about one contact, and how many rows still have to do with it."""

    receipts: list[Erasure]
    left: dict[str, int]


class Erasures:
    """Receipts, and what is still to be done for them."""

    def __init__(self, store: Store, clock: Clock, bot: Bot, storage: FileStorage) -> None:
        self._store = store
        self._storage = storage
        self._clock = clock
        self._bot = bot
        # By ids of receipts whose files are still to be written over.
        self._purged: set[str] = set()

    async def settle(self) -> float | None:
        """Goes on with all that are not done; seconds until the next try, None when nothing is left to do."""
        async with self._store.read() as tx:
            undone = await tx.erasures.undone(_AT_ONCE)
        if not undone:
            return None
        scrubbed = await self._scrub(undone)
        told = [one.id for one in undone if one.bot_told_at or await self._tell(one)]
        return _AGAIN if await self._record(undone, scrubbed=scrubbed, told=told) else None

    async def one(self, caller: AgentCaller, erasure_id: str) -> Erasure:
        """A receipt by its id."""
        require(caller, Permission.ERASE)
        async with self._store.read() as tx:
            found = await tx.erasures.get(erasure_id)
        if found is None:
            raise NotFound("There is no such receipt.")
        return found

    async def proof(self, caller: AgentCaller, contact_id: str) -> Proof:
        """For who has the contact's id, from the request or the person."""
        require(caller, Permission.ERASE)
        async with self._store.read() as tx:
            receipts = await tx.erasures.of(subject_of(contact_id))
            return Proof(receipts, await tx.erasures.left(contact_id))

    async def _scrub(self, undone: list[Erasure]) -> bool:
        due = {one.id for one in undone if one.scrubbed_at is None}
        if not due:
            return False
        try:
            for each in undone:
                await self._storage.remove(each.files)
            if not due <= self._purged:
                await self._store.purge()
                self._purged |= due
            scrubbed = await self._store.scrub()
        except Unavailable:
            return False
        if scrubbed:
            self._purged -= due
        return scrubbed

    async def _tell(self, erasure: Erasure) -> bool:
        """A turn that runs at this moment may write afterwards: so the first time is not the last."""
        try:
            if erasure.bot_dialogues:
                await self._bot.forget(erasure.bot_dialogues)
        except BotError as error:
            _log.info("bot_not_told_to_forget", erasure_id=erasure.id, error=str(error))
            return False
        late = self._clock() - erasure.at >= TELL_AGAIN_AFTER
        return late or not erasure.bot_dialogues

    async def _record(self, undone: list[Erasure], *, scrubbed: bool, told: list[str]) -> bool:
        """Whether something is left to do."""
        left = False
        async with self._store.begin() as tx:
            for each in undone:
                erasure = await tx.erasures.get(each.id)
                if erasure is None:
                    continue
                if erasure.id in told:
                    erasure.bot_told_at = erasure.bot_told_at or self._clock()
                    erasure.bot_dialogues = []
                if scrubbed:
                    erasure.files = []
                    erasure.scrubbed_at = erasure.scrubbed_at or self._clock()
                left = left or not erasure.is_done
        return left
