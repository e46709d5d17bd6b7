"""``python -m launcher``: the command behind ``make run`` and ``make test``."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from pathlib import Path

from launcher import chores, processes, testing
from launcher.exchange import exchange
from launcher.failures import LaunchError, from_os_error
from launcher.places import Places
from launcher.preparing import prepare
from launcher.progress import Progress
from launcher.running import run

_ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Do one command; whatever goes wrong is one sentence and an exit code, never a traceback."""
    options = _parser().parse_args(arguments)
    if options.end_with_parent:
        processes.end_with_parent(os.getppid())
    progress = Progress()
    try:
        return asyncio.run(_command(options, progress))
    except OSError as error:
        progress.failure(from_os_error(error))
    except LaunchError as error:
        progress.failure(error)
    except KeyboardInterrupt:
        return 130
    return 1


async def _command(options: argparse.Namespace, progress: Progress) -> int:
    environ = dict(os.environ)
    places = Places.of(_ROOT, environ)
    match options.command:
        case "run":
            return await run(places, progress, environ)
        case "test":
            return await testing.run(places, progress, environ, fast=options.fast)
        case "prepare" | "test-env" as command:
            return await prepare(places, progress, environ, for_tests=command == "test-env")
        case "new-model":
            return await exchange(places, progress, options.model)
        case chore:
            return await chores.run(places, progress, environ, chore)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m launcher", description=__doc__)
    parser.add_argument(
        "--end-with-parent", action="store_true", help="stop when the calling program ends"
    )
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("run", help="prepare what is missing, then serve until Ctrl-C")
    commands.add_parser("prepare", help="environments, frontend, bot, database; start nothing")
    commands.add_parser("test-env", help="everything the test suite needs; start nothing")
    new_model = commands.add_parser(
        "new-model", help="the running bots take a new model, one by one, without a lost turn"
    )
    new_model.add_argument("--model", type=Path, help="put this one into var/bot first")
    for name, does in chores.NAMES.items():
        commands.add_parser(name, help=does)
    test = commands.add_parser("test", help="the whole test suite")
    test.add_argument("--fast", action="store_true", help="unit tests only")
    return parser


if __name__ == "__main__":
    sys.exit(main())
