"""Products in words and on cards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from replies import short

if TYPE_CHECKING:
    from replies import Content
    from shop import Record

CENTS = 100
_CURRENCY_SIGNS = {"EUR": "\u20ac", "USD": "$", "GBP": "\u00a3"}


def price(cents: int, currency: str = "EUR") -> str:
    """``12900`` as ``€129`` and ``590`` as ``€5.90``."""
    amount = f"{cents // CENTS}" if cents % CENTS == 0 else f"{cents / CENTS:.2f}"
    sign = _CURRENCY_SIGNS.get(currency)
    return f"{sign}{amount}" if sign else f"{amount} {currency}"


def sizes_in_stock(product: Record) -> list[str]:
    """The sizes that can be had now."""
    return [str(size) for size, count in (product.get("in_stock") or {}).items() if count]


def has_one_size(product: Record) -> bool:
    """Whether there is nothing to choose, as with a mug."""
    return len(product.get("in_stock") or {}) == 1


def product_card(product: Record, size: str | None = None) -> Content:
    """A product as a card; with the visitor's size, whether it is there in that size."""
    parts = [
        price(int(product["price_cents"]), str(product.get("currency", "EUR"))),
        ", ".join(product.get("colours", [])),
    ]
    if size and size in (product.get("in_stock") or {}):
        parts.append(f"{size} in stock" if size in sizes_in_stock(product) else f"{size} sold out")
    actions: list[dict[str, Any]] = [
        {
            "label": "Which sizes are there?" if not has_one_size(product) else "Is it in stock?",
            "payload": f"Is the {product['name']} in stock?",
        }
    ]
    card: Content = {
        "title": product["name"],
        "subtitle": short(" \u00b7 ".join(part for part in parts if part)),
        "actions": actions,
    }
    if product.get("url"):
        card["url"] = product["url"]
        actions.insert(0, {"label": "View", "url": product["url"]})
    if product.get("image_url"):
        card["image_url"] = product["image_url"]
    return card


def listed(words: list[str]) -> str:
    """``a, b and c``."""
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
