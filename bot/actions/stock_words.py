"""What is there of a product, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.product_words import colours_of, has_one_size, sizes_in_stock
from components.vocabulary import said_as

if TYPE_CHECKING:
    from known_facts import KnownFact
    from phrases import Phrases
    from shop import Record

# What is also called by the name of another colour that stands in none of its own.
_SHADES = {"blue": ("navy",), "orange": ("rust", "lava"), "red": ("lava",)}


def known_size_for(product: Record, size: KnownFact | None) -> KnownFact | None:
    """The visitor's size, if this product is made in it."""
    return size if size and size.value in (product.get("in_stock") or {}) else None


def stock_sentences(
    product: Record,
    words: Phrases,
    size: str | None,
    colour: str | None,
    known_size: KnownFact | None,
) -> str:
    """Answer what was asked: a colour, a size, or all there is."""
    sentences = [_colour_sentence(product, words, colour)] if colour else []
    sentences.append(
        _size_sentence(product, words, size, named=bool(colour))
        if size
        else _all_sizes_sentence(product, words, known_size)
    )
    if not colour and not size and sizes_in_stock(product):
        colours = words.listed(colours_of(product, words))
        sentences.append(words.text("stock_colours", many=is_plural(product), colours=colours))
    return words.join.join(sentences)


def is_plural(product: Record) -> bool:
    """Boots are, a hat is."""
    return str(product["name"]).endswith("s")


def _colour_sentence(product: Record, words: Phrases, colour: str) -> str:
    there = [
        str(known) for known in product.get("colours", []) if _is_a_kind_of(colour, str(known))
    ]
    return words.text(
        "stock_colour" if there else "stock_no_colour",
        many=is_plural(product),
        product=product["name"],
        colour=words.listed(
            [said_as("colour", each, words.language) for each in there or [colour]]
        ),
        colours=words.listed(colours_of(product, words)),
    )


def _is_a_kind_of(colour: str, known: str) -> bool:
    """Who asks for green is glad of moss green."""
    return colour == known or colour in known.split() or known in _SHADES.get(colour, ())


def _size_sentence(product: Record, words: Phrases, size: str, *, named: bool) -> str:
    """``named``: the product was named just before."""
    there = sizes_in_stock(product)
    if size in there and named:
        return words.text("stock_size", size=size)
    if size in there:
        many, name = is_plural(product), product["name"]
        return words.text("stock_sizes", many=many, product=name, sizes=size)
    others = bool(there) and not has_one_size(product)
    return words.text(
        "stock_no_size_but" if others else "stock_no_size",
        product=product["name"],
        size=size,
        sizes=words.listed(there),
    )


def _all_sizes_sentence(product: Record, words: Phrases, known_size: KnownFact | None) -> str:
    there = sizes_in_stock(product)
    if not there:
        text = "stock_none"
    elif has_one_size(product):
        text = "stock_one_size"
    elif known_size is None:
        text = "stock_sizes"
    else:
        text = "stock_sizes_yours" if known_size.value in there else "stock_sizes_not_yours"
    return words.text(
        text,
        many=is_plural(product),
        product=product["name"],
        sizes=words.listed(there),
        size=known_size.value if known_size else "",
    )
