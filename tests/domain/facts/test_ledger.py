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
from chat_server.domain.facts.kinds import FACT_KINDS, holds, until_of, waits
from chat_server.domain.facts.statement import Statement
from chat_server.domain.facts.turns import holding
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


class TestLateHearing:
    def test_an_older_message_does_not_supersede_a_newer_one(self) -> None:
        paper = Paper()
        paper.hear(5, says("home", "Berlin"))
        changes = paper.hear(3, says("home", "Oslo"))
        assert paper.current("home") == ["Berlin"]
        assert [fact.value for fact in changes.filed] == ["Oslo"]
        late = paper.the("Oslo")
        assert (late.state, late.superseded_by) == (FactState.SUPERSEDED, paper.the("Berlin").id)
        assert (late.observed_at, late.ended_at) == (at(3), at(5))

    def test_it_is_filed_before_the_next_one_of_its_time(self) -> None:
        paper = Paper()
        paper.hear(2, says("home", "Oslo"))
        paper.hear(4, says("home", "Berlin"))
        paper.hear(6, says("home", "Rome"))
        paper.hear(3, says("home", "Paris"))
        assert paper.the("Paris").superseded_by == paper.the("Berlin").id

    def test_nor_does_it_supersede_what_was_repeated_after_it(self) -> None:
        paper = Paper()
        paper.hear(2, says("home", "Berlin"))
        paper.hear(7, says("home", "Berlin"))
        paper.hear(5, says("home", "Rome"))
        assert paper.current("home") == ["Berlin"]
        assert paper.the("Rome").state is FactState.SUPERSEDED

    def test_a_problem_from_before_it_was_solved_is_not_open_again(self) -> None:
        paper = Paper()
        paper.hear(1, says("open_problem", "late"))
        paper.hear(5, says("open_problem", None))
        paper.hear(3, says("open_problem", "missing"))
        assert paper.current("open_problem") == []
        assert paper.the("missing").state is FactState.ENDED

    def test_an_end_does_not_reach_what_was_said_after_it(self) -> None:
        paper = Paper()
        paper.hear(5, says("open_problem", "late"))
        assert not paper.hear(3, says("open_problem", None))

    def test_a_denied_guess_was_never_so_and_hides_nothing(self) -> None:
        paper = Paper()
        paper.hear(5, says("size", "S", 0.6))
        paper.hear(6, says("size", "S", ended=True))
        paper.hear(3, says("size", "M"))
        assert paper.current("size") == ["M"]


class TestTime:
    def test_what_is_past_its_lifetime_is_not_used_though_nobody_tidied(self) -> None:
        paper = Paper()
        paper.hear(1, says("budget", "100 EUR"))
        fact = paper.facts[0]
        lifetime = FACT_KINDS["budget"].lifetime
        assert lifetime is not None
        assert until_of(fact) == at(1) + lifetime
        assert holds(fact, at(1) + lifetime - timedelta(seconds=1))
        assert not holds(fact, at(1) + lifetime)

    def test_said_again_it_lives_on(self) -> None:
        paper = Paper()
        lifetime = FACT_KINDS["budget"].lifetime
        assert lifetime is not None
        minutes = lifetime.total_seconds() / 60
        paper.hear(0, says("budget", "100 EUR"))
        assert not paper.hear(minutes * 0.6, says("budget", "100 EUR")), "no news"
        assert [holds(fact, at(minutes * 1.1)) for fact in paper.facts] == [True]

    def test_what_was_past_and_is_said_again_is_new(self) -> None:
        paper = Paper()
        paper.hear(1, says("suggestion", "a call", valid_until=at(10)))
        paper.hear(20, says("suggestion", "a call", valid_until=at(40)))
        old, new = paper.facts
        assert (old.reason, old.ended_at) == (FactReason.EXPIRED, at(10))
        assert new.state is FactState.CURRENT

    def test_a_date_is_past_when_it_is_past_everywhere(self) -> None:
        paper = Paper()
        paper.hear(1, says("occasion_date", "2026-05-03", subject="wedding"))
        fact = paper.facts[0]
        assert holds(fact, at(60 * 24 * 2))
        assert not holds(fact, at(60 * 24 * 4))

    def test_what_begins_later_is_not_used_before(self) -> None:
        paper = Paper()
        paper.hear(1, says("home", "Berlin", valid_from=at(100)))
        assert not holds(paper.facts[0], at(50))
        assert holds(paper.facts[0], at(100))


