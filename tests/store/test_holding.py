"""What a transaction has read it does not read again; what it has handed on it does not keep."""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from chat_server.domain.ports import DialogueFilter

if TYPE_CHECKING:
    from tests.core.core import Core


async def test_nothing_is_read_twice(core: Core) -> None:
    contact_id = (await core.visitor()).contact.id
    said: list[str] = []

    def note(*given: Any) -> None:
        said.append(given[2])

    sa.event.listen(core.engines.reader.sync_engine, "before_cursor_execute", note)
    async with core.store.read() as tx:
        for _ in range(3):
            assert await tx.contacts.get(contact_id) is not None
    assert len(said) == 1


async def test_a_stream_keeps_nothing_of_what_it_handed_on(core: Core) -> None:
    await core.dialogue((await core.visitor()).caller, "One", "Two", "Three")
    handed_on: list[weakref.ref[Any]] = []
    async with core.store.read() as tx:
        async for message in tx.transcripts.messages(DialogueFilter()):
            handed_on.append(weakref.ref(message))
        del message
        assert len(handed_on) == 6
        assert [one for one in handed_on if one() is not None] == []
