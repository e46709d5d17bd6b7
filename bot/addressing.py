"""How somebody is addressed: as they wish, or by their name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from known_facts import KnownFact, Visitor

_FORMAL, _INFORMAL = "formal", "informal"
# How to speak to somebody; every other form of address names them.
MANNERS = frozenset({_FORMAL, _INFORMAL})


def addressed(visitor: Visitor) -> tuple[str | None, list[KnownFact]]:
    """What to call them, and the facts that say so."""
    name, form = visitor.fact("name"), visitor.fact("form_of_address")
    if form is not None and form.value not in MANNERS:
        return form.value, [form]
    if name is None:
        return None, []
    if form is not None and form.value == _INFORMAL and " " in name.value:
        return name.value.split(" ")[0], [name, form]
    return name.value, [name]


def is_formal(visitor: Visitor) -> KnownFact | None:
    """The fact that asks for it."""
    form = visitor.fact("form_of_address")
    return form if form is not None and form.value == _FORMAL else None
