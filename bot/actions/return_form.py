"""The return form: whose order, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from actions.order_form import OrderFormValidation
from actions.speaking import intent_of
from known_facts import KnownFact, Visitor
from phrases import phrases_for
from questions import asks

if TYPE_CHECKING:
    from rasa_sdk import Tracker
    from rasa_sdk.executor import CollectingDispatcher

LONGEST_REASON = 300

# Asked for a reason, people also ask back. Anything else they say is taken for the reason, understood or not.
_OTHER_SUBJECTS = frozenset(
    {
        "talk_to_human", "stop", "return_item", "return_policy", "refund_status", "track_order", "cancel_order", "shipping_cost",
        "shipping_time", "payment_methods", "bot_challenge", "greet", "thanks", "goodbye", "what_is_remembered", "delete_my_data",
    }
)  # fmt: skip
# A reason may well speak of what these are about: only who asks means them.
_ASKED = frozenset(
    {"find_product", "check_stock", "size_advice", "product_care", "shipping_abroad", "ask_coupon", "change_order"}
)  # fmt: skip
# "Too large" alone sounds like somebody who wants to return something, as they do.
_SURE, _SURE_OF = 0.6, {"return_item": 0.97}


def known_reason(tracker: Tracker) -> tuple[str, KnownFact] | None:
    """The reason for a return, if the problem told earlier is one."""
    visitor = Visitor.from_slot(tracker.get_slot("visitor"))
    fact = visitor.fact("open_problem")
    reasons = phrases_for(visitor.locale).table("reasons_by_problem")
    return (reasons[fact.value], fact) if fact and fact.value in reasons else None


class ValidateReturnForm(OrderFormValidation):
    """The form before a return."""

    def name(self) -> str:
        """Rasa finds it by this name."""
        return "validate_return_form"

    async def required_slots(
        self,
        domain_slots: list[str],
        dispatcher: CollectingDispatcher,
        tracker: Tracker,
        domain: dict[str, Any],
    ) -> list[str]:
        """Without the reason, if the problem we know of is one."""
        needed = await super().required_slots(domain_slots, dispatcher, tracker, domain)
        return [slot for slot in needed if slot != "return_reason" or known_reason(tracker) is None]

    def extract_return_reason(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> dict[str, Any]:
        """The whole message is the reason, unless it plainly is about something else."""
        del dispatcher, domain
        said = str(tracker.latest_message.get("text") or "").strip()
        if tracker.get_slot("requested_slot") != "return_reason" or said.startswith("/"):
            return {}
        locale = Visitor.from_slot(tracker.get_slot("visitor")).locale
        offered = {
            reason.casefold() for reason in phrases_for(locale).table("return_reasons").values()
        }
        if said.casefold() not in offered and _is_another_subject(tracker, said):
            return {}
        return {"return_reason": said[:LONGEST_REASON]}


def _is_another_subject(tracker: Tracker, said: str) -> bool:
    intent = intent_of(tracker)
    sure = (tracker.latest_message.get("intent") or {}).get("confidence", 0.0)
    if sure < _SURE_OF.get(intent, _SURE):
        return False
    return intent in _OTHER_SUBJECTS or (intent in _ASKED and asks(said))
