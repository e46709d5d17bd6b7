"""Lets a message in a language the bot does not know be answered as such, whatever the classifier believes to see in it."""

from __future__ import annotations

from typing import Any, List  # noqa: UP035 - Rasa compares annotations and knows typing.List only

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY
from rasa.shared.nlu.training_data.message import Message

from components.language_of_message import LANGUAGE, UNKNOWN

INTENTS = frozenset({"unknown_language", "choose_language"})


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class UnknownLanguage(GraphComponent):  # type: ignore[misc]
    """Sets the intent `unknown_language`."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> UnknownLanguage:
        """Rasa's way of making a component; there is nothing to configure or load."""
        del config, model_storage, resource, execution_context
        return cls()

    def process(self, messages: List[Message]) -> List[Message]:  # noqa: UP006
        """Called by Rasa for every message, after the classifier."""
        for message in messages:
            if (message.get(LANGUAGE) or {}).get("name") != UNKNOWN:
                continue
            intent = {"name": "unknown_language", "confidence": 1.0}
            message.set(INTENT, intent, add_to_output=True)
            message.set(INTENT_RANKING_KEY, [intent], add_to_output=True)
        return messages
