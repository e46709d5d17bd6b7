"""What may be compared: variants that differ in exactly one element, or in every combination of several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from typing import TypeAlias

from chat_server.domain.errors import Invalid

LEAST_VARIANTS, MOST_VARIANTS = 2, 8
MOST_REPLIES = 4
LEAST_WEIGHT = 0.01
# Weights are written by people: 0.333, 0.333 and 0.334 are meant to be a whole.
_ROUNDING = 1e-9

Value: TypeAlias = str | tuple[str, ...]


class Element(StrEnum):
    """What can be varied; the replies are offered under the greeting, to be pressed."""

    GREETING = "greeting"
    REPLIES = "replies"


class Design(StrEnum):
    """`ab` varies one element; `factorial` has each value of one with each of the others."""

    AB = "ab"
    FACTORIAL = "factorial"


@dataclass(frozen=True)
class Variant:
    """What some visitors are addressed with; `weight` is their share."""

    name: str
    weight: float
    greeting: str
    replies: tuple[str, ...] = ()

    def value(self, element: Element) -> Value:
        return self.greeting if element is Element.GREETING else self.replies


@dataclass(frozen=True)
class Comparison:
    """Variants by their places: `other` differs from `base` in this element, and in nothing else on the whole."""

    element: Element
    base: tuple[int, ...]
    other: tuple[int, ...]


def check(design: Design, variants: Sequence[Variant]) -> None:
    """Raises Invalid with a sentence for the marketer who drew it up."""
    _check_each(variants)
    varied = [element for element in Element if len(_values(variants, element)) > 1]
    if not varied:
        raise _refused("variants", "The variants are all the same; vary one element.")
    if design is Design.AB:
        _check_ab(variants, varied)
    else:
        _check_factorial(variants, varied)
    _check_weights(design, variants)


def comparisons(design: Design, variants: Sequence[Variant]) -> list[Comparison]:
    """Each against the first: variants, or in a factorial test the values of each element."""
    found = []
    for element in Element:
        base, *others = _values(variants, element)
        found += [
            Comparison(element, _having(variants, element, base), _having(variants, element, other))
            for other in others
        ]
    assert design is Design.FACTORIAL or all(len(one.other) == 1 for one in found)  # noqa: S101
    return found


def _having(variants: Sequence[Variant], element: Element, value: Value) -> tuple[int, ...]:
    return tuple(place for place, one in enumerate(variants) if one.value(element) == value)


def _values(variants: Iterable[Variant], element: Element) -> list[Value]:
    """In the order of their first appearance."""
    return list(dict.fromkeys(variant.value(element) for variant in variants))


def _check_each(variants: Sequence[Variant]) -> None:
    if not LEAST_VARIANTS <= len(variants) <= MOST_VARIANTS:
        raise _refused(
            "variants", f"An experiment has {LEAST_VARIANTS} to {MOST_VARIANTS} variants."
        )
    names = [variant.name.strip().casefold() for variant in variants]
    if not all(names):
        raise _refused("variants", "Every variant needs a name.")
    if len(set(names)) < len(names):
        raise _refused("variants", "Two variants have the same name.")
    for variant in variants:
        if not variant.greeting.strip():
            raise _refused("variants", f"Variant {variant.name} has no greeting.")
        if len(variant.replies) > MOST_REPLIES or not all(one.strip() for one in variant.replies):
            raise _refused(
                "variants",
                f"Variant {variant.name} may offer up to {MOST_REPLIES} replies, none of them empty.",
            )


def _check_ab(variants: Sequence[Variant], varied: list[Element]) -> None:
    if len(varied) > 1:
        raise _refused(
            "variants",
            f"The variants differ in {' and '.join(varied)}: then nobody can tell which of them "
            "made the difference. Vary one, or choose a factorial test.",
        )
    if len(_values(variants, varied[0])) < len(variants):
        raise _refused("variants", f"Two variants have the same {varied[0]}.")


def _check_factorial(variants: Sequence[Variant], varied: list[Element]) -> None:
    if len(varied) == 1:
        raise _refused(
            "variants", f"Only the {varied[0]} varies; a factorial test varies two elements."
        )
    wanted = list(product(*(_values(variants, element) for element in varied)))
    there = [tuple(variant.value(element) for element in varied) for variant in variants]
    if len(there) != len(wanted) or set(there) != set(wanted):
        raise _refused(
            "variants",
            f"A factorial test has each {varied[0]} with each of the {varied[1]} once: "
            f"{len(wanted)} variants, not {len(there)}.",
        )


def _check_weights(design: Design, variants: Sequence[Variant]) -> None:
    weights = [variant.weight for variant in variants]
    # Not a number is no weight either.
    if not all(weight >= LEAST_WEIGHT for weight in weights):
        raise _refused("weights", f"Each variant needs a weight of at least {LEAST_WEIGHT}.")
    if abs(sum(weights) - 1) > _ROUNDING:
        raise _refused("weights", f"The weights add up to {sum(weights):.6g}, not to 1.")
    if design is Design.FACTORIAL and max(weights) - min(weights) > _ROUNDING:
        raise _refused("weights", "In a factorial test all weights are the same.")


def _refused(field: str, reason: str) -> Invalid:
    return Invalid(reason, {field: reason})
