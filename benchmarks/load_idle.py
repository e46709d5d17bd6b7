"""What a visitor costs who only looks: memory and processor time of idle connections.

`python -m benchmarks.load_idle [--many 2000,10000]`
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from pathlib import Path

from benchmarks import _page
from benchmarks._contestants import Contestant, hub, make_shop, relay

_KILOBYTE = 1_000
_AT_ONCE = 50
_WARM = 50
_WATCHED = 5.0


def main() -> None:
    """Each number of connections on servers of its own, so that no memory is left from before."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--many", default="2000,10000")
    options = parser.parse_args()
    rows = []
    with tempfile.TemporaryDirectory(prefix="samtal-bench-") as folder:
        shop = make_shop(Path(folder))
        for many in map(int, options.many.split(",")):
            with relay("python-socketio", "bare", "--uvloop") as bare, hub("**hub**", shop) as own:
                for contestant in (bare, own):
                    rows.append(_row(contestant, many))
                    print(*rows[-1], sep="  ", flush=True)
    heads = ["", "connections", "kB each", "arrivals/s", "of one processor when idle"]
    text = _page.table(heads, rows)
    print(text)
    _page.write("idle", text)


def _row(contestant: Contestant, many: int) -> list[str]:
    _allow(many + 500)
    with contestant.crowd(_WARM, _WARM):
        pass
    before = contestant.resident()
    with contestant.crowd(many, _AT_ONCE) as gathered:
        assert gathered.failed == 0, gathered
        time.sleep(1.0)
        each = (contestant.resident() - before) / many / _KILOBYTE
        spent = contestant.cpu()
        time.sleep(_WATCHED)
        share = (contestant.cpu() - spent) / _WATCHED
    return [
        contestant.name,
        f"{many:,}",
        f"{each:.1f}",
        f"{many / gathered.seconds:,.0f}",
        f"{share:.1%}",
    ]


def _allow(descriptors: int) -> None:
    """Crowd and servers inherit it."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    assert most >= descriptors, f"only {most} open files are allowed here"
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


if __name__ == "__main__":
    main()
