"""The hub without what only its developers install: `python -m benchmarks.relays.as_installed serve`.

Libraries import some of it when it is there, and it would be weighed with the hub.
"""

from __future__ import annotations

import sys

_DEVELOPERS_ONLY = ("requests", "rich", "valkey")


def main() -> None:
    """As `chat_server`."""
    for name in _DEVELOPERS_ONLY:
        sys.modules[name] = None  # type: ignore[assignment]  # importing it fails now
    from chat_server import __main__ as program  # noqa: PLC0415

    program.main()


if __name__ == "__main__":
    main()
