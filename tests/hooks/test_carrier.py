"""A try keeps within its bounds, whatever the other side does."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, cast

import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver

from chat_server.hooks.carrier import HttpCarrier
from chat_server.hooks.resolver import NotPublicError, PublicResolver
from tests.core.receiving import Inbox, listening

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from aiohttp.abc import ResolveResult

HEADERS = {"Content-Type": "application/json", "X-Samtal-Event": "ping"}
BODY = '{"id":"é"}'.encode()


@pytest.fixture
async def carrier() -> AsyncIterator[HttpCarrier]:
    made = HttpCarrier(anywhere=True, deadline=1.0)
    yield made
    await made.close()


async def test_body_and_headers_arrive_as_they_are(carrier: HttpCarrier) -> None:
    inbox = Inbox([204])
    async with listening(inbox.take) as url:
        answer = await carrier.carry(url, BODY, HEADERS)
    assert (answer.status, answer.error, answer.taken) == (204, None, True)
    ((headers, body),) = inbox.got
    assert body == BODY
    assert HEADERS.items() <= headers.items()


async def test_a_redirect_is_not_followed(carrier: HttpCarrier) -> None:
    asked = []

    async def away(request: web.Request) -> web.Response:
        asked.append(request.path)
        return web.Response(status=302, headers={"Location": "/elsewhere"})

    async with listening(away) as url:
        answer = await carrier.carry(url, BODY, HEADERS)
    assert (answer.status, answer.taken, asked) == (302, False, ["/hook"])


async def test_who_does_not_answer_is_not_waited_for(carrier: HttpCarrier) -> None:
    silent = asyncio.Event()

    async def wait(_: web.Request) -> web.Response:
        await silent.wait()
        return web.Response()

    async with listening(wait) as url:
        answer = await carrier.carry(url, BODY, HEADERS)
        silent.set()
    assert (answer.status, answer.error) == (None, "no answer within 1 s")


async def test_of_an_endless_answer_the_status_counts(carrier: HttpCarrier) -> None:
    written = 0

    async def endless(request: web.Request) -> web.StreamResponse:
        nonlocal written
        response = web.StreamResponse()
        await response.prepare(request)
        while request.transport is not None and not request.transport.is_closing():
            await response.write(b"x" * 65_536)
            written += 65_536
            await asyncio.sleep(0)
        return response

    began = time.monotonic()
    async with listening(endless) as url:
        answer = await carrier.carry(url, BODY, HEADERS)
    assert answer.taken
    assert time.monotonic() - began < 20
    assert written < 50_000_000


async def test_nobody_there_is_said_in_words_and_without_the_address(
    carrier: HttpCarrier,
) -> None:
    async with listening(Inbox().take) as url:
        pass
    answer = await carrier.carry(f"{url}?token=secret", BODY, HEADERS)
    assert answer.status is None
    assert str(answer.error).startswith("no connection: ")
    assert "secret" not in str(answer.error)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]"])
async def test_in_production_nothing_leads_into_the_house(host: str) -> None:
    inbox = Inbox()
    strict = HttpCarrier(anywhere=False, deadline=5.0)
    async with listening(inbox.take) as url:
        answer = await strict.carry(url.replace("127.0.0.1", host), BODY, HEADERS)
    await strict.close()
    assert answer.status is None
    assert not answer.taken
    assert inbox.got == []


class Names(AbstractResolver):
    """Each name leads to what it says, with commas between."""

    async def resolve(self, host: str, port: int = 0, family: int = 0) -> list[ResolveResult]:
        found = [{"host": one, "port": port, "family": family} for one in host.split(",")]
        return cast("list[ResolveResult]", found)

    async def close(self) -> None:
        """Nothing."""


async def test_a_name_that_leads_to_one_private_address_leads_nowhere() -> None:
    resolver = PublicResolver(Names())
    assert [one["host"] for one in await resolver.resolve("8.8.8.8,1.1.1.1")] == [
        "8.8.8.8",
        "1.1.1.1",
    ]
    for names in ("8.8.8.8,10.0.0.1", "169.254.169.254", "::ffff:127.0.0.1"):
        with pytest.raises(NotPublicError):
            await resolver.resolve(names)
