"""What figures say, and when they say nothing yet."""

from __future__ import annotations

import pytest

from chat_server.domain.errors import Invalid
from chat_server.domain.experiments.comparison import (
    Finding,
    Tallies,
    Verdict,
    compare,
    figures,
    finding,
)
from chat_server.domain.experiments.design import Comparison, Element
from chat_server.domain.experiments.outcomes import OutcomeKey, scaled
from chat_server.domain.experiments.planning import level_of, plan
from chat_server.domain.experiments.sequences import Tally

AGAINST = [Comparison(Element.GREETING, (0,), (1,))]
CROSSED = [
    Comparison(Element.GREETING, (0, 1), (2, 3)),
    Comparison(Element.REPLIES, (0, 2), (1, 3)),
]
GOAL, EFFECT = OutcomeKey.DIALOGUE, 0.03


def people(size: int, dialogues: int, handoffs: int = 0, stars: int | None = None) -> Tallies:
    found = {
        OutcomeKey.DIALOGUE: Tally(size, dialogues, dialogues),
        OutcomeKey.HANDOFF: Tally(dialogues, handoffs, handoffs),
    }
    if stars is not None:
        place = scaled(stars)
        found[OutcomeKey.RATING] = Tally(dialogues, dialogues * place, dialogues * place * place)
    return found


def verdict(base: Tallies, other: Tallies) -> Verdict:
    return compare(AGAINST, [base, other], GOAL, EFFECT)[0].verdict


@pytest.mark.parametrize(
    ("base", "other", "expected"),
    [
        (people(29, 3), people(5_000, 1_000), Verdict.FEW),
        (people(500, 50), people(500, 60), Verdict.UNCLEAR),
        (people(5_000, 500), people(5_000, 700), Verdict.BETTER),
        (people(5_000, 700), people(5_000, 500), Verdict.WORSE),
        (people(20_000, 2_000), people(20_000, 2_010), Verdict.ALIKE),
    ],
)
def test_no_verdict_before_there_is_evidence(
    base: Tallies, other: Tallies, expected: Verdict
) -> None:
    assert verdict(base, other) is expected
    found = finding(compare(AGAINST, [base, other], GOAL, EFFECT), uneven=False)
    assert found.value == expected.value


def test_a_spoilt_deal_comes_before_every_verdict() -> None:
    compared = compare(AGAINST, [people(5_000, 500), people(5_000, 700)], GOAL, EFFECT)
    assert finding(compared, uneven=True) is Finding.UNEVEN


def test_more_dialogues_are_no_win_when_people_must_be_fetched() -> None:
    before, after = people(5_000, 500, handoffs=50), people(5_000, 700, handoffs=250)
    compared = compare(AGAINST, [before, after], GOAL, EFFECT)
    assert compared[0].verdict is Verdict.BETTER
    assert finding(compared, uneven=False) is Finding.HARM
    fewer = compare(AGAINST, [after, before], GOAL, EFFECT)
    assert finding(fewer, uneven=False) is Finding.WORSE


def test_a_worse_rating_is_harm_too() -> None:
    compared = compare(
        AGAINST, [people(5_000, 500, stars=5), people(5_000, 700, stars=3)], GOAL, EFFECT
    )
    assert [one.key for one in compared[0].guardrails if one.harmed] == [OutcomeKey.RATING]


def test_a_factorial_test_tells_the_elements_apart() -> None:
    cells = [people(5_000, 500), people(5_000, 510), people(5_000, 720), people(5_000, 700)]
    greeting, replies = compare(CROSSED, cells, GOAL, EFFECT)
    assert greeting.verdict is Verdict.BETTER
    assert replies.verdict is Verdict.ALIKE
    assert finding([greeting, replies], uneven=False) is Finding.BETTER


def test_a_figure_of_few_has_no_interval() -> None:
    found = figures(people(29, 10), GOAL, EFFECT)
    assert found[OutcomeKey.DIALOGUE].interval is None
    assert found[OutcomeKey.ORDER].tally == Tally()
    assert figures(people(30, 10), GOAL, EFFECT)[OutcomeKey.DIALOGUE].interval is not None


def test_a_smaller_difference_takes_more_people() -> None:
    needs = [plan(0.1, effect, (0.5, 0.5), AGAINST).people for effect in (0.05, 0.03, 0.01)]
    assert needs == sorted(needs)
    # One look at the end takes 3,550 (two proportions, 80 % power); looking always about twice that.
    assert 1.5 < needs[1] / 3_550 < 2.2


def test_uneven_weights_and_more_comparisons_take_more_people() -> None:
    even = plan(0.1, 0.03, (0.5, 0.5), AGAINST).people
    assert plan(0.1, 0.03, (0.9, 0.1), AGAINST).people > even
    assert plan(0.1, 0.03, (0.25,) * 4, CROSSED).people > even
    assert level_of(1) == pytest.approx(0.95)
    assert level_of(2) == pytest.approx(0.975)


def test_how_long_is_told_when_it_is_known_how_many_come() -> None:
    assert plan(0.1, 0.05, (0.5, 0.5), AGAINST).days is None
    found = plan(0.1, 0.05, (0.5, 0.5), AGAINST, per_day=100, window_hours=48)
    assert found.days is not None
    assert found.people / 100 + 2 <= found.days < found.people / 100 + 3


@pytest.mark.parametrize(
    ("baseline", "effect", "per_day"),
    [
        (0, 0.1, None),
        (1, 0.1, None),
        (0.1, 0, None),
        (0.1, -1, None),
        (0.1, 0.1, 0),
        (0.1, 1e-9, 1),
    ],
)
def test_what_cannot_be_planned_is_refused(
    baseline: float, effect: float, per_day: float | None
) -> None:
    with pytest.raises(Invalid):
        plan(baseline, effect, (0.5, 0.5), AGAINST, per_day=per_day)
