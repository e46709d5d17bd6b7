"""What every test of the hub and the launcher may ask for."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
import structlog
from argon2 import PasswordHasher
from hypothesis import HealthCheck, settings
from sqlalchemy.ext.asyncio import create_async_engine

from chat_server.services import accounts
from chat_server.store import database
from tests.core.compiled import sharing

# Every hub hashes a password when it starts, which takes as long as it can on purpose; what it really takes is
# tested with the accounts.
vars(accounts)["PasswordHasher"] = partial(
    PasswordHasher, time_cost=1, memory_cost=8, parallelism=1
)

# A quarter and more of what a test of the store computes was to turn the same statements into SQL, for its own engines.
vars(database)["create_async_engine"] = sharing(create_async_engine)

# Its usual traceback shows every local variable of every frame: a second each, in the hub's own loop.
structlog.configure(
    processors=[
        structlog.processors.add_log_level,
        structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback),
    ]
)

# By default an example may take no longer than 200 ms, which is for whoever measures.
settings.register_profile("samtal", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("samtal")

pytest_plugins = [
    "tests.services.fixtures",
    "tests.core.fixtures",
    "tests.hub.fixtures",
    "tests.browser.fixtures",
    "tests.system.fixtures",
]

_HERE = Path(__file__).parent

# Whoever asks for one of these uses a real server or process, and is no unit test.
_REAL = frozenset(
    {
        "chromium",
        "hub_process",
        "make_hub",
        "postgres_server",
        "redis_server",
        "redis_url",
        "samtal",
        "spare_postgres",
        "spare_redis",
        "spare_samtal",
    }
)


# Begun last, in this order, because they take longest: what computes alone runs while the rest is still installed,
# and the many small files at the end fill every worker's time.
_LAST = (
    "launcher", "sockets", "samtal_client", "broadcast", "security", "docker", "model", "store",
    "rest", "services",
)  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark tests by what they use and where they lie, so that nobody has to remember to; the longest wait."""
    for item in items:
        if "e2e" in item.path.parts:
            item.add_marker(pytest.mark.e2e)
            item.add_marker(pytest.mark.integration)
        elif _REAL.intersection(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.integration)
    items.sort(key=_place)


def _place(item: pytest.Item) -> int:
    parts = item.path.relative_to(_HERE).parts
    return _LAST.index(parts[0]) + 1 if parts[0] in _LAST else 0
