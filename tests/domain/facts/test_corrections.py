"""What was said wrongly a moment ago gives way, with its subject, and only that."""

from __future__ import annotations

from tests.domain.facts.ledgers import Paper, says

A_DAY = 24 * 60


def test_a_correction_takes_over_what_it_was_said_about() -> None:
    paper = Paper()
    paper.hear(1, says("size", "44", subject="boots"))
    paper.hear(2, says("size", "45", 0.4, corrects=True))
    assert paper.current("size") == ["45"]
    assert paper.the("45").subject == "boots"


def test_of_many_the_last_one_is_corrected() -> None:
    paper = Paper()
    paper.hear(1, says("order_number", "10401"))
    paper.hear(2, says("order_number", "10432"))
    paper.hear(3, says("order_number", "10423", corrects=True))
    assert paper.current("order_number") == ["10401", "10423"]


def test_where_nothing_was_said_there_is_nothing_to_correct() -> None:
    paper = Paper()
    assert not paper.hear(1, says("size", "45", 0.4, corrects=True))
    assert paper.hear(2, says("size", "45", corrects=True)).added


def test_a_word_that_could_be_several_things_is_what_was_said_last() -> None:
    paper = Paper()
    paper.hear(1, says("home", "Bergen"))
    paper.hear(2, says("name", "Kim"))
    both = [says(key, "Kym", 0.4, start=7, end=10, corrects=True) for key in ("home", "name")]
    paper.hear(3, *both)
    assert (paper.current("name"), paper.current("home")) == (["Kym"], ["Bergen"])


def test_nobody_corrects_without_a_word_what_they_said_long_ago() -> None:
    paper = Paper()
    paper.hear(1, says("size", "44"))
    assert not paper.hear(2 + A_DAY, says("size", "45", 0.4, corrects=True))


def test_a_correction_heard_twice_corrects_once() -> None:
    paper = Paper()
    paper.hear(1, says("order_number", "10401"))
    paper.hear(2, says("order_number", "10432"))
    right = says("order_number", "10423", 0.4, corrects=True)
    paper.hear(3, right)
    assert not paper.hear(3, right)
    assert paper.current("order_number") == ["10401", "10423"]


def test_another_number_of_the_same_takes_its_place() -> None:
    paper = Paper()
    paper.hear(1, says("household", "2 cats"), says("household", "dog"))
    paper.hear(2, says("household", "3 cats"))
    assert paper.current("household") == ["dog", "3 cats"]


def test_another_size_of_boots_leaves_the_size_of_jackets_alone() -> None:
    paper = Paper()
    paper.hear(1, says("size", "44", subject="boots"))
    paper.hear(2, says("size", "M", subject="jackets"))
    paper.hear(60 * A_DAY, says("size", "45", corrects=True))
    assert paper.current("size") == ["M", "45"]
    assert paper.the("45").subject == "boots"
