"""Chores of whoever runs the hub; each opens what it needs and closes it again."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from chat_server.clock import utc_now
from chat_server.demo.accounts import accounts
from chat_server.demo.seed import DemoNotes, seed
from chat_server.domain.agent import Role
from chat_server.services.accounts import Accounts
from chat_server.services.secret_box import SecretBox
from chat_server.services.setup import Setup
from chat_server.settings import Settings, SettingsError
from chat_server.store.database import Engines, async_url
from chat_server.store.sql_store import SqlStore


@dataclass(frozen=True)
class _Tools:
    store: SqlStore
    accounts: Accounts
    box: SecretBox
    setup: Setup


@asynccontextmanager
async def _tools(settings: Settings) -> AsyncIterator[_Tools]:
    engines = Engines(settings.database_url)
    store = SqlStore(engines, lambda _: None)
    desk = Accounts(store, utc_now, settings.bot_token)
    box = SecretBox(settings.secret_key)
    try:
        yield _Tools(store, desk, box, Setup(store, utc_now, desk, box))
    finally:
        await engines.dispose()


async def seed_demo(settings: Settings) -> str:
    """What to tell."""
    async with _tools(settings) as tools:
        notes = DemoNotes(settings.var)
        url = settings.public_url
        done = await seed(tools.store, tools.accounts, tools.box, notes, url, utc_now())
    return "The demo shop is ready." if done else "The demo shop was there already."


async def seed_big(settings: Settings, url: str, dialogues: int, seed: int) -> str:
    """Raises SamtalError; never the running shop's."""
    from chat_server.demo.big.seed import Telling, seed_big  # noqa: PLC0415 - of one chore

    if async_url(url) == async_url(settings.database_url):
        raise SettingsError("seed-big wants a database of its own, not DATABASE_URL.")
    if dialogues < 1:
        raise SettingsError("seed-big wants one dialogue at least.")
    await seed_big(url, dialogues, seed, utc_now(), Telling())
    return f"{dialogues:,} dialogues are in {url}."


async def add_account(settings: Settings, email: str, name: str, role: str, password: str) -> str:
    """Raises SamtalError."""
    async with _tools(settings) as tools:
        agent = await tools.setup.add_account(email, name, Role(role), password)
    return f"{agent.email} may sign in as {agent.role.value}."


async def add_inbox(
    settings: Settings, key: str, name: str, origins: list[str], locale: str, timezone: str
) -> str:
    """Raises SamtalError."""
    async with _tools(settings) as tools:
        _, secret = await tools.setup.add_inbox(
            key, name, origins, locale=locale, timezone=timezone
        )
    return (
        f'Embed it: <script async src="{settings.public_url}/widget.js" data-inbox="{key}"></script>\n'
        f"Its secret for signing identities (kid {key}), shown only now: {secret}"
    )


async def refuse_demo_accounts(settings: Settings) -> None:
    """Their passwords were printed once: raises SettingsError when the database has one."""
    known = {account.email for account in accounts()}
    async with _tools(settings) as tools, tools.store.read() as tx:
        found = [agent.email for agent in await tx.agents.all() if agent.email in known]
    if found:
        raise SettingsError(f"Production refuses a database with demo accounts: {found[0]}.")
