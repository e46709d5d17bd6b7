"""Two-stage fallback: first offer the likeliest meanings, the second time in a row bring in a human."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rasa_sdk.events import SlotSet

from actions.intent_labels import INTENT_LABELS
from actions.speaking import Events, SpeakingAction, intent_of, leave_form
from replies import TALK_TO_A_PERSON, Choice

if TYPE_CHECKING:
    from rasa_sdk import Tracker

    from replies import Speaker

# The bot may miss once; at the second miss in a row a human takes over.
MISSES_TO_HAND_OVER = 2
OFFERED = 3
_USUAL = ("track_order", "return_item", "find_product")


class NotUnderstood(SpeakingAction):
    """Answers what the bot did not understand, or what is not a shop's matter."""

    NAME = "action_not_understood"

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """Offer choices, or hand over at the second miss."""
        misses = (tracker.get_slot("misses") or 0) + 1
        if misses >= MISSES_TO_HAND_OVER:
            speaker.say(
                "I'm sorry, I still don't understand. I'm bringing in a colleague who will."
            )
            speaker.hand_over(
                "not_understood", f"The bot did not understand {misses} messages in a row."
            )
            return [SlotSet("misses", 0), *leave_form(tracker)]
        if (tracker.active_loop or {}).get("name"):
            # The form asks its question again right after this.
            speaker.say("Sorry, I didn't get that.")
        elif intent_of(tracker) == "out_of_scope":
            speaker.offer(
                "I'm afraid that's beyond me. I know about this shop, for example:",
                _choices(_USUAL),
            )
        else:
            speaker.offer(
                "I'm not sure I understood. Did you mean one of these?",
                _choices(_likeliest(tracker)),
            )
        return [SlotSet("misses", misses)]


def _likeliest(tracker: Tracker) -> tuple[str, ...]:
    ranked = [str(item["name"]) for item in tracker.latest_message.get("intent_ranking", [])]
    offered = [intent for intent in ranked if intent in INTENT_LABELS]
    offered += [intent for intent in _USUAL if intent not in offered]
    return tuple(offered[:OFFERED])


def _choices(intents: tuple[str, ...]) -> list[Choice]:
    return [(INTENT_LABELS[intent], f"/{intent}") for intent in intents] + [TALK_TO_A_PERSON]
