"""Who may open a console, and when it closes."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from tests.hub.clients import Clients, Refused

if TYPE_CHECKING:
    from tests.hub.running import LocalHub


async def test_an_agent_connects_by_cookie_too_and_nobody_without_a_session(
    hub: LocalHub, clients: Clients
) -> None:
    token = await clients.token("anna")
    own = {"Origin": hub.url}
    agent = await clients.agent_with(None, {**own, "Cookie": f"theme=dark; samtal_session={token}"})
    assert (await agent.do("subscribe", view="mine"))["conversations"] is not None
    for auth, headers, code in (
        (None, own, "not_allowed"),
        ({"token": "made-up"}, own, "not_allowed"),
        ({"token": None}, {**own, "Cookie": "samtal_session=made-up"}, "not_allowed"),
        ({"token": ["x"]}, own, "invalid"),
        ("a string", own, "invalid"),
    ):
        with pytest.raises(Refused) as refused:
            await clients.agent_with(auth, headers)  # type: ignore[arg-type]
        assert refused.value.code == code


@pytest.mark.parametrize("who", ["katrin", "bot"])
async def test_who_does_not_answer_customers_has_no_console(clients: Clients, who: str) -> None:
    with pytest.raises(Refused) as refused:
        await clients.agent_with({"token": await clients.token(who)})
    assert refused.value.code == "not_allowed"


async def test_signing_out_closes_this_sessions_consoles_and_no_other(clients: Clients) -> None:
    token, other = await clients.sign_in("anna"), await clients.sign_in("anna")
    closing = await clients.agent_with({"token": token})
    staying = await clients.agent_with({"token": other})
    answer = await clients.call("DELETE", "session", token)
    assert answer.status == 204
    await asyncio.wait_for(closing.closed.wait(), 30)
    assert (await staying.do("subscribe", view="mine"))["conversations"] is not None
    with pytest.raises(Refused):
        await clients.agent_with({"token": token})
    assert (await clients.call("GET", "session", token)).status == 401
