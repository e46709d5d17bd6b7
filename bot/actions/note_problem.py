"""Hears a complaint out: is sorry, notes the problem, and offers what helps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.speaking import Events, SpeakingAction, intent_of

if TYPE_CHECKING:
    from rasa_sdk import Tracker

    from replies import Speaker

_RETURN = ("start_return", "/return_item")
_TRACK = ("where_is_order", "/track_order")

# What helps besides a person.
_STEPS: dict[str, tuple[tuple[str, str], ...]] = {
    "damaged_item": (_RETURN,),
    "faulty_item": (_RETURN,),
    "wrong_item": (_RETURN,),
    "missing_item": (_TRACK,),
    "late_delivery": (_TRACK,),
    "complain": (),
}


class NoteProblem(SpeakingAction):
    """Answers the complaint intents; the problem itself becomes a fact by the mapping in facts.py."""

    NAME = "action_note_problem"

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """Be sorry, offer the next step and a human."""
        intent = intent_of(tracker)
        problem = intent if intent in _STEPS else "complain"
        steps = [speaker.choice(*step) for step in _STEPS[problem]]
        speaker.offer(speaker.words.text(f"sorry_{problem}"), [*steps, speaker.talk_to_a_person])
        speaker.expect_answer_about("complaint")
        return []
