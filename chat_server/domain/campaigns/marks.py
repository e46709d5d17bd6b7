"""Marks in mails: which mail a link is from, so that nobody can make one up."""

from __future__ import annotations

import hashlib
import hmac
from typing import Literal, TypeAlias

MarkKind: TypeAlias = Literal["unsubscribe", "open", "click"]
_LENGTH = 24


def mark(kind: MarkKind, mail_id: str, secret: str) -> str:
    """For an address; one kind's mark is no other's."""
    told = f"campaign {kind} {mail_id}".encode()
    return f"{mail_id}.{hmac.new(secret.encode(), told, hashlib.sha256).hexdigest()[:_LENGTH]}"


def marked(kind: MarkKind, given: str, secret: str) -> str | None:
    """The mail it is from; None for what we never made."""
    mail_id = given.partition(".")[0]
    genuine = hmac.compare_digest(given.encode(), mark(kind, mail_id, secret).encode())
    return mail_id if genuine else None
