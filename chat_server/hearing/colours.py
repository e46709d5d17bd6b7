"""Colours as they are kept, in English whatever the language."""

from __future__ import annotations

import re

ENGLISH = {
    "black": "black",
    "white": "white",
    "off-white": "cream",
    "cream": "cream",
    "ivory": "cream",
    "grey": "grey",
    "gray": "grey",
    "dark grey": "dark grey",
    "dark gray": "dark grey",
    "light grey": "light grey",
    "light gray": "light grey",
    "charcoal": "charcoal",
    "silver": "silver",
    "gold": "gold",
    "golden": "gold",
    "red": "red",
    "dark red": "dark red",
    "burgundy": "burgundy",
    "maroon": "burgundy",
    "pink": "pink",
    "light pink": "pink",
    "purple": "purple",
    "violet": "purple",
    "lilac": "lilac",
    "lavender": "lavender",
    "blue": "blue",
    "dark blue": "dark blue",
    "light blue": "light blue",
    "sky blue": "light blue",
    "royal blue": "royal blue",
    "navy blue": "navy",
    "navy": "navy",
    "turquoise": "turquoise",
    "teal": "teal",
    "green": "green",
    "dark green": "dark green",
    "light green": "light green",
    "moss green": "moss green",
    "olive green": "olive",
    "olive": "olive",
    "mint": "mint",
    "khaki": "khaki",
    "yellow": "yellow",
    "mustard": "mustard",
    "orange": "orange",
    "rust": "rust",
    "lava": "lava",
    "brown": "brown",
    "dark brown": "dark brown",
    "beige": "beige",
    "sand": "sand",
    "tan": "tan",
    "camel": "camel",
}


def pattern(words: dict[str, str]) -> str:
    """Any of them, the longest first."""
    return "|".join(
        re.escape(word).replace(r"\ ", "[ ]") for word in sorted(words, key=len, reverse=True)
    )
