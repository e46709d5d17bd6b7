"""Tells what the visitor said before, in their own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from actions.speaking import Events, SpeakingAction
from remembering import day_of

if TYPE_CHECKING:
    from rasa_sdk import Tracker

    from replies import Speaker

_MOST, _LONGEST = 2, 300


class TellSaid(SpeakingAction):
    """Answers "what did I say about the jacket"."""

    NAME = "action_tell_said"

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """Their words with the day; nothing is made up where nothing was found."""
        recalled = (tracker.get_slot("visitor") or {}).get("recalled") or {}
        said = recalled.get("said") or []
        if said:
            speaker.say(" ".join(_quoted(one) for one in said[:_MOST]))
        else:
            speaker.say("I find nothing that you told us about this.")
        return []


def _quoted(one: dict[str, Any]) -> str:
    return f"You told us on {day_of(one.get('at'))}: \u201c{str(one.get('quote', ''))[:_LONGEST]}\u201d."
