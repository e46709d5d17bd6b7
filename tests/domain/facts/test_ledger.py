"""What one statement after the other does to the ledger."""

from __future__ import annotations

from datetime import timedelta

import pytest

from chat_server.domain.facts import ledger
from chat_server.domain.facts.fact import (
    FactReason,
    FactSource,
    FactState,
    Forgotten,
    value_digest,
)
from chat_server.domain.facts.kinds import waits
from chat_server.domain.facts.statement import Statement
from tests.domain.facts.ledgers import Paper, at, says


def test_a_newer_statement_supersedes_and_the_older_stays_on_record() -> None:
    paper = Paper()
    paper.hear(1, says("home", "Oslo"))
    changes = paper.hear(2, says("home", "Berlin"))
    old, new = paper.facts
    assert (old.value, old.state, old.superseded_by) == ("Oslo", FactState.SUPERSEDED, new.id)
    assert (old.reason, old.ended_at) == (FactReason.NEWER, at(2))
    assert (changes.added, changes.superseded) == ([new], [old])
    assert paper.current("home") == ["Berlin"]


def test_the_same_again_changes_nothing_however_it_is_written() -> None:
    paper = Paper()
    paper.hear(1, says("home", "Berlin"))
    assert not paper.hear(2, says("home", "berlin"))


def test_of_many_kinds_values_stand_beside_each_other() -> None:
    paper = Paper()
    paper.hear(1, says("product_owned", "red jacket"), says("product_owned", "boots"))
    assert paper.current("product_owned") == ["red jacket", "boots"]


def test_a_thing_called_by_less_of_its_name_is_no_other_one() -> None:
    paper = Paper()
    paper.hear(1, says("product_interest", "rain trousers"))
    assert not paper.hear(2, says("product_interest", "trousers"))
    paper.hear(3, says("product_interest", "jacket"))
    paper.hear(4, says("product_interest", "rain jacket"))
    assert paper.current("product_interest") == ["rain trousers", "rain jacket"]


def test_days_later_a_fuller_name_is_another_thing() -> None:
    paper = Paper()
    paper.hear(1, says("product_interest", "jacket"))
    paper.hear(3 * 24 * 60, says("product_interest", "rain jacket"))
    assert paper.current("product_interest") == ["jacket", "rain jacket"]


def test_what_is_owned_no_longer_ends_and_the_rest_stays() -> None:
    paper = Paper()
    paper.hear(1, says("product_owned", "red jacket"), says("product_owned", "boots"))
    paper.hear(2, says("product_owned", "Red jacket", ended=True))
    assert paper.current("product_owned") == ["boots"]
    assert paper.the("red jacket").reason is FactReason.WITHDRAWN


def test_liking_what_was_disliked_supersedes_it() -> None:
    paper = Paper()
    paper.hear(1, says("product_disliked", "wool"))
    paper.hear(2, says("product_liked", "wool"))
    assert (paper.current("product_disliked"), paper.current("product_liked")) == ([], ["wool"])
    assert paper.facts[0].superseded_by == paper.facts[1].id


def test_problems_of_two_orders_are_two() -> None:
    paper = Paper()
    paper.hear(1, says("open_problem", "late", subject="10432"))
    paper.hear(2, says("open_problem", "damaged", subject="10500"))
    assert paper.current("open_problem") == ["late", "damaged"]
    paper.hear(3, says("open_problem", None, subject="10432"))
    assert paper.current("open_problem") == ["damaged"]
    assert paper.the("late").reason is FactReason.SOLVED


def test_all_is_sorted_ends_every_problem() -> None:
    paper = Paper()
    paper.hear(1, says("open_problem", "late", subject="10432"), says("open_problem", "damaged"))
    paper.hear(2, says("open_problem", None))
    assert paper.current("open_problem") == []


def test_the_same_with_more_precision_takes_its_place() -> None:
    paper = Paper()
    paper.hear(1, says("open_problem", "late"))
    paper.hear(2, says("open_problem", "late", subject="10432"))
    assert [fact.subject for fact in paper.in_state(FactState.CURRENT)] == ["10432"]
    assert not paper.hear(3, says("open_problem", "late"))


def test_a_subject_that_is_none_is_left_out() -> None:
    paper = Paper()
    paper.hear(1, says("open_problem", "late", subject="<b>"), says("name", "Ann", subject="10432"))
    assert [fact.subject for fact in paper.facts] == [None, None]


def test_what_is_said_and_taken_back_in_one_breath_is_the_last() -> None:
    paper = Paper()
    paper.hear(1, says("size", "M"), says("size", "L"))
    assert [fact.value for fact in paper.facts] == ["L"]


