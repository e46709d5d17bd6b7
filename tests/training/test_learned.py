"""What was learned lies in the package, is of today's lines, and is small."""

from __future__ import annotations

from chat_server.recall.ear import files
from training import corpus

_MOST, _MOST_OF_A_FILE = 12_000_000, 3_000_000


def test_it_was_learned_from_the_lines_there_are() -> None:
    assert files.about()["data"] == corpus.digest(without=corpus.waiting()), (
        "lines changed: run `make train-hearing` and commit, or name the new files in waiting.txt"
    )


def test_it_is_small() -> None:
    sizes = [path.stat().st_size for path in files.FOLDER.iterdir()]
    assert sum(sizes) < _MOST
    assert max(sizes) < _MOST_OF_A_FILE
