"""A hub imports what its settings ask for: megabytes that it has no use for are not the shop's to pay."""

from __future__ import annotations

import subprocess
import sys
from textwrap import dedent
from typing import TYPE_CHECKING

from tests.hub.data import SECRET_KEY

if TYPE_CHECKING:
    from pathlib import Path

_HEAVY = ("alembic", "asyncpg", "cryptography", "redis", "requests", "rich", "socketio", "valkey")
# As `serve` begins: what is loaded when a hub is made of these settings.
_MADE = f"""
import asyncio, sys
from chat_server import __main__ as program
from chat_server.settings import load

settings = load()
program.leave_out(*program.unused(settings))
from chat_server.app.hub import make_app

asyncio.run(make_app(settings))
print(*[name for name in {_HEAVY} if sys.modules.get(name)])
"""
_SEALED = """
import sys
from chat_server import __main__ as program

program.leave_out()
import jwt
from chat_server.services.secret_box import SecretBox

secret = "a secret of thirty-two bytes at least"
token = jwt.encode({"sub": "customer-17"}, secret, "HS256")
print(jwt.decode(token, secret, algorithms=["HS256"])["sub"], "cryptography" in sys.modules)
box = SecretBox(secret)
print(box.open(box.close("whsec")), "cryptography" in sys.modules)
"""


def made_with(var: Path, **environ: str) -> list[str]:
    """What of `_HEAVY` a hub imports."""
    given = {
        "VAR_DIR": str(var),
        "DATABASE_URL": f"sqlite:///{var / 'samtal.db'}",
        "BOT_TOKEN": "no bot takes part in this",
        "SECRET_KEY": SECRET_KEY,
        **environ,
    }
    program = [sys.executable, "-c", dedent(_MADE)]
    done = subprocess.run(program, env=given, capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_tokens_and_secrets_work_without_what_was_left_out() -> None:
    """Signed with HMAC alone; sealed with what is imported when the first secret is."""
    done = subprocess.run(
        [sys.executable, "-c", dedent(_SEALED)], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["customer-17", "False", "whsec", "True"]


def test_a_hub_by_itself_imports_no_driver_of_others(tmp_path: Path) -> None:
    assert made_with(tmp_path) == ["socketio"]


def test_what_is_named_is_imported(tmp_path: Path) -> None:
    # At once, for each start takes seconds; neither brings the other's driver.
    imported = made_with(
        tmp_path,
        REDIS_URL="redis://127.0.0.1:1/0",
        DATABASE_URL="postgresql://samtal@127.0.0.1:1/samtal",
    )
    assert {"redis", "asyncpg"} <= {*imported}
