"""The demo shop's own addresses: its goods, their pictures, and signing in as one of its customers.

A real shop signs its customers in by itself; here anyone may be one of the few known ones, to try identity.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from aiohttp import web
from pydantic import StringConstraints, ValidationError

from chat_server.wire.base import Inbound, Outbound
from chat_server.wire.rest import PageOf, Problem
from chat_server.wire.shop import ProductView

from .customers import KNOWN
from .orders import ANCHORS
from .pictures import product_svg

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from chat_server.domain.shop import Customer, Product

_MAX_BODY = 1_000
_PICTURE_HEADERS = {
    "Cache-Control": "public, max-age=3600",
    # A picture opened on its own must stay a picture.
    "Content-Security-Policy": "default-src 'none'; style-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
    # Cards of the bot show it on whatever website has the widget.
    "Cross-Origin-Resource-Policy": "cross-origin",
}


class SignInAs(Inbound):
    """Which of the known customers to be."""

    customer_id: Annotated[str, StringConstraints(pattern=r"^cus-\d{3}$")]


class DemoCustomer(Outbound):
    """A customer one can sign in as; `orders` are the numbers worth asking the bot about."""

    id: str
    name: str
    email: str
    locale: str
    city: str | None
    orders: list[str]


class SignedInCustomer(Outbound):
    """`identity` goes into `samtal.identify`."""

    customer: DemoCustomer
    identity: str


def demo_routes(
    products: Sequence[Product], customers: Sequence[Customer], sign: Callable[[Customer], str]
) -> list[web.RouteDef]:
    """Handlers over the given goods and people; `sign` makes a customer's signed identity."""
    known_ids = {customer.id for customer in KNOWN}
    known = {customer.id: customer for customer in customers if customer.id in known_ids}
    by_sku = {product.sku: product for product in products}
    catalogue = PageOf[ProductView](
        items=[ProductView.model_validate(product) for product in products], next=None
    )
    people = PageOf[DemoCustomer](items=[_view(customer) for customer in known.values()], next=None)

    async def list_products(_: web.Request) -> web.Response:
        return _json(catalogue)

    async def list_customers(_: web.Request) -> web.Response:
        return _json(people)

    async def picture(request: web.Request) -> web.Response:
        product = by_sku.get(request.match_info["sku"])
        if product is None:
            return _problem(404, "not_found", "There is no such product.")
        colour = request.query.get("colour")
        if colour is not None and colour not in product.colours:
            return _problem(404, "not_found", "The product does not come in that colour.")
        svg = product_svg(product, colour)
        return web.Response(text=svg, content_type="image/svg+xml", headers=_PICTURE_HEADERS)

    async def sign_in(request: web.Request) -> web.Response:
        body = await request.content.read(_MAX_BODY + 1)
        if len(body) > _MAX_BODY:
            return _problem(413, "too_large", f"The body may have at most {_MAX_BODY} bytes.")
        try:
            wanted = SignInAs.model_validate_json(body)
        except ValidationError:
            fields = {"customer_id": "one of /demo/customers.json"}
            return _problem(422, "invalid", "Send JSON with a customer_id.", fields)
        customer = known.get(wanted.customer_id)
        if customer is None:
            return _problem(404, "not_found", "You cannot sign in as this customer.")
        answer = SignedInCustomer(customer=_view(customer), identity=sign(customer))
        return _json(answer, cache="no-store")

    return [
        web.get("/demo/products.json", list_products),
        web.get("/demo/customers.json", list_customers),
        web.get("/demo/images/{sku}.svg", picture),
        web.post("/demo/sign-in", sign_in),
    ]


def _view(customer: Customer) -> DemoCustomer:
    numbers = [anchor.number for anchor in ANCHORS if anchor.customer_id == customer.id]
    return DemoCustomer(
        id=customer.id,
        name=customer.name,
        email=customer.email,
        locale=customer.locale,
        city=customer.city,
        orders=numbers,
    )


def _json(model: Outbound, cache: str = "no-cache") -> web.Response:
    return web.Response(
        text=model.model_dump_json(),
        content_type="application/json",
        headers={"Cache-Control": cache},
    )


def _problem(
    status: int, code: str, detail: str, fields: dict[str, str] | None = None
) -> web.Response:
    problem = Problem(
        title=code.replace("_", " "), status=status, detail=detail, code=code, fields=fields
    )
    return web.Response(
        status=status,
        text=problem.model_dump_json(exclude_none=True),
        content_type="application/problem+json",
        headers={"Cache-Control": "no-store"},
    )
