"""What all actions share: a name, a voice, and events to leave behind."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any, ClassVar

from rasa_sdk import Action, Tracker
from rasa_sdk.events import ActiveLoop, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from replies import Speaker

Events = list[dict[str, Any]]


class SpeakingAction(Action, ABC):  # type: ignore[misc]
    """An action that speaks to the visitor."""

    NAME: ClassVar[str]

    def name(self) -> str:
        """The name rules and stories use."""
        return self.NAME

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> Events:
        """Rasa's way in."""
        del domain
        return await self.speak(Speaker(dispatcher, tracker), tracker)

    @abstractmethod
    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """Say something; the events returned become part of the dialogue."""


def leave_form(tracker: Tracker) -> Events:
    """Events that end an open form and forget the half-filled order; none when no form is open."""
    if not (tracker.active_loop or {}).get("name"):
        return []
    return [
        ActiveLoop(None),
        SlotSet("requested_slot", None),
        SlotSet("order_number", None),
        SlotSet("order_confirmed", None),
    ]


def intent_of(tracker: Tracker) -> str:
    """The intent of the message being answered."""
    return str((tracker.latest_message.get("intent") or {}).get("name") or "")


def entity_in_message(tracker: Tracker, entity: str) -> str | None:
    """The last value of ``entity`` in the message being answered."""
    return next(
        (
            str(found["value"])
            for found in reversed(tracker.latest_message["entities"])
            if found["entity"] == entity
        ),
        None,
    )
