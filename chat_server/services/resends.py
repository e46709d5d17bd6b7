"""Commands that may be repeated: a resend that races its original answers as the original did."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from chat_server.domain.errors import Duplicate

P = ParamSpec("P")
T = TypeVar("T")


def answers_alike(command: Callable[P, Awaitable[T]]) -> Callable[P, Awaitable[T]]:
    """Tried once more after losing such a race: it then finds what the winner wrote."""

    @wraps(command)
    async def tried(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return await command(*args, **kwargs)
        except Duplicate:
            return await command(*args, **kwargs)

    return tried
