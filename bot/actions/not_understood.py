"""Two-stage fallback: first offer the likeliest meanings, the second time in a row bring in a human."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rasa_sdk.events import SlotSet

from actions.speaking import Events, SpeakingAction, intent_of, leave_form
from components.words_of_scripts import words

if TYPE_CHECKING:
    from collections.abc import Container

    from rasa_sdk import Tracker

    from replies import Choice, Speaker

# The bot may miss once; at the second miss in a row a human takes over.
MISSES_TO_HAND_OVER = 2
OFFERED = 3
_WORDS_OF_A_QUESTION = 3
_USUAL = ("track_order", "return_item", "find_product")


class NotUnderstood(SpeakingAction):
    """Answers what the bot did not understand, or what is not a shop's matter."""

    NAME = "action_not_understood"

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """Offer choices, or hand over at the second miss."""
        misses = (tracker.get_slot("misses") or 0) + 1
        if misses >= MISSES_TO_HAND_OVER:
            if is_put_in_words(str(tracker.latest_message.get("text") or "")):
                speaker.miss_page()
            speaker.say(speaker.words.text("still_not_understood"))
            speaker.hand_over(
                "not_understood", f"The bot did not understand {misses} messages in a row."
            )
            return [SlotSet("misses", 0), *leave_form(tracker)]
        if (tracker.active_loop or {}).get("name"):
            # The form asks its question again right after this.
            speaker.say(speaker.words.text("not_understood_in_form"))
        else:
            self._offer(speaker, tracker)
        return [SlotSet("misses", misses)]

    @staticmethod
    def _offer(speaker: Speaker, tracker: Tracker) -> None:
        """What is known instead; who asked something hears that the pages were looked at."""
        looked = is_put_in_words(str(tracker.latest_message.get("text") or ""))
        if looked:
            speaker.miss_page()
        beyond = intent_of(tracker) == "out_of_scope"
        text = "out_of_scope" if beyond else "did_you_mean"
        offered = _USUAL if beyond else _likeliest(tracker, speaker.words.table("intents"))
        speaker.offer(
            speaker.words.text(f"{text}_no_page" if looked else text), _choices(speaker, offered)
        )


def is_put_in_words(text: str) -> bool:
    """Whether a message says enough to be looked up in the pages."""
    return sum(word.isalpha() for word in words(text)) >= _WORDS_OF_A_QUESTION


def _likeliest(tracker: Tracker, labels: Container[str]) -> tuple[str, ...]:
    ranked = [str(item["name"]) for item in tracker.latest_message.get("intent_ranking", [])]
    offered = [intent for intent in ranked if intent in labels]
    offered += [intent for intent in _USUAL if intent not in offered]
    return tuple(offered[:OFFERED])


def _choices(speaker: Speaker, intents: tuple[str, ...]) -> list[Choice]:
    labels = speaker.words.table("intents")
    return [(labels[intent], f"/{intent}") for intent in intents] + [speaker.talk_to_a_person]
