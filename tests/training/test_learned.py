"""What was learned lies in the package, is of today's lines, and is small."""

from __future__ import annotations

import json

from chat_server.recall.ear.model import ABOUT, FOLDER
from training import corpus

_MOST = 6_000_000


def test_it_was_learned_from_the_lines_there_are() -> None:
    about = json.loads((FOLDER / ABOUT).read_text())
    assert about["data"] == corpus.digest(), "lines changed: run `make train-hearing` and commit"


def test_it_is_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < _MOST
