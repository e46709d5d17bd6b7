"""Stock Rasa learns lines and answers others, in a process that can be ended: TensorFlow's threads cannot.

Standard input: ``{"taught": [[text, intent], …], "asked": [text, …], "epochs": 60}``; the last line of standard output: the intents.
"""

from __future__ import annotations

import json
import sys

from contestants import stock_diet


def main() -> None:
    """Learn, answer, and say so."""
    work = json.load(sys.stdin)
    guess = stock_diet([(text, intent) for text, intent in work["taught"]], epochs=work["epochs"])
    sys.stdout.write("\n" + json.dumps(guess(work["asked"])) + "\n")


if __name__ == "__main__":
    main()
