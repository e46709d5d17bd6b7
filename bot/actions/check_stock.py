"""Tells in which sizes and colours a product is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rasa_sdk.events import SlotSet

from actions.product_words import product_card
from actions.speaking import Events, SpeakingAction, entity_in_message
from actions.stock_words import known_size_for, stock_sentences
from components.entity_patterns import shop_word
from components.vocabulary import said_as

if TYPE_CHECKING:
    from rasa_sdk import Tracker

    from replies import Speaker
    from shop import Shop

SHOWN = 4


class CheckStock(SpeakingAction):
    """Answers "is it there in M" about the product named, spoken of before, or known as an interest."""

    NAME = "action_check_stock"

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """Look the product up and answer what was asked: size, colour, or all there is."""
        wanted, interest = tracker.get_slot("product"), None
        if wanted is None:
            interest = speaker.visitor.fact("product_interest")
            wanted = shop_word("product", interest.value) if interest else None
        if wanted is None:
            speaker.say(speaker.words.text("which_product"))
            return []
        language = speaker.words.language
        found = await self._shop.find_products(q=wanted, limit=SHOWN)
        if not found:
            speaker.say(
                speaker.words.text("product_unknown", wanted=said_as("product", wanted, language)),
                used=[interest],
            )
            return [SlotSet("product", None)]
        size, colour = entity_in_message(tracker, "size"), entity_in_message(tracker, "colour")
        exact = (
            [product for product in found if str(product["name"]).lower() == str(wanted).lower()]
            or [product for product in found if colour in (product.get("colours") or [])]
            or found
        )
        if len(exact) > 1:
            speaker.show(
                speaker.words.text("several_products", wanted=said_as("product", wanted, language)),
                [product_card(product, speaker.words, size) for product in exact],
                used=[interest],
            )
            return []
        known_size = (
            None
            if size
            else known_size_for(exact[0], speaker.visitor.fact("size", exact[0]["name"]))
        )
        speaker.say(
            stock_sentences(exact[0], speaker.words, size, colour, known_size),
            used=[interest, known_size],
        )
        return [SlotSet("product", exact[0]["name"])]
