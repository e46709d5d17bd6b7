"""The hub with a commit for every message: `python -m benchmarks.relays.one_by_one serve`."""

from __future__ import annotations

from chat_server import __main__ as program
from chat_server.store.sql_store import SqlStore


def main() -> None:
    """As `chat_server`, with batches of one."""
    SqlStore.__init__.__defaults__ = (1,)
    program.main()


if __name__ == "__main__":
    main()
