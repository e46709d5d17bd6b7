"""Signing in and out."""

from __future__ import annotations

from aiohttp import web

from chat_server.domain.agent import Agent
from chat_server.services.accounts import SESSION_LIFETIME
from chat_server.services.rate_limits import SIGN_INS, SIGN_INS_OF_ACCOUNT, SIGN_INS_OF_ADDRESS
from chat_server.wire.base import dump
from chat_server.wire.rest import AccountView, SessionView, SignedIn

from .call import Call
from .peer import PEER

COOKIE = "samtal_session"
SECURE = web.AppKey("secure", bool)


async def sign_in(call: Call) -> web.Response:
    """Sign in; also sets an HttpOnly cookie."""
    email = call.body.email.strip().lower()
    peer = call.request.app[PEER].of(call.request)
    limits = call.services.limits
    await limits.spend_shared(SIGN_INS, f"{peer} {email}")
    await limits.spend_shared(SIGN_INS_OF_ACCOUNT, f"account {email}")
    await limits.spend_shared(SIGN_INS_OF_ADDRESS, f"address {peer}")
    token, agent = await call.services.accounts.sign_in(email, call.body.password)
    response = web.json_response(dump(SignedIn(token=token, account=account_view(agent))))
    response.set_cookie(
        COOKIE,
        token,
        max_age=int(SESSION_LIFETIME.total_seconds()),
        httponly=True,
        secure=call.request.app[SECURE],
        samesite="Lax",
        path="/",
    )
    return response


async def show(call: Call) -> SessionView:
    """Who is signed in."""
    return SessionView(account=account_view(await call.services.accounts.account(call.agent)))


async def sign_out(call: Call) -> web.Response:
    """Sign out; open consoles of this session are closed."""
    await call.services.accounts.sign_out(call.agent)
    response = web.Response(status=204)
    response.del_cookie(COOKIE, path="/")
    return response


def account_view(agent: Agent) -> AccountView:
    """As itself and administrators see it."""
    return AccountView(
        id=agent.id,
        email=agent.email,
        name=agent.name,
        role=agent.role.value,
        availability=agent.availability.value,
    )
