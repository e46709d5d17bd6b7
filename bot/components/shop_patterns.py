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
            intent = (message.get(INTENT) or {}).get("name")
            names = find_own_name(text, intent)
            # Katla and Esja are jackets and sweaters, and women too: who introduces herself as one is meant.
            kept = [
                entity
                for entity in find_entities(text)
                if all(
                    entity["end"] <= name["start"] or entity["start"] >= name["end"]
                    for name in names
                )
            ]
            message.set(ENTITIES, names + kept, add_to_output=True)
        return messages
