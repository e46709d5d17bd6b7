"""Shows products that fit what the visitor said."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from actions.offer_words import offered_words
from actions.product_words import about_product, product_card
from actions.speaking import Events, SpeakingAction, entity_in_message
from advice import asks_for_advice
from components.entity_patterns import shop_word
from components.vocabulary import said_as
from shop import ShopUnavailable

if TYPE_CHECKING:
    from rasa_sdk import Tracker

    from known_facts import KnownFact
    from phrases import Phrases
    from replies import Choice, Speaker
    from shop import Record, Shop

logger = logging.getLogger(__name__)

SHOWN = 4
# As the texts call them, and as the shop does.
_CATEGORIES = {"jackets": "jacket", "sweaters": "sweater", "boots": "boots", "hats": "hat"}


class FindProducts(SpeakingAction):
    """Answers "do you have wool sweaters"."""

    NAME = "action_find_products"

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """Search by product and colour; show the visitor's known size on the cards."""
        words, language = speaker.words, speaker.words.language
        product, colour = (
            entity_in_message(tracker, "product"),
            entity_in_message(tracker, "colour"),
        )
        size, size_fact = entity_in_message(tracker, "size"), None
        if size is None:
            size_fact = speaker.visitor.fact("size", product)
            size = size_fact.value if size_fact else None
        if product is None and colour is None:
            if size is not None or not await self._recommend(speaker, tracker):
                await self._ask_what(speaker)
            return []
        liked = speaker.visitor.fact("colour", product) if product and not colour else None
        if liked is not None:
            known = shop_word("colour", liked.value)
            found = await self._shop.find_products(q=product, colour=known, limit=SHOWN)
            if found:
                lead = words.text(
                    "found_in_liked_colour", colour=said_as("colour", known, language)
                )
                return self._show(speaker, lead, found, size_fact, size, liked)
        found = await self._shop.find_products(q=product, colour=colour, limit=SHOWN)
        if not found and product and colour:
            found = await self._shop.find_products(q=product, limit=SHOWN)
            lead = words.text(
                "not_in_colour",
                product=said_as("product", product, language),
                colour=said_as("colour", colour, language),
            )
        else:
            lead = words.text("found_several" if len(found) > 1 else "found_one")
        if not found:
            wanted = (
                said_as("product", product, language)
                if product
                else said_as("colour", str(colour), language)
            )
            speaker.offer(words.text("nothing_like", wanted=wanted), _categories(words))
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
        cards = [product_card(item, speaker.words, size) for item in found[:SHOWN]]
        fits = size_fact and any(size_fact.value in (item.get("in_stock") or {}) for item in found)
        speaker.show(lead, cards, used=[size_fact if fits else None, liked])
        return []

    async def _recommend(self, speaker: Speaker, tracker: Tracker) -> bool:
        """To who asks for it and does not say what kind of thing."""
        if not asks_for_advice(str(tracker.latest_message.get("text") or "")):
            return False
        try:
            offer = await self._shop.next_offer(str(tracker.sender_id), asked=True)
        except ShopUnavailable as error:
            logger.info("no offer: the hub gave none (%s)", error)
            return False
        if offer is None:
            return False
        speaker.offer_product(*offered_words(offer, speaker.words, asked=True))
        speaker.offer(speaker.words.text("or_look_at"), _categories(speaker.words))
        return True

    async def _ask_what(self, speaker: Speaker) -> None:
        interest = speaker.visitor.fact("product_interest")
        # People are also interested in what we don't have; offering that again would be no help.
        question, categories = (
            speaker.words.text("what_are_you_looking_for"),
            _categories(speaker.words),
        )
        wanted = shop_word("product", interest.value) if interest else None
        if interest and await self._shop.find_products(q=wanted, limit=1):
            called = f"{interest.value[:1].upper()}{interest.value[1:]}"
            again = (speaker.words.again(called), about_product("find_product", str(wanted)))
            speaker.offer(question, [again, *categories], used=[interest])
        else:
            speaker.offer(question, categories)


def _categories(words: Phrases) -> list[Choice]:
    names = words.table("categories")
    return [
        (names[category], about_product("find_product", product))
        for category, product in _CATEGORIES.items()
    ]