def test_a_problem_that_ended_and_came_back_in_one_breath_is_open() -> None:
    paper = Paper()
    paper.hear(1, says("open_problem", "damaged"))
    paper.hear(2, says("open_problem", None), says("open_problem", "damaged"))
    assert [fact.state for fact in paper.facts] == [FactState.ENDED, FactState.CURRENT]


@pytest.mark.parametrize(
    ("confidence", "state"),
    [(0.8, FactState.CURRENT), (0.79, FactState.UNCONFIRMED), (0.5, FactState.UNCONFIRMED)],
)
def test_confidence_decides_whether_it_counts(confidence: float, state: FactState) -> None:
    paper = Paper()
    paper.hear(1, says("name", "Anna", confidence))
    assert [fact.state for fact in paper.facts] == [state]


def test_what_is_hardly_heard_is_not_kept() -> None:
    assert not Paper().hear(1, says("name", "Anna", 0.49))


class TestUnconfirmed:
    def test_it_stands_beside_what_is_sure_and_is_not_used(self) -> None:
        paper = Paper()
        paper.hear(1, says("size", "M"))
        paper.hear(2, says("size", "L", 0.6))
        assert (paper.current("size"), paper.waiting("size")) == (["M"], ["L"])

    def test_saying_it_clearly_confirms_it(self) -> None:
        paper = Paper()
        paper.hear(1, says("size", "M"))
        paper.hear(2, says("size", "L", 0.6))
        changes = paper.hear(3, says("size", "L"))
        assert [fact.value for fact, _ in changes.confirmed] == ["L"]
        assert (paper.current("size"), paper.waiting("size")) == (["L"], [])
        assert (paper.the("L").confirmed_at, paper.the("L").observed_at) == (at(3), at(2))
        assert paper.the("M").superseded_by == paper.the("L").id

    def test_something_else_said_clearly_supersedes_it(self) -> None:
        paper = Paper()
        paper.hear(1, says("size", "L", 0.6))
        paper.hear(2, says("size", "M"))
        assert (paper.current("size"), paper.waiting("size")) == (["M"], [])

    def test_only_the_last_guess_waits(self) -> None:
        paper = Paper()
        paper.hear(1, says("size", "L", 0.6))
        paper.hear(2, says("size", "M", 0.6))
        assert paper.waiting("size") == ["M"]

    def test_a_guess_at_what_is_sure_adds_nothing(self) -> None:
        paper = Paper()
        paper.hear(1, says("size", "M"))
        assert not paper.hear(2, says("size", "M", 0.6))

    def test_nobody_asks_about_it_for_ever(self) -> None:
        paper = Paper()
        paper.hear(1, says("name", "Anna", 0.6))
        assert waits(paper.facts[0], at(60))
        assert not waits(paper.facts[0], at(1) + timedelta(days=31))


class TestCorrection:
    def test_the_wrong_value_is_on_record_as_corrected(self) -> None:
        paper = Paper()
        paper.hear(1, says("name", "Ana"))
        paper.correct(2, paper.facts[0], "Anna")
        wrong, right = paper.facts
        assert (wrong.reason, wrong.superseded_by) == (FactReason.CORRECTED, right.id)
        assert (right.state, right.source, right.message_id) == (
            FactState.CURRENT,
            FactSource.VISITOR,
            None,
        )

    def test_of_many_values_only_the_wrong_one_goes(self) -> None:
        paper = Paper()
        paper.hear(1, says("product_owned", "boots"), says("product_owned", "rde jacket"))
        paper.correct(2, paper.the("rde jacket"), "red jacket")
        assert paper.current("product_owned") == ["boots", "red jacket"]

    def test_into_what_is_known_already_adds_nothing(self) -> None:
        paper = Paper()
        paper.hear(1, says("product_owned", "boots"), says("product_owned", "boosts"))
        paper.correct(2, paper.the("boosts"), "boots")
        assert len(paper.facts) == 2
        assert paper.the("boosts").superseded_by == paper.the("boots").id

    def test_letters_case_counts_when_somebody_corrects(self) -> None:
        paper = Paper()
        paper.hear(1, says("name", "anna"))
        paper.correct(2, paper.facts[0], "Anna")
        assert paper.current("name") == ["Anna"]


class TestStandingSources:
    def test_a_token_that_repeats_itself_undoes_nothing(self) -> None:
        paper = Paper()
        paper.hear(1, says("name", "Anna Maria Jansen"), source=FactSource.IDENTITY)
        paper.hear(2, says("name", "Mia"))
        assert not paper.hear(
            3, says("name", "Anna Maria Jansen"), source=FactSource.IDENTITY, message="t3"
        )
        assert paper.current("name") == ["Mia"]

    def test_what_changed_at_the_shop_is_news(self) -> None:
        paper = Paper()
        paper.hear(1, says("name", "Anna Jansen"), source=FactSource.IDENTITY)
        paper.hear(2, says("name", "Anna de Vries"), source=FactSource.IDENTITY, message="t2")
        assert paper.current("name") == ["Anna de Vries"]


