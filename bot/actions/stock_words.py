"""What is there of a product, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.product_words import has_one_size, listed, sizes_in_stock

if TYPE_CHECKING:
    from known_facts import KnownFact
    from shop import Record


def known_size_for(product: Record, size: KnownFact | None) -> KnownFact | None:
    """The visitor's size, if this product is made in it."""
    return size if size and size.value in (product.get("in_stock") or {}) else None


def stock_sentences(
    product: Record, size: str | None, colour: str | None, known_size: KnownFact | None
) -> str:
    """Answer what was asked: a colour, a size, or all there is."""
    sentences = [_colour_sentence(product, colour)] if colour else []
    sentences.append(
        _size_sentence(product, size) if size else _all_sizes_sentence(product, known_size)
    )
    if not colour and not size and sizes_in_stock(product):
        it_comes = "They come" if is_plural(product) else "It comes"
        sentences.append(f"{it_comes} in {listed(_colours(product))}.")
    return " ".join(sentences)


def is_plural(product: Record) -> bool:
    """Boots are, a hat is."""
    return str(product["name"]).endswith("s")


def _colours(product: Record) -> list[str]:
    return [str(colour) for colour in product.get("colours", [])]


def _colour_sentence(product: Record, colour: str) -> str:
    name, colours, plural = product["name"], _colours(product), is_plural(product)
    if any(colour == known or colour in known.split() for known in colours):
        return f"Yes, the {name} {'come' if plural else 'comes'} in {colour}."
    return (
        f"The {name} {'don' if plural else 'doesn'}'t come in {colour}, but in {listed(colours)}."
    )


def _size_sentence(product: Record, size: str) -> str:
    there = sizes_in_stock(product)
    if size in there:
        return f"Size {size} is in stock."
    instead = f"; we have {listed(there)}" if there and not has_one_size(product) else ""
    return f"Size {size} of the {product['name']} is not in stock{instead}."


def _all_sizes_sentence(product: Record, known_size: KnownFact | None) -> str:
    there, verb = sizes_in_stock(product), "are" if is_plural(product) else "is"
    subject = f"The {product['name']} {verb}"
    if not there:
        return f"{subject} sold out at the moment, I'm sorry."
    if has_one_size(product):
        return f"{subject} in stock."
    if known_size is None:
        return f"{subject} in stock in {listed(there)}."
    yours = (
        f", your {known_size.value} among them"
        if known_size.value in there
        else f"; your {known_size.value} is sold out"
    )
    return f"{subject} in stock in {listed(there)}{yours}."
