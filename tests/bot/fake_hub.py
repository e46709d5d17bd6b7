"""A small hub on a port of its own: orders, returns, products and coupons as the contract says, and faults on demand."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

from aiohttp import web

TOKEN = "token-of-the-tests"

CUSTOMER = {"name": "Anna Olsen", "email": "anna@example.com"}
IDENTIFIED_CONTACT = "contact-anna"


def _order(number: str, status: str, **more: Any) -> dict[str, Any]:
    return {
        "number": number,
        "status": status,
        "placed_at": "2026-11-01T09:00:00.000Z",
        "delivered_at": None,
        "eta": None,
        "carrier": "Icepost",
        "tracking_url": None,
        "currency": "EUR",
        "total_cents": 12900,
        "items": [
            {
                "sku": "HEK-M",
                "name": "Hekla rain jacket",
                "size": "M",
                "colour": "navy",
                "quantity": 1,
                "price_cents": 12900,
            }
        ],
        "customer": CUSTOMER,
        **more,
    }


ORDERS = {
    "10432": _order(
        "10432",
        "shipped",
        eta="2026-11-24T12:00:00.000Z",
        tracking_url="https://track.example/10432",
    ),
    "10877": _order("10877", "delivered", delivered_at="2026-11-10T12:00:00.000Z"),
    "10555": _order("10555", "packed"),
}

PRODUCTS = [
    {
        "sku": "HEK",
        "name": "Hekla rain jacket",
        "category": "jackets",
        "description": "Waterproof shell.",
        "price_cents": 12900,
        "currency": "EUR",
        "colours": ["navy", "moss green"],
        "sizes": ["S", "M", "L"],
        "in_stock": {"S": 3, "M": 5, "L": 0},
        "image_url": "/img/hekla.svg",
        "url": "/products/hekla",
    },
    {
        "sku": "KAT",
        "name": "Katla down jacket",
        "category": "jackets",
        "description": "Warm.",
        "price_cents": 24900,
        "currency": "EUR",
        "colours": ["black"],
        "sizes": ["M", "L"],
        "in_stock": {"M": 0, "L": 2},
        "image_url": "/img/katla.svg",
        "url": "/products/katla",
    },
    {
        "sku": "ESJ",
        "name": "Esja wool sweater",
        "category": "sweaters",
        "description": "Icelandic wool.",
        "price_cents": 9850,
        "currency": "EUR",
        "colours": ["grey", "rust"],
        "sizes": ["S", "M"],
        "in_stock": {"S": 1, "M": 1},
        "image_url": "/img/esja.svg",
        "url": "/products/esja",
    },
]

OFFER = {"product": PRODUCTS[2], "because": "Katla down jacket", "because_sku": "KAT", "lift": 3.1}

GIVEN = {
    "code": "KXWMRT4827",
    "incentive_id": "welcome",
    "incentive": "Welcome",
    "kind": "percent",
    "unit": "percent",
    "value": 10,
    "currency": "EUR",
    "min_total_cents": 0,
    "state": "valid",
    "valid_until": "2027-01-31T00:00:00.000Z",
}

COUPONS = {
    "WELCOME10": {
        "code": "WELCOME10",
        "kind": "percent",
        "value": 10,
        "valid_until": "2027-01-31T00:00:00.000Z",
        "active": True,
    },
    "SUMMER20": {
        "code": "SUMMER20",
        "kind": "percent",
        "value": 20,
        "valid_until": "2026-08-31T00:00:00.000Z",
        "active": False,
    },
}


class FakeHub:
    """Runs in a thread; ``down`` makes every answer a 503, ``slow`` lets it take seconds, ``calls`` holds what was asked;
    ``gives`` is the coupon for who asks, or the word why there is none; ``offers`` alike."""

    def __init__(self) -> None:
        self.down = False
        self.slow = 0.0
        self.gives: dict[str, Any] | str = GIVEN
        self.offers: dict[str, Any] | str = "no_consent"
        self.calls: list[tuple[str, str, dict[str, str]]] = []
        self.returns: list[dict[str, Any]] = []
        self.port = 0
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        self._thread.start()
        assert self._ready.wait(10)

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._serve())
        self._ready.set()
        self._loop.run_forever()

    async def _serve(self) -> None:
        app = web.Application(middlewares=[self._guard])
        app.router.add_get("/api/v1/orders", self._orders)
        app.router.add_post("/api/v1/orders/{number}/returns", self._return)
        app.router.add_get("/api/v1/products", self._products)
        app.router.add_get("/api/v1/coupons", self._coupons)
        app.router.add_post("/api/v1/conversations/{id}/coupons", self._give)
        app.router.add_get("/api/v1/conversations/{id}/next-offer", self._offer)
        runner = web.AppRunner(app)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self.port = runner.addresses[0][1]

    @web.middleware
    async def _guard(self, request: web.Request, handler: Any) -> web.StreamResponse:
        self.calls.append((request.method, request.path, dict(request.query)))
        await asyncio.sleep(self.slow)
        if self.down:
            return web.json_response({"code": "unavailable"}, status=503)
        if request.headers.get("Authorization") != f"Bearer {TOKEN}":
            return web.json_response({"code": "not_allowed"}, status=401)
        response: web.StreamResponse = await handler(request)
        return response

    async def _orders(self, request: web.Request) -> web.Response:
        query = request.query
        mine = (
            query.get("contact_id") == IDENTIFIED_CONTACT or query.get("email") == CUSTOMER["email"]
        )
        items = [
            order
            for order in ORDERS.values()
            if mine and query.get("number") in (None, order["number"])
        ]
        return web.json_response({"items": items, "next": None})

    async def _return(self, request: web.Request) -> web.Response:
        body, number = await request.json(), request.match_info["number"]
        mine = (
            body.get("contact_id") == IDENTIFIED_CONTACT or body.get("email") == CUSTOMER["email"]
        )
        if number not in ORDERS or not mine:
            return web.json_response({"code": "not_found", "detail": "No such order."}, status=404)
        if ORDERS[number]["status"] != "delivered":
            return web.json_response(
                {"code": "conflict", "detail": "This order has not been delivered yet."}, status=409
            )
        self.returns.append({"number": number, **body})
        made = {
            "id": "r1",
            "number": number,
            "status": "requested",
            "reason": body["reason"],
            "sku": body.get("sku"),
        }
        return web.json_response(made, status=201)

    async def _products(self, request: web.Request) -> web.Response:
        words, colour = request.query.get("q", "").lower().split(), request.query.get("colour")
        items = [
            product
            for product in PRODUCTS
            if all(word in f"{product['name']} {product['category']}".lower() for word in words)
            and (colour is None or colour in product["colours"])
        ]
        return web.json_response({"items": items, "next": None})

    async def _coupons(self, request: web.Request) -> web.Response:
        coupon = COUPONS.get(request.query.get("code", "").upper())
        return web.json_response({"items": [coupon] if coupon else [], "next": None})

    async def _give(self, request: web.Request) -> web.Response:
        await request.json()
        if isinstance(self.gives, str):
            refusal = {"code": "conflict", "fields": {"incentive": self.gives}}
            return web.json_response(refusal, status=409)
        return web.json_response(self.gives, status=201)

    async def _offer(self, request: web.Request) -> web.Response:
        del request
        if isinstance(self.offers, str):
            refusal = {"code": "conflict", "fields": {"offer": self.offers}}
            return web.json_response(refusal, status=409)
        return web.json_response(self.offers)
