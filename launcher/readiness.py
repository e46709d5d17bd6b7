"""Is a process ready? Asked over HTTP, the way its users will."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping

_TRY_EVERY = 0.1
_ANSWER_WITHIN = 5.0
_OK = b"200"


async def answers(
    url: str, headers: Mapping[str, str] | None = None, by: int | None = None
) -> bool:
    """Whether a GET is answered with 200, where it matters by the process that says it has the id ``by``."""
    parts = urlsplit(url)
    lines = [
        f"GET {parts.path or '/'} HTTP/1.1",
        f"Host: {parts.netloc}",
        "Connection: close",
        *(f"{name}: {value}" for name, value in (headers or {}).items()),
    ]
    try:
        async with asyncio.timeout(_ANSWER_WITHIN):
            reader, writer = await asyncio.open_connection(parts.hostname, parts.port or 80)
            try:
                writer.write("\r\n".join([*lines, "", ""]).encode())
                status = await reader.readline()
                body = b"" if by is None else (await reader.read()).rpartition(b"\r\n")[2]
            finally:
                writer.close()
    except (OSError, TimeoutError):
        return False
    return status.split(b" ")[1:2] == [_OK] and (by is None or _pid_in(body) == by)


def _pid_in(body: bytes) -> object:
    try:
        told = json.loads(body)
    except ValueError:
        return None
    return told.get("pid") if isinstance(told, dict) else None


async def until_answers(
    url: str, headers: Mapping[str, str] | None = None, by: int | None = None
) -> None:
    """Return as soon as ``url`` is answered with 200; the caller sets the limit."""
    while not await answers(url, headers, by):  # noqa: ASYNC110  # another process: nothing to await
        await asyncio.sleep(_TRY_EVERY)
