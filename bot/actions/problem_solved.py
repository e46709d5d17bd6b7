"""Is glad that a problem is solved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.speaking import Events, SpeakingAction

if TYPE_CHECKING:
    from rasa_sdk import Tracker

    from replies import Speaker


class ProblemSolved(SpeakingAction):
    """Answers "it's sorted now"; that the problem holds no longer is told by the mapping in facts.py."""

    NAME = "action_problem_solved"

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """Close the matter."""
        del tracker
        speaker.say(
            speaker.words.text("glad_sorted"),
            used=[speaker.visitor.fact("open_problem")],
        )
        return []
