"""What is heard late, what holds for a time, and what begins later."""

from __future__ import annotations

from datetime import timedelta

from chat_server.domain.facts import ledger
from chat_server.domain.facts.fact import (
    FactReason,
    FactState,
)
from chat_server.domain.facts.kinds import FACT_KINDS, holds, until_of
from chat_server.domain.facts.turns import as_of, holding
from tests.domain.facts.ledgers import Paper, at, says


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

    def test_nor_does_its_history_show_it_as_what_holds(self) -> None:
        paper = Paper()
        paper.hear(1, says("promise", "a call", valid_until=at(10)), says("home", "Oslo"))
        paper.hear(1, says("suggestion", "a call", valid_until=at(10)))
        seen = {one.key: one for one in as_of(paper.facts, paper.facts, at(60))}
        assert (seen["suggestion"].state, seen["suggestion"].ended_at) == (FactState.ENDED, at(10))
        assert seen["suggestion"].reason is FactReason.EXPIRED
        assert seen["home"].state is seen["promise"].state is FactState.CURRENT

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

    def test_on_the_day_its_history_says_so_though_nobody_tidied(self) -> None:
        paper = self.moving()
        assert as_of(paper.facts, paper.facts, at(99)) == paper.facts
        oslo, bergen = as_of(paper.facts, paper.facts, at(150))
        assert (oslo.state, oslo.ended_at) == (FactState.SUPERSEDED, at(100))
        assert (oslo.superseded_by, bergen.state) == (bergen.id, FactState.CURRENT)
        assert paper.the("Oslo").state is FactState.CURRENT, "nothing is written"

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
