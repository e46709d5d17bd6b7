"""Asks for the e-mail address an order was made with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.speaking import Events, SpeakingAction

if TYPE_CHECKING:
    from rasa_sdk import Tracker

    from replies import Speaker


class AskEmail(SpeakingAction):
    """The form's question to somebody who is not signed in and whose e-mail is not known for sure."""

    NAME = "action_ask_email"

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """Ask, and say why; where one was heard and is not sure, ask for a yes instead."""
        del tracker
        heard = speaker.visitor.doubt("email")
        if heard is None:
            speaker.say(speaker.words.text("ask_email"))
        else:
            speaker.offer(
                speaker.words.text("ask_email_heard", email=heard.value),
                [(heard.value, heard.value)],
            )
        return []
