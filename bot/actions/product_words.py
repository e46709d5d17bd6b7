"""Products in words and on cards."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from components.vocabulary import said_as
from replies import short

if TYPE_CHECKING:
    from phrases import Phrases
    from replies import Content
    from shop import Record


def about_product(intent: str, product: str) -> str:
    """What a button sends back: the same in every language, and sure to be understood."""
    return f"/{intent}{json.dumps({'product': product}, ensure_ascii=False)}"


def sizes_in_stock(product: Record) -> list[str]:
    """The sizes that can be had now."""
    return [str(size) for size, count in (product.get("in_stock") or {}).items() if count]


def has_one_size(product: Record) -> bool:
    """Whether there is nothing to choose, as with a mug."""
    return len(product.get("in_stock") or {}) == 1


def product_card(product: Record, words: Phrases, size: str | None = None) -> Content:
    """A product as a card; with the visitor's size, whether it is there in that size."""
    parts = [
        words.price(int(product["price_cents"]), str(product.get("currency", "EUR"))),
        ", ".join(colours_of(product, words)),
    ]
    if size and size in (product.get("in_stock") or {}):
        there = size in sizes_in_stock(product)
        parts.append(words.text("card_in_stock" if there else "card_sold_out", size=size))
    actions: list[dict[str, Any]] = [
        {
            "label": words.button("is_in_stock" if has_one_size(product) else "which_sizes"),
            "payload": about_product("check_stock", str(product["name"])),
        }
    ]
    card: Content = {
        "title": product["name"],
        "subtitle": short(" \u00b7 ".join(part for part in parts if part)),
        "actions": actions,
    }
    if product.get("url"):
        card["url"] = product["url"]
        actions.insert(0, {"label": words.button("view"), "url": product["url"]})
    if product.get("image_url"):
        card["image_url"] = product["image_url"]
    return card


def colours_of(product: Record, words: Phrases) -> list[str]:
    """Its colours as the visitor's language calls them."""
    return [said_as("colour", str(colour), words.language) for colour in product.get("colours", [])]
