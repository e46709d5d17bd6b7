"""What may not run where customers are."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from chat_server.commands import refuse_demo_accounts
from chat_server.settings import SettingsError, load
from tests.hub.clients import Refused
from tests.hub.fixtures import clients_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.hub.running import LocalHub


MakeHub = Callable[..., "LocalHub"]


def production(tmp_path: Path, **changes: str) -> dict[str, str]:
    """An environment in order, changed."""
    return {
        "SAMTAL_ENV": "production",
        "SECRET_KEY": "s" * 43,
        "BOT_TOKEN": "b" * 43,
        "PUBLIC_URL": "https://chat.example",
        "DATABASE_URL": f"sqlite:///{tmp_path / 'samtal.db'}",
        "VAR_DIR": str(tmp_path),
        **changes,
    }


def test_production_in_order_is_accepted(tmp_path: Path) -> None:
    settings = load(production(tmp_path))
    assert settings.secure
    assert not settings.demo
    assert settings.own_origins == {"https://chat.example"}


@pytest.mark.parametrize(
    "changes",
    [
        {"SECRET_KEY": ""},
        {"BOT_TOKEN": ""},
        {"RATE_LIMITS": "off"},
        {"SAMTAL_ENV": "prod"},
        {"PUBLIC_URL": "chat.example"},
        {"PORT": "0"},
        {"PORT": "http"},
        {"RASA_URL": "localhost:5005"},
        {"SMTP_URL": "smtp://mail.example"},
        {"SMTP_URL": "smtp://mail.example", "MAIL_FROM": "nobody"},
        {"SMTP_URL": "mail.example:25", "MAIL_FROM": "chat@shop.example"},
        {"SMTP_URL": "smtp://mail.example?starttls=perhaps", "MAIL_FROM": "chat@shop.example"},
    ],
)
def test_settings_that_are_unsafe_or_impossible_are_refused(
    tmp_path: Path, changes: dict[str, str]
) -> None:
    with pytest.raises(SettingsError):
        load(production(tmp_path, **changes))
    assert not list(tmp_path.iterdir()), "a refused start leaves nothing behind"


async def test_production_serves_no_demo_and_trusts_no_wildcard(make_hub: MakeHub) -> None:
    demo = make_hub()
    path = demo.database_url.removeprefix("sqlite:///")
    with closing(sqlite3.connect(path)) as database:
        database.execute("UPDATE inboxes SET allowed_origins = '[\"*\"]' WHERE key = 'hraun'")
        database.commit()
    async with clients_of(demo) as clients:
        await clients.visitor(origin="https://anywhere.example")
    environ: dict[str, Any] = {"SAMTAL_ENV": "production", "RATE_LIMITS": "on"}
    serving = make_hub(like=demo, **environ)
    async with clients_of(serving) as clients:
        with pytest.raises(Refused) as refused:
            await clients.visitor(origin="https://anywhere.example")
        assert refused.value.code == "not_allowed"
        for page in ("/", "/shop", "/demo/customers"):
            assert (await clients.call("GET", page)).status == 404


async def test_production_does_not_run_on_a_database_with_demo_accounts(
    make_hub: MakeHub, tmp_path: Path
) -> None:
    hub = make_hub()
    environ = production(tmp_path, DATABASE_URL=hub.database_url)
    with pytest.raises(SettingsError, match="demo accounts"):
        await refuse_demo_accounts(load(environ))
