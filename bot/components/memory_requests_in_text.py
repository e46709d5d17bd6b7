"""Lets requests about memory be found by pattern, before anything else is made of a message."""

from __future__ import annotations

from typing import Any, List  # noqa: UP035 - Rasa compares annotations and knows typing.List only

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from memory_requests import MemoryRequest, asks_for_one_thing, memory_request

# Here the classifier knows better.
_DELETES, _SURE = "delete_my_data", 0.5
# It learns questions about memory as one of the first two, and so can tell that a message is about something else; "what is my
# favourite colour" may well look to it like no matter of a shop's.
_AS_A_WHOLE, _ONE_THING = "what_is_remembered", "ask_remembered"
_MEMORY = frozenset({_AS_A_WHOLE, _DELETES, "out_of_scope"})
# Said beside a question, these leave it one: "Hello. What is my name?"
_BESIDE = frozenset({"greet", "give_name", "inform", "thanks", "affirm", "deny"})
# As sure of something else as this, it is believed more than a pattern; below it, a pattern is no less sure than this.
_BEYOND_DOUBT, _LEAST = 0.8, 0.5


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class MemoryRequestsInText(GraphComponent):  # type: ignore[misc]
    """Sets the intents `ask_remembered` and `forget_fact`."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> MemoryRequestsInText:
        """Rasa's way of making a component; there is nothing to configure or load."""
        del config, model_storage, resource, execution_context
        return cls()

    def process(self, messages: List[Message]) -> List[Message]:  # noqa: UP006
        """Called by Rasa for every message, after the classifier."""
        for message in messages:
            text = message.get(TEXT) or ""
            request = memory_request(text)
            if request is None:
                _name_it(message, text)
                continue
            if _is_to_be_deleted(request, message.get(INTENT)):
                continue
            doubt = _of_something_else(request, message.get(INTENT_RANKING_KEY) or [])
            if doubt >= _BEYOND_DOUBT:
                continue
            intent = {"name": request.intent, "confidence": max(_LEAST, 1.0 - doubt)}
            # Sure of another, the classifier would make the two look alike, and nobody would be believed.
            others = [
                {**other, "confidence": 0.0} for other in message.get(INTENT_RANKING_KEY) or []
            ]
            message.set(INTENT, intent, add_to_output=True)
            message.set(INTENT_RANKING_KEY, [intent, *others], add_to_output=True)
        return messages


def _name_it(message: Message, text: str) -> None:
    """The classifier knows questions for memory, whatever their shape; what they name says whether they ask for one thing."""
    ranking = message.get(INTENT_RANKING_KEY) or []
    if ranking and ranking[0].get("name") == _AS_A_WHOLE and asks_for_one_thing(text):
        intent = {**ranking[0], "name": _ONE_THING}
        message.set(INTENT, intent, add_to_output=True)
        message.set(INTENT_RANKING_KEY, [intent, *ranking[1:]], add_to_output=True)


def _is_to_be_deleted(request: MemoryRequest, intent: dict[str, Any] | None) -> bool:
    """Who writes "delete everything you have about me" names what is remembered, too."""
    learned = intent or {}
    return (
        request.wish in ("all", "recall")
        and learned.get("name") == _DELETES
        and float(learned.get("confidence") or 0.0) >= _SURE
    )


def _of_something_else(request: MemoryRequest, ranking: list[dict[str, Any]]) -> float:
    """How sure the classifier is that the message is about no memory."""
    if request.wish == "others" or not ranking or ranking[0].get("name") in _MEMORY | _BESIDE:
        # What others said is told to nobody, and need not be learned as a question.
        return 0.0
    return float(ranking[0].get("confidence") or 0.0)
