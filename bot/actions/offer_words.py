"""An offer in words: the product with the reason for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from actions.product_words import product_card

if TYPE_CHECKING:
    from phrases import Phrases
    from replies import Content
    from shop import Record


def offered_words(
    offer: Record, words: Phrases, *, asked: bool
) -> tuple[str, Content, dict[str, Any]]:
    """The sentence with its reason, the card, and what is to go on record."""
    product, because = offer["product"], offer.get("because")
    reason = (
        words.text("offer_because", because=because) if because else words.text("offer_popular")
    )
    lead = words.text("offer_asked" if asked else "offer_unasked", reason=reason)
    recorded = {"sku": product["sku"], "because": offer.get("because_sku"), "asked": asked}
    card = product_card(product, words)
    card["actions"].append({"label": words.button("not_now"), "payload": "/deny"})
    return lead, card, recorded
