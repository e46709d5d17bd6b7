"""What of a text is counted when words are looked for."""

from __future__ import annotations

from components.words_of_scripts import folded, words

# A longer word is also found by its beginning: Russian and Icelandic bend its end.
_WHOLE, _END, _BEGINNING = 4, 3, 4


def terms(text: str) -> list[str]:
    """Words without accents, and the beginnings of long ones."""
    found = []
    for word in words(text):
        if not any(sign.isalnum() for sign in word):
            continue
        plain = folded(word)
        found.append(plain)
        if plain.isalpha() and len(plain) > _WHOLE:
            found.append("*" + plain[: max(_BEGINNING, len(plain) - _END)])
    return found
