"""`make eval-memory`: plays all dialogues, and writes down what came of them."""

from __future__ import annotations

import argparse
import asyncio
import logging
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from chat_server.logs import configure_logs

from . import latency, report
from .alone import heard_alone, marks_of
from .dialogues import SPLITS, BadDialogue, Dialogue, load
from .judge import judge
from .play import play
from .stage import CannotPlay, Theatre
from .verdict import Verdict

_JSON = Path(__file__).resolve().parents[2] / "var" / "eval" / "memory.json"
# The shop has been there for a while when the first customer comes.
_BEFORE = timedelta(days=1)


def main(arguments: list[str] | None = None) -> int:
    """Figures, good or bad, are no error; what cannot be played is one."""
    options = _parser().parse_args(arguments)
    try:
        dialogues = _chosen(options)
        if options.alone:
            _hear(dialogues, options)
        else:
            asyncio.run(_run(dialogues, options))
    except (BadDialogue, CannotPlay) as error:
        print(f"eval-memory: {error}", file=sys.stderr)
        return 1
    return 0


def _hear(dialogues: Sequence[Dialogue], options: argparse.Namespace) -> None:
    marks = None if options.by_rules_alone else marks_of()
    verdicts = [judge(heard_alone(one, marks)) for one in dialogues]
    print(report.said_briefly(verdicts))
    report.write_json(options.json, verdicts, None)
    print(f"All failures: {options.json}")


async def _run(dialogues: Sequence[Dialogue], options: argparse.Namespace) -> None:
    configure_logs()
    logging.getLogger().setLevel(logging.ERROR)
    taken: latency.Latency | None = None
    verdicts: list[Verdict] = []
    began = time.monotonic()
    start = min((one.sessions[0].at for one in dialogues), default=None)
    with tempfile.TemporaryDirectory(prefix="samtal-eval-") as folder:
        if start is not None:
            theatre = Theatre(Path(folder), start - _BEFORE, by_rules_alone=options.by_rules_alone)
            async with theatre as stage:
                verdicts = [judge(one) for one in await play(stage, dialogues, _progress)]
                if options.latency:
                    taken = await latency.measure(stage)
    print(f"\n{len(dialogues)} dialogues in {time.monotonic() - began:.0f} s")
    print(report.said_briefly(verdicts))
    if taken is not None:
        print("\n".join(["latency of a bot turn, p50", *latency.told(taken)]))
    report.write_json(options.json, verdicts, taken)
    if options.page and not options.by_rules_alone:
        report.write_page(verdicts, taken)
    print(f"All failures: {options.json}")


def _chosen(options: argparse.Namespace) -> list[Dialogue]:
    found = load([options.split] if options.split else SPLITS)
    if options.only:
        found = [one for one in found if any(one.id.startswith(part) for part in options.only)]
    if not found:
        raise BadDialogue("There are no such dialogues.")
    return found


def _progress(done: int, total: int) -> None:
    if sys.stdout.isatty():
        print(f"\r{done}/{total} sessions", end="", flush=True)
    elif done % 50 == 0 or done == total:
        print(f"{done}/{total} sessions", flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evaluation.memory", description=__doc__)
    parser.add_argument("--split", choices=SPLITS, help="only these dialogues")
    parser.add_argument(
        "--only", action="append", metavar="ID", help="only dialogues whose id begins so"
    )
    parser.add_argument("--json", type=Path, default=_JSON, help="where figures and failures go")
    parser.add_argument(
        "--no-page", dest="page", action="store_false", help="leave docs/memory-evaluation.md"
    )
    parser.add_argument(
        "--no-latency", dest="latency", action="store_false", help="do not measure turns"
    )
    parser.add_argument(
        "--alone",
        action="store_true",
        help="what the ears hear, with neither hub nor bot: quick, and only facts count; the page stays",
    )
    parser.add_argument(
        "--by-rules-alone",
        action="store_true",
        help="without what learned from examples; to be compared, so that the page stays as it is",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
