"""`python -m chat_server COMMAND`: the hub and its chores."""

from __future__ import annotations

import argparse
from pathlib import Path


def main() -> None:
    """Parses the command line; heavy imports wait until the command needs them."""
    parser = argparse.ArgumentParser(prog="chat_server", description="Samtal's hub")
    commands = parser.add_subparsers(dest="command", required=True)
    export = commands.add_parser("export-schema", help="write the JSON Schemas of sockets and REST")
    export.add_argument("folder", type=Path)
    arguments = parser.parse_args()
    if arguments.command == "export-schema":
        from .wire.export import export_schemas

        for path in export_schemas(arguments.folder):
            print(path)


if __name__ == "__main__":
    main()
