"""What is past by itself is marked so: it was not used from that moment on already."""

from __future__ import annotations

from datetime import datetime

from chat_server.domain.facts.fact import FactReason, FactState
from chat_server.domain.facts.kinds import FACT_KINDS, UNCONFIRMED_FOR, is_past, until_of
from chat_server.domain.facts.turns import given_way
from chat_server.domain.ports import Clock, Store

# Of a kind in one transaction: a tidier is in nobody's way.
_AT_ONCE = 200
# Of the others, what is new holds beside what was.
_SINGLE = frozenset(key for key, kind in FACT_KINDS.items() if not kind.many)


class Tidying:
    """Facts of all contacts."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def sweep(self) -> int:
        """Ends all that is past or has given way by now; how many facts that were."""
        now = self._clock()
        ended = await self._let_begin(now)
        for key in FACT_KINDS:
            while done := await self._end_some(key, now):
                ended += done
        return ended

    async def _let_begin(self, now: datetime) -> int:
        ended, last = 0, ""
        while True:
            async with self._store.read() as tx:
                people = await tx.facts.who_begins(_SINGLE, now, after=last, most=_AT_ONCE)
            if not people:
                return ended
            last = people[-1]
            async with self._store.begin() as tx:
                for contact_id in people:
                    for old, new in given_way(await tx.facts.current(contact_id), now):
                        at = max(new.valid_from or new.since, old.since)
                        old.close(FactState.SUPERSEDED, FactReason.NEWER, at, new.id)
                        ended += 1

    async def _end_some(self, key: str, now: datetime) -> int:
        lifetime = FACT_KINDS[key].lifetime
        # Found by a reader: looking through all facts is nothing to hold up those who write.
        async with self._store.read() as tx:
            found = await tx.facts.open_past(
                key,
                now - FACT_KINDS[key].grace,
                said_before=now - lifetime if lifetime else None,
                guessed_before=now - UNCONFIRMED_FOR,
                most=_AT_ONCE,
            )
        if not found:
            return 0
        ended = 0
        async with self._store.begin() as tx:
            for one in found:
                fact = await tx.facts.get(one.id)
                if fact is not None and is_past(fact, now):
                    fact.close(FactState.ENDED, FactReason.EXPIRED, until_of(fact) or now)
                    ended += 1
        return ended
