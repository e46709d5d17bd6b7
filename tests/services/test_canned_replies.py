"""Canned replies: written and taken away by administrators, inserted by agents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from chat_server.domain.errors import Conflict, NotFound
from tests.core.core import ADA, ANNA

if TYPE_CHECKING:
    from tests.core.core import Core


async def _texts(core: Core) -> dict[str, str]:
    return {reply.shortcut: reply.text for reply in await core.canned_replies.all(ANNA)}


async def test_a_shortcut_is_given_once(core: Core) -> None:
    hi = await core.canned_replies.add(ADA, "hi", "Hello!")
    bye = await core.canned_replies.add(ADA, "bye", "Goodbye!")
    with pytest.raises(Conflict):
        await core.canned_replies.add(ADA, "hi", "Hello again!")
    with pytest.raises(Conflict):
        await core.canned_replies.change(ADA, bye.id, shortcut="hi", text="Hello again!")
    assert await _texts(core) == {"hi": "Hello!", "bye": "Goodbye!"}
    kept = await core.canned_replies.change(ADA, hi.id, shortcut="hi", text="Good day!")
    assert (kept.shortcut, kept.text) == ("hi", "Good day!")


async def test_what_is_left_out_stays_until_the_reply_is_removed(core: Core) -> None:
    reply = await core.canned_replies.add(ADA, "hi", "Hello!")
    await core.canned_replies.change(ADA, reply.id, shortcut="hello", text=None)
    assert await _texts(core) == {"hello": "Hello!"}
    await core.canned_replies.change(ADA, reply.id, shortcut=None, text="Good day!")
    assert await _texts(core) == {"hello": "Good day!"}
    await core.canned_replies.remove(ADA, reply.id)
    assert await _texts(core) == {}
    with pytest.raises(NotFound):
        await core.canned_replies.remove(ADA, reply.id)
    with pytest.raises(NotFound):
        await core.canned_replies.change(ADA, reply.id, shortcut="hi", text=None)
