"""People are found by part of a name, last seen first, whether they were seen lately or long ago."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chat_server.domain.ports import Slice
from chat_server.store import contact_search
from tests.core.core import signed

if TYPE_CHECKING:
    import pytest

    from tests.core.core import Core

NAMES = ["Ada", "Adam", "Bo", "adalbert", "Bob", "Nada"]
_PIECE = 2


async def test_pages_of_people_repeat_nobody_and_skip_nobody(
    any_core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in NAMES:
        await any_core.visitor(identity=signed(name, name=name))
        any_core.clock.forward(minutes=1)
    for lately in (20_000, 3, 0):
        monkeypatch.setattr(contact_search, "_LATELY", lately)
        assert await _named(any_core, "ADA") == ["Nada", "adalbert", "Adam", "Ada"]
        assert await _named(any_core, "bo") == ["Bob", "Bo"]
        assert await _named(any_core, None) == NAMES[::-1]
        assert await _named(any_core, "c") == []


async def _named(core: Core, part: str | None) -> list[str | None]:
    found: list[str | None] = []
    piece = Slice(_PIECE)
    while True:
        async with core.store.read() as tx:
            people = await tx.contacts.search(part, piece)
        found += [one.name for one in people]
        if len(people) < _PIECE:
            return found
        piece = Slice(_PIECE, before=people[-1].last_seen_at, before_id=people[-1].id)
