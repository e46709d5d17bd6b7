"""Says goodbye."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.speaking import Events, SpeakingAction, leave_form

if TYPE_CHECKING:
    from rasa_sdk import Tracker

    from replies import Speaker


class SayGoodbye(SpeakingAction):
    """Answers a goodbye, and drops what was half asked."""

    NAME = "action_say_goodbye"

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """By name when it is known."""
        told, known = tracker.get_slot("name"), speaker.visitor.fact("name")
        name = told or (known.value if known else None)
        by_fact = known if known and known.value == name else None
        goodbye = f"Goodbye, {name}" if name else "Goodbye"
        speaker.say(
            f"{goodbye}, and thank you for dropping by. I'm here whenever you need me.",
            used=[by_fact],
        )
        return leave_form(tracker)
