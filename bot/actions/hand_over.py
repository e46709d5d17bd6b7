"""Brings in a human because the visitor wants one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.speaking import Events, SpeakingAction, intent_of, leave_form

if TYPE_CHECKING:
    from rasa_sdk import Tracker

    from replies import Speaker


# Who is handed to a person gets no more answers of the bot's.
_SURE = 0.5


class HandOver(SpeakingAction):
    """Answers "human please", or yes to the bot's offer of one."""

    NAME = "action_hand_over"

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """Say so, and ask the hub; ask the visitor first where it is only guessed."""
        if _is_guessed(tracker):
            speaker.offer(
                speaker.words.text("shall_i_bring"),
                [speaker.talk_to_a_person, speaker.choice("no_thanks", "/deny")],
            )
            speaker.expect_answer_about("human")
            return []
        speaker.say(speaker.words.text("handing_over"))
        if tracker.get_slot("pending") == "complaint" and intent_of(tracker) == "affirm":
            speaker.hand_over(
                "complaint", "The visitor has a complaint and accepted the offer of a person."
            )
        else:
            speaker.hand_over("visitor_asked", "The visitor asked for a person.")
        return leave_form(tracker)


def _is_guessed(tracker: Tracker) -> bool:
    intent = tracker.latest_message.get("intent") or {}
    return intent_of(tracker) == "talk_to_human" and float(intent.get("confidence") or 0.0) < _SURE
