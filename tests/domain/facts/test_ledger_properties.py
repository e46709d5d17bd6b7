"""What holds for the ledger whatever is said, in whichever order it is heard."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chat_server.domain.facts import ledger
from chat_server.domain.facts.changes import Origin
from chat_server.domain.facts.fact import OPEN, FactSource, FactState
from chat_server.domain.facts.kinds import FACT_KINDS
from chat_server.domain.facts.statement import Statement
from tests.domain.facts.ledgers import Paper, at

if TYPE_CHECKING:
    from random import Random

VALUES = {
    "size": ["M", "m", "L", "XL"],
    "home": ["Oslo", "Berlin", "Rome"],
    "open_problem": ["late", "damaged", "refund"],
    "product_liked": ["wool", "silk", "boots"],
    "product_disliked": ["wool", "Silk", "hats"],
}
SUBJECTS = {"order": [None, "10432"], "product": [None, "jacket"]}
# A machine that is busy with other tests is no reason to fail.
unhurried = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
GUESSED = 0.6
HISTORY = tuple[tuple[float, tuple[Statement, ...]], ...]


@st.composite
def statements(draw: st.DrawFn, *, ends: bool = True) -> Statement:
    key = draw(st.sampled_from(sorted(VALUES)))
    about = FACT_KINDS[key].about
    return Statement(
        key,
        draw(st.sampled_from([*VALUES[key], *([None] if ends else [])])),
        draw(st.sampled_from([0.3, GUESSED, 0.9, 0.9])),
        subject=draw(st.sampled_from(SUBJECTS[about])) if about else None,
        ended=draw(st.booleans()) and ends,
    )


@st.composite
def histories(draw: st.DrawFn, *, ends: bool = True) -> HISTORY:
    """Messages, each with its minute; no two have the same."""
    minutes = draw(st.lists(st.integers(0, 500), min_size=4, max_size=10, unique=True))
    several = st.lists(statements(ends=ends), min_size=1, max_size=3)
    return tuple((float(minute), tuple(draw(several))) for minute in minutes)


@st.composite
def sure_histories(draw: st.DrawFn) -> HISTORY:
    """Sizes and homes, said clearly, in order."""
    minutes = draw(st.lists(st.integers(0, 500), min_size=1, max_size=8, unique=True))
    sure = st.sampled_from(
        [Statement(key, value, 0.9) for key in ("size", "home") for value in ("M", "L", "Oslo")]
    )
    return tuple((float(minute), (draw(sure),)) for minute in sorted(minutes))


def heard(history: HISTORY) -> Paper:
    paper = Paper()
    for minute, said in history:
        paper.hear(minute, *said)
    return paper


@unhurried
@given(histories())
def test_nothing_is_overwritten(history: HISTORY) -> None:
    paper = Paper()
    written: dict[str, tuple[object, ...]] = {}
    for minute, said in history:
        paper.hear(minute, *said)
        for fact in paper.facts:
            row = (
                fact.key,
                fact.value,
                fact.subject,
                fact.confidence,
                fact.observed_at,
                fact.source,
            )
            assert written.setdefault(fact.id, row) == row
        assert set(written) == {fact.id for fact in paper.facts}, "no row goes"


@unhurried
@given(histories())
def test_one_value_holds_of_one_kinds_and_the_same_never_twice(history: HISTORY) -> None:
    paper = Paper()
    for minute, said in history:
        paper.hear(minute, *said)
        current = paper.in_state(FactState.CURRENT)
        slots = Counter((f.key, f.subject) for f in current if not FACT_KINDS[f.key].many)
        values = Counter((f.key, f.subject, f.value.casefold()) for f in current)
        assert all(count == 1 for count in (*slots.values(), *values.values()))
        liked = {f.value.casefold() for f in current if f.key == "product_liked"}
        disliked = {f.value.casefold() for f in current if f.key == "product_disliked"}
        assert not liked & disliked


@unhurried
@given(histories())
def test_every_chain_ends_at_what_holds_or_has_ended(history: HISTORY) -> None:
    paper = heard(history)
    by_id = {fact.id: fact for fact in paper.facts}
    for fact in paper.facts:
        seen = set()
        last = fact
        while last.superseded_by is not None:
            assert last.id not in seen, "a circle"
            assert last.state is FactState.SUPERSEDED
            seen.add(last.id)
            last = by_id[last.superseded_by]
        if seen:
            assert last.state in {FactState.CURRENT, FactState.ENDED}


@unhurried
@given(histories())
def test_what_is_open_has_no_end_and_what_is_not_has_one_and_its_reason(history: HISTORY) -> None:
    for fact in heard(history).facts:
        is_open = fact.state in OPEN
        assert is_open == (fact.ended_at is None) == (fact.reason is None)
        assert (fact.state is FactState.SUPERSEDED) == (fact.superseded_by is not None)
        assert fact.ended_at is None or fact.ended_at >= fact.since


@unhurried
@given(histories(), st.data())
def test_hearing_a_message_again_changes_nothing(history: HISTORY, data: st.DataObject) -> None:
    in_order = tuple(sorted(history))
    paper = heard(in_order)
    before = paper.snapshot()
    minute, said = data.draw(st.sampled_from(in_order))
    assert not paper.hear(minute, *said)
    assert paper.snapshot() == before


def test_a_problem_named_beside_what_takes_its_place_is_no_news_when_heard_again() -> None:
    paper = heard(((2.0, (Statement("open_problem", "late", 0.9, subject="10432"),)),))
    said = (
        Statement("open_problem", "late", 0.9),
        Statement("open_problem", "damaged", 0.9, subject="10432"),
    )
    paper.hear(3, *said)
    before = paper.snapshot()
    assert not paper.hear(3, *said)
    assert paper.snapshot() == before


@unhurried
@given(histories(ends=False), st.data())
def test_late_messages_heard_again_change_nothing_that_holds(
    history: HISTORY, data: st.DataObject
) -> None:
    # A guess that is repeated leaves no trace, so only what is sure is in one order in the end.
    history = tuple(
        (minute, tuple(one for one in said if one.confidence != GUESSED))
        for minute, said in history
    )
    paper = heard(history)
    before = [(fact.id, fact.since) for fact in paper.in_state(FactState.CURRENT)]
    minute, said = data.draw(st.sampled_from(history))
    paper.hear(minute, *said)
    after = [(fact.id, fact.since) for fact in paper.in_state(FactState.CURRENT)]
    assert after == before


@unhurried
@given(sure_histories(), st.randoms(use_true_random=False))
def test_what_is_sure_comes_to_the_same_in_whichever_order_it_is_heard(
    history: HISTORY, random: Random
) -> None:
    shuffled = list(history)
    random.shuffle(shuffled)
    one, other = heard(history), heard(tuple(shuffled))
    for key in ("size", "home"):
        assert one.current(key) == other.current(key)


@unhurried
@given(histories())
def test_the_same_history_gives_the_same_ledger(history: HISTORY) -> None:
    assert heard(history).snapshot() == heard(history).snapshot()


@unhurried
@given(st.permutations([("a", "M"), ("b", "L"), ("c", "XL")]))
def test_of_equal_times_the_message_id_decides(said: list[tuple[str, str]]) -> None:
    paper = Paper()
    for message, value in said:
        paper.hear(1, Statement("size", value, 0.9), message=message)
    assert paper.current("size") == ["XL"]


@unhurried
@given(histories())
def test_facts_stay_as_they_are_until_changes_are_applied(history: HISTORY) -> None:
    *before, (minute, said) = sorted(history)
    paper = heard(tuple(before))
    snapshot = paper.snapshot()
    ledger.hear(paper.facts, said, Origin("c", FactSource.VISITOR, at(minute), "m"))
    assert paper.snapshot() == snapshot


@unhurried
@given(histories(), histories())
def test_two_that_become_one_have_one_value_of_each(one: HISTORY, other: HISTORY) -> None:
    both = Paper([*heard(one).facts])
    other_facts = heard(other).facts
    known = {fact.id for fact in both.facts}
    both.facts += [fact for fact in other_facts if fact.id not in known]
    both.enter(ledger.settle(both.facts))
    current = both.in_state(FactState.CURRENT)
    slots = Counter((f.key, f.subject) for f in current if not FACT_KINDS[f.key].many)
    assert all(count == 1 for count in slots.values())
    before = both.snapshot()
    both.enter(ledger.settle(both.facts))
    assert both.snapshot() == before
