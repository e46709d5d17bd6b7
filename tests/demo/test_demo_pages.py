"""The demo shop's own addresses, spoken to over HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator
from random import Random

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from chat_server.demo.catalogue import products
from chat_server.demo.customers import customers
from chat_server.demo.pages import demo_routes
from chat_server.domain.shop import Customer

Client = TestClient[web.Request, web.Application]


@pytest.fixture
async def client() -> AsyncIterator[Client]:
    def sign(customer: Customer) -> str:
        return f"signed:{customer.id}"

    app = web.Application()
    app.add_routes(demo_routes(products(Random(1)), customers(Random(1)), sign))
    async with TestClient(TestServer(app)) as client:
        yield client


async def test_the_shop_lists_its_products_with_stock(client: Client) -> None:
    answer = await client.get("/demo/products.json")
    page = await answer.json()
    assert answer.status == 200
    assert len(page["items"]) == 40
    hekla = next(each for each in page["items"] if each["sku"] == "HEKLA-JKT")
    assert hekla["name"] == "Hekla rain jacket"
    assert set(hekla["in_stock"]) == {"XS", "S", "M", "L", "XL", "XXL"}


async def test_a_picture_may_be_cached_and_runs_nothing(client: Client) -> None:
    answer = await client.get("/demo/images/ESJA-SWT.svg", params={"colour": "rust"})
    assert answer.content_type == "image/svg+xml"
    assert "max-age" in answer.headers["Cache-Control"]
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert "Esja wool sweater, rust" in await answer.text()


@pytest.mark.parametrize(
    "path",
    [
        "/demo/images/NOPE.svg",
        "/demo/images/ESJA-SWT.svg?colour=pink",
        "/demo/images/%3Cscript%3E.svg",
    ],
)
async def test_an_unknown_picture_is_not_found(client: Client, path: str) -> None:
    answer = await client.get(path)
    assert answer.status == 404
    problem = await answer.json()
    assert (answer.content_type, problem["code"]) == ("application/problem+json", "not_found")


async def test_only_the_known_customers_can_be_chosen(client: Client) -> None:
    page = await (await client.get("/demo/customers.json")).json()
    assert [each["id"] for each in page["items"]] == [f"cus-{number:03}" for number in range(1, 7)]
    assert page["items"][0]["orders"] == ["10432", "10211"]


async def test_signing_in_answers_with_the_customer_and_a_signed_identity(client: Client) -> None:
    answer = await client.post("/demo/sign-in", json={"customer_id": "cus-001"})
    body = await answer.json()
    assert body["customer"]["name"] == "Emma Wilson"
    assert body["identity"] == "signed:cus-001"
    assert answer.headers["Cache-Control"] == "no-store"


async def test_nobody_can_sign_in_as_another_customer(client: Client) -> None:
    answer = await client.post("/demo/sign-in", json={"customer_id": "cus-100"})
    assert (answer.status, (await answer.json())["code"]) == (404, "not_found")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b'"cus-001"',
        b"null",
        b"{}",
        b'{"customer_id": 1}',
        b'{"customer_id": "<script>"}',
        b'{"customer_id": "\xff"}',
    ],
)
async def test_a_bad_body_is_refused_with_what_to_send(client: Client, body: bytes) -> None:
    answer = await client.post("/demo/sign-in", data=body)
    problem = await answer.json()
    assert (answer.status, problem["code"]) == (422, "invalid")
    assert "customer_id" in problem["fields"]


async def test_an_oversized_body_is_refused(client: Client) -> None:
    answer = await client.post("/demo/sign-in", data=b" " * 100_000)
    assert (answer.status, (await answer.json())["code"]) == (413, "too_large")
