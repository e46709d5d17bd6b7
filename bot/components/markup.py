"""Takes markup out of what is to be understood: a tag says nothing about what somebody wants."""

from __future__ import annotations

import html
import re

# Bounded, so that a row of opening brackets costs no more than its length.
_TAG = re.compile(r"<[/!a-z][^<>]{0,300}>", re.IGNORECASE)


def without_markup(text: str) -> str:
    """The words between the tags."""
    return html.unescape(_TAG.sub(" ", text)) if "<" in text or "&" in text else text
