"""Those the bot is measured beside learn and answer."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from conftest import BOT
from test_intent_model import TAUGHT

from contestants import svm

LINES = [(text, intent) for intent, texts in TAUGHT.items() for text in texts]
STOCK = Path(__file__).with_name("stock_child.py")
# Twenty seconds of one core; more than this is a hang.
LEARNS_WITHIN = 240


def test_the_svm_knows_what_it_was_taught() -> None:
    said = svm(LINES)([text for text, _ in LINES])
    assert said == [intent for _, intent in LINES]


def test_stock_rasa_learns_lines_with_brackets_and_names_an_intent_for_each() -> None:
    odd = [("my [blue](colour) {jacket}", "late"), ("/refund", "refund")]
    asked = [*(text for text, _ in LINES), "qwerty"]
    ended = subprocess.run(
        [sys.executable, STOCK],
        input=json.dumps({"taught": [*LINES, *odd], "asked": asked, "epochs": 60}),
        env=os.environ | {"PYTHONPATH": str(BOT)},
        capture_output=True,
        text=True,
        timeout=LEARNS_WITHIN,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    *said, strange = json.loads(ended.stdout.splitlines()[-1])
    right = sum(found == intent for found, (_, intent) in zip(said, LINES, strict=True))
    assert right / len(LINES) > 0.9
    assert strange in TAUGHT
