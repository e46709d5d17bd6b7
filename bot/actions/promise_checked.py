"""Takes the answer to the question whether a promise was kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.speaking import Events, SpeakingAction

if TYPE_CHECKING:
    from rasa_sdk import Tracker

    from replies import Speaker


class PromiseKept(SpeakingAction):
    """Answers the yes; that the promise is over is told by `facts.py`."""

    NAME = "action_promise_kept"

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """Be glad."""
        del tracker
        speaker.say(speaker.words.text("glad_kept"))
        return []


class PromiseBroken(SpeakingAction):
    """Answers the no."""

    NAME = "action_promise_broken"

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """A person has to make good on it."""
        asked = tracker.get_slot("asked_fact") or {}
        fact = next((one for one in speaker.visitor.facts if one.id == asked.get("id")), None)
        speaker.say(speaker.words.text("sorry_not_kept"), used=[fact])
        promised = f"\u201c{asked.get('value', '')}\u201d"
        speaker.hand_over("needs_human", f"A promise was not kept: {promised}.")
        return []
