"""Takes up a problem from an earlier dialogue that is still not solved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.open_problem import PROBLEM_WORDS
from actions.speaking import Events, SpeakingAction
from replies import TALK_TO_A_PERSON

if TYPE_CHECKING:
    from rasa_sdk import Tracker

    from replies import Speaker


class ProblemPersists(SpeakingAction):
    """Answers "no, not yet" to the question whether it is sorted."""

    NAME = "action_problem_persists"

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """Offer a human first: this is the second time the customer has to speak of it."""
        del tracker
        problem = speaker.visitor.fact("open_problem")
        what = PROBLEM_WORDS.get(problem.value, "this") if problem else "this"
        speaker.offer(
            f"I'm sorry {what} is still open. Shall I bring in a colleague? They'll see what happened, you needn't explain it again.",
            [TALK_TO_A_PERSON, ("Where is my order?", "/track_order"), ("Not now", "/deny")],
            used=[problem],
        )
        speaker.expect_answer_about("complaint")
        return []
