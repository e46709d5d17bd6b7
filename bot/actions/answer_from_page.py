"""Answers with a passage of the shop's own pages, and asks whether it helped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.not_understood import NotUnderstood
from actions.speaking import Events, SpeakingAction

if TYPE_CHECKING:
    from rasa_sdk import Tracker

    from pages.answering import Pages
    from replies import Speaker


class AnswerFromPage(SpeakingAction):
    """Says what was found: pages/answering.py."""

    NAME = "action_answer_from_page"

    def __init__(self, pages: Pages) -> None:
        self._pages = pages

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """The passage in its own words, and two buttons."""
        place = tracker.latest_message.get("page") or {}
        passage = self._pages.passage(
            place.get("language", ""), place.get("article", ""), place.get("passage", "")
        )
        if passage is None:
            return await NotUnderstood().speak(speaker, tracker)
        speaker.say_from_page(passage)
        speaker.offer(
            speaker.words.text("was_it_helpful"),
            [speaker.choice("helpful", "/affirm"), speaker.choice("not_helpful", "/deny")],
        )
        speaker.expect_answer_about("page")
        return []
