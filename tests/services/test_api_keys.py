"""Keys of programmes: who may make them, what they open, and when they no longer do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from chat_server.domain.agent import Role
from chat_server.domain.errors import Invalid, NotAllowed, NotFound
from chat_server.domain.ids import token_digest
from chat_server.domain.live import SessionEnded
from chat_server.domain.ports import Slice
from tests.core.core import ADA, ANNA, MARKUS

if TYPE_CHECKING:
    from tests.core.core import Core


async def _audited(core: Core) -> list[tuple[str, str, str]]:
    lines = await core.reveals.audit(ADA)
    return [(line.actor_name, line.action, line.reason) for line in lines]


async def test_a_key_opens_what_its_role_may_until_it_is_taken_away(core: Core) -> None:
    key, secret = await core.api_keys.add(ADA, "nightly export", Role.MARKETER)
    assert secret not in repr(key)
    caller = await core.accounts.authenticate(secret)
    assert (caller.agent_id, caller.name, caller.role) == (key.id, key.name, Role.MARKETER)
    core.clock.forward(seconds=1)
    await core.api_keys.remove(ADA, key.id)
    with pytest.raises(NotAllowed):
        await core.accounts.authenticate(secret)
    assert core.told(SessionEnded) == [SessionEnded(token_digest(secret))]
    with pytest.raises(NotFound):
        await core.api_keys.remove(ADA, key.id)
    which = f"nightly export (marketer, {key.id})"
    assert await _audited(core) == [
        ("Ada", "api_key_removed", which),
        ("Ada", "api_key_made", which),
    ]


async def test_only_administrators_have_to_do_with_keys(core: Core) -> None:
    key, secret = await core.api_keys.add(ADA, "shop", Role.AGENT)
    for caller in (ANNA, MARKUS, await core.accounts.authenticate(secret)):
        with pytest.raises(NotAllowed):
            await core.api_keys.page(caller, Slice())
        with pytest.raises(NotAllowed):
            await core.api_keys.add(caller, "mine", Role.ADMIN)
        with pytest.raises(NotAllowed):
            await core.api_keys.remove(caller, key.id)
    assert [one.id for one in await core.api_keys.page(ADA, Slice())] == [key.id]
    assert len(await _audited(core)) == 1


async def test_no_key_is_the_bot(core: Core) -> None:
    with pytest.raises(Invalid):
        await core.api_keys.add(ADA, "bot", Role.BOT)
    assert await core.api_keys.page(ADA, Slice()) == []
    assert await _audited(core) == []


async def test_pages_neither_repeat_nor_skip_keys_of_one_moment(core: Core) -> None:
    made = {(await core.api_keys.add(ADA, "same", Role.AGENT))[0].id for _ in range(5)}
    seen: list[str] = []
    piece = Slice(2)
    while found := await core.api_keys.page(ADA, piece):
        seen += [key.id for key in found]
        piece = Slice(2, before=found[-1].created_at, before_id=found[-1].id)
    assert len(seen) == 5
    assert set(seen) == made
