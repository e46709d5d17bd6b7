"""Says hello: by name when it is known, and asks about a problem left open."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from replies import Speaker


class HandOver(Action):  # type: ignore[misc]
    """Answers a greeting."""

    def name(self) -> str:
        """The name rules use."""
        return "action_hand_over"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        """Greet once, warmly and short."""
        del domain
        speaker = Speaker(dispatcher, tracker)
        speaker.hand_over("visitor_asked", "The visitor asked for a person.")
        return [SlotSet("pending", None)]
