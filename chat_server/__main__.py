"""`python -m chat_server COMMAND`: the hub and its chores."""

from __future__ import annotations

import argparse
import asyncio
import sys
from pathlib import Path

from chat_server.settings import Settings, SettingsError, load


def main() -> None:
    """Parses the command line; heavy imports wait until the command needs them."""
    parser = argparse.ArgumentParser(prog="chat_server", description="Samtal's hub")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("serve", help="run the hub")
    commands.add_parser("migrate", help="bring the database to the newest schema")
    commands.add_parser("seed-demo", help="fill an empty database with the demo shop")
    export = commands.add_parser("export-schema", help="write the JSON Schemas of sockets and REST")
    export.add_argument("folder", type=Path)
    arguments = parser.parse_args()
    if arguments.command == "export-schema":
        _export(arguments.folder)
        return
    try:
        settings = load()
    except SettingsError as error:
        sys.exit(f"samtal: {error}")
    chore = {"serve": _serve, "migrate": _migrate, "seed-demo": _seed}[arguments.command]
    chore(settings)


def _export(folder: Path) -> None:
    from chat_server.wire.export import export_schemas

    for path in export_schemas(folder):
        print(path)


def _serve(settings: Settings) -> None:
    from aiohttp import web

    from chat_server.app import make_app
    from chat_server.logs import configure_logs

    configure_logs()
    if settings.demo:
        from chat_server.demo.seed import DemoNotes

        DemoNotes(settings.var).set_url(settings.public_url)
    try:
        web.run_app(
            make_app(settings),
            host=settings.host,
            port=settings.port,
            print=None,
            access_log=None,
            shutdown_timeout=5,
        )
    except OSError as error:
        sys.exit(f"samtal: cannot listen on {settings.host}:{settings.port}: {error.strerror}")


def _migrate(settings: Settings) -> None:
    from chat_server.store.database import Engines
    from chat_server.store.migrate import migrate

    async def run() -> None:
        engines = Engines(settings.database_url)
        await migrate(engines)
        await engines.dispose()

    asyncio.run(run())
    print("The database has the newest schema.")


def _seed(settings: Settings) -> None:
    if not settings.demo:
        sys.exit("samtal: production takes no demo data.")
    from chat_server.app import utc_now
    from chat_server.demo.seed import DemoNotes, seed
    from chat_server.services.accounts import Accounts
    from chat_server.store.database import Engines
    from chat_server.store.transaction import SqlStore

    async def run() -> bool:
        engines = Engines(settings.database_url)
        store = SqlStore(engines, lambda _: None)
        accounts = Accounts(store, utc_now, settings.bot_token)
        notes = DemoNotes(settings.var)
        done = await seed(store, accounts, notes, settings.public_url, utc_now())
        await engines.dispose()
        return done

    print("The demo shop is ready." if asyncio.run(run()) else "The demo shop was there already.")


if __name__ == "__main__":
    main()
