"""What goes with a delivery beside its body."""

from __future__ import annotations

from datetime import datetime

from chat_server import __version__
from chat_server.domain.webhooks.delivery import HookDelivery
from chat_server.domain.webhooks.signature import signature


def headers_of(delivery: HookDelivery, body: bytes, secret: str, now: datetime) -> dict[str, str]:
    """Signed at the time of this very try, so that receivers may refuse old ones."""
    return {
        "Content-Type": "application/json",
        "User-Agent": f"Samtal/{__version__}",
        "X-Samtal-Event": delivery.type,
        "X-Samtal-Delivery": delivery.id,
        "X-Samtal-Signature": signature(secret, body, now),
    }
