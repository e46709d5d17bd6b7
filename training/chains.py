"""Which words say a fact: a chain over tokens for each language, told what the message as a whole is likely to say."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import pycrfsuite

from chat_server.recall.ear.chain import told
from chat_server.recall.ear.labels import NO_FACT, labelled
from chat_server.recall.ear.tokens import features, tokens

from .corpus import BESIDE, Example, Mark

# Sparse enough to be small: most of what is seen at a token says nothing.
_OPTIONS = {"c1": 0.1, "c2": 0.05, "max_iterations": 45, "feature.minfreq": 2}


def trained(language: str, examples: Sequence[tuple[Example, Mapping[str, float]]]) -> bytes:
    """With what was likely of each; the same for the same examples."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False, params=_OPTIONS)
    for example, likely in examples:
        there = tokens(example.text, language)
        if there:
            places = [(mark.start, mark.end, label(mark)) for mark in example.marks]
            seen = pycrfsuite.ItemSequence(told(features(there), likely))
            trainer.append(seen, labelled(there, places))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "chain"
        trainer.train(str(path))
        return path.read_bytes()


def label(mark: Mark) -> str:
    """What is over, begins later or is unsure is learned as something else, so that it is not taken for a fact."""
    return mark.key if mark.holds or mark.key in BESIDE else NO_FACT
