"""Takes up a problem from an earlier dialogue that is still not solved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.open_problem import called
from actions.speaking import Events, SpeakingAction

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
        speaker.offer(
            speaker.words.text("problem_still_open", problem=called(problem, speaker.words)),
            [
                speaker.talk_to_a_person,
                speaker.choice("where_is_order", "/track_order"),
                speaker.choice("not_now", "/deny"),
            ],
            used=[problem],
        )
        speaker.expect_answer_about("complaint")
        return []
