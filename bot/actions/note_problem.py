"""Hears a complaint out: is sorry, notes the problem, and offers what helps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.speaking import Events, SpeakingAction, intent_of
from replies import TALK_TO_A_PERSON, Choice

if TYPE_CHECKING:
    from rasa_sdk import Tracker

    from replies import Speaker

_RETURN: Choice = ("Start a return", "/return_item")
_TRACK: Choice = ("Where is my order?", "/track_order")

_ANSWERS: dict[str, tuple[str, tuple[Choice, ...]]] = {
    "damaged_item": (
        "I'm so sorry it arrived damaged. We'll replace it or give you your money back, whichever you prefer.",
        (_RETURN,),
    ),
    "faulty_item": (
        "I'm sorry, that should not happen. Our things have a two-year warranty, so we'll make it right.",
        (_RETURN,),
    ),
    "wrong_item": (
        "I'm sorry, we packed the wrong thing. We'll send you the right one and take this one back for free.",
        (_RETURN,),
    ),
    "missing_item": (
        "I'm sorry something is missing. A colleague can check the parcel and send what's missing.",
        (_TRACK,),
    ),
    "late_delivery": (
        "I'm sorry you've had to wait. Let me see where it is, or have a colleague ask the carrier.",
        (_TRACK,),
    ),
    "complain": (
        "I'm sorry we've let you down. A colleague should hear this and put it right.",
        (),
    ),
}


class NoteProblem(SpeakingAction):
    """Answers the complaint intents; the problem itself becomes a fact by the mapping in facts.py."""

    NAME = "action_note_problem"

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """Be sorry, offer the next step and a human."""
        text, steps = _ANSWERS.get(intent_of(tracker), _ANSWERS["complain"])
        speaker.offer(text, [*steps, TALK_TO_A_PERSON])
        speaker.expect_answer_about("complaint")
        return []
