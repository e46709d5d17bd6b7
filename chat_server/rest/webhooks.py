"""Webhooks and what was sent to them."""

from __future__ import annotations

from typing import Literal

from chat_server.domain.webhooks.delivery import HookDelivery, HookState
from chat_server.domain.webhooks.webhook import Texts
from chat_server.services.webhooks import HookSheet
from chat_server.wire.rest import PageOf
from chat_server.wire.webhooks import NewWebhook, WebhookDeliveryView, WebhookView

from .call import Call
from .paging import SearchQuery, next_cursor


class DeliveriesQuery(SearchQuery):
    """All of them, or those in one state; each word of `q` stands in the event's name or ids, the answer or its status."""

    state: Literal["waiting", "delivered", "failed"] | None = None


async def webhooks(call: Call) -> PageOf[WebhookView]:
    """All webhooks, oldest first."""
    found = await call.services.webhooks.all(call.agent)
    return PageOf[WebhookView](items=[_webhook(one) for one in found], next=None)


async def webhook(call: Call) -> WebhookView:
    """One webhook."""
    return _webhook(await call.services.webhooks.one(call.agent, call.path("id")))


async def add(call: Call) -> NewWebhook:
    """A new webhook; its secret is told this once."""
    given = call.body
    made, secret = await call.services.webhooks.add(
        call.agent, given.name, given.url, list(given.events), Texts(given.texts)
    )
    return _with_secret(made, secret)


async def change(call: Call) -> WebhookView:
    """Its name, address, events, words, and whether it is paused."""
    given = {name: value for name, value in call.body.model_dump().items() if value is not None}
    if "texts" in given:
        given["texts"] = Texts(given["texts"])
    return _webhook(await call.services.webhooks.change(call.agent, call.path("id"), given))


async def remove(call: Call) -> None:
    """With all that waits for it."""
    await call.services.webhooks.remove(call.agent, call.path("id"))


async def rotate(call: Call) -> NewWebhook:
    """A new secret instead of the old one."""
    made, secret = await call.services.webhooks.rotate(call.agent, call.path("id"))
    return _with_secret(made, secret)


async def ping(call: Call) -> WebhookDeliveryView:
    """Sends a test at once; what came of it."""
    return _delivery(await call.services.webhooks.ping(call.agent, call.path("id")))


async def deliveries(call: Call) -> PageOf[WebhookDeliveryView]:
    """Of the last 30 days, newest first."""
    state = HookState(call.query.state) if call.query.state else None
    found = await call.services.webhooks.deliveries(
        call.agent, call.path("id"), state, call.query.piece(), call.query.q
    )
    cursor = None
    if found:
        cursor = next_cursor(call.query.limit, len(found), found[-1].created_at, found[-1].id)
    return PageOf[WebhookDeliveryView](items=[_delivery(one) for one in found], next=cursor)


async def redeliver(call: Call) -> WebhookDeliveryView:
    """Sends it once more, under the same event id."""
    return _delivery(
        await call.services.webhooks.redeliver(call.agent, call.path("id"), call.path("delivery"))
    )


def _webhook(sheet: HookSheet) -> WebhookView:
    return WebhookView.model_validate(_values(sheet))


def _with_secret(sheet: HookSheet, secret: str) -> NewWebhook:
    return NewWebhook.model_validate(_values(sheet) | {"secret": secret})


def _values(sheet: HookSheet) -> dict[str, object]:
    names = set(WebhookView.model_fields) - {"waiting"}
    return {name: getattr(sheet.webhook, name) for name in names} | {"waiting": sheet.waiting}


def _delivery(one: HookDelivery) -> WebhookDeliveryView:
    return WebhookDeliveryView.model_validate(one)
