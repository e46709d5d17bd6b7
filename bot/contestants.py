"""What others would make of the same examples: a linear SVM on TF-IDF, and stock Rasa."""

from __future__ import annotations

import asyncio
import json
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import yaml
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_pipeline, make_union
from sklearn.svm import LinearSVC

from logs import quiet
from public_sets import Example

# From texts to the likeliest intent of each.
Guess = Callable[[Sequence[str]], list[str]]

# The one stock Rasa is measured with for speed, too.
STOCK = Path(__file__).resolve().parents[1] / "benchmarks" / "bot" / "stock.yml"
_EPOCHS = 100


def svm(taught: Sequence[Example]) -> Guess:
    """Words and pairs of words, one to four letters, and a straight line between any two intents."""
    model = make_pipeline(
        make_union(
            TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
            TfidfVectorizer(analyzer="char", ngram_range=(1, 4), sublinear_tf=True),
        ),
        LinearSVC(C=0.5, random_state=0),
    )
    model.fit([text for text, _ in taught], [intent for _, intent in taught])
    return lambda texts: [str(intent) for intent in model.predict(texts)]


def stock_diet(taught: Sequence[Example], epochs: int = _EPOCHS) -> Guess:
    """Rasa as it comes. Its fallback is not asked: what counts is the intent it finds likeliest."""
    # Imported here: it takes seconds, and nobody who leaves DIET out needs it.
    from rasa.core.agent import Agent  # noqa: PLC0415
    from rasa.model_training import train_nlu  # noqa: PLC0415

    quiet()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        configuration = folder / "config.yml"
        configuration.write_text(_understanding_of(STOCK, epochs), encoding="utf-8")
        data = folder / "nlu.json"
        # In Rasa's older format a line may hold brackets and braces and means no entity by them.
        examples = [{"text": text, "intent": intent} for text, intent in taught]
        data.write_text(json.dumps({"rasa_nlu_data": {"common_examples": examples}}))
        trained = train_nlu(str(configuration), str(data), output=name)
        if trained is None:
            raise RuntimeError("stock Rasa learned nothing")
        agent = Agent.load(trained)

    async def listen(texts: Sequence[str]) -> list[str]:
        return [str((await agent.parse_message(text))["intent"]["name"]) for text in texts]

    return lambda texts: asyncio.run(listen(texts))


def _understanding_of(configuration: Path, epochs: int) -> str:
    read = yaml.safe_load(configuration.read_text(encoding="utf-8").replace("EPOCHS", str(epochs)))
    kept = [part for part in read["pipeline"] if part["name"] != "FallbackClassifier"]
    return str(yaml.safe_dump({**read, "pipeline": kept, "policies": []}))
