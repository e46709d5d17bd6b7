"""Several of a kind by their ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import sqlalchemy as sa

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy.ext.asyncio import AsyncSession

T = TypeVar("T")


async def many(session: AsyncSession, kind: type[T], ids: Iterable[str]) -> dict[str, T]:
    """Those that exist; what this transaction holds already is not read again."""
    found: dict[str, T] = {}
    missing: list[str] = []
    for one in ids:
        held = session.identity_map.get(session.identity_key(kind, one))
        if held is None:
            missing.append(one)
        else:
            found[one] = held
    if missing:
        key = sa.inspect(kind).primary_key[0]
        for thing in await session.scalars(sa.select(kind).where(key.in_(missing))):
            found[session.identity_key(instance=thing)[1][0]] = thing
    return found


def batched(ids: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    """In pieces of at most `size`."""
    return (ids[start : start + size] for start in range(0, len(ids), size))
