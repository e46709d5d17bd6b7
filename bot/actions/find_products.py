"""Shows products that fit what the visitor said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.product_words import product_card
from actions.speaking import Events, SpeakingAction, entity_in_message

if TYPE_CHECKING:
    from rasa_sdk import Tracker

    from known_facts import KnownFact
    from replies import Speaker
    from shop import Record, Shop

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
            size_fact = speaker.visitor.fact("size", product)
            size = size_fact.value if size_fact else None
        if product is None and colour is None:
            await self._ask_what(speaker)
            return []
        liked = speaker.visitor.fact("colour", product) if product and not colour else None
        if liked is not None:
            found = await self._shop.find_products(q=product, colour=liked.value, limit=SHOWN)
            if found:
                return self._show(
                    speaker, f"In {liked.value}, as you like it:", found, size_fact, size, liked
                )
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
        return self._show(speaker, lead, found, size_fact, size)

    @staticmethod
    def _show(
        speaker: Speaker,
        lead: str,
        found: list[Record],
        size_fact: KnownFact | None,
        size: str | None,
        liked: KnownFact | None = None,
    ) -> Events:
        cards = [product_card(item, size) for item in found[:SHOWN]]
        fits = size_fact and any(size_fact.value in (item.get("in_stock") or {}) for item in found)
        speaker.show(lead, cards, used=[size_fact if fits else None, liked])
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
