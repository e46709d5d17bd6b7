"""Judges the estimated waits: by simulated days, and by what the database's log says was told.

`make eval` runs it; `python -m evaluation.waits --write` also writes the table into docs/routing.md.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from chat_server.services.waits import stays_of
from chat_server.store.database import Engines
from chat_server.store.sql_store import SqlStore
from evaluation.days import HELD_OUT, TUNING, Days
from evaluation.replay import Verdict, replay, verdict

_ROOT = Path(__file__).resolve().parent.parent
_DOCUMENT = _ROOT / "docs" / "routing.md"
_BEGIN, _END = "<!-- evaluation of waits -->", "<!-- end -->"
_LEAST, _MOST = 0.76, 0.84
_ALL_OF_IT = 1_000_000
_MINUTE = 60.0


def simulated(days: Days) -> Iterator[tuple[str, Verdict]]:
    """Every load over all its days together."""
    for load in days.loads:
        stays = [stay for day in days.of(load) for stay in replay(day.run())]
        yield load.name, verdict(stays)


async def recorded(url: str) -> list[tuple[str, Verdict]]:
    """What was told in this installation, as its log has it; every queue on its own."""
    engines = Engines(url)
    store = SqlStore(engines, lambda _: None)
    found: list[tuple[str, Verdict]] = []
    try:
        async with store.read() as tx:
            for inbox in await tx.inboxes.all():
                for team, stays in (await stays_of(tx, inbox.id, _ALL_OF_IT)).items():
                    served = [stay for stay in stays if stay.served]
                    found.append((f"{inbox.name}{' / ' + team if team else ''}", verdict(served)))
    finally:
        await store.close()
        await engines.dispose()
    return found


def row(name: str, found: Verdict) -> str:
    """One line of the table; times in minutes."""
    return (
        f"| {name} | {found.judged} | {found.unknown} | {found.coverage:.1%} | {found.too_early:.1%} | "
        f"{found.too_late:.1%} | {found.median_wait / _MINUTE:.1f} | "
        f"{found.median_error / _MINUTE:.1f} | {found.median_width / _MINUTE:.1f} |"
    )


_HEAD = (
    "| queue | judged | told nothing | in the interval | sooner | later | median wait, min | "
    "median error of the middle | median width |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |"
)


def main() -> int:
    """Fails when a simulated queue's intervals do not hold four of five."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--write", action="store_true", help="write the tables into docs/routing.md"
    )
    arguments = parser.parse_args()
    sections, bad = [], []
    for days in (TUNING, *HELD_OUT):
        lines = [f"{days.name.capitalize()}:", "", _HEAD]
        print("\n".join(lines), flush=True)
        for name, found in simulated(days):
            lines.append(row(name, found))
            print(lines[-1], flush=True)
            if not _LEAST <= found.coverage <= _MOST:
                bad.append(f"{name} ({days.name})")
        print()
        sections.append("\n".join(lines))
    url = os.environ.get("DATABASE_URL", f"sqlite:///{_ROOT / 'var' / 'samtal.db'}")
    if not url.startswith("sqlite") or Path(url.removeprefix("sqlite:///")).is_file():
        print("As told in this installation:\n\n" + _HEAD)
        for name, found in asyncio.run(recorded(url)):
            print(row(name, found))
    if arguments.write:
        _write("\n\n".join(sections))
    for name in bad:
        print(f"Outside of {_LEAST:.0%}-{_MOST:.0%}: {name}")
    return 1 if bad else 0


def _write(tables: str) -> None:
    before, _, rest = _DOCUMENT.read_text(encoding="utf-8").partition(_BEGIN)
    _, _, after = rest.partition(_END)
    _DOCUMENT.write_text(f"{before}{_BEGIN}\n{tables}\n{_END}{after}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
