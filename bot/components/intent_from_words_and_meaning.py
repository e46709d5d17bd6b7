"""Rasa's view of the intent model, and what is the shop's own about wording."""

from __future__ import annotations

import unicodedata
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

from components.entity_patterns import find_entities
from components.intent_model import IntentModel
from components.markup import without_markup
from components.meaning import meanings
from components.words_of_scripts import load_cutters

# Their exact value says nothing about the intent, that there is one says much.
_MASKED = frozenset({"order_number", "email", "size", "colour"})
_FILE = "intents.joblib"
# Where a message holds which share of its words were learned.
KNOWN = "known_words"
# Where none was, pieces of words and a vague meaning are all there is: what they say has to be plain, or it counts less.
_PLAIN, _LESS = 0.55, np.float32(0.6)


def masked(text: str) -> str:
    """The wording with order numbers, sizes and the like replaced by what they are."""
    for entity in reversed(find_entities(text)):
        if entity["entity"] in _MASKED:
            text = f"{text[: entity['start']]} {entity['entity'].replace('_', '')} {text[entity['end'] :]}"
    return text


def says_something(text: str) -> bool:
    """Whether there is a letter, a figure, an emoji, or the "+" that is a yes to some; dots and dashes mean nothing."""
    return any(sign.isalnum() or sign == "+" or unicodedata.category(sign) == "So" for sign in text)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentFromWordsAndMeaning(IntentClassifier, GraphComponent):  # type: ignore[misc]
    """Names a message's likeliest intents, whatever language it is in."""

    def __init__(
        self,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        model: IntentModel,
    ) -> None:
        self._config = {**self.get_default_config(), **config}
        self._model_storage = model_storage
        self._resource = resource
        self._model = model

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """``ranking_length`` is how many intents are named."""
        return {"ranking_length": 5}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> IntentFromWordsAndMeaning:
        """Rasa's way of making a component for training."""
        del execution_context
        return cls(config, model_storage, resource, IntentModel())

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **_: Any,
    ) -> IntentFromWordsAndMeaning:
        """Rasa's way of making a component from a trained model."""
        del execution_context
        with model_storage.read_from(resource) as folder:
            model: IntentModel = joblib.load(folder / _FILE)
        # What the first message would otherwise wait for.
        load_cutters()
        meanings(["hello"])
        return cls(config, model_storage, resource, model)

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from every example that has an intent."""
        examples = [example for example in training_data.intent_examples if example.get(TEXT)]
        texts = [str(example.get(TEXT)) for example in examples]
        self._model.fit(
            texts,
            [str(example.get(INTENT)) for example in examples],
            [masked(text) for text in texts],
        )
        with self._model_storage.write_to(self._resource) as folder:
            joblib.dump(self._model, folder / _FILE)
        return self._resource

    def process(self, messages: List[Message]) -> List[Message]:  # noqa: UP006
        """Called by Rasa for every message."""
        for message in messages:
            text = without_markup(message.get(TEXT) or "")
            known = self._model.known(text)
            ranking = self._ranking(text, known) if says_something(text) else []
            message.set(
                INTENT,
                ranking[0] if ranking else {"name": None, "confidence": 0.0},
                add_to_output=True,
            )
            message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
            message.set(KNOWN, known)
        return messages

    def _ranking(self, text: str, known: float) -> list[dict[str, Any]]:
        shares = self._model.shares([text], [masked(text)])[0]
        if not known and shares.max() < _PLAIN:
            shares = shares * _LESS
        best = np.argsort(shares)[::-1][: self._config["ranking_length"]]
        return [
            {"name": self._model.intents[index], "confidence": float(shares[index])}
            for index in best
        ]
