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
        secrets = inbox.valid_secrets(str(kid) if kid else None, now)
        if not secrets:
            raise NotAllowed("The identity names no key of this inbox.")
        claims = _claims(token, [box.open(one) for one in secrets])
        expires = datetime.fromtimestamp(int(str(claims["exp"])), UTC)
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


def _claims(token: str, secrets: list[str]) -> dict[str, object]:
    """By the first secret that signed it; the newest comes first."""
    *others, last = secrets
    for secret in others:
        try:
            return _decoded(token, secret)
        except jwt.InvalidSignatureError:
            continue
    return _decoded(token, last)


def _decoded(token: str, secret: str) -> dict[str, object]:
    claims: dict[str, object] = jwt.decode(
        token,
        secret,
        algorithms=["HS256"],
        leeway=LEEWAY.total_seconds(),
        # Whether it is past, the hub's clock says.
        options={"require": ["sub", "exp", "jti"], "verify_aud": False, "verify_exp": False},
    )
    return claims


def _claim(claims: dict[str, object], name: str) -> str | None:
    value = claims.get(name)
    return clean_text(value)[:200] or None if isinstance(value, str) else None
