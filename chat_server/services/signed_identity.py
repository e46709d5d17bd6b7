"""What a shop signs about its customer: read, checked, and not believed a moment too long."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import jwt

from chat_server.domain.contact import Identity
from chat_server.domain.errors import NotAllowed
from chat_server.domain.inbox import Inbox
from chat_server.domain.message import clean_text

from .secret_box import SecretBox

IDENTITY_LIFETIME = timedelta(minutes=10)
# By how much clocks may differ.
LEEWAY = timedelta(seconds=5)


def verified(token: str, inbox: Inbox, box: SecretBox, now: datetime) -> Identity:
    """HS256 by the inbox's secret that `kid` names; at most ten minutes ahead."""
    try:
        kid = jwt.get_unverified_header(token).get("kid")
        secret = inbox.secrets.get(str(kid)) if kid else _only(inbox.secrets)
        if secret is None:
            raise NotAllowed("The identity names no key of this inbox.")
        claims = jwt.decode(
            token,
            box.open(secret),
            algorithms=["HS256"],
            leeway=LEEWAY.total_seconds(),
            # Whether it is past, the hub's clock says, below.
            options={"require": ["sub", "exp", "jti"], "verify_aud": False, "verify_exp": False},
        )
        expires = datetime.fromtimestamp(int(claims["exp"]), UTC)
    except (jwt.PyJWTError, TypeError, ValueError, OverflowError, OSError) as error:
        # The last four: what is no time, text that cannot be encoded, and times beyond any calendar.
        raise NotAllowed("The identity is forged, expired or incomplete.") from error
    if expires <= now - LEEWAY:
        raise NotAllowed("The identity is forged, expired or incomplete.")
    subject = str(claims["sub"])
    # Cleaned or cut, two people could become one.
    if not subject or subject != _claim(claims, "sub"):
        raise NotAllowed("The identity's subject is blank, too long or not plain text.")
    if expires - now > IDENTITY_LIFETIME + LEEWAY:
        raise NotAllowed("An identity may be valid for ten minutes at most.")
    return Identity(
        subject=subject,
        token_id=str(claims["jti"]),
        expires_at=expires,
        name=_claim(claims, "name"),
        email=_claim(claims, "email"),
        phone=_claim(claims, "phone"),
        locale=_claim(claims, "locale"),
    )


def _only(secrets: dict[str, str]) -> str | None:
    return next(iter(secrets.values())) if len(secrets) == 1 else None


def _claim(claims: dict[str, object], name: str) -> str | None:
    value = claims.get(name)
    return clean_text(value)[:200] or None if isinstance(value, str) else None
