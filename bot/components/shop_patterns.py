"""Puts the entities found by pattern into Rasa's pipeline."""

from __future__ import annotations

from typing import Any, List  # noqa: UP035 - Rasa compares annotations and knows typing.List only

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from components.entity_patterns import find_entities
from components.name_patterns import find_own_name


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class ShopPatterns(GraphComponent):  # type: ignore[misc]
    """Adds the visitor's own name, order number, e-mail, coupon code, product, colour and size."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> ShopPatterns:
        """Rasa's way of making a component; there is nothing to configure or load."""
        del config, model_storage, resource, execution_context
        return cls()

    def process(self, messages: List[Message]) -> List[Message]:  # noqa: UP006
        """Called by Rasa for every message, after the intent is known."""
        for message in messages:
            text = message.get(TEXT) or ""
            found = find_entities(text)
            intent = (message.get(INTENT) or {}).get("name")
            names = [
                name
                for name in find_own_name(text, intent)
                if all(
                    name["end"] <= other["start"] or name["start"] >= other["end"]
                    for other in found
                )
            ]
            message.set(ENTITIES, names + found, add_to_output=True)
        return messages
