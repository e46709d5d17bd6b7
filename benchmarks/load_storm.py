"""A thousand visitors who lost their connection and all come back at once: `python -m benchmarks.load_storm`."""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks import _page
from benchmarks._contestants import Contestant, hub, make_shop, relay
from benchmarks._figures import median

_MANY = 1_000
_AT_ONCE_BEFORE = 50
_ROUNDS = 3


def main() -> None:
    """In turns; the hub's visitors come with their tokens and are welcomed with what they had."""
    with tempfile.TemporaryDirectory(prefix="samtal-bench-") as folder:
        shop = make_shop(Path(folder))
        with relay("python-socketio", "bare", "--uvloop") as bare, hub("**hub**", shop) as own:
            contestants = (bare, own)
            for contestant in contestants:
                with contestant.crowd(_MANY, _AT_ONCE_BEFORE, known=True):
                    pass
            rows = [_row(contestant) for contestant in contestants]
    text = _page.table(["", "all in, s", "99 % in, s", "refused"], rows)
    print(text)
    _page.write("storm", text)


def _row(contestant: Contestant) -> list[str]:
    seconds, most, failed = [], [], 0
    for _ in range(_ROUNDS):
        with contestant.crowd(_MANY, _MANY, known=True) as gathered:
            seconds.append(gathered.seconds)
            most.append(gathered.p99)
            failed += gathered.failed
    return [contestant.name, f"{median(seconds):.1f}", f"{median(most):.1f}", str(failed)]


if __name__ == "__main__":
    main()
