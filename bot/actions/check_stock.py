"""Tells in which sizes and colours a product is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rasa_sdk.events import SlotSet

from actions.product_words import listed, product_card, sizes_in_stock
from actions.speaking import Events, SpeakingAction, entity_in_message

if TYPE_CHECKING:
    from rasa_sdk import Tracker

    from known_facts import KnownFact
    from replies import Speaker
    from shop import Record, Shop

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
            wanted = interest.value if interest else None
        if wanted is None:
            speaker.say(
                "Which product do you mean? Its name will do, like \u201cHekla rain jacket\u201d."
            )
            return []
        found = await self._shop.find_products(q=wanted, limit=SHOWN)
        if not found:
            speaker.say(
                f"I can't find \u201c{wanted}\u201d in our shop. Could you tell me its name as on the product page?",
                used=[interest],
            )
            return [SlotSet("product", None)]
        exact = [
            product for product in found if str(product["name"]).lower() == str(wanted).lower()
        ] or found
        size, colour = entity_in_message(tracker, "size"), entity_in_message(tracker, "colour")
        if len(exact) > 1:
            speaker.show(
                f"We have several. Which {wanted} do you mean?",
                [product_card(product, size) for product in exact],
                used=[interest],
            )
            return []
        speaker.say(
            _answer(exact[0], size, colour, speaker.visitor.fact("size")),
            used=[interest, _used_size(exact[0], size, speaker)],
        )
        return [SlotSet("product", exact[0]["name"])]


def _used_size(product: Record, asked: str | None, speaker: Speaker) -> KnownFact | None:
    known = speaker.visitor.fact("size")
    return (
        known
        if asked is None and known and known.value in (product.get("in_stock") or {})
        else None
    )


def _answer(
    product: Record, size: str | None, colour: str | None, known_size: KnownFact | None
) -> str:
    name, there = str(product["name"]), sizes_in_stock(product)
    sentences = []
    if colour:
        colours = [str(known) for known in product.get("colours", [])]
        has = any(colour == known or colour in known.split() for known in colours)
        sentences.append(
            f"Yes, the {name} comes in {colour}."
            if has
            else f"The {name} doesn't come in {colour}, but in {listed(colours)}."
        )
    if size:
        if size in there:
            sentences.append(f"Size {size} is in stock.")
        else:
            sentences.append(
                f"Size {size} of the {name} is not in stock{f'; we have {listed(there)}' if there else ''}."
            )
    elif there:
        yours = (
            f", your {known_size.value} among them"
            if known_size and known_size.value in there
            else ""
        )
        colours_too = (
            ""
            if colour
            else f" It comes in {listed([str(known) for known in product.get('colours', [])])}."
        )
        sentences.append(f"The {name} is in stock in {listed(there)}{yours}.{colours_too}")
    else:
        sentences.append(f"The {name} is sold out at the moment, I'm sorry.")
    return " ".join(sentences)