class TestForgetting:
    def test_what_was_forgotten_is_not_heard_again_from_an_old_message(self) -> None:
        paper = Paper()
        paper.forgotten.append(Forgotten("f", "c", "size", value_digest("size", "M"), at(5)))
        assert not paper.hear(3, says("size", "m"))
        paper.hear(6, says("size", "M"))
        assert paper.current("size") == ["M"]

    def test_a_standing_source_does_not_bring_it_back_at_all(self) -> None:
        paper = Paper()
        paper.forgotten.append(Forgotten("f", "c", "name", value_digest("name", "Anna"), at(5)))
        assert not paper.hear(9, says("name", "Anna"), source=FactSource.IDENTITY)


class TestTwoBecomeOne:
    def test_of_each_kind_the_newest_counts(self) -> None:
        one, other = Paper(), Paper()
        one.hear(1, says("size", "M"), says("product_owned", "boots"))
        other.hear(2, says("size", "L"), says("product_owned", "hat"), says("colour", "red"))
        both = Paper([*one.facts, *other.facts])
        both.enter(ledger.settle(both.facts))
        assert both.current("size") == ["L"]
        assert both.current("product_owned") == ["boots", "hat"]
        assert both.the("M").reason is FactReason.MERGED

    def test_what_is_sure_stays_beside_a_newer_guess(self) -> None:
        one, other = Paper(), Paper()
        one.hear(1, says("size", "M"))
        other.hear(2, says("size", "L", 0.6))
        both = Paper([*one.facts, *other.facts])
        both.enter(ledger.settle(both.facts))
        assert (both.current("size"), both.waiting("size")) == (["M"], ["L"])

    def test_a_contradiction_between_them_is_settled(self) -> None:
        one, other = Paper(), Paper()
        one.hear(1, says("product_liked", "wool"))
        other.hear(2, says("product_disliked", "Wool"))
        both = Paper([*one.facts, *other.facts])
        both.enter(ledger.settle(both.facts))
        assert both.current("product_liked") == []
        assert both.current("product_disliked") == ["Wool"]


def test_nobody_fills_the_ledger_with_one_kind() -> None:
    paper = Paper()
    for number in range(40):
        paper.hear(number, says("product_liked", f"thing {number}"))
    held = paper.current("product_liked")
    assert (len(held), held[0], held[-1]) == (30, "thing 10", "thing 39")


@pytest.mark.parametrize(
    "statement",
    [
        says("is_admin", "true", 1.0),
        says("role", "admin", 1.0),
        says("name", "<script>alert(1)</script>", 1.0),
        says("name", "{{ config }}", 1.0),
        says("size", "M'; DROP TABLE facts; --", 1.0),
        says("complaint", "my card is 4111 1111 1111 1111", 1.0),
        says("complaint", "x" * 10_000, 1.0),
        says("name", "Anna" + " " * 10_000 + "Admin", 1.0),
        says("order_number", "1 OR 1=1 10432 UNION SELECT 10433 FROM orders --", 1.0),
        says("preferred_channel", "carrier pigeon", 1.0),
        says("occasion_date", "2026-02-30", 1.0),
    ],
)
def test_what_is_no_fact_is_not_kept(statement: Statement) -> None:
    assert not Paper().hear(1, statement)


def test_code_in_free_words_is_kept_as_words() -> None:
    paper = Paper()
    paper.hear(1, says("complaint", "your page shows <b>undefined</b>"))
    assert paper.current("complaint") == ["your page shows <b>undefined</b>"]


class TestEndsInFewerWords:
    def test_the_only_thing_that_is_meant_ends(self) -> None:
        paper = Paper()
        paper.hear(1, says("occasion", "ski trip"), says("product_owned", "red jacket"))
        paper.hear(2, says("product_owned", "jacket", ended=True))
        assert paper.current("product_owned") == []
        paper.hear(3, says("occasion", "滑雪", ended=True))
        assert paper.current("occasion") == ["ski trip"]

    def test_of_two_that_may_be_meant_none_does(self) -> None:
        paper = Paper()
        paper.hear(1, says("product_owned", "red jacket"), says("product_owned", "blue jacket"))
        paper.hear(2, says("product_owned", "jacket", ended=True))
        assert paper.current("product_owned") == ["red jacket", "blue jacket"]

    def test_parts_of_words_mean_nothing(self) -> None:
        paper = Paper()
        paper.hear(1, says("product_owned", "hatbox"))
        paper.hear(2, says("product_owned", "hat", ended=True))
        assert paper.current("product_owned") == ["hatbox"]
