"""Secrets at rest: readable only with the installation's `SECRET_KEY`."""

from __future__ import annotations

import base64
import hashlib
from functools import cached_property
from typing import TYPE_CHECKING

from chat_server.domain.errors import Unavailable

if TYPE_CHECKING:
    from cryptography.fernet import Fernet


class SecretBox:
    """Fernet (AES-128-CBC with HMAC-SHA256) under a key derived from `secret_key`."""

    def __init__(self, secret_key: str) -> None:
        digest = hashlib.sha256(b"samtal secrets\0" + secret_key.encode()).digest()
        self._key = base64.urlsafe_b64encode(digest)

    def close(self, secret: str) -> str:
        """As it is stored."""
        return self._fernet.encrypt(secret.encode()).decode()

    def open(self, stored: str) -> str:
        """Raises Unavailable when it was stored under another `SECRET_KEY`."""
        from cryptography.fernet import InvalidToken  # noqa: PLC0415 - see below

        try:
            return self._fernet.decrypt(stored.encode()).decode()
        except InvalidToken as error:
            raise Unavailable("This secret was stored under another SECRET_KEY.") from error

    @cached_property
    def _fernet(self) -> Fernet:
        from cryptography.fernet import Fernet  # noqa: PLC0415 - megabytes for who has webhooks

        return Fernet(self._key)
