"""Webhooks: made, changed, paused, tried and taken away by administrators."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from chat_server.domain.desk import AuditLine
from chat_server.domain.errors import Conflict, Invalid, NotFound
from chat_server.domain.ids import new_id, new_token
from chat_server.domain.ports import Carrier, Clock, Slice, Store, Transaction
from chat_server.domain.webhooks.address import require_address
from chat_server.domain.webhooks.body import ping_of
from chat_server.domain.webhooks.delivery import HookDelivery, HookState
from chat_server.domain.webhooks.events import CHOOSABLE, WebhookEvent
from chat_server.domain.webhooks.webhook import MOST_WEBHOOKS, Texts, Webhook

from .access import AgentCaller, Permission, require
from .auditing import audit_line
from .secret_box import SecretBox
from .webhook_headers import headers_of

PAUSED_BY_HAND = "An administrator paused it."


@dataclass(frozen=True)
class HookSheet:
    """A webhook, and how many deliveries wait for it."""

    webhook: Webhook
    waiting: int


class Webhooks:
    """Secrets are told when they are made; `wake` is told when there may be something to send."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        box: SecretBox,
        carrier: Carrier,
        *,
        anywhere: bool = False,
        wake: Callable[[], None] = lambda: None,
    ) -> None:
        self._store = store
        self._clock = clock
        self._box = box
        self._carrier = carrier
        self._anywhere = anywhere
        self._wake = wake

    async def all(self, caller: AgentCaller) -> list[HookSheet]:
        """Oldest first."""
        require(caller, Permission.MANAGE)
        async with self._store.read() as tx:
            return [await _sheet(tx, one) for one in await tx.webhooks.all()]

    async def one(self, caller: AgentCaller, webhook_id: str) -> HookSheet:
        """Raises NotFound."""
        require(caller, Permission.MANAGE)
        async with self._store.read() as tx:
            return await _sheet(tx, _known(await tx.webhooks.get(webhook_id)))

    async def add(
        self, caller: AgentCaller, name: str, url: str, events: list[str], texts: Texts
    ) -> tuple[HookSheet, str]:
        """With its secret, which nobody can ask for again."""
        require(caller, Permission.MANAGE)
        secret = _new_secret()
        webhook = Webhook(
            id=new_id(),
            name=name,
            url=require_address(url, anywhere=self._anywhere),
            secret=self._box.close(secret),
            events=_chosen(events),
            texts=texts,
            created_at=self._clock(),
        )
        async with self._store.begin() as tx:
            await tx.webhooks.reached(lock=True)
            there = await tx.webhooks.all()
            if len(there) >= MOST_WEBHOOKS:
                raise Conflict(f"There are {MOST_WEBHOOKS} webhooks already.")
            if not there:
                await tx.webhooks.skip_to_now()
            tx.add(webhook, self._line(caller, "webhook_made", webhook))
            tx.after_commit(self._wake)
        return HookSheet(webhook, 0), secret

    async def change(
        self, caller: AgentCaller, webhook_id: str, changes: Mapping[str, object]
    ) -> HookSheet:
        """Sets what is given; `paused` pauses and resumes."""
        require(caller, Permission.MANAGE)
        async with self._store.begin() as tx:
            webhook = _known(await tx.webhooks.lock(webhook_id))
            for name, value in changes.items():
                self._set(webhook, name, value)
            tx.add(self._line(caller, "webhook_changed", webhook))
            tx.after_commit(self._wake)
            return await _sheet(tx, webhook)

    async def remove(self, caller: AgentCaller, webhook_id: str) -> None:
        """What waits for it is not sent any more."""
        require(caller, Permission.MANAGE)
        async with self._store.begin() as tx:
            webhook = _known(await tx.webhooks.lock(webhook_id))
            tx.add(self._line(caller, "webhook_removed", webhook))
            await tx.webhooks.remove(webhook)

    async def rotate(self, caller: AgentCaller, webhook_id: str) -> tuple[HookSheet, str]:
        """The next try is signed with the new one; what the receiver refuses until it knows it is tried again."""
        require(caller, Permission.MANAGE)
        secret = _new_secret()
        async with self._store.begin() as tx:
            webhook = _known(await tx.webhooks.lock(webhook_id))
            webhook.secret = self._box.close(secret)
            tx.add(self._line(caller, "webhook_secret_changed", webhook))
            return await _sheet(tx, webhook), secret

    async def ping(self, caller: AgentCaller, webhook_id: str) -> HookDelivery:
        """Sent at once, once, also where it is paused; what came of it."""
        require(caller, Permission.MANAGE)
        async with self._store.read() as tx:
            webhook = _known(await tx.webhooks.get(webhook_id))
        now = self._clock()
        delivery = HookDelivery(
            id=new_id(),
            webhook_id=webhook.id,
            event_id=new_id(),
            type=WebhookEvent.PING,
            sequence=None,
            conversation_id=None,
            created_at=now,
            due_at=now,
        )
        body = ping_of(delivery)
        headers = headers_of(delivery, body, self._box.open(webhook.secret), now)
        answer = await self._carrier.carry(webhook.url, body, headers)
        delivery.tried(answer, self._clock(), random.random())  # noqa: S311 - guards nothing
        if not answer.taken:
            delivery.give_up(self._clock())
        async with self._store.begin() as tx:
            held = _known(await tx.webhooks.lock(webhook_id))
            tx.add(delivery)
            if answer.taken and held.paused_at is None:
                # It listens again: what waits need not.
                held.took_one()
                tx.after_commit(self._wake)
        return delivery

    async def deliveries(
        self,
        caller: AgentCaller,
        webhook_id: str,
        state: HookState | None,
        piece: Slice,
        q: str | None = None,
    ) -> list[HookDelivery]:
        """Newest first; `q` is words of the event's name or ids, of the answer or its status."""
        require(caller, Permission.MANAGE)
        async with self._store.read() as tx:
            _known(await tx.webhooks.get(webhook_id))
            return await tx.webhooks.deliveries(webhook_id, state, piece, (q or "").split())

    async def redeliver(
        self, caller: AgentCaller, webhook_id: str, delivery_id: str
    ) -> HookDelivery:
        """Due now, under the same event id."""
        require(caller, Permission.MANAGE)
        async with self._store.begin() as tx:
            webhook = _known(await tx.webhooks.lock(webhook_id))
            delivery = await tx.webhooks.delivery(delivery_id)
            if delivery is None or delivery.webhook_id != webhook_id:
                raise NotFound("There is no such delivery.")
            if delivery.type == WebhookEvent.PING:
                raise Conflict("A test is sent once; send another one.")
            if webhook.paused_at is not None:
                raise Conflict("This webhook is paused; resume it first.")
            delivery.again(self._clock())
            webhook.resting_until = None
            tx.after_commit(self._wake)
            return delivery

    def _set(self, webhook: Webhook, name: str, value: object) -> None:
        match name, value:
            case "url", str():
                url = require_address(value, anywhere=self._anywhere)
                if url != webhook.url:
                    webhook.url = url
                    webhook.took_one()
            case "events", list():
                webhook.events = _chosen(value)
            case "texts", Texts():
                webhook.texts = value
            case "name", str():
                webhook.name = value
            case "paused", True:
                webhook.pause(self._clock(), PAUSED_BY_HAND)
            case "paused", False:
                webhook.resume()
            case _:
                return

    def _line(self, caller: AgentCaller, action: str, webhook: Webhook) -> AuditLine:
        which = f"{webhook.name} ({webhook.id})"
        return audit_line(caller, self._clock(), action, which)


async def _sheet(tx: Transaction, webhook: Webhook) -> HookSheet:
    return HookSheet(webhook, await tx.webhooks.waiting(webhook.id))


def _known(webhook: Webhook | None) -> Webhook:
    if webhook is None:
        raise NotFound("There is no such webhook.")
    return webhook


def _new_secret() -> str:
    return f"whsec_{new_token()}"


def _chosen(events: list[str]) -> list[str]:
    unknown = sorted(set(events) - {one.value for one in CHOOSABLE})
    if unknown or not events:
        raise Invalid("Choose among the events there are.", {"events": ", ".join(unknown) or "1"})
    return sorted(set(events))
