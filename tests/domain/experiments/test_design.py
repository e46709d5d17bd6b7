"""What may be compared, and what is refused with a reason."""

from __future__ import annotations

from dataclasses import replace

import pytest

from chat_server.domain.errors import Invalid
from chat_server.domain.experiments.design import (
    MOST_REPLIES,
    MOST_VARIANTS,
    Comparison,
    Design,
    Element,
    Variant,
    check,
    comparisons,
)

PLAIN = Variant("Plain", 0.5, "How can we help?")
WARM = Variant("Warm", 0.5, "Good to see you! What are you looking for?")
ASKING = replace(PLAIN, name="Asking", replies=("Where is my order?",))


def crossed() -> list[Variant]:
    return [
        Variant(f"{greeting}{len(replies)}", 0.25, greeting, replies)
        for greeting in ("Hello", "Hi")
        for replies in ((), ("Track my order", "Talk to a person"))
    ]


def refused(design: Design, *variants: Variant) -> str:
    with pytest.raises(Invalid) as caught:
        check(design, variants)
    assert caught.value.fields
    return caught.value.message


def test_one_element_may_differ() -> None:
    check(Design.AB, [PLAIN, WARM])
    check(Design.AB, [PLAIN, ASKING])
    assert comparisons(Design.AB, [PLAIN, WARM]) == [Comparison(Element.GREETING, (0,), (1,))]
    assert comparisons(Design.AB, [PLAIN, ASKING]) == [Comparison(Element.REPLIES, (0,), (1,))]


def test_two_elements_may_not() -> None:
    said = refused(Design.AB, PLAIN, replace(ASKING, greeting="Hi!"))
    assert "differ in greeting and replies" in said


def test_a_factorial_test_has_every_combination_once() -> None:
    check(Design.FACTORIAL, crossed())
    assert comparisons(Design.FACTORIAL, crossed()) == [
        Comparison(Element.GREETING, (0, 1), (2, 3)),
        Comparison(Element.REPLIES, (0, 2), (1, 3)),
    ]
    three = [replace(one, weight=1 / 3) for one in crossed()[:3]]
    assert "4 variants, not 3" in refused(Design.FACTORIAL, *three)
    assert "varies two elements" in refused(Design.FACTORIAL, PLAIN, WARM)


def test_factorial_weights_are_the_same() -> None:
    weights = (0.4, 0.2, 0.2, 0.2)
    uneven = [replace(one, weight=weight) for one, weight in zip(crossed(), weights, strict=True)]
    assert "all weights are the same" in refused(Design.FACTORIAL, *uneven)


@pytest.mark.parametrize(
    ("weights", "said"),
    [
        ((0.5, 0.4), "add up to 0.9, not to 1"),
        ((0.5, 0.6), "add up to 1.1, not to 1"),
        ((1.0, 0.0), "at least 0.01"),
        ((1.5, -0.5), "at least 0.01"),
        ((float("nan"), 0.5), "at least 0.01"),
        ((float("inf"), 0.5), "not to 1"),
    ],
)
def test_weights_are_shares_of_a_whole(weights: tuple[float, float], said: str) -> None:
    one, other = weights
    assert said in refused(Design.AB, replace(PLAIN, weight=one), replace(WARM, weight=other))


def test_thirds_are_a_whole() -> None:
    check(Design.AB, [Variant(name, 1 / 3, f"Hello {name}") for name in "abc"])


@pytest.mark.parametrize(
    ("variants", "said"),
    [
        ([PLAIN], "has 2 to 8 variants"),
        ([replace(PLAIN, name=f"{n}", greeting=f"{n}") for n in range(MOST_VARIANTS + 1)], "8"),
        ([PLAIN, replace(WARM, name="plain ")], "the same name"),
        ([PLAIN, replace(WARM, name=" ")], "needs a name"),
        ([PLAIN, replace(WARM, greeting=" ")], "no greeting"),
        ([PLAIN, replace(PLAIN, name="Again")], "all the same"),
        ([PLAIN, WARM, replace(WARM, name="Again")], "the same greeting"),
        ([PLAIN, replace(ASKING, replies=("?",) * (MOST_REPLIES + 1))], "up to 4 replies"),
        ([PLAIN, replace(ASKING, replies=(" ",))], "none of them empty"),
    ],
)
def test_what_cannot_be_compared_is_refused(variants: list[Variant], said: str) -> None:
    assert said in refused(Design.AB, *variants)
