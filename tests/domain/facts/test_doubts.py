"""What was heard for sure may turn out to be in doubt; then it is as if it had been heard unsurely."""

from __future__ import annotations

from chat_server.domain.facts import ledger
from chat_server.domain.facts.fact import FactSource, FactState
from chat_server.domain.facts.marked import Claim, Marked
from tests.domain.facts.ledgers import Paper, at, says


def doubt(paper: Paper, message: str, key: str) -> None:
    marks = [Marked(key, 3, 9, 0.5, claim=Claim.DOUBTED)]
    paper.enter(ledger.doubt(paper.held(at(0)), message, marks))


def test_it_waits_to_be_confirmed() -> None:
    paper = Paper()
    paper.hear(
        1,
        says("occasion", "wedding", start=3, end=9),
        says("size", "M", start=3, end=9),
        message="a",
    )
    doubt(paper, "a", "occasion")
    assert (paper.current("occasion"), paper.waiting("occasion")) == ([], ["wedding"])
    assert paper.the("wedding").confidence == 0.5
    assert paper.current("size") == ["M"]


def test_what_gave_way_to_it_holds_again() -> None:
    paper = Paper()
    paper.hear(1, says("home", "Oslo", start=3, end=9))
    paper.hear(2, says("home", "Berlin", start=3, end=9), message="b")
    doubt(paper, "b", "home")
    assert (paper.current("home"), paper.waiting("home")) == (["Oslo"], ["Berlin"])
    oslo = paper.the("Oslo")
    assert (oslo.reason, oslo.ended_at, oslo.superseded_by) == (None, None, None)


def test_said_again_it_is_confirmed() -> None:
    paper = Paper()
    paper.hear(1, says("home", "Oslo", start=3, end=9))
    paper.hear(2, says("home", "Berlin", start=3, end=9), message="b")
    doubt(paper, "b", "home")
    paper.hear(3, says("home", "Berlin", start=3, end=9))
    assert paper.current("home") == ["Berlin"]
    assert paper.the("Oslo").state is FactState.SUPERSEDED


def test_what_was_said_again_before_it_was_doubted_stands() -> None:
    paper = Paper()
    paper.hear(1, says("home", "Oslo", start=3, end=9), message="a")
    paper.hear(2, says("home", "Oslo", start=3, end=9))
    doubt(paper, "a", "home")
    assert paper.current("home") == ["Oslo"]


def test_what_is_history_stays_history() -> None:
    paper = Paper()
    paper.hear(1, says("home", "Oslo", start=3, end=9), message="a")
    paper.hear(2, says("home", "Berlin", start=3, end=9))
    doubt(paper, "a", "home")
    assert (paper.current("home"), paper.waiting("home")) == (["Berlin"], [])


def test_nobody_but_the_visitor_is_doubted() -> None:
    paper = Paper()
    paper.hear(1, says("home", "Oslo", start=3, end=9), source=FactSource.AGENT, message="a")
    doubt(paper, "a", "home")
    assert paper.current("home") == ["Oslo"]
    paper.hear(2, says("home", "Oslo", start=3, end=9), message="b")
    doubt(paper, "b", "home")
    assert paper.current("home") == ["Oslo"]


def test_other_words_of_the_same_message_are_believed() -> None:
    paper = Paper()
    tent = says("product_interest", "tent", start=3, end=9)
    paper.hear(1, tent, says("product_interest", "kayak", start=14, end=19), message="a")
    doubt(paper, "a", "product_interest")
    assert paper.current("product_interest") == ["kayak"]
