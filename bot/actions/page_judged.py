"""Takes the answer to the question whether a page helped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.speaking import Events, SpeakingAction

if TYPE_CHECKING:
    from rasa_sdk import Tracker

    from replies import Speaker


class PageHelped(SpeakingAction):
    """Answers the yes."""

    NAME = "action_page_helped"

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """Be glad."""
        del tracker
        speaker.judge_page(helpful=True)
        speaker.say(speaker.words.text("glad_helped"))
        return []


class PageDidNotHelp(SpeakingAction):
    """Answers the no."""

    NAME = "action_page_did_not_help"

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """Offer a person; they may also ask in other words."""
        del tracker
        speaker.judge_page(helpful=False)
        speaker.offer(
            speaker.words.text("sorry_no_help"),
            [speaker.talk_to_a_person, speaker.choice("no_thanks", "/deny")],
        )
        speaker.expect_answer_about("human")
        return []
