"""Keys of programmes."""

from __future__ import annotations

from chat_server.domain.agent import Role
from chat_server.wire.rest import PageOf
from chat_server.wire.staff import ApiKeyView, NewApiKey

from .call import Call
from .paging import next_cursor


async def keys(call: Call) -> PageOf[ApiKeyView]:
    """Without their secrets, newest first."""
    found = await call.services.api_keys.page(call.agent, call.query.piece())
    cursor = None
    if found:
        cursor = next_cursor(call.query.limit, len(found), found[-1].created_at, found[-1].id)
    return PageOf[ApiKeyView](items=[ApiKeyView.model_validate(key) for key in found], next=cursor)


async def add(call: Call) -> NewApiKey:
    """A new key; its secret is told this once."""
    key, secret = await call.services.api_keys.add(call.agent, call.body.name, Role(call.body.role))
    return NewApiKey(
        id=key.id, name=key.name, role=key.role.value, created_at=key.created_at, secret=secret
    )


async def remove(call: Call) -> None:
    """Works at once."""
    await call.services.api_keys.remove(call.agent, call.path("id"))