class TestWhatBeginsLater:
    def homes(self, paper: Paper, minute: float) -> list[str]:
        """What holds then, though nothing was said since."""
        return [fact.value for fact in holding(paper.facts, at(minute)) if fact.key == "home"]

    def moving(self) -> Paper:
        paper = Paper()
        paper.hear(1, says("home", "Oslo"), says("home", "Bergen", valid_from=at(100)))
        return paper

    def test_the_former_holds_until_the_day_and_no_longer(self) -> None:
        paper = self.moving()
        assert self.homes(paper, 99) == ["Oslo"]
        assert self.homes(paper, 100) == ["Bergen"]

    def test_whichever_is_said_first(self) -> None:
        paper = Paper()
        paper.hear(1, says("home", "Bergen", valid_from=at(100)))
        paper.hear(2, says("home", "Oslo"))
        assert (self.homes(paper, 99), self.homes(paper, 100)) == (["Oslo"], ["Bergen"])

    def test_what_is_said_after_the_day_is_on_record_behind_it(self) -> None:
        paper = self.moving()
        paper.hear(200, says("home", "Rome"))
        assert self.homes(paper, 200) == ["Rome"]
        oslo, bergen, rome = paper.facts
        assert (oslo.state, oslo.ended_at) == (FactState.SUPERSEDED, at(100))
        assert (oslo.superseded_by, bergen.superseded_by) == (bergen.id, rome.id)

    def test_who_is_still_there_after_the_day_says_so(self) -> None:
        paper = self.moving()
        paper.hear(200, says("home", "Oslo"))
        assert self.homes(paper, 201) == ["Oslo"]
        assert len(paper.facts) == 3

    def test_a_plan_that_is_dropped_leaves_no_trace_on_what_is(self) -> None:
        paper = self.moving()
        paper.hear(2, says("home", "Bergen", ended=True))
        assert self.homes(paper, 100) == ["Oslo"]
        assert paper.the("Oslo").ended_at is None

    def test_of_two_plans_the_later_counts(self) -> None:
        paper = self.moving()
        paper.hear(2, says("home", "Rome", valid_from=at(120)))
        assert [self.homes(paper, minute) for minute in (99, 110, 120)] == [
            ["Oslo"],
            ["Oslo"],
            ["Rome"],
        ]

    def test_another_day_for_the_same_plan_is_news(self) -> None:
        paper = self.moving()
        paper.hear(2, says("home", "Bergen", valid_from=at(120)))
        assert (self.homes(paper, 110), self.homes(paper, 120)) == (["Oslo"], ["Bergen"])

    def test_who_moved_early_is_there(self) -> None:
        paper = self.moving()
        paper.hear(50, says("home", "Bergen"))
        assert (self.homes(paper, 50), self.homes(paper, 100)) == (["Bergen"], ["Bergen"])
        assert len(paper.current("home")) == 1

    def test_a_plan_that_is_corrected_stays_one(self) -> None:
        paper = Paper()
        paper.hear(0, says("home", "Oslo"))
        paper.hear(1, says("home", "Bergen", valid_from=at(100)))
        paper.hear(2, says("home", "Bodø", corrects=True))
        assert (self.homes(paper, 99), self.homes(paper, 100)) == (["Oslo"], ["Bodø"])
        paper.correct(3, paper.the("Bodø"), "Moss")
        assert (self.homes(paper, 99), self.homes(paper, 100)) == (["Oslo"], ["Moss"])

    def test_a_guess_at_a_plan_is_confirmed_for_its_day(self) -> None:
        paper = Paper()
        paper.hear(1, says("home", "Oslo"))
        paper.hear(2, says("home", "Bergen", 0.6, valid_from=at(100)))
        paper.hear(3, says("home", "Bergen", valid_from=at(100)))
        assert (self.homes(paper, 99), self.homes(paper, 100)) == (["Oslo"], ["Bergen"])
        assert len(paper.facts) == 2

    def test_two_who_become_one_keep_plan_and_present(self) -> None:
        one, other = Paper(), Paper()
        one.hear(1, says("home", "Oslo"))
        other.hear(2, says("home", "Bergen", valid_from=at(100)))
        both = Paper([*one.facts, *other.facts])
        both.enter(ledger.settle(both.facts))
        assert (self.homes(both, 99), self.homes(both, 100)) == (["Oslo"], ["Bergen"])

    def test_hearing_it_again_changes_nothing(self) -> None:
        paper = self.moving()
        before = paper.snapshot()
        paper.hear(1, says("home", "Oslo"), says("home", "Bergen", valid_from=at(100)))
        assert paper.snapshot() == before


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
