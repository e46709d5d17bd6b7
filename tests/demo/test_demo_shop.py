"""The shop behind the demo: goods, people, orders and coupons that agree with each other."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from chat_server.demo import catalogue, coupons, customers, orders
from chat_server.domain.errors import Conflict
from chat_server.domain.shop import Customer, Order, OrderStatus, Product
from chat_server.wire.shop import ProductView

NOW = datetime(2026, 3, 14, 12, tzinfo=UTC)


@pytest.fixture
def products() -> list[Product]:
    return catalogue.products(Random(1))


@pytest.fixture
def people() -> list[Customer]:
    return customers.customers(Random(1))


@pytest.fixture
def placed(products: list[Product], people: list[Customer]) -> list[Order]:
    return orders.orders(products, people, Random(1), NOW)


def test_there_are_forty_products_of_eleven_categories_and_each_can_be_bought(
    products: list[Product],
) -> None:
    assert len({product.sku for product in products}) == 40
    assert len({product.category for product in products}) == 11
    for product in products:
        assert set(product.in_stock) == set(product.sizes)
        assert any(product.in_stock.values())
        assert product.url == f"/product/{product.sku}"
        ProductView.model_validate(product)


def test_some_sizes_are_sold_out(products: list[Product]) -> None:
    pieces = [count for product in products for count in product.in_stock.values()]
    assert 0.03 < pieces.count(0) / len(pieces) < 0.2


def test_two_hundred_customers_have_their_own_ids_names_and_addresses(
    people: list[Customer],
) -> None:
    for of in ("id", "name", "email"):
        assert len({getattr(customer, of) for customer in people}) == 200
    assert {customer.locale for customer in people} == {"en", "is", "ru", "zh-TW", "th"}


def test_no_customer_has_an_address_that_mail_could_reach(people: list[Customer]) -> None:
    domains = {customer.email.rpartition("@")[2] for customer in people}
    assert domains == {"example.com", "example.org", "example.net"}
    assert all(customer.email.isascii() for customer in people)


def test_the_known_customers_are_the_same_whatever_the_seed() -> None:
    for seed in (1, 2):
        assert customers.customers(Random(seed))[: len(customers.KNOWN)] == list(customers.KNOWN)


def test_a_thousand_orders_carry_the_numbers_10001_to_11000(placed: list[Order]) -> None:
    assert [order.number for order in placed] == [str(number) for number in range(10_001, 11_001)]


def test_every_customer_has_ordered_something(placed: list[Order], people: list[Customer]) -> None:
    assert {order.customer_id for order in placed} == {customer.id for customer in people}


def test_every_status_occurs_and_agrees_with_the_dates_and_the_parcel(
    placed: list[Order],
) -> None:
    assert set(Counter(order.status for order in placed)) == set(OrderStatus)
    for order in placed:
        arrived = order.status in {OrderStatus.DELIVERED, OrderStatus.RETURNED}
        under_way = order.status in {OrderStatus.PLACED, OrderStatus.PACKED, OrderStatus.SHIPPED}
        sent = arrived or order.status is OrderStatus.SHIPPED
        assert order.placed_at < NOW
        assert (order.delivered_at is not None) is arrived
        assert order.delivered_at is None or order.placed_at < order.delivered_at < NOW
        assert (order.eta is not None) is under_way
        assert order.eta is None or order.eta > NOW
        assert (order.carrier is not None) is sent
        assert (order.tracking_url is not None) is sent


def test_a_total_is_the_sum_of_lines_of_real_products(
    placed: list[Order], products: list[Product]
) -> None:
    prices = {product.sku: product for product in products}
    for order in placed:
        total = 0
        for line in order.items:
            product = prices[str(line["sku"])]
            assert line["size"] in product.sizes
            assert line["colour"] in product.colours
            assert line["price_cents"] == product.price_cents
            total += product.price_cents * int(str(line["quantity"]))
        assert order.total_cents == total


@pytest.mark.parametrize("anchor", orders.ANCHORS, ids=lambda anchor: str(anchor.number))
@pytest.mark.parametrize("now", [NOW, NOW + timedelta(days=900)])
def test_an_anchor_order_keeps_its_customer_status_and_age(
    products: list[Product], people: list[Customer], anchor: orders.Anchor, now: datetime
) -> None:
    found = {order.number: order for order in orders.orders(products, people, Random(9), now)}
    order = found[anchor.number]
    assert (order.customer_id, order.status) == (anchor.customer_id, anchor.status)
    assert now - order.placed_at == timedelta(days=anchor.days)


def test_one_anchor_may_be_returned_and_one_is_past_its_period(placed: list[Order]) -> None:
    found = {order.number: order for order in placed}
    found["10518"].require_returnable(NOW)
    with pytest.raises(Conflict, match="30 days"):
        found["10077"].require_returnable(NOW)


def test_an_order_seen_earlier_was_under_way_and_before_that_unknown(placed: list[Order]) -> None:
    order = next(each for each in placed if each.status is OrderStatus.DELIVERED)
    assert orders.as_of(order, order.placed_at - timedelta(hours=1)) is None
    just_placed = orders.as_of(order, order.placed_at + timedelta(hours=1))
    assert just_placed is not None
    assert (just_placed.status, just_placed.carrier) == (OrderStatus.PLACED, None)
    sent = orders.as_of(order, order.placed_at + timedelta(days=2))
    assert sent is not None
    assert (sent.status, sent.delivered_at) == (OrderStatus.SHIPPED, None)
    assert sent.carrier == order.carrier
    assert orders.as_of(order, NOW) == order


def test_the_same_seed_gives_the_same_shop() -> None:
    def shop(seed: int) -> tuple[object, ...]:
        goods, people = catalogue.products(Random(seed)), customers.customers(Random(seed))
        return goods, people, orders.orders(goods, people, Random(seed), NOW)

    assert shop(3) == shop(3)
    assert shop(3) != shop(4)


def test_newcomers_coupon_is_valid_and_summers_is_over() -> None:
    found = {coupon.code: coupon for coupon in coupons.coupons(NOW)}
    assert (found["WELCOME10"].kind, found["WELCOME10"].value) == ("percent", 10)
    assert found["WELCOME10"].is_open(NOW)
    assert not found["SUMMER25"].is_open(NOW)
    promised = {one.id: one for one in coupons.incentives("box", NOW)}
    for code in found.values():
        incentive = promised[code.incentive_id or ""]
        assert (code.kind, code.value) == (incentive.unit, incentive.value)
        assert code.min_total_cents == incentive.min_total_cents
