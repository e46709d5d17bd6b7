"""`python -m chat_server COMMAND`: the hub and its chores."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import getpass
import sys
from pathlib import Path

from chat_server.domain.errors import SamtalError
from chat_server.settings import Settings, SettingsError, load

# Twelve megabytes for nothing: clients of ours in Python, coloured errors; what more than one hub needs.
_UNUSED = ("requests", "rich")
_OF_MANY_HUBS = ("redis", "valkey")
# In glibc's `malloc.h`.
_ARENA_MAX = -8


def main() -> None:
    """Runs one command; heavy imports wait until it needs them."""
    arguments = _parser().parse_args()
    if arguments.command == "export-schema":
        _export(arguments.folder)
        return
    try:
        settings = load()
        if arguments.command == "serve":
            _serve(settings)
        elif arguments.command == "migrate":
            _migrate(settings)
        elif arguments.command == "rebuild-rollups":
            _rebuild(arguments.database or settings.database_url)
        elif arguments.command == "verify-events":
            _verify(settings, arguments.database)
        else:
            print(_chore(settings, arguments))
    except (SettingsError, SamtalError) as error:
        sys.exit(f"samtal: {error}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="chat_server", description="Samtal's hub")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("serve", help="run the hub")
    commands.add_parser("migrate", help="bring the database to the newest schema")
    commands.add_parser("seed-demo", help="fill an empty database with the demo shop")
    account = commands.add_parser(
        "add-account", help="the password is asked for, or read from stdin"
    )
    account.add_argument("email")
    account.add_argument("--name", required=True)
    account.add_argument("--role", choices=("agent", "marketer", "admin"), default="agent")
    inbox = commands.add_parser("add-inbox", help="one website; prints how to embed its widget")
    inbox.add_argument("key")
    inbox.add_argument("--name", required=True)
    inbox.add_argument("--origin", action="append", required=True, help="https://shop.example")
    inbox.add_argument("--locale", default="en")
    inbox.add_argument("--timezone", default="UTC")
    verify = commands.add_parser(
        "verify-events", help="count every figure of the marketing pages again from the log alone"
    )
    verify.add_argument("--database", metavar="URL", help="another than DATABASE_URL")
    rebuild = commands.add_parser(
        "rebuild-rollups", help="count all days for the marketing pages again"
    )
    rebuild.add_argument("--database", metavar="URL", help="another than DATABASE_URL")
    big = commands.add_parser("seed-big", help="fill a database of its own with many dialogues")
    big.add_argument("--dialogues", type=int, default=1_000_000)
    big.add_argument("--database", metavar="URL", help="an empty one; var/big.db when not given")
    big.add_argument("--seed", type=int, default=7)
    export = commands.add_parser("export-schema", help="write the JSON Schemas of sockets and REST")
    export.add_argument("folder", type=Path)
    return parser


def _export(folder: Path) -> None:
    from chat_server.wire.export import export_schemas

    for path in export_schemas(folder):
        print(path)


def _serve(settings: Settings) -> None:
    leave_out(*unused(settings))
    one_heap()
    from chat_server.app.hub import make_app
    from chat_server.logs import configure_logs
    from chat_server.serving import on_signals, serve

    configure_logs()
    if not settings.demo:
        from chat_server.commands import refuse_demo_accounts

        asyncio.run(refuse_demo_accounts(settings))

    async def run() -> None:
        stop = on_signals()
        app = await make_app(settings)
        _spare_the_collector()
        await serve(app, settings.host, settings.port, stop)

    try:
        with asyncio.Runner(loop_factory=_new_loop) as runner:
            runner.run(run())
    except OSError as error:
        sys.exit(f"samtal: cannot listen on {settings.host}:{settings.port}: {error.strerror}")


def unused(settings: Settings) -> tuple[str, ...]:
    """What a hub of these settings has no use for."""
    return _UNUSED if settings.redis_url else (*_UNUSED, *_OF_MANY_HUBS)


def leave_out(*names: str) -> None:
    """Before anything else is imported: python-socketio and structlog import them wherever they are installed."""
    for name in names:
        sys.modules[name] = None  # type: ignore[assignment]  # importing it fails now
    # PyJWT takes eight megabytes of it for signatures that no token of ours has; whoever needs it imports it later.
    sys.modules["cryptography"] = None  # type: ignore[assignment]
    import jwt  # noqa: F401

    del sys.modules["cryptography"]


def one_heap() -> None:
    """For all threads: glibc gives each one of its own and keeps what becomes free in it, some ten megabytes of an export.

    Python's threads take turns anyway. Other systems have no such choice.
    """
    import ctypes

    with contextlib.suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).mallopt(_ARENA_MAX, 1)


def _new_loop() -> asyncio.AbstractEventLoop:
    """Libuv's where there is one: half the cost of every message."""
    try:
        import uvloop
    except ImportError:
        return asyncio.new_event_loop()
    return uvloop.new_event_loop()


def _spare_the_collector() -> None:
    """What was made until now stays for good: not walked through again and again, a tenth of every message's cost."""
    import gc

    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 50)


def _migrate(settings: Settings) -> None:
    from chat_server.store.database import Engines
    from chat_server.store.migrate import migrate

    async def run() -> None:
        engines = Engines(settings.database_url)
        await migrate(engines)
        await engines.dispose()

    asyncio.run(run())
    print("The database has the newest schema.")


def _verify(settings: Settings, url: str | None) -> None:
    from chat_server.recount.command import verify_events

    told, equal = asyncio.run(verify_events(url or settings.database_url, settings.help))
    print(told)
    if not equal:
        sys.exit(1)


def _rebuild(url: str) -> None:
    from chat_server.recount.command import rebuild_rollups

    print(asyncio.run(rebuild_rollups(url)))


def _chore(settings: Settings, arguments: argparse.Namespace) -> str:
    from chat_server import commands

    if arguments.command == "seed-demo":
        if not settings.demo:
            raise SettingsError("Production takes no demo data.")
        return asyncio.run(commands.seed_demo(settings))
    if arguments.command == "seed-big":
        url = arguments.database or f"sqlite:///{settings.var / 'big.db'}"
        return asyncio.run(commands.seed_big(settings, url, arguments.dialogues, arguments.seed))
    if arguments.command == "add-account":
        asked = sys.stdin.isatty()
        password = getpass.getpass() if asked else sys.stdin.readline().rstrip("\n")
        given = (arguments.email, arguments.name, arguments.role, password)
        return asyncio.run(commands.add_account(settings, *given))
    site = (arguments.key, arguments.name, arguments.origin)
    return asyncio.run(commands.add_inbox(settings, *site, arguments.locale, arguments.timezone))


if __name__ == "__main__":
    main()
