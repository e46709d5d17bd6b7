"""Lets a message in a language the bot does not know be answered as such, whatever the classifier believes to see in it."""

from __future__ import annotations

from typing import Any, List  # noqa: UP035 - Rasa compares annotations and knows typing.List only

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from components.foreign_words import is_foreign, load
from components.intent_from_words_and_meaning import KNOWN
from components.language_of_message import LANGUAGE, UNKNOWN
from components.markup import without_markup


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
        """Rasa's way of making a component."""
        del config, model_storage, resource, execution_context
        # What the first foreign message would otherwise wait for.
        load()
        return cls()

    def process(self, messages: List[Message]) -> List[Message]:  # noqa: UP006
        """Called by Rasa for every message, after the classifier."""
        for message in messages:
            if not _is_unknown(message):
                continue
            intent = {"name": "unknown_language", "confidence": 1.0}
            message.set(INTENT, intent, add_to_output=True)
            message.set(INTENT_RANKING_KEY, [intent], add_to_output=True)
            message.set(LANGUAGE, {"name": UNKNOWN, "confidence": 1.0}, add_to_output=True)
        return messages


def _is_unknown(message: Message) -> bool:
    if (message.get(LANGUAGE) or {}).get("name") == UNKNOWN:
        return True
    text, known = without_markup(message.get(TEXT) or ""), message.get(KNOWN)
    return known is not None and is_foreign(text, known)
