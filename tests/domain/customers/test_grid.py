"""Every customer is in one field of the grid, and the field's rule says the same."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random

from chat_server.domain.customers.outlook import forecast, most_valuable, win_back
from chat_server.domain.customers.purchases import Purchase, by_customer, summarise
from chat_server.domain.customers.rfv import grid, lines, scores
from chat_server.domain.segments.reading import read
from chat_server.domain.segments.rule import Condition, Group, Rule

NOW = datetime(2026, 11, 1, 15, tzinfo=UTC)


def shop(seed: int, customers: int = 120) -> list[Purchase]:
    random = Random(seed)
    return [
        Purchase(
            f"c{who}",
            NOW - timedelta(days=random.uniform(0, 400)),
            random.randint(1_000, 30_000),
            frozenset(),
        )
        for who in range(customers)
        for _ in range(random.choice((1, 1, 2, 3, 7)))
    ]


def matches(rule: Rule, days: float, orders: int) -> bool:
    """The rule by hand; `store.members` has it in SQL."""
    if isinstance(rule, Group):
        return all(matches(part, days, orders) for part in rule.parts)
    return _holds(rule, days, orders)


def _holds(one: Condition, days: float, orders: int) -> bool:
    assert isinstance(one.value, int)
    return {
        "within": days <= one.value,
        "longer_ago": days > one.value,
        "exactly": orders == one.value,
        "at_least": orders >= one.value,
        "at_most": orders <= one.value,
    }[one.how]


def test_the_grid_holds_everybody_once_and_its_rules_agree() -> None:
    for seed in range(5):
        purchases = shop(seed)
        found = summarise(purchases, NOW)
        squares = grid(found, NOW, lines(found, NOW))
        assert sum(square.customers for square in squares) == len(found) == 120
        assert sum(square.spent_cents for square in squares) == sum(one.cents for one in purchases)
        for square in squares:
            rule = read(square.rule)
            by_rule = [
                one
                for one in found
                if matches(rule, (NOW - one.last_at) / timedelta(days=1), one.orders)
            ]
            assert len(by_rule) == square.customers
        assert sum(square.customers > 0 for square in squares) >= 7


def test_orders_of_one_day_are_one_purchase() -> None:
    at = NOW - timedelta(days=70)
    own = [Purchase("c", at, 100, frozenset())] * 2
    own += [Purchase("c", at + timedelta(days=35), cents, frozenset()) for cents in (300, 500)]
    (one,) = summarise(own, NOW)
    assert (one.repeats, one.last, one.age, one.orders) == (1, 5.0, 10.0, 4)
    assert (one.mean_cents, one.spent_cents) == (800, 1_000)
    assert summarise(own, at) == []


def test_scores_are_fifths_and_alike_gets_alike() -> None:
    found = summarise(shop(3), NOW)
    made = scores(found)
    assert {score[0] for score in made.values()} == {1, 2, 3, 4, 5}
    same: dict[int, int] = {}
    for one in found:
        assert same.setdefault(one.orders, made[one.customer_id][1]) == made[one.customer_id][1]
    newest = max(found, key=lambda one: one.last_at)
    assert made[newest.customer_id][0] == 5


def test_who_bought_often_and_then_stopped_is_to_be_won_back() -> None:
    regular = [
        Purchase("gone", NOW - timedelta(days=390 - 10 * place), 9_000, frozenset())
        for place in range(12)
    ]
    made = forecast(summarise([*shop(4), *regular], NOW))
    assert len(made.outlooks) == made.customers == 121
    assert win_back(made.outlooks, 1)[0].summary.customer_id == "gone"
    assert all(one.alive < 0.5 for one in win_back(made.outlooks, 50))
    best = most_valuable(made.outlooks, 200)
    assert [one.value_cents for one in best] == sorted(
        (one.value_cents for one in made.outlooks), reverse=True
    )
    assert made.likeness is not None
    assert abs(made.likeness) < 0.5
    assert made.value_cents > 0


def test_a_young_shop_has_no_forecast() -> None:
    made = forecast(summarise(shop(5, customers=12), NOW))
    assert (made.customers, made.repeat, made.outlooks) == (12, None, [])
    assert by_customer([]) == {}
    assert lines([], NOW).recent == 30
