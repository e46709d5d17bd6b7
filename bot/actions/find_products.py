"""Shows products that fit what the visitor said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.product_words import product_card
from actions.speaking import Events, SpeakingAction, entity_in_message

if TYPE_CHECKING:
    from rasa_sdk import Tracker

    from replies import Speaker
    from shop import Shop

SHOWN = 4
_CATEGORIES = ("jackets", "sweaters", "boots", "hats")


class FindProducts(SpeakingAction):
    """Answers "do you have wool sweaters"."""

    NAME = "action_find_products"

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """Search by product and colour; show the visitor's known size on the cards."""
        product, colour = (
            entity_in_message(tracker, "product"),
            entity_in_message(tracker, "colour"),
        )
        size, size_fact = entity_in_message(tracker, "size"), None
        if size is None:
            size_fact = speaker.visitor.fact("size")
            size = size_fact.value if size_fact else None
        if product is None and colour is None:
            await self._ask_what(speaker)
            return []
        found = await self._shop.find_products(q=product, colour=colour, limit=SHOWN)
        if not found and product and colour:
            found = await self._shop.find_products(q=product, limit=SHOWN)
            lead = f"I have no {product} in {colour}, but these:"
        else:
            lead = "Here is what I found:" if len(found) > 1 else "Here it is:"
        if not found:
            wanted = " ".join(word for word in (colour, product) if word)
            speaker.offer(
                f"I'm sorry, we have nothing like \u201c{wanted}\u201d. Perhaps one of these?",
                _categories(),
            )
            return []
        cards = [product_card(item, size) for item in found[:SHOWN]]
        shown_size = (
            size_fact
            if size_fact and any(size_fact.value in (item.get("in_stock") or {}) for item in found)
            else None
        )
        speaker.show(lead, cards, used=[shown_size])
        return []

    async def _ask_what(self, speaker: Speaker) -> None:
        interest = speaker.visitor.fact("product_interest")
        # People are also interested in what we don't have; offering that again would be no help.
        if interest and await self._shop.find_products(q=interest.value, limit=1):
            again = (
                f"{interest.value[:1].upper()}{interest.value[1:]} again",
                f"show me the {interest.value}",
            )
            speaker.offer(
                "With pleasure. What are you looking for?", [again, *_categories()], used=[interest]
            )
        else:
            speaker.offer("With pleasure. What are you looking for?", _categories())


def _categories() -> list[tuple[str, str]]:
    return [(category.capitalize(), f"show me your {category}") for category in _CATEGORIES]
