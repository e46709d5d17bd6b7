"""What the order status form and the return form share: whose order it is, without asking what is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rasa_sdk.forms import FormValidationAction

from actions.speaking import intent_of
from known_facts import KnownFact, Visitor

if TYPE_CHECKING:
    from rasa_sdk import Tracker
    from rasa_sdk.executor import CollectingDispatcher

    from shop import Record, Shop


@dataclass(frozen=True)
class AskedOrder:
    """The order a form is about, and the facts that spared the visitor a question."""

    number: str | None
    email: str | None
    contact_id: str | None
    used: tuple[KnownFact, ...]

    @classmethod
    def from_tracker(cls, tracker: Tracker) -> AskedOrder:
        """Read the form's slots, and from the facts what the form did not have to ask."""
        visitor = Visitor.from_slot(tracker.get_slot("visitor"))
        number, email = tracker.get_slot("order_number"), tracker.get_slot("email")
        number_fact, email_fact = visitor.fact("order_number"), visitor.fact("email")
        used = (
            [number_fact]
            if number_fact and number_fact.value == number and tracker.get_slot("order_confirmed")
            else []
        )
        if not visitor.identified and email_fact and email in (None, email_fact.value):
            email = email_fact.value
            used.append(email_fact)
        return cls(number, email, visitor.contact_id if visitor.identified else None, tuple(used))

    async def find(self, shop: Shop) -> Record | None:
        """The order from the shop, if it is this visitor's."""
        if not self.number:
            return None
        return await shop.find_order(self.number, email=self.email, contact_id=self.contact_id)


def known_order(tracker: Tracker) -> tuple[str | None, KnownFact | None]:
    """The order we may ask about instead of asking for a number: spoken of today, or known as a fact, surely or not."""
    visitor = Visitor.from_slot(tracker.get_slot("visitor"))
    fact, heard = visitor.fact("order_number"), visitor.doubt("order_number")
    number = tracker.get_slot("last_order") or next(
        (one.value for one in (fact, heard) if one), None
    )
    return number, fact if fact and fact.value == number else None


class OrderFormValidation(FormValidationAction):  # type: ignore[misc]
    """Decides which questions are still needed: none whose answer is known."""

    async def required_slots(
        self,
        domain_slots: list[str],
        dispatcher: CollectingDispatcher,
        tracker: Tracker,
        domain: dict[str, Any],
    ) -> list[str]:
        """Rasa asks for the first of these that is empty."""
        del dispatcher, domain
        visitor = Visitor.from_slot(tracker.get_slot("visitor"))
        needed = [
            slot
            for slot in domain_slots
            if slot not in ("order_confirmed", "order_number", "email")
        ]
        if not visitor.identified and not visitor.fact("email"):
            needed.insert(0, "email")
        if tracker.get_slot("order_number") is None:
            needed.insert(0, "order_number")
            # Listed also once it is answered: Rasa validates only what is listed, and skips what is filled.
            if known_order(tracker)[0]:
                needed.insert(0, "order_confirmed")
        return needed

    def extract_email(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> dict[str, Any]:
        """A yes means the address that was asked about; one that is written is found in the words."""
        del dispatcher, domain
        heard = Visitor.from_slot(tracker.get_slot("visitor")).doubt("email")
        if tracker.get_slot("requested_slot") != "email" or intent_of(tracker) != "affirm":
            return {}
        return {"email": heard.value} if heard else {}

    def validate_order_confirmed(
        self,
        value: bool | None,  # noqa: FBT001 - Rasa's order of arguments
        dispatcher: CollectingDispatcher,
        tracker: Tracker,
        domain: dict[str, Any],
    ) -> dict[str, Any]:
        """A yes makes the known order the one the form is about."""
        del dispatcher, domain
        if value and tracker.get_slot("order_number") is None:
            return {"order_confirmed": True, "order_number": known_order(tracker)[0]}
        return {"order_confirmed": value}


class ValidateOrderStatusForm(OrderFormValidation):
    """The form before an order's status."""

    def name(self) -> str:
        """Rasa finds it by this name."""
        return "validate_order_status_form"
