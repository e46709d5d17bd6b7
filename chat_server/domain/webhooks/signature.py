"""How a receiver knows that a delivery is ours, and fresh."""

from __future__ import annotations

import hashlib
import hmac
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


def signature(secret: str, body: bytes, at: datetime) -> str:
    """The value of `X-Samtal-Signature`: the time is signed with the body, so that neither can be exchanged."""
    stamp = int(at.timestamp())
    signed = hmac.new(secret.encode(), f"{stamp}.".encode() + body, hashlib.sha256)
    return f"t={stamp},v1={signed.hexdigest()}"
