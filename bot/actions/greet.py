"""Says hello: by name when it is known, and asks about a problem left open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.open_problem import YES_OR_NO, question_about
from actions.speaking import Events, SpeakingAction, entity_in_message

if TYPE_CHECKING:
    from rasa_sdk import Tracker

    from replies import Speaker


class Greet(SpeakingAction):
    """Answers a greeting."""

    NAME = "action_greet"

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """Greet; on the first message of a dialogue also show what is remembered."""
        visitor = speaker.visitor
        known_name, problem = visitor.fact("name"), visitor.fact("open_problem")
        by_fact = known_name
        name = known_name.value if known_name else entity_in_message(tracker, "name")
        if not visitor.first_turn:
            speaker.say(
                f"Hello{f', {name}' if name else ''}! What can I do for you?", used=[by_fact]
            )
            return []
        hello = (
            f"Welcome back, {name}!"
            if by_fact and not by_fact.just_said
            else f"Hello, {name}!"
            if name
            else "Hello!"
        )
        if problem and not problem.said_here:
            speaker.offer(f"{hello} {question_about(problem)}", YES_OR_NO, used=[by_fact, problem])
            speaker.expect_answer_about("open_problem")
            return []
        speaker.offer(
            f"{hello} How can I help?",
            [
                ("Where is my order?", "/track_order"),
                ("Find a product", "/find_product"),
                ("Return something", "/return_item"),
            ],
            used=[by_fact],
        )
        return []
