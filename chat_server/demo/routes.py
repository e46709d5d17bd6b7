"""The demo shop with its signing key, ready to be added to the hub."""

from __future__ import annotations

from datetime import timedelta
from random import Random

import jwt
from aiohttp import web

from chat_server.domain.ids import new_id
from chat_server.domain.ports import Clock
from chat_server.domain.shop import Customer

from . import catalogue, customers
from .pages import demo_routes
from .seed import SEED, DemoNotes

_LIFETIME = timedelta(minutes=9)


def demo_shop(notes: DemoNotes, clock: Clock) -> list[web.RouteDef]:
    """A real shop signs its customers in with the inbox's secret just like this."""

    def sign(customer: Customer) -> str:
        known = notes.read()
        claims = {
            "sub": customer.id,
            "exp": clock() + _LIFETIME,
            "jti": new_id(),
            "name": customer.name,
            "email": customer.email,
            "locale": customer.locale,
        }
        headers = {"kid": str(known["inbox"])}
        return jwt.encode(claims, str(known["inbox_secret"]), "HS256", headers)

    goods = catalogue.products(Random(f"{SEED}:products"))
    people = customers.customers(Random(f"{SEED}:customers"))
    return demo_routes(goods, people, sign)
