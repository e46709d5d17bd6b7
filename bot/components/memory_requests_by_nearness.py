"""Finds questions for memory that no pattern knows the shape of, by what was asked before and is nearest to them."""

from __future__ import annotations

from typing import Any, List  # noqa: UP035 - Rasa compares annotations and knows typing.List only

import joblib
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from components.intent_from_words_and_meaning import masked, says_something
from components.markup import without_markup
from components.memory_nearness import OF_THE_SHOP, MemoryNearness, Nearest, asked_examples
from memory_requests import may_be_of_ones_own, memory_request

_FILE = "asked.joblib"
# Where a message holds the kind that it asks for.
NEAREST = "nearest_kind"
_ONE_THING, _AS_A_WHOLE = "ask_remembered", "what_is_remembered"
# Nobody asks at such length.
_LONGEST = 200
# Likeness and memory as `Nearest` has them: enough where a pattern says what is asked, where the classifier takes it for memory too, where it
# does not know, and where it believes in something else; as sure of that as the last, it is believed.
_OF_A_SHAPE, _WITH_IT, _WITHOUT_IT, _AGAINST_IT = (0.2, 1.0), (0.3, 1.0), (0.25, 1.05), (0.3, 1.1)
_BEYOND_DOUBT = 0.9
_KNOWS_NOTHING = frozenset({"out_of_scope", None})
_GUESSED = 0.5
# Near in words to questions for memory, and never one: "what is your name", "my name is ...", "forget my address".
_NEVER = frozenset(
    {"bot_challenge", "give_name", "inform", "greet", "delete_my_data", "ask_said", "forget_fact"}
)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class MemoryRequestsByNearness(IntentClassifier, GraphComponent):  # type: ignore[misc]
    """Sets the intent `ask_remembered`, and says of which kind where patterns cannot."""

    def __init__(
        self, model_storage: ModelStorage, resource: Resource, model: MemoryNearness
    ) -> None:
        self._model_storage = model_storage
        self._resource = resource
        self._model = model

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> MemoryRequestsByNearness:
        """Rasa's way of making a component for training."""
        del config, execution_context
        return cls(model_storage, resource, MemoryNearness())

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **_: Any,
    ) -> MemoryRequestsByNearness:
        """Rasa's way of making a component from a trained model."""
        del config, execution_context
        with model_storage.read_from(resource) as folder:
            model: MemoryNearness = joblib.load(folder / _FILE)
        return cls(model_storage, resource, model)

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from questions by kinds, and from what the classifier learns of everything else."""
        others = [
            (masked(str(example.get(TEXT))), str(example.get(INTENT)))
            for example in training_data.intent_examples
            if example.get(TEXT) and example.get(INTENT) != _AS_A_WHOLE
        ]
        self._model.fit([(masked(text), kind) for text, kind in asked_examples()], others)
        with self._model_storage.write_to(self._resource) as folder:
            joblib.dump(self._model, folder / _FILE)
        return self._resource

    def process(self, messages: List[Message]) -> List[Message]:  # noqa: UP006
        """Called by Rasa for every message, after patterns had their say."""
        for message in messages:
            text = without_markup(message.get(TEXT) or "")
            if len(text) <= _LONGEST and says_something(text):
                self._look_at(message, text)
        return messages

    def _look_at(self, message: Message, text: str) -> None:
        intent = message.get(INTENT) or {}
        name, confidence = intent.get("name"), float(intent.get("confidence") or 0.0)
        if name == _ONE_THING or name in _NEVER or not may_be_of_ones_own(text):
            return
        request = memory_request(text)
        if request is not None and request.wish != "ask":
            return
        nearest = self._model.nearest([masked(text)])[0]
        if not _is_memory(nearest, name, confidence, has_shape=request is not None):
            return
        found = {"name": _ONE_THING, "confidence": max(confidence, _BEYOND_DOUBT)}
        others = [{**one, "confidence": 0.0} for one in message.get(INTENT_RANKING_KEY) or []]
        message.set(INTENT, found, add_to_output=True)
        message.set(INTENT_RANKING_KEY, [found, *others], add_to_output=True)
        if request is None:
            message.set(NEAREST, nearest.kind, add_to_output=True)


def _is_memory(nearest: Nearest, name: str | None, confidence: float, *, has_shape: bool) -> bool:
    if nearest.kind == OF_THE_SHOP:
        return False
    if has_shape:
        needed = _OF_A_SHAPE
    elif name == _AS_A_WHOLE:
        needed = _WITH_IT
    elif name in _KNOWS_NOTHING or confidence < _GUESSED:
        needed = _WITHOUT_IT
    elif confidence < _BEYOND_DOUBT:
        needed = _AGAINST_IT
    else:
        return False
    return nearest.likeness >= needed[0] and nearest.memory >= needed[1]
