"""Writes the mails about rises when they are sent, each at most once."""

from __future__ import annotations

from datetime import datetime

from chat_server.domain.listening.risen import rise_mail
from chat_server.domain.mail import Mail
from chat_server.domain.outbox import Delivery, DeliveryState
from chat_server.domain.ports import Transaction

from .rises import may_be_told

_SENDING = "sending"


async def write_rise_mail(
    tx: Transaction, delivery: Delivery, now: datetime, site: str, domain: str
) -> Mail | None:
    """None when it is not sent: nobody wants it any more, or perhaps it was sent and nobody lived to say so."""
    if delivery.payload.get(_SENDING):
        delivery.finish(DeliveryState.DEAD, now, "unsure")
        return None
    agent_id, ids = str(delivery.payload.get("agent")), delivery.payload.get("rises")
    account = await tx.agents.get(agent_id)
    watching = await tx.rises.watcher(agent_id) is not None
    found = await tx.rises.some(ids if isinstance(ids, list) else [])
    gone = account is None or account.removed_at is not None
    if account is None or gone or not watching or not may_be_told(account.role) or not found:
        delivery.finish(DeliveryState.NEEDLESS, now, "not wanted any more")
        return None
    delivery.payload = {**delivery.payload, _SENDING: True}
    names = await tx.purchases.names()
    return rise_mail(delivery.id, account.email, found, names, site, domain)


def try_again(delivery: Delivery) -> None:
    """It was surely not taken, so the next try sends it."""
    delivery.payload = {name: value for name, value in delivery.payload.items() if name != _SENDING}
