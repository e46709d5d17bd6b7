"""Answers a yes or no that no question of the bot's is waiting for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.speaking import Events, SpeakingAction, intent_of

if TYPE_CHECKING:
    from rasa_sdk import Tracker

    from replies import Speaker


class WhatNow(SpeakingAction):
    """Keeps the dialogue going; silent in a form, which asks its question again by itself."""

    NAME = "action_what_now"

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """Ask what is wanted, or leave it at that."""
        if (tracker.active_loop or {}).get("name"):
            return []
        if intent_of(tracker) == "deny":
            speaker.say(speaker.words.text("denied_nothing"))
        else:
            speaker.say(speaker.words.text("affirmed_nothing"))
        return []
